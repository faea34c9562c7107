import { ownMunicipality } from './own-municipality';

/**
 * What becomes of an organisation after its accession: who signs for it now, how it left, and the
 * history of both. A case may be about a party.
 */
export const parties = `
alter table party
  add column signatories jsonb,
  add column signing_rule text,
  add column ended_how text check (ended_how in ('withdrawn', 'merged', 'dissolved', 'excluded')),
  add column merged_into text,
  add column coordinator_postal text,
  add constraint party_ended_somehow check ((ended_on is null) = (ended_how is null));

alter table cases
  add column party_id uuid references party,
  add column once_by_organisation boolean not null default false;
create unique index case_open_about_party on cases (party_id) where closed_at is null;

-- Row-level security would hide every row from an owner who is no superuser.
alter table cases no force row level security;
update cases set once_by_organisation = true where process = 'accession';
alter table cases force row level security;
drop index cases_one_open_per_organisation;
create unique index cases_one_open_per_organisation
  on cases (municipality_id, process, organisation_number)
  where closed_at is null and organisation_number is not null and once_by_organisation;

create table party_event (
  id uuid primary key,
  municipality_id text not null references municipality,
  party_id uuid not null references party,
  case_id uuid not null references cases,
  event text not null,
  at timestamptz not null,
  recorded_at timestamptz not null default now(),
  unique (party_id, case_id, event)
);

alter table party no force row level security;
insert into party_event (id, municipality_id, party_id, case_id, event, at)
  select gen_random_uuid(), municipality_id, id, case_id, 'acceded', recorded_at from party;
alter table party force row level security;
${ownMunicipality('party_event', { appendOnly: true })}
`;
