import { ownMunicipality } from './own-municipality';

/**
 * What is asked of the contact point while letters of a case could not be delivered: one task for all of
 * them, with a last day.
 */
export const mending = `
create table mending (
  id uuid primary key,
  municipality_id text not null references municipality,
  case_id uuid not null references cases,
  opened_at timestamptz not null,
  deadline date,
  remind_at jsonb,
  told jsonb not null,
  last_moment text,
  closed_at timestamptz,
  recorded_at timestamptz not null default now()
);
create unique index one_open_mending on mending (case_id) where closed_at is null;
${ownMunicipality('mending')}

alter table outbox add column mending_id uuid;
`;
