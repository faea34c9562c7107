import { ownMunicipality } from './own-municipality';

/** Complaints and unclear matters that somebody has raised, each a case of its own. */
export const dialogues = `
create table dialogue (
  case_id uuid primary key references cases,
  municipality_id text not null references municipality,
  follow_up_case_id uuid not null references cases,
  task_id uuid not null references task,
  party_id uuid references party,
  office_id text,
  theme text not null,
  wording_sha256 text not null,
  recorded_at timestamptz not null default now(),
  unique (task_id, wording_sha256),
  check (party_id is not null or office_id is not null)
);
create index dialogue_of_follow_up on dialogue (follow_up_case_id);
${ownMunicipality('dialogue')}
`;
