import { ownMunicipality } from './own-municipality';

/**
 * Who sits in a group such as the partnership group, with their days; what was done to it and why; and
 * questions that went on because whoever had them has left the group.
 */
export const groups = `
create table member_group (
  municipality_id text not null references municipality,
  id text not null,
  recorded_at timestamptz not null default now(),
  primary key (municipality_id, id)
);
${ownMunicipality('member_group')}

create table group_member (
  id uuid primary key,
  municipality_id text not null,
  group_id text not null,
  side text not null check (side in ('municipality', 'sector')),
  represents text not null,
  name text not null,
  email text not null,
  shared boolean not null,
  role text not null check (role in ('chair', 'member', 'substitute')),
  from_day date not null,
  to_day date,
  position integer not null,
  substitute_for uuid references group_member,
  replaces uuid references group_member,
  seat_closed boolean not null,
  end_told date,
  recorded_at timestamptz not null default now(),
  foreign key (municipality_id, group_id) references member_group (municipality_id, id),
  check (to_day is null or to_day >= from_day)
);
create index group_member_of_group on group_member (municipality_id, group_id);
${ownMunicipality('group_member')}

create table group_act (
  id uuid primary key,
  municipality_id text not null,
  group_id text not null,
  member_id uuid not null references group_member,
  kind text not null,
  day date,
  reason text not null,
  by text not null,
  at timestamptz not null,
  recorded_at timestamptz not null default now(),
  foreign key (municipality_id, group_id) references member_group (municipality_id, id)
);
create index group_act_of_group on group_act (municipality_id, group_id, at);
${ownMunicipality('group_act', { appendOnly: true })}

alter table task drop constraint task_passed_on_check;
alter table task add constraint task_passed_on_check
  check (passed_on in ('delegated', 'conflict', 'reassigned', 'left'));
`;
