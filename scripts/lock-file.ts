import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  linkSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isStillRunning, ownRecord, parseRecord, type ProcessRecord } from './process-identity';

export interface FileLock {
  release(): void;
}

/**
 * Takes the lock that `file` stands for. One left by a process that is gone (killed, or its pid
 * now somebody else's) counts as free.
 * @returns the lock, or who holds it
 */
export function tryLock(file: string): FileLock | { holder: ProcessRecord | undefined } {
  mkdirSync(dirname(file), { recursive: true });
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (create(file)) return { release: () => release(file) };
    const text = read(file);
    const holder = parseRecord(text);
    if (holder ? isStillRunning(holder) : isBeingWritten(file)) return { holder };
    removeStale(file, text);
  }
  return { holder: undefined };
}

/** Runs `work` while holding the lock, after whoever holds it now. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  for (;;) {
    const lock = tryLock(file);
    if (!('release' in lock)) {
      await sleep(200);
      continue;
    }
    try {
      return await work();
    } finally {
      lock.release();
    }
  }
}

function create(file: string): boolean {
  try {
    writeFileSync(file, JSON.stringify(ownRecord()), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** The file appears a moment before its contents. */
function isBeingWritten(file: string): boolean {
  const status = statSync(file, { throwIfNoEntry: false });
  return status !== undefined && Date.now() - status.mtimeMs < 1000;
}

/**
 * Two processes may find the same stale lock: the slower one could remove the lock that the faster
 * one has just made. So what is moved away is looked at, and put back if it is not the stale one.
 */
function removeStale(file: string, staleText: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (readFileSync(aside, 'utf8') !== staleText) linkSync(aside, file);
  } catch {
    // Somebody else was faster; the next attempt sees their lock.
  } finally {
    rmSync(aside, { force: true });
  }
}

function release(file: string): void {
  const holder = parseRecord(read(file));
  const own = ownRecord();
  const isOwn = holder?.pid === own.pid && holder.startedAt === own.startedAt;
  if (isOwn) rmSync(file, { force: true });
}
