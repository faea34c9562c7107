import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { cacheDirectory } from '../../scripts/project';

const run = promisify(execFile);

/**
 * A Go program by the address of its package, built once and kept outside the checkout.
 *
 * @param name what to call it
 * @param source e.g. `example.org/module/cmd/tool@v1.2.3`
 * @returns its path
 */
export async function goTool(name: string, source: string): Promise<string> {
  const version = source.slice(source.lastIndexOf('@') + 1);
  const directory = path.join(cacheDirectory(), 'go-tools', `${name}-${version}`);
  const program = path.join(directory, name);
  if (!existsSync(program)) await build(source, directory, program);
  return program;
}

/** Two builds at the same time do not meet: each has a directory of its own until it is done. */
async function build(source: string, directory: string, program: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  const own = await mkdtemp(path.join(directory, 'build-'));
  try {
    await run('go', ['install', source], { env: { ...process.env, GOBIN: own } });
    const built = source.slice(source.lastIndexOf('/') + 1, source.lastIndexOf('@'));
    await rename(path.join(own, built), program);
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

/** Where Go keeps the files of a module, e.g. of `example.org/module@v1.2.3`. */
export async function goModuleDirectory(module: string): Promise<string> {
  const { stdout } = await run('go', ['mod', 'download', '-json', module]);
  return (JSON.parse(stdout) as { Dir: string }).Dir;
}
