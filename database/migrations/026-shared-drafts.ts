import { ownMunicipality } from './own-municipality';

/**
 * What several people have written in one form before it is sent, and links that let them. Nothing of it
 * outlives the question: whatever closes the task removes its draft, in the same transaction.
 */
export const sharedDrafts = `
create table task_draft (
  municipality_id text not null references municipality,
  task_id uuid primary key references task,
  answers jsonb not null,
  revision integer not null,
  changed_at timestamptz not null,
  recorded_at timestamptz not null default now()
);
${ownMunicipality('task_draft')}
grant delete on task_draft to samverkan_app;

alter table link add column part boolean not null default false;
alter table link add constraint link_part_of_task check (not part or task_id is not null);

create function end_task_draft() returns trigger language plpgsql as $$
begin
  delete from task_draft where municipality_id = new.municipality_id and task_id = new.id;
  return null;
end $$;
create trigger task_draft_ends after update of state on task
  for each row when (old.state = 'open' and new.state <> 'open')
  execute function end_task_draft();
`;
