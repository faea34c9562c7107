import { findTemporalBinary } from '../../../../scripts/temporal/find-server';
import { startTemporalServer } from '../../../../scripts/temporal/server-process';

/** One Temporal server for all suites, a process of its own kind: here workflows may skip time. */
export async function start(directory: string) {
  const server = await startTemporalServer({
    binary: await findTemporalBinary({ report: console.log }),
    directory,
    timeSkipping: true,
    store: { kind: 'sqlite' },
  });
  return { where: { address: server.address }, stop: () => server.stop() };
}
