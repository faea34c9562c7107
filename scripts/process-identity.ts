import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process as the operating system knew it. A pid alone may since belong to somebody else. */
export interface ProcessRecord {
  pid: number;
  /** Opaque; equal only for the same process. */
  startedAt: string;
}

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

/** This process. */
export function ownRecord(): ProcessRecord {
  return { pid: process.pid, startedAt: processStart(process.pid) ?? 'unknown' };
}

/** Reads what was written as JSON; undefined when it is no such record. */
export function parseRecord(text: string): ProcessRecord | undefined {
  try {
    const record = JSON.parse(text) as ProcessRecord;
    const isComplete = Number.isInteger(record.pid) && typeof record.startedAt === 'string';
    return isComplete ? record : undefined;
  } catch {
    return undefined;
  }
}
