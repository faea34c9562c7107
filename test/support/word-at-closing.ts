import type { Database } from '../../database/open';
import { asOwner } from './refuse-rows';

/**
 * Somebody says something in the very transaction in which a case is closed: after its process has looked
 * for the last time. Returns how to stop that.
 */
export async function sayWhileClosing(
  database: Database,
  caseId: string,
): Promise<() => Promise<void>> {
  const name = 'say_while_closing';
  await asOwner(
    database,
    `create function ${name}() returns trigger language plpgsql as $$
     begin
       insert into outbox (municipality_id, case_id, kind, created_at)
         values (new.municipality_id, new.id, 'look', new.closed_at);
       return null;
     end $$`,
    `create trigger ${name} after update on cases for each row
     when (new.id = '${caseId}' and old.closed_at is null and new.closed_at is not null)
     execute function ${name}()`,
  );
  return () => asOwner(database, `drop trigger ${name} on cases`, `drop function ${name}`);
}
