import { ownMunicipality } from './own-municipality';

/** The development plan, a version each time it is decided on; apart from the agreement's versions. */
export const developmentPlans = `
create table plan_version (
  municipality_id text not null references municipality,
  version integer not null,
  year integer not null,
  case_id uuid not null unique references cases,
  content jsonb not null,
  sha256 text not null,
  decided_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (municipality_id, version)
);
${ownMunicipality('plan_version', { appendOnly: true })}
`;
