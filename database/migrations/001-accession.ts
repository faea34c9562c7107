import { ownMunicipality } from './own-municipality';

/** Every table carries its municipality; row-level security is the second lock behind the repositories. */
export const accession = `
create table municipality (
  id text primary key,
  name text not null
);

create table agreement_version (
  id uuid primary key,
  municipality_id text not null references municipality,
  version integer not null,
  adopted_on text not null,
  effective_from text not null,
  texts jsonb not null,
  fingerprint text not null,
  recorded_at timestamptz not null default now(),
  unique (municipality_id, version)
);

create table number_series (
  municipality_id text not null references municipality,
  committee text not null,
  year integer not null,
  last integer not null,
  primary key (municipality_id, committee, year)
);

create table cases (
  id uuid primary key,
  municipality_id text not null references municipality,
  process text not null,
  number text not null,
  number_key text not null,
  state text not null,
  language text not null,
  organisation_name text not null,
  organisation_number text,
  agreement_version_id uuid references agreement_version,
  phase jsonb not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  recorded_at timestamptz not null default now(),
  unique (municipality_id, number_key)
);
create unique index cases_one_open_per_organisation
  on cases (municipality_id, process, organisation_number)
  where closed_at is null and organisation_number is not null;
create index cases_open on cases (municipality_id, opened_at) where closed_at is null;

create table submission (
  id uuid primary key,
  municipality_id text not null references municipality,
  case_id uuid not null references cases,
  task_id uuid,
  form_reference text not null,
  language text not null,
  answers jsonb not null,
  sha256 text not null,
  submission_key uuid,
  submitted_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  unique (municipality_id, submission_key)
);
create index submission_of_case on submission (case_id);

create table task (
  id uuid primary key,
  municipality_id text not null references municipality,
  case_id uuid not null references cases,
  step_key text not null,
  kind text not null,
  form_reference text not null,
  assignee_role text not null,
  assignee_name text not null,
  assignee_email text not null,
  language text not null,
  document_sha256 text,
  state text not null check (state in ('open', 'answered', 'closed')),
  opened_at timestamptz not null,
  deadline date not null,
  link_generation integer not null default 1,
  submission_id uuid references submission,
  answered_at timestamptz,
  consumed_at timestamptz,
  closed_at timestamptz,
  recorded_at timestamptz not null default now(),
  unique (case_id, step_key),
  check ((state = 'answered') = (submission_id is not null))
);

create table link (
  id uuid primary key,
  municipality_id text not null references municipality,
  case_id uuid not null references cases,
  task_id uuid references task,
  generation integer not null,
  recipient_email text not null,
  document_sha256 text,
  token_sha256 text not null unique,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  recorded_at timestamptz not null default now()
);

create table link_session (
  id uuid primary key,
  municipality_id text not null references municipality,
  link_id uuid not null references link,
  secret_sha256 text not null unique,
  expires_at timestamptz not null,
  recorded_at timestamptz not null default now()
);

create table letter (
  id uuid primary key,
  municipality_id text not null references municipality,
  case_id uuid not null references cases,
  task_id uuid references task,
  letter_key text not null,
  template text not null,
  recipient_name text not null,
  recipient_email text not null,
  language text not null,
  ordinal integer not null,
  attachments jsonb not null,
  link text check (link in ('task', 'case')),
  state text not null default 'pending' check (state in ('pending', 'sent', 'failed')),
  failure_code text,
  created_at timestamptz not null,
  sent_at timestamptz,
  position integer generated always as identity,
  recorded_at timestamptz not null default now(),
  unique (case_id, letter_key)
);
create index letter_pending on letter (municipality_id, case_id) where state = 'pending';

create table document (
  id uuid primary key,
  municipality_id text not null references municipality,
  case_id uuid references cases,
  document_key text not null,
  kind text not null,
  language text not null,
  title text not null,
  bytes bytea not null,
  size integer not null,
  sha256 text not null,
  created_at timestamptz not null,
  position integer generated always as identity,
  recorded_at timestamptz not null default now(),
  unique (municipality_id, document_key)
);
create index document_of_case on document (case_id);

create table step (
  municipality_id text not null references municipality,
  case_id uuid not null references cases,
  step_key text not null,
  result jsonb not null,
  recorded_at timestamptz not null default now(),
  primary key (case_id, step_key)
);

create table audit (
  municipality_id text not null references municipality,
  case_id uuid not null references cases,
  sequence integer not null,
  at timestamptz not null,
  actor text not null,
  event text not null,
  details jsonb not null,
  previous_sha256 text not null,
  sha256 text not null,
  recorded_at timestamptz not null default now(),
  primary key (case_id, sequence)
);

create table outbox (
  id integer primary key generated always as identity,
  municipality_id text not null references municipality,
  case_id uuid not null references cases,
  task_id uuid,
  kind text not null check (kind in ('start', 'look', 'deliver')),
  created_at timestamptz not null,
  sent_at timestamptz,
  consumed_at timestamptz,
  recorded_at timestamptz not null default now()
);
create index outbox_open on outbox (municipality_id, id) where consumed_at is null;

create table party (
  id uuid primary key,
  municipality_id text not null references municipality,
  case_id uuid not null unique references cases,
  organisation_name text not null,
  organisation_number text,
  legal_form text,
  coordinator_name text not null,
  coordinator_email text not null,
  agreement_version_id uuid not null references agreement_version,
  acceded_on date not null,
  ended_on date,
  recorded_at timestamptz not null default now()
);
create index party_current on party (municipality_id, organisation_name) where ended_on is null;

create table attention (
  id uuid primary key,
  municipality_id text not null references municipality,
  case_id uuid not null references cases,
  attention_key text not null,
  code text not null,
  raised_at timestamptz not null,
  resolved_at timestamptz,
  recorded_at timestamptz not null default now(),
  unique (case_id, attention_key)
);
`;

const owned = [
  'agreement_version',
  'number_series',
  'cases',
  'submission',
  'task',
  'link',
  'link_session',
  'letter',
  'document',
  'step',
  'audit',
  'outbox',
  'party',
  'attention',
];

/** What is written once: the application role may add and read, never change or remove. */
const appendOnly = ['agreement_version', 'submission', 'document', 'step', 'audit'];

export const accessionSecurity = [
  ownMunicipality('municipality', { key: 'id' }),
  ...owned.map((table) => ownMunicipality(table, { appendOnly: appendOnly.includes(table) })),
  'grant delete on link_session to samverkan_app;',
].join('\n');
