import { ownMunicipality } from './own-municipality';

/** An address in an application that mail does not reach stays as it was written; letters go to the right one. */
export const correctedAddresses = `
create table corrected_address (
  id uuid primary key,
  municipality_id text not null references municipality,
  case_id uuid not null references cases,
  wrong_email text not null,
  email text not null,
  corrected_at timestamptz not null,
  position integer generated always as identity,
  recorded_at timestamptz not null default now()
);
create index corrected_address_case on corrected_address (municipality_id, case_id);
${ownMunicipality('corrected_address', { appendOnly: true })}
`;
