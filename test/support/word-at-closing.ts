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

/**
 * A decision is appealed a second time as soon as its process has looked at what was said last: before it can record what
 * it found. Returns how to stop that.
 */
export async function appealAfterLook(
  database: Database,
  { caseId, decisionId }: { caseId: string; decisionId: string },
): Promise<() => Promise<void>> {
  const name = 'appeal_after_look';
  await asOwner(
    database,
    `create function ${name}() returns trigger language plpgsql as $$
     begin
       if (select count(*) from decision_event
           where decision_id = '${decisionId}' and kind = 'appealed') > 1 then
         return null;
       end if;
       insert into decision_event (id, municipality_id, decision_id, kind, day, at)
         values (gen_random_uuid(), new.municipality_id, '${decisionId}', 'appealed', current_date, now());
       insert into outbox (municipality_id, case_id, kind, created_at)
         values (new.municipality_id, new.case_id, 'look', now());
       return null;
     end $$`,
    // At the end of the look's transaction: what it answers has been read by then.
    `create constraint trigger ${name} after update on outbox deferrable initially deferred for each row
     when (new.case_id = '${caseId}' and new.kind = 'look'
       and old.consumed_at is null and new.consumed_at is not null)
     execute function ${name}()`,
  );
  return () => asOwner(database, `drop trigger ${name} on outbox`, `drop function ${name}`);
}
