import { ownMunicipality } from './own-municipality';

/**
 * Bodies of a municipality with their names, members and meetings over the years; the matters that
 * are sent to them; what they have decided and what happened to that.
 */
export const committees = `
create table committee (
  municipality_id text not null references municipality,
  id text not null,
  kind text not null,
  number_style jsonb not null,
  secretary_name text not null,
  secretary_email text not null,
  secretary_shared boolean not null,
  ended_on date,
  successor text,
  recorded_at timestamptz not null default now(),
  primary key (municipality_id, id),
  foreign key (municipality_id, successor) references committee (municipality_id, id)
);

create table committee_name (
  municipality_id text not null,
  committee text not null,
  from_day date not null,
  name jsonb not null,
  recorded_by text,
  recorded_at timestamptz not null default now(),
  primary key (municipality_id, committee, from_day),
  foreign key (municipality_id, committee) references committee (municipality_id, id)
);

create table committee_member (
  id uuid primary key,
  municipality_id text not null,
  committee text not null,
  name text not null,
  party text not null,
  seat text not null check (seat in ('chair', 'viceChair', 'member', 'substitute')),
  from_day date not null,
  to_day date,
  recorded_at timestamptz not null default now(),
  foreign key (municipality_id, committee) references committee (municipality_id, id)
);

create table meeting (
  id uuid primary key,
  municipality_id text not null,
  committee text not null,
  day date not null,
  cancelled_at timestamptz,
  recorded_at timestamptz not null default now(),
  foreign key (municipality_id, committee) references committee (municipality_id, id)
);
create unique index meeting_of_a_day on meeting (municipality_id, committee, day)
  where cancelled_at is null;

create table matter (
  municipality_id text not null,
  parent_case_id uuid not null references cases,
  round_key text not null,
  position integer not null,
  committee text not null,
  part text not null check (part in ('opine', 'prepare', 'decide')),
  proposal text not null,
  case_id uuid unique references cases,
  meeting_id uuid references meeting,
  recorded_at timestamptz not null default now(),
  primary key (parent_case_id, round_key, position),
  foreign key (municipality_id, committee) references committee (municipality_id, id)
);
create index matter_of_meeting on matter (meeting_id);

create table circulation (
  municipality_id text not null references municipality,
  case_id uuid not null references cases,
  round_key text not null,
  turns text not null check (turns in ('atOnce', 'inOrder', 'byPart')),
  opened_at timestamptz not null,
  ended_at timestamptz,
  primary key (case_id, round_key)
);

create table committee_decision (
  id uuid primary key,
  municipality_id text not null,
  case_id uuid not null references cases,
  task_id uuid not null references task,
  submission_id uuid not null references submission,
  committee text not null,
  meeting_day date not null,
  paragraph text not null,
  outcome text not null,
  report_version integer not null,
  corrects uuid unique references committee_decision,
  recorded_by text not null,
  at timestamptz not null,
  recorded_at timestamptz not null default now(),
  foreign key (municipality_id, committee) references committee (municipality_id, id)
);
create unique index committee_decision_of_task on committee_decision (task_id) where corrects is null;
create index committee_decision_by_task on committee_decision (task_id);
create index committee_decision_of_case on committee_decision (case_id, at);

create table decision_event (
  id uuid primary key,
  municipality_id text not null references municipality,
  decision_id uuid not null references committee_decision,
  kind text not null,
  day date not null,
  note text,
  recorded_by text,
  at timestamptz not null,
  position integer generated always as identity,
  recorded_at timestamptz not null default now()
);
create index decision_event_of_decision on decision_event (decision_id, position);

alter table task drop constraint task_identified_by_check;
alter table task add constraint task_identified_by_check
  check (identified_by in ('mailbox', 'mailboxAndCode', 'paper', 'forum', 'signIn'));
alter table letter drop constraint letter_link_check;
alter table letter add constraint letter_link_check check (link in ('task', 'case', 'desk'));
${ownMunicipality('committee')}
${ownMunicipality('committee_name', { appendOnly: true })}
${ownMunicipality('committee_member')}
${ownMunicipality('meeting')}
${ownMunicipality('matter')}
${ownMunicipality('circulation')}
${ownMunicipality('committee_decision', { appendOnly: true })}
${ownMunicipality('decision_event', { appendOnly: true })}
`;
