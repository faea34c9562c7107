import { keepRunning } from '../../worker/keep-running';
import { SetupError } from '../project';
import type { ExternalTemporal } from '../temporal/find-server';
import { prepareNamespace } from '../temporal/ready';
import {
  namespace as ownNamespace,
  startTemporalServer,
  type TemporalBinary,
  type TemporalServerOptions,
} from '../temporal/server-process';
import type { Parts } from './parts';

export interface TemporalOptions {
  found: TemporalBinary | ExternalTemporal;
  namespace: string;
  directory: string;
  grpcPort: number;
  uiPort: number;
  report: (line: string) => void;
  /** Stops waiting for an answer. */
  signal: AbortSignal;
}

const patience = 10_000;

/**
 * Brings up Temporal with our namespace: an own server, started again on the same file whenever it
 * ends unasked, or the one that `TEMPORAL_ADDRESS` names.
 * @returns its address, host:port
 * @throws {SetupError} when the named one does not answer
 */
export async function startTemporal(options: TemporalOptions, parts: Parts): Promise<string> {
  const { found, namespace, signal } = options;
  if (found.kind === 'external') {
    await requireExternal(found.address, namespace, signal);
    return found.address;
  }
  const address = await startOwn({ ...options, found }, parts);
  if (namespace !== ownNamespace) await prepareNamespace(address, namespace, signal);
  return address;
}

async function startOwn(
  { found, directory, grpcPort, uiPort, report }: TemporalOptions & { found: TemporalBinary },
  parts: Parts,
): Promise<string> {
  const server: TemporalServerOptions = {
    binary: found,
    directory,
    grpcPort,
    uiPort,
    timeSkipping: false,
    store: { kind: 'sqlite' },
    report,
  };
  const kept = await keepRunning({
    onFault: () => report('The Temporal server has ended; starting it again on the same file.'),
    begin: async () => {
      const { exited, stop } = await startTemporalServer(server);
      return { ended: exited, stop: () => stop() };
    },
  });
  parts.add('Temporal', () => kept.stop());
  return `127.0.0.1:${grpcPort}`;
}

async function requireExternal(
  address: string,
  namespace: string,
  signal: AbortSignal,
): Promise<void> {
  try {
    await prepareNamespace(address, namespace, signal, patience);
  } catch {
    throw new SetupError(
      `No Temporal server answers at ${address}: start it, correct TEMPORAL_ADDRESS, or unset ` +
        'TEMPORAL_ADDRESS to have a server started here.',
    );
  }
}
