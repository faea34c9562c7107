import type { Logger } from 'pino';
import type { Database } from '../../database/database';
import {
  markRelayed,
  rowsToRelay,
  type WordToRelay,
} from '../../database/repositories/outbox.repository';
import type { Clock } from '../clock';
import type { WakeWorkflow } from './wake-workflow';

const batchSize = 20;
/** A row that was sent but not consumed is sent again after this long: the word may have been lost with Temporal's store. */
const sendAgainAfterMs = 60_000;
const idleCheckMs = 5_000;

export interface OutboxRelay {
  /** There may be new rows. */
  nudge(): void;
  stop(): Promise<void>;
}

/**
 * Carries word from the outbox to the workflows. It says only "look"; a row ends when the workflow
 * has consumed it, so word that is lost on the way is sent again, and word sent twice is harmless.
 */
export function startOutboxRelay(options: {
  database: Database;
  municipalityIds: readonly string[];
  wake: WakeWorkflow;
  clock: Clock;
  log: Logger;
}): OutboxRelay {
  const { database, municipalityIds, wake, clock, log } = options;
  let nudged = false;
  let stopped = false;
  let running: Promise<void> | undefined;

  /** Rows that were sent and are not marked yet: that waits for the next look, which comes anyway. */
  const unmarked = new Map<string, readonly number[]>();

  const look = async (municipalityId: string) => {
    const sent = unmarked.get(municipalityId) ?? [];
    const now = clock();
    const sentBefore = new Date(now.getTime() - sendAgainAfterMs);
    const rows = await database.transaction(municipalityId, async (tx) => {
      if (sent.length > 0) await markRelayed(tx, municipalityId, sent, now);
      return rowsToRelay(tx, municipalityId, sentBefore, batchSize);
    });
    unmarked.delete(municipalityId);
    return rows;
  };

  const relayMunicipality = async (municipalityId: string) => {
    for (;;) {
      const rows = await look(municipalityId);
      if (rows.length === 0 || stopped) return;
      const { sent, failure } = await relayRows(municipalityId, wake, rows);
      unmarked.set(municipalityId, sent);
      if (failure) throw failure;
      // Who adds a row after this has looked nudges after it.
      if (rows.length < batchSize) return;
    }
  };

  const tryMunicipality = async (municipalityId: string) => {
    try {
      await relayMunicipality(municipalityId);
    } catch (error) {
      // Temporal or the database is away: the rows stay, the next check takes them.
      log.warn({ error: (error as Error).name }, 'relay could not send, will try again');
    }
  };

  const run = async () => {
    while (nudged && !stopped) {
      nudged = false;
      for (const id of municipalityIds) await tryMunicipality(id);
    }
  };

  const nudge = () => {
    nudged = true;
    running ??= run().finally(() => {
      running = undefined;
      // Somebody may have nudged between the last look and here.
      if (nudged && !stopped) nudge();
    });
  };
  const timer = setInterval(nudge, idleCheckMs);
  nudge();
  return {
    nudge,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}

/** Sends what can be sent: one word that cannot go does not keep the others. */
async function relayRows(
  municipalityId: string,
  wake: WakeWorkflow,
  rows: readonly WordToRelay[],
): Promise<{ sent: number[]; failure: Error | undefined }> {
  const sent: number[] = [];
  let failure: Error | undefined;
  const relay = async ({ id, subjectId, process, phase, kind }: WordToRelay) => {
    await wake(process, { municipalityId, caseId: subjectId, ...phase }, kind);
    sent.push(id);
  };
  await Promise.all(
    rows.map((row) => relay(row).catch((error: unknown) => (failure = error as Error))),
  );
  return { sent, failure };
}
