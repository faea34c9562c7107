import type { Logger } from 'pino';
import type { Database } from '../../database/database';
import { forgetRegistrations } from '../../database/repositories/forum.repository';
import { registrationYears } from '../../domain/forum/registration-years';
import type { Clock } from '../clock';

const intervalMs = 3_600_000;

export interface Weeder {
  /** Weeds once. */
  weed(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Takes away, every hour, what is not to be known any more although its case has ended and nothing runs that
 * could: who had registered for a forum. After a failure it is done at the next hour.
 */
export function startWeeder(options: {
  database: Database;
  municipalityIds: readonly string[];
  clock: Clock;
  log: Logger;
}): Weeder {
  const { database, municipalityIds, clock, log } = options;
  let running: Promise<void> | undefined;

  const weedAll = async () => {
    const closedBy = new Date(clock());
    closedBy.setUTCFullYear(closedBy.getUTCFullYear() - registrationYears);
    for (const id of municipalityIds) {
      const weeded = await database.transaction(id, (tx) => forgetRegistrations(tx, id, closedBy));
      if (weeded > 0) log.info({ weeded }, 'registrations for forums were weeded');
    }
  };
  const weed = () => {
    running ??= weedAll().finally(() => {
      running = undefined;
    });
    return running;
  };
  const attempt = () => {
    void weed().catch((error: Error) => {
      log.warn({ error: error.name }, 'could not weed, will try again');
    });
  };
  const timer = setInterval(attempt, intervalMs);
  attempt();
  return {
    weed,
    async stop() {
      clearInterval(timer);
      await running?.catch(() => {});
    },
  };
}
