import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { processStart } from '../process-identity';

/**
 * A directory in the cache for this process's unfinished work, `<purpose>-<pid>`. Those that killed
 * processes left behind are removed.
 */
export async function makeOwnDirectory(cache: string, purpose: string): Promise<string> {
  for (const name of await readdir(cache)) {
    const [, owner] = new RegExp(`^${purpose}-(\\d+)$`).exec(name) ?? [];
    const isAbandoned = owner !== undefined && processStart(Number(owner)) === undefined;
    if (isAbandoned) await rm(join(cache, name), { recursive: true, force: true });
  }
  const directory = join(cache, `${purpose}-${process.pid}`);
  await mkdir(directory, { recursive: true });
  return directory;
}
