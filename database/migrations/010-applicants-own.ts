import { ownMunicipality } from './own-municipality';

/** What an applicant does at the status page: records added with a note, questions to a person, and whether the register shows the contact. */
export const applicantsOwn = `
alter table case_file add column note text;

alter table cases add column contact_published boolean;

create table case_question (
  id uuid primary key,
  municipality_id text not null references municipality,
  case_id uuid not null references cases,
  question text not null,
  phone text,
  asked_at timestamptz not null,
  recorded_at timestamptz not null default now()
);
create index case_question_case on case_question (municipality_id, case_id);
${ownMunicipality('case_question', { appendOnly: true })}
`;
