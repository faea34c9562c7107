import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { projectRoot } from '../project';

/**
 * A hash over names and contents of all files below the given paths of the project: the same for
 * the same sources.
 */
export async function stampOf(paths: readonly string[]): Promise<string> {
  const lists = await Promise.all(paths.map(filesBelow));
  const hash = createHash('sha256');
  for (const file of lists.flat().sort()) {
    hash
      .update(`${file}\0`)
      .update(await readFile(join(projectRoot, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

async function filesBelow(path: string): Promise<string[]> {
  const absolute = join(projectRoot, path);
  if ((await stat(absolute)).isFile()) return [path];
  const entries = await readdir(absolute, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => relative(projectRoot, join(entry.parentPath, entry.name)));
}
