import { ownMunicipality } from './own-municipality';

/**
 * Focus areas: what there was to choose between, and what was chosen after the follow-up of a year. And who
 * has decided on a version of the development plan; null of those from before this was kept.
 */
export const focusAreas = `
create table focus_list (
  municipality_id text not null references municipality,
  year integer not null,
  version integer not null,
  case_id uuid not null references cases,
  kind text not null check (kind in ('vote', 'tie')),
  content jsonb not null,
  made_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (municipality_id, year, version)
);
${ownMunicipality('focus_list', { appendOnly: true })}

create table focus_result (
  municipality_id text not null references municipality,
  year integer not null,
  case_id uuid not null unique references cases,
  content jsonb not null,
  sha256 text not null,
  decided_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (municipality_id, year)
);
${ownMunicipality('focus_result', { appendOnly: true })}

alter table plan_version add column decided_by jsonb;
`;
