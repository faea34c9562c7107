import { ownMunicipality } from './own-municipality';

/** Tasks that a committee gives to offices in its decision, each a case of its own. */
export const commissions = `
create table commission (
  case_id uuid primary key references cases,
  municipality_id text not null,
  matter_case_id uuid not null references cases,
  task_id uuid not null references task,
  committee text not null,
  office text not null,
  wording_sha256 text not null,
  due_on date,
  reported_on date,
  recorded_at timestamptz not null default now(),
  unique (task_id, office, wording_sha256),
  foreign key (municipality_id, committee) references committee (municipality_id, id)
);
create index commission_of_matter on commission (matter_case_id);
${ownMunicipality('commission')}
`;
