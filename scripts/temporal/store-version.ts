import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sqliteFileName } from './server-config';
import type { TemporalBinary } from './server-process';

const recordName = 'server.json';

/**
 * A server never migrates an existing SQLite file. One that another version or kind of server
 * wrote, or one whose first start never finished, is set aside; what runs in it is started again
 * from our own database.
 * @returns a sentence on what was set aside, or undefined
 */
export function setAsideForeignStore(
  directory: string,
  binary: TemporalBinary,
  now: Date,
): string | undefined {
  const isOurs = readWriter(directory) === writerOf(binary);
  if (isOurs || !existsSync(join(directory, sqliteFileName))) return undefined;
  const aside = join(directory, `set-aside-${now.toISOString().replaceAll(':', '.')}`);
  mkdirSync(aside);
  for (const name of ['', '-wal', '-shm'].map((end) => sqliteFileName + end)) {
    if (existsSync(join(directory, name))) renameSync(join(directory, name), join(aside, name));
  }
  return `Temporal's file was written by another server and is set aside in ${aside}.`;
}

/** Notes which server the file in `directory` belongs to. */
export function recordStore(directory: string, binary: TemporalBinary): void {
  const { kind, version, route } = binary;
  writeFileSync(join(directory, recordName), JSON.stringify({ kind, version, route }));
}

/** How a server was found does not matter to the file: the first start builds, the next caches. */
function writerOf({ kind, version }: Pick<TemporalBinary, 'kind' | 'version'>): string {
  return `${kind} ${version}`;
}

function readWriter(directory: string): string | undefined {
  try {
    const text = readFileSync(join(directory, recordName), 'utf8');
    return writerOf(JSON.parse(text) as TemporalBinary);
  } catch {
    return undefined;
  }
}
