import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { tryLock, type FileLock } from '../lock-file';
import { SetupError } from '../project';
import { endRecordedProcess } from '../temporal/process-record';

/** Everything that `npm start` keeps, in one folder that can be copied while nothing runs. */
export interface DataDirectory {
  database: string;
  temporal: string;
  temporalUi: string;
  inbox: string;
  release(): void;
}

const lockName = 'lock';

/**
 * Takes the folder for this process, and ends a Temporal server that a killed one left behind.
 * @throws {SetupError} when another process has it, or it cannot be written
 */
export async function claimDataDirectory(root: string): Promise<DataDirectory> {
  const lock = claim(root);
  const directory = {
    database: join(root, 'database'),
    temporal: join(root, 'temporal'),
    temporalUi: join(root, 'temporal-ui'),
    inbox: join(root, 'inbox'),
    release: () => lock.release(),
  };
  await endRecordedProcess(directory.temporal);
  await endRecordedProcess(directory.temporalUi);
  return directory;
}

function claim(root: string): FileLock {
  const lock = makeLock(root);
  if ('release' in lock) return lock;
  const process = lock.holder ? ` (process ${lock.holder.pid})` : '';
  throw new SetupError(
    `The data in ${root} is in use by another start${process}: stop that one, or name another ` +
      'directory with npm start -- --data DIRECTORY.',
  );
}

function makeLock(root: string): ReturnType<typeof tryLock> {
  try {
    mkdirSync(root, { recursive: true, mode: 0o700 });
    return tryLock(join(root, lockName));
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new SetupError(
      `The data directory ${root} cannot be written (${code}): mend that, or name another one ` +
        'with npm start -- --data DIRECTORY.',
    );
  }
}

/** Removes what is kept; nothing else that may lie in the same folder. */
export async function emptyDataDirectory(directory: DataDirectory): Promise<void> {
  const { database, temporal, temporalUi, inbox } = directory;
  for (const path of [database, temporal, temporalUi, inbox]) {
    await rm(path, { recursive: true, force: true });
  }
}
