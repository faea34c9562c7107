import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process as the operating system knew it. A pid alone may since belong to somebody else. */
export interface ProcessRecord {
  pid: number;
  /** Opaque; equal only for the same process. */
  startedAt: string;
}

const recordName = 'process.json';

/**
 * When the process started, in the operating system's own words, or undefined when there is no
 * such process (or no way to ask).
 */
export function processStart(pid: number): string | undefined {
  return process.platform === 'linux' ? startFromProc(pid) : startFromPs(pid);
}

function startFromProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in parentheses and may itself hold spaces.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const isZombie = fields[0] === 'Z';
    // Counted from the boot, so the boot belongs to it.
    return isZombie ? undefined : `${bootId()} ${fields[19]}`;
  } catch {
    return undefined;
  }
}

function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}

function startFromPs(pid: number): string | undefined {
  try {
    const started = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return started.trim() || undefined;
  } catch {
    return undefined;
  }
}

/** Whether the recorded process still runs; false when its pid belongs to another one by now. */
export function isStillRunning(record: ProcessRecord): boolean {
  return processStart(record.pid) === record.startedAt;
}

/** Notes in `directory` that the process belongs to it. */
export function writeProcessRecord(directory: string, pid: number): void {
  const startedAt = processStart(pid);
  if (startedAt === undefined) return;
  writeFileSync(join(directory, recordName), JSON.stringify({ pid, startedAt }), { mode: 0o600 });
}

/** The process noted in `directory`, or undefined when there is none. */
export function readProcessRecord(directory: string): ProcessRecord | undefined {
  try {
    const record = JSON.parse(readFileSync(join(directory, recordName), 'utf8')) as ProcessRecord;
    const isComplete = Number.isInteger(record.pid) && typeof record.startedAt === 'string';
    return isComplete ? record : undefined;
  } catch {
    return undefined;
  }
}

export function removeProcessRecord(directory: string): void {
  rmSync(join(directory, recordName), { force: true });
}

/**
 * Ends the process noted in `directory` if it is still the same one: politely, after 5 seconds
 * by force. Returns whether there was one to end.
 */
export async function endRecordedProcess(directory: string): Promise<boolean> {
  const record = readProcessRecord(directory);
  const isRunning = record !== undefined && isStillRunning(record);
  if (isRunning) await endProcess(record);
  removeProcessRecord(directory);
  return isRunning;
}

async function endProcess(record: ProcessRecord): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (!isStillRunning(record)) return;
    process.kill(record.pid, signal);
    if (await hasEnded(record, 5_000)) return;
  }
  throw new Error(`The process ${record.pid} from an earlier start does not end; end it by hand.`);
}

async function hasEnded(record: ProcessRecord, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (isStillRunning(record)) {
    if (Date.now() > deadline) return false;
    await sleep(50);
  }
  return true;
}
