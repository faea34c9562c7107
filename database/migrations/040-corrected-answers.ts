import { ownMunicipality } from './own-municipality';

/** What an official has answered and is wrong stays, and what is right instead points at it, once. */
export const correctedAnswers = `
create table corrected_answer (
  submission_id uuid primary key references submission,
  municipality_id text not null,
  case_id uuid not null references cases,
  task_id uuid not null references task,
  corrects uuid not null unique references submission,
  recorded_by text not null,
  reason text not null,
  at timestamptz not null,
  recorded_at timestamptz not null default now()
);
create index corrected_answer_of_case on corrected_answer (case_id);
${ownMunicipality('corrected_answer', { appendOnly: true })}
`;
