import { ownMunicipality } from './own-municipality';

/**
 * Several people may be asked at once: a round of tasks with a rule. Cases can be paused and ended
 * by a person, and what people do to a case beside answering is kept with its reason.
 */
export const rounds = `
create table round (
  municipality_id text not null references municipality,
  case_id uuid not null references cases,
  step_key text not null,
  rule jsonb not null,
  in_order boolean not null,
  state text not null check (state in ('open', 'decided', 'closed')),
  outcome text,
  opened_at timestamptz not null,
  ended_at timestamptz,
  recorded_at timestamptz not null default now(),
  primary key (case_id, step_key),
  check ((state = 'decided') = (outcome is not null))
);

alter table task
  add column position integer not null default 0,
  add column capacity text,
  add column remind_at jsonb not null default '[]',
  add column outcome text,
  add column passed_on text check (passed_on in ('delegated', 'conflict', 'reassigned')),
  drop constraint task_state_check,
  drop constraint task_case_id_step_key_key,
  add constraint task_state_check
    check (state in ('waiting', 'open', 'answered', 'closed', 'passedOn')),
  add constraint task_is_passed_on check ((state = 'passedOn') = (passed_on is not null));
create unique index task_seat on task (case_id, step_key, position) where state <> 'passedOn';

-- Row-level security would hide every row from an owner who is no superuser.
alter table task no force row level security;
alter table submission no force row level security;
alter table step no force row level security;

update task set outcome = coalesce(submission.answers ->> 'outcome', 'answered')
  from submission where submission.id = task.submission_id;
update task set remind_at = step.result -> 'task' -> 'remindAt'
  from step where step.case_id = task.case_id and step.step_key = task.step_key;
insert into round (municipality_id, case_id, step_key, rule, in_order, state, outcome, opened_at, ended_at)
  select municipality_id, case_id, step_key, '{"kind":"first"}', false,
    case when state = 'answered' and consumed_at is not null then 'decided'
      when state = 'closed' then 'closed' else 'open' end,
    case when consumed_at is not null then outcome end,
    opened_at, coalesce(closed_at, consumed_at)
  from task;
update step
  set result = jsonb_build_object('tasks',
    jsonb_build_array(jsonb_set(result -> 'task', '{round}', to_jsonb(step_key))))
  where result ? 'task';

alter table task force row level security;
alter table submission force row level security;
alter table step force row level security;

alter table cases
  add column paused_at timestamptz,
  add column ending text check (ending in ('withdrawn', 'cancelled', 'lapsed', 'declined'));

alter table outbox
  drop constraint outbox_kind_check,
  add constraint outbox_kind_check check (kind in ('start', 'look', 'deliver', 'retry'));

create table intervention (
  id uuid primary key,
  municipality_id text not null references municipality,
  case_id uuid not null references cases,
  task_id uuid references task,
  kind text not null,
  actor text not null,
  by text,
  reason text not null,
  at timestamptz not null,
  recorded_at timestamptz not null default now()
);
create index intervention_of_case on intervention (case_id);
${ownMunicipality('round')}
${ownMunicipality('intervention', { appendOnly: true })}
`;
