import { ownMunicipality } from './own-municipality';

/**
 * The way to a municipality's first agreement: who is invited to it, what anybody has answered to its
 * survey, and the draft that it ends with.
 */
export const firstAgreements = `
create table invited_organisation (
  id uuid primary key,
  municipality_id text not null references municipality,
  case_id uuid not null references cases,
  position integer not null,
  name text not null,
  email text not null,
  language text not null,
  invited_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  unique (case_id, position)
);
${ownMunicipality('invited_organisation')}

alter table respondent add column invited_id uuid references invited_organisation;
alter table respondent drop constraint if exists respondent_check;
alter table respondent add constraint respondent_is_somebody
  check (party_id is not null or office_id is not null or invited_id is not null);

create table open_answer (
  id uuid primary key,
  municipality_id text not null references municipality,
  case_id uuid not null references cases,
  form_reference text not null,
  answers jsonb not null,
  sha256 text not null,
  submission_key text not null,
  answered_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  unique (municipality_id, submission_key)
);
create index open_answer_of_case on open_answer (case_id);
${ownMunicipality('open_answer', { appendOnly: true })}

create table agreement_draft (
  municipality_id text not null references municipality,
  case_id uuid primary key references cases,
  title text not null,
  summary text not null,
  met text not null,
  text text,
  file jsonb,
  sha256 text not null,
  handed_over_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  check (text is not null or file is not null)
);
${ownMunicipality('agreement_draft', { appendOnly: true })}
`;
