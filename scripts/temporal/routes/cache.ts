import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { executable, outputOf, type Route, type RouteContext, type RouteResult } from '../route';
import { builtServer, findVersion, format, judgeCli } from '../versions';

/** What an earlier start built or fetched. */
export const cached: Route = async (context) => {
  const server = await cachedServer(context);
  return 'passedOver' in server ? cachedCli(context, server) : server;
};

/** The server that `go install` left in the cache. */
async function cachedServer({ cache, env }: RouteContext): Promise<RouteResult> {
  const path = join(cache, executable('server'));
  if (!existsSync(path)) return { passedOver: `The cache ${cache} is empty.` };
  const version = findVersion((await outputOf(path, ['--version'], env)) ?? '');
  if (version && format(version) === format(builtServer)) {
    return { kind: 'server', path, version: format(version), route: 'cache' };
  }
  return { passedOver: `${path} does not run as Temporal server ${format(builtServer)}.` };
}

/** The command line that the SDK left in the cache. */
async function cachedCli(
  { cache, env }: RouteContext,
  otherwise: RouteResult,
): Promise<RouteResult> {
  const path = join(cache, executable('temporal'));
  if (!existsSync(path)) return otherwise;
  const text = (await outputOf(path, ['--version'], env)) ?? '';
  const verdict = judgeCli(text);
  if ('shortcoming' in verdict) return { passedOver: `${path} ${verdict.shortcoming}.` };
  return { kind: 'cli', path, version: verdict.server, route: 'cache' };
}
