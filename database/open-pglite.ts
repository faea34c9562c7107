import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { Kysely } from 'kysely';
import pg from 'pg';
import {
  caseChannel,
  municipalityTransaction,
  parseCaseEvent,
  type CaseListener,
  type Database,
} from './database';
import { migrate } from './migrate';
import { preparingDialect } from './prepared-statements';
import type { Tables } from './tables';
import { types } from './types';

/** PGlite in this process, one process per directory. */
export async function openPglite(directory: string): Promise<Database> {
  const pglite = await PGlite.create({ dataDir: directory });
  await migrate({
    query: async (sql) => ({ rows: (await pglite.exec(sql)).at(-1)?.rows ?? [] }),
  });
  // It is one session: transactions take turns, first come first served.
  const pool = new pg.Pool({ ...connectionTo(pglite), max: 1, idleTimeoutMillis: 0, types });
  const db = new Kysely<Tables>({ dialect: preparingDialect(pool) });
  const listeners = new Set<CaseListener>();
  pglite.onNotification((channel, payload) => {
    if (channel === caseChannel) listeners.forEach((heard) => heard(parseCaseEvent(payload)));
  });
  await pool.query(`listen ${caseChannel}`);
  return {
    kind: 'pglite',
    transaction: (municipalityId, work) => municipalityTransaction(db, municipalityId, work),
    onCaseEvent: async (listener) => {
      listeners.add(listener);
      return async () => void listeners.delete(listener);
    },
    ping: async () => {
      if (pglite.closed) throw new Error('database is closed');
    },
    close: async () => {
      await db.destroy();
      await pglite.close();
    },
  };
}

/** How `pg` reaches it. The messages of one statement are handed over at once. */
function connectionTo(pglite: PGlite): pg.PoolConfig {
  const held: Uint8Array[] = [];
  const atOnce: Pick<PGlite, 'waitReady' | 'execProtocolStream'> = {
    waitReady: pglite.waitReady,
    execProtocolStream: async (message, options) => {
      held.push(message);
      const [kind] = message;
      if (kind !== simpleQuery && kind !== sync) return [];
      return pglite.execProtocolStream(Buffer.concat(held.splice(0)), options);
    },
  };
  return createPgConfig(atOnce as unknown as PGlite);
}

/** The messages of the protocol after which the server answers. */
const simpleQuery = 'Q'.charCodeAt(0);
const sync = 'S'.charCodeAt(0);
