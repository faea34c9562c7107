import { spawn } from 'node:child_process';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeOwnDirectory } from '../own-directory';
import { executable, outputOf, type Route, type RouteContext } from '../route';
import { builtServer, findVersion, format, isAtLeast, oldestGo, type Version } from '../versions';

const source = `go.temporal.io/server/cmd/server@v${format(builtServer)}`;
/** From here on Go can fetch a newer Go by itself, unless `GOTOOLCHAIN` forbids it. */
const firstGoWithToolchains: Version = [1, 21, 0];

/** Builds the server from its published source and keeps it in the cache. */
export const goInstall: Route = async (context) => {
  const unsuitable = await goShortcoming(context.env);
  if (unsuitable) return { passedOver: unsuitable };
  const directory = await makeOwnDirectory(context.cache, 'build');
  try {
    const fault = await build(directory, context);
    if (fault) return { passedOver: `go install ${source} failed: ${fault}` };
    const path = join(context.cache, executable('server'));
    await rename(join(directory, executable('server')), path);
    return { kind: 'server', path, version: format(builtServer), route: 'go-install' };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
};

/** Why the installed Go cannot build the server, as a sentence; undefined when it can. */
async function goShortcoming(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const version = findVersion((await outputOf('go', ['env', 'GOVERSION'], env)) ?? '');
  const toolchain = (await outputOf('go', ['env', 'GOTOOLCHAIN'], env)) ?? '';
  return goFault(version, toolchain.trim());
}

/**
 * @param version of the installed Go; undefined when there is none
 * @param toolchain what `go env GOTOOLCHAIN` says
 */
export function goFault(version: Version | undefined, toolchain: string): string | undefined {
  if (!version) return 'There is no Go on the PATH.';
  if (isAtLeast(version, oldestGo)) return undefined;
  const mayFetch = toolchain !== 'local' && isAtLeast(version, firstGoWithToolchains);
  if (mayFetch) return undefined;
  return `Go is version ${format(version)}, at least ${format(oldestGo)} is needed to build the server.`;
}

/** @returns why it failed, or undefined */
function build(directory: string, { env, report }: RouteContext): Promise<string | undefined> {
  report(`Building Temporal server ${format(builtServer)}: this once, it takes some minutes.`);
  const child = spawn('go', ['install', '-v', source], {
    env: { ...env, GOBIN: directory },
    stdio: ['ignore', 'ignore', 'pipe'],
    windowsHide: true,
  });
  const progress = new BuildProgress(report);
  child.stderr.on('data', (chunk: Buffer) => progress.read(chunk.toString()));
  const abandon = () => child.kill();
  process.once('exit', abandon);
  return new Promise((resolve) => {
    const end = (fault: string | undefined) => {
      progress.stop();
      process.off('exit', abandon);
      resolve(fault);
    };
    child.once('error', (error) => end(error.message));
    child.once('close', (code) => end(code === 0 ? undefined : progress.lastWords()));
  });
}

/** Turns the names that `go install -v` prints into a line every ten seconds. */
class BuildProgress {
  private readonly startedAt = Date.now();
  private fetched = 0;
  private compiled = 0;
  private lines: string[] = [];
  private readonly timer: NodeJS.Timeout;

  constructor(report: (line: string) => void) {
    this.timer = setInterval(() => report(this.line()), 10_000);
  }

  read(text: string): void {
    for (const line of text.split('\n').filter(Boolean)) {
      if (line.startsWith('go: downloading')) this.fetched += 1;
      else this.compiled += 1;
      this.lines = [...this.lines.slice(-4), line];
    }
  }

  lastWords(): string {
    return this.lines.join(' ').slice(0, 400);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private line(): string {
    const seconds = Math.round((Date.now() - this.startedAt) / 1000);
    return `  ${seconds} s: ${this.fetched} modules fetched, ${this.compiled} packages compiled.`;
  }
}
