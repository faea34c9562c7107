import { ownMunicipality } from './own-municipality';

/**
 * The year's wheel of an agreement, and what it opens each year: many are asked at once, each with a
 * round of its own, and what they answer becomes a report.
 */
export const followUp = `
create table wheel (
  id uuid primary key,
  municipality_id text not null unique references municipality,
  begun_on date not null,
  recorded_at timestamptz not null default now()
);
${ownMunicipality('wheel')}

create table wheel_turn (
  municipality_id text not null references municipality,
  year integer not null,
  opens_on date not null,
  state text not null check (state in ('opened', 'planned', 'skipped')),
  case_id uuid unique references cases,
  recorded_at timestamptz not null default now(),
  primary key (municipality_id, year),
  check ((state = 'opened') = (case_id is not null))
);
${ownMunicipality('wheel_turn')}

create table wheel_act (
  id uuid primary key,
  municipality_id text not null,
  year integer not null,
  kind text not null,
  from_day date not null,
  to_day date not null,
  reason text not null,
  by text not null,
  at timestamptz not null,
  recorded_at timestamptz not null default now(),
  foreign key (municipality_id, year) references wheel_turn (municipality_id, year)
);
${ownMunicipality('wheel_act', { appendOnly: true })}

alter table outbox add column wheel_id uuid;

create table collection (
  municipality_id text not null references municipality,
  case_id uuid not null references cases,
  step_key text not null,
  kind text not null,
  deadline date not null,
  remind_at jsonb not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  recorded_at timestamptz not null default now(),
  primary key (case_id, step_key)
);
${ownMunicipality('collection')}

create table respondent (
  id uuid primary key,
  municipality_id text not null references municipality,
  case_id uuid not null,
  step_key text not null,
  position integer not null,
  side text not null check (side in ('municipality', 'sector')),
  kind text not null check (kind in ('organisation', 'office', 'company')),
  name text not null,
  party_id uuid references party,
  office_id text,
  task_id uuid unique references task,
  recorded_at timestamptz not null default now(),
  unique (case_id, step_key, position),
  foreign key (case_id, step_key) references collection (case_id, step_key),
  check (party_id is not null or office_id is not null)
);
create index respondent_of_party on respondent (municipality_id, party_id);
${ownMunicipality('respondent')}

create table follow_up_report (
  municipality_id text not null references municipality,
  case_id uuid not null references cases,
  version integer not null,
  content jsonb not null,
  sha256 text not null,
  made_at timestamptz not null,
  frozen_at timestamptz,
  published_at timestamptz,
  recorded_at timestamptz not null default now(),
  primary key (case_id, version)
);
${ownMunicipality('follow_up_report')}
`;
