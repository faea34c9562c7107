import { ownMunicipality } from './own-municipality';

/**
 * Who has said that they come to a dialogue forum. Nobody has to; what somebody needs to be able to take
 * part is forgotten when the forum has been.
 */
export const forums = `
create table forum_registration (
  id uuid primary key,
  municipality_id text not null references municipality,
  case_id uuid not null references cases,
  name text not null,
  email text not null,
  email_key text not null,
  organisation text,
  language text not null,
  needs text,
  registered_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  unique (case_id, email_key)
);
${ownMunicipality('forum_registration')}
create index case_begun_from on cases (municipality_id, begun_from) where begun_from is not null;
`;
