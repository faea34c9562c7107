import { ownMunicipality } from './own-municipality';

/** Decisions by a point of the delegation order, as it was then, until the committee has been told of them. */
export const delegatedDecisions = `
create table delegated_decision (
  id uuid primary key,
  municipality_id text not null references municipality,
  case_id uuid not null references cases,
  task_id uuid not null unique references task,
  committee text not null,
  delegation text not null,
  decision text not null,
  decided_at timestamptz not null,
  reported_on date,
  reported_by text,
  recorded_at timestamptz not null default now()
);
create index delegated_decision_unreported
  on delegated_decision (municipality_id, decided_at) where reported_on is null;
${ownMunicipality('delegated_decision')}
`;
