import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { spawnScript } from '../../project';
import { makeOwnDirectory } from '../own-directory';
import { executable, outputOf, type Route } from '../route';
import { fetchedCli, format, judgeCli } from '../versions';

const patienceMilliseconds = 10_000;

/**
 * Temporal's SDK can fetch the command line. It knows no timeout, so it works in a process of its
 * own that is ended when its directory has not grown for ten seconds.
 */
export const sdkDownload: Route = async ({ cache, env, report }) => {
  const directory = await makeOwnDirectory(cache, 'download');
  try {
    report(`Fetching the temporal command line ${format(fetchedCli)} with Temporal's SDK.`);
    const fault = await download(directory, env);
    if (fault) return { passedOver: `The SDK could not fetch the command line: ${fault}.` };
    return await adopt(directory, cache, env);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
};

/** @returns why it failed, or undefined */
async function download(directory: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const child = spawnScript('scripts/temporal/sdk-download.ts', [directory], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env,
  });
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const stuck = new AbortController();
  const stopWatching = watchGrowth(directory, () => {
    stuck.abort();
    child.kill('SIGKILL');
  });
  const abandon = () => child.kill('SIGKILL');
  process.once('exit', abandon);
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(1));
    child.once('close', resolve);
  });
  process.off('exit', abandon);
  stopWatching();
  if (stuck.signal.aborted) return 'nothing arrived for ten seconds';
  return code === 0 ? undefined : firstFault(errors);
}

/** Calls `whenStuck` once the files in `directory` have kept their size for ten seconds. */
function watchGrowth(directory: string, whenStuck: () => void): () => void {
  let size = -1;
  let since = Date.now();
  const look = async () => {
    const now = await sizeOf(directory);
    if (now !== size) [size, since] = [now, Date.now()];
    else if (Date.now() - since >= patienceMilliseconds) whenStuck();
  };
  const timer = setInterval(() => void look(), 500);
  return () => clearInterval(timer);
}

async function sizeOf(directory: string): Promise<number> {
  const names = await readdir(directory).catch(() => []);
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(directory, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, names.length);
}

/** Moves the fetched program to its place in the cache. */
async function adopt(directory: string, cache: string, env: NodeJS.ProcessEnv) {
  const names = await readdir(directory);
  const name = names.find((each) => !each.endsWith('.downloading'));
  if (name === undefined) return { passedOver: 'The SDK fetched nothing.' };
  const text = (await outputOf(join(directory, name), ['--version'], env)) ?? '';
  const verdict = judgeCli(text);
  if ('shortcoming' in verdict) {
    return { passedOver: `The command line that the SDK fetched ${verdict.shortcoming}.` };
  }
  const path = join(cache, executable('temporal'));
  await rename(join(directory, name), path);
  return { kind: 'cli', path, version: verdict.server, route: 'sdk-download' } as const;
}

/** The first line that names an error, without its stack and without addresses. */
function firstFault(errors: string): string {
  const line = errors.split('\n').find((each) => /error/i.test(each));
  const [fault = ''] = (line ?? 'it ended without a reason').split(' for url (');
  return fault
    .replace(/^\W*Error:/, '')
    .trim()
    .slice(0, 200);
}
