import { ownMunicipality } from './own-municipality';

/**
 * What was recorded of a body and is wrong stays, and what is right instead points at it, once: its names, its
 * members, its end. Members are written once from now on: a term that ends is a row more. What an end handed over
 * is known by the matter, so that it can be given back.
 */
export const correctedBodies = `
alter table committee_name
  add column id uuid not null default gen_random_uuid(),
  add column corrects uuid,
  add column struck boolean not null default false,
  add column reason text,
  add column at timestamptz;
alter table committee_name drop constraint committee_name_pkey;
alter table committee_name add primary key (id);
alter table committee_name
  add constraint committee_name_corrects_once unique (corrects),
  add foreign key (corrects) references committee_name,
  add constraint committee_name_struck_by check (not struck or corrects is not null);
create index committee_name_of on committee_name (municipality_id, committee, from_day);

alter table committee_member
  add column corrects uuid unique references committee_member,
  add column how text check (how in ('ended', 'corrected', 'struck')),
  add column reason text,
  add column recorded_by text,
  add column at timestamptz,
  add constraint committee_member_how check ((how is null) = (corrects is null));
revoke update on committee_member from samverkan_app;

create table committee_ending (
  id uuid primary key,
  municipality_id text not null,
  committee text not null,
  how text not null check (how in ('ended', 'handedOver', 'corrected', 'struck')),
  ended_on date not null,
  successor text,
  corrects uuid unique references committee_ending,
  reason text,
  recorded_by text,
  at timestamptz,
  position integer generated always as identity,
  recorded_at timestamptz not null default now(),
  foreign key (municipality_id, committee) references committee (municipality_id, id),
  foreign key (municipality_id, successor) references committee (municipality_id, id)
);
create index committee_ending_of on committee_ending (municipality_id, committee, position);
insert into committee_ending (id, municipality_id, committee, how, ended_on, successor)
  select gen_random_uuid(), municipality_id, id, 'ended', ended_on, successor
  from committee where ended_on is not null;

create table handed_over (
  id uuid primary key,
  municipality_id text not null references municipality,
  ending_id uuid not null references committee_ending,
  parent_case_id uuid not null,
  round_key text not null,
  matter_position integer not null,
  received_by text not null,
  at timestamptz not null,
  recorded_at timestamptz not null default now(),
  foreign key (parent_case_id, round_key, matter_position) references matter (parent_case_id, round_key, position),
  foreign key (municipality_id, received_by) references committee (municipality_id, id)
);
create index handed_over_by_ending on handed_over (ending_id);
${ownMunicipality('committee_ending', { appendOnly: true })}
${ownMunicipality('handed_over', { appendOnly: true })}
`;
