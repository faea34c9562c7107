import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isStillRunning, parseRecord, processStart, type ProcessRecord } from '../process-identity';

const recordName = 'process.json';

/** Notes in `directory` that the process belongs to it. */
export function writeProcessRecord(directory: string, pid: number): void {
  const startedAt = processStart(pid);
  if (startedAt === undefined) return;
  writeFileSync(join(directory, recordName), JSON.stringify({ pid, startedAt }), { mode: 0o600 });
}

/** The process noted in `directory`, or undefined when there is none. */
export function readProcessRecord(directory: string): ProcessRecord | undefined {
  try {
    return parseRecord(readFileSync(join(directory, recordName), 'utf8'));
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
