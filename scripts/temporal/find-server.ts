import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheDirectory, SetupError } from '../project';
import type { Route, RouteContext } from './route';
import { cached } from './routes/cache';
import { goInstall } from './routes/go-install';
import { pathCli } from './routes/path-cli';
import { sdkDownload } from './routes/sdk-download';
import type { TemporalBinary } from './server-process';
import { builtServer, format, oldestCli, oldestGo } from './versions';

/** A server that somebody else runs. */
export interface ExternalTemporal {
  kind: 'external';
  /** host:port */
  address: string;
  route: 'TEMPORAL_ADDRESS';
}

export interface FindOptions {
  /** Where the project keeps what is large; `~/.cache/samverkan` unless told otherwise. */
  cache?: string;
  env?: NodeJS.ProcessEnv;
  /** Takes lines of progress; why a way was passed over only when none is left. */
  report?: (line: string) => void;
}

const atHand: readonly Route[] = [pathCli, cached];
const toBeHad: readonly Route[] = [sdkDownload, goInstall];

/**
 * A Temporal server: the one `TEMPORAL_ADDRESS` names, else a program to start.
 * @throws {SetupError} when there is none and none can be had.
 */
export async function findTemporal(
  options: FindOptions = {},
): Promise<ExternalTemporal | TemporalBinary> {
  const address = (options.env ?? process.env)['TEMPORAL_ADDRESS'];
  if (address) return { kind: 'external', address, route: 'TEMPORAL_ADDRESS' };
  return findTemporalBinary(options);
}

/**
 * A program that can be started as a Temporal server: the installed command line, the project's
 * cache, what the SDK fetches, what Go builds; in this order.
 * @throws {SetupError} when there is none and none can be had.
 */
export async function findTemporalBinary(options: FindOptions = {}): Promise<TemporalBinary> {
  const cache = join(options.cache ?? cacheDirectory(), `temporal-${format(builtServer)}`);
  const report = options.report ?? (() => undefined);
  await mkdir(cache, { recursive: true });
  const context: RouteContext = { cache, env: options.env ?? process.env, report };
  const passedOver: string[] = [];
  const found = await tryRoutes(atHand, context, passedOver);
  if (found) return found;
  report('No Temporal server is at hand yet; one is fetched or built, this once.');
  const had = await tryRoutes(toBeHad, context, passedOver);
  if (had) return had;
  passedOver.forEach(report);
  throw new SetupError(
    `No Temporal server was found and none can be built: install Go ${format(oldestGo)} or newer ` +
      `(https://go.dev/dl) or the temporal command line ${format(oldestCli)} or newer ` +
      `(https://docs.temporal.io/cli), or name a running server in TEMPORAL_ADDRESS.`,
  );
}

/** The first server that a way leads to; the other ways' reasons go to `passedOver`. */
async function tryRoutes(
  routes: readonly Route[],
  context: RouteContext,
  passedOver: string[],
): Promise<TemporalBinary | undefined> {
  for (const route of routes) {
    const result = await route(context);
    if (!('passedOver' in result)) return result;
    passedOver.push(result.passedOver);
  }
  return undefined;
}
