import { sql } from 'kysely';
import type { Database } from '../../database/open';

/** Every row of a municipality, table by table as the catalogue names them, ready to be compared. */
export function dumpRows(
  database: Database,
  municipalityId: string,
): Promise<Record<string, string[]>> {
  return database.transaction(municipalityId, async (tx) => {
    const tables = await sql<{ name: string }>`
      select table_name as name from information_schema.table_privileges
      where table_schema = 'public' and grantee = 'samverkan_app' and privilege_type = 'SELECT'
      order by table_name`.execute(tx);
    const dump: Record<string, string[]> = {};
    for (const { name } of tables.rows) {
      const { rows } = await sql<{ row: string }>`
        select md5(t::text) || ' ' || left(t::text, 200) as row from ${sql.table(name)} t order by 1
      `.execute(tx);
      dump[name] = rows.map(({ row }) => row);
    }
    return dump;
  });
}
