import { cp, mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..', '..');
const fence = /```ts\n\/\/ (\S+)\n([\s\S]*?)```/g;

/** The files that a page of the documentation shows, by their path. */
export async function filesShownIn(page: string): Promise<Map<string, string>> {
  const text = await readFile(path.join(root, page), 'utf8');
  return new Map([...text.matchAll(fence)].map(([, file = '', code = '']) => [file, code]));
}

/** A copy of the source with those files in it, as their author's checkout would have them. */
export async function sourceWith(files: ReadonlyMap<string, string>): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), 'samverkan-guide-'));
  for (const room of ['domain', 'config', 'workflows', 'activities', 'database']) {
    await cp(path.join(root, room), path.join(directory, room), { recursive: true });
  }
  for (const file of ['package.json', 'tsconfig.json']) {
    await cp(path.join(root, file), path.join(directory, file));
  }
  await symlink(path.join(root, 'node_modules'), path.join(directory, 'node_modules'));
  for (const [file, code] of files) {
    await mkdir(path.join(directory, path.dirname(file)), { recursive: true });
    await writeFile(path.join(directory, file), code);
  }
  return directory;
}
