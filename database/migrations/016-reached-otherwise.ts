import { ownMunicipality } from './own-municipality';

/**
 * How a person in a case is reached from now on, other than the application says: by post, or by an e-mail
 * address that they have got. The last word about somebody counts; both null takes it back.
 */
export const reachedOtherwise = `
create table reached_otherwise (
  id uuid primary key,
  municipality_id text not null references municipality,
  case_id uuid not null references cases,
  name text not null,
  email text not null,
  new_email text,
  postal text,
  decided_at timestamptz not null,
  position integer generated always as identity,
  recorded_at timestamptz not null default now()
);
create index reached_otherwise_case on reached_otherwise (municipality_id, case_id);
${ownMunicipality('reached_otherwise', { appendOnly: true })}
`;
