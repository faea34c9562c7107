import { Conductor } from '../../scripts/rehearsal/conductor';
import type { DatabaseKind } from './databases';
import type { OwnTemporal } from './own-temporal';
import { startSystem, type System, type SystemOptions } from './system';

/** A system and the conductor that keeps its calendar. */
export interface Conducted {
  system: System;
  conductor: Conductor;
  /** Ends both, the conductor first. */
  close: () => Promise<void>;
}

/** Starts a system whose calendar a conductor keeps, on a Temporal server of its own. */
export async function startConducted(
  kind: DatabaseKind,
  temporal: OwnTemporal,
  options: SystemOptions = {},
): Promise<Conducted> {
  const connection = await temporal.connect();
  const conductor = new Conductor(connection.client);
  const system = await startSystem(kind, {
    temporal: connection,
    clock: conductor.clock,
    wake: (taskQueue) => conductor.wake(taskQueue),
    ...options,
  });
  const close = () => {
    conductor.stop();
    return system.close();
  };
  return { system, conductor, close };
}
