import { PGlite, types } from '@electric-sql/pglite';
import { Kysely } from 'kysely';
import {
  caseChannel,
  municipalityTransaction,
  parseCaseEvent,
  type CaseListener,
  type Database,
} from './database';
import { migrate } from './migrate';
import { pgliteDialect } from './pglite-dialect';
import type { Tables } from './tables';

/** PGlite in this process, one process per directory. Dates stay text. */
export async function openPglite(directory: string): Promise<Database> {
  const pglite = await PGlite.create({
    dataDir: directory,
    parsers: { [types.DATE]: (value) => value },
  });
  await migrate({
    query: async (sql) => ({ rows: (await pglite.exec(sql)).at(-1)?.rows ?? [] }),
  });
  const db = new Kysely<Tables>({ dialect: pgliteDialect(pglite) });
  return {
    kind: 'pglite',
    transaction: (municipalityId, work) => municipalityTransaction(db, municipalityId, work),
    onCaseChanged: (listener: CaseListener) =>
      pglite.listen(caseChannel, (payload) => listener(parseCaseEvent(payload))),
    ping: async () => {
      if (pglite.closed) throw new Error('database is closed');
    },
    close: async () => {
      await db.destroy();
      await pglite.close();
    },
  };
}
