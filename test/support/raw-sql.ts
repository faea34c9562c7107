import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import type { DatabasePlace } from './databases';

export interface Rows {
  rows: Record<string, unknown>[];
  /** How many rows a statement changed. */
  changed: number;
}

/** A connection as the database's superuser, around the product: for looking and for tampering. */
export interface RawConnection {
  query(sql: string, parameters?: readonly unknown[]): Promise<Rows>;
  close(): Promise<void>;
}

/** Opens one; on PGlite nobody else may have the directory open meanwhile. */
export function openRaw(where: DatabasePlace): Promise<RawConnection> {
  return 'url' in where ? openPostgres(where.url) : openPglite(where.directory);
}

async function openPostgres(url: string): Promise<RawConnection> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    async query(sql, parameters = []) {
      const { rows, rowCount } = await client.query<Record<string, unknown>>(sql, [...parameters]);
      return { rows, changed: rowCount ?? 0 };
    },
    close: () => client.end(),
  };
}

async function openPglite(directory: string): Promise<RawConnection> {
  const pglite = await PGlite.create({ dataDir: directory });
  return {
    async query(sql, parameters = []) {
      const result = await pglite.query<Record<string, unknown>>(sql, [...parameters]);
      return { rows: result.rows, changed: result.affectedRows ?? 0 };
    },
    close: () => pglite.close(),
  };
}
