import type { Database } from './database';
import { openPglite } from './open-pglite';
import { openPostgres } from './open-postgres';

export type { Database } from './database';

/** Opens and migrates the database: PostgreSQL by URL, or PGlite in a directory of its own. */
export function openDatabase(where: { url: string } | { directory: string }): Promise<Database> {
  return 'url' in where ? openPostgres(where.url) : openPglite(where.directory);
}
