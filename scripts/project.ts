import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url));

/** Outside the checkout, so that it survives a fresh clone: what is large and never changes. */
export function cacheDirectory(): string {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: windows } = process.env;
  const home = [xdg, windows].find((path) => path !== undefined && isAbsolute(path));
  return join(home ?? join(homedir(), '.cache'), 'samverkan');
}

/** A fault of the surroundings that its reader can mend; the message says how, in one sentence. */
export class SetupError extends Error {
  override readonly name = 'SetupError';
}

/** Runs one of our TypeScript files in a Node process of its own. */
export function spawnScript(
  file: string,
  args: readonly string[],
  options: { stdio: StdioOptions; env?: NodeJS.ProcessEnv },
): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', join(projectRoot, file), ...args], {
    cwd: projectRoot,
    windowsHide: true,
    ...options,
  });
}
