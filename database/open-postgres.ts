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

const reconnectAfterMs = 1000;

/** PostgreSQL 15 or newer by URL. The login role must be allowed to create and grant `samverkan_app` once. */
export async function openPostgres(url: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: 10, types });
  // A connection that breaks while idle is replaced at its next use; one that breaks between two
  // statements of a transaction fails the next of them. Unheard, either would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  await migrateWithPool(pool);
  const db = new Kysely<Tables>({ dialect: preparingDialect(pool) });
  const stops = new Set<() => Promise<void>>();
  return {
    kind: 'postgres',
    transaction: (municipalityId, work) => municipalityTransaction(db, municipalityId, work),
    onCaseEvent: async (listener) => {
      const stop = await listen(url, listener);
      stops.add(stop);
      return stop;
    },
    ping: async () => {
      await pool.query('select 1');
    },
    close: async () => {
      await Promise.all([...stops].map((stop) => stop()));
      await db.destroy();
      // Kysely leaves a pool alone that it has never used.
      if (!pool.ended) await pool.end();
    },
  };
}

async function migrateWithPool(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await migrate({
      query: async (sql) => {
        // Several statements give several results; the last one's rows are the answer.
        const result = await client.query<Record<string, unknown>>(sql);
        return { rows: [result].flat().at(-1)?.rows ?? [] };
      },
    });
  } finally {
    client.release();
  }
}

/** A connection of its own that listens, and comes back when it was cut. */
async function listen(url: string, listener: CaseListener): Promise<() => Promise<void>> {
  let client: pg.Client | undefined;
  let stopped = false;
  const connect = async () => {
    client = new pg.Client({ connectionString: url });
    client.on('notification', ({ payload }) => listener(parseCaseEvent(payload ?? '')));
    client.on('error', reconnect);
    await client.connect();
    await client.query(`listen ${caseChannel}`);
  };
  const reconnect = () => {
    void client?.end().catch(() => {});
    client = undefined;
    if (!stopped) setTimeout(() => void connect().catch(reconnect), reconnectAfterMs).unref();
  };
  await connect();
  return async () => {
    stopped = true;
    await client?.end().catch(() => {});
  };
}
