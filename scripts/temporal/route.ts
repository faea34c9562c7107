import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { TemporalBinary } from './server-process';

export interface RouteContext {
  /** `<cache>/temporal-<version>`: where fetched and built servers are kept. */
  cache: string;
  env: NodeJS.ProcessEnv;
  /** Takes one line of progress. */
  report: (line: string) => void;
}

/** A server, or one sentence on why this way does not lead to one. */
export type RouteResult = TemporalBinary | { passedOver: string };

/** One way to a Temporal server. */
export type Route = (context: RouteContext) => Promise<RouteResult>;

const run = promisify(execFile);

/** What a program prints, or undefined when it cannot be run. */
export async function outputOf(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  try {
    const { stdout } = await run(program, args, { env, timeout: 20_000, windowsHide: true });
    return stdout;
  } catch {
    return undefined;
  }
}

/** A program's name as the operating system spells it. */
export function executable(name: string): string {
  return process.platform === 'win32' ? `${name}.exe` : name;
}
