import { sql } from 'kysely';
import type { Database } from '../../database/open';

/**
 * Has the database refuse rows of a table, with an error that quotes all they hold. Returns how to
 * have it take them again, which may be called twice.
 * @param condition about `new`, as in a trigger
 */
export async function refuseRows(
  database: Database,
  table: string,
  condition: string,
): Promise<() => Promise<void>> {
  const name = `refuse_${table}`;
  await asOwner(
    database,
    `create function ${name}() returns trigger language plpgsql as $$
     begin raise exception 'refused: %', new; end $$`,
    `create trigger ${name} before insert on ${table} for each row when (${condition})
     execute function ${name}()`,
  );
  return () =>
    asOwner(
      database,
      `drop trigger if exists ${name} on ${table}`,
      `drop function if exists ${name}`,
    );
}

/** Runs statements that the application's role may not. */
export async function asOwner(database: Database, ...statements: string[]): Promise<void> {
  await database.transaction('sodertalje', async (tx) => {
    for (const statement of ['set local role none', ...statements]) {
      await sql.raw(statement).execute(tx);
    }
  });
}
