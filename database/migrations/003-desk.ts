import { ownMunicipality } from './own-municipality';

/** Who signs in at the desk. Sessions keep only the hash of their secret, like those of links. */
export const desk = `
create table official (
  municipality_id text not null references municipality,
  subject text not null,
  name text not null,
  email text not null,
  last_seen_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (municipality_id, subject)
);

create table official_session (
  id uuid primary key,
  municipality_id text not null,
  subject text not null,
  roles jsonb not null,
  secret_sha256 text not null unique,
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  foreign key (municipality_id, subject) references official
);

${ownMunicipality('official')}
${ownMunicipality('official_session', { appendOnly: true })}
grant delete on official_session to samverkan_app;
`;
