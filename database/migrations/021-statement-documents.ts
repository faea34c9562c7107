import { ownMunicipality } from './own-municipality';

/**
 * Statements that somebody at the desk has asked for as documents. The worker makes them, so there is word
 * for it in the outbox as there is of cases.
 */
export const statementDocuments = `
create table statement_request (
  id uuid primary key,
  municipality_id text not null references municipality,
  committee text not null,
  year integer not null,
  language text not null,
  entries integer not null,
  requested_by text not null,
  requested_at timestamptz not null,
  recorded_at timestamptz not null default now()
);
${ownMunicipality('statement_request', { appendOnly: true })}

alter table outbox add column statement_id uuid;
`;
