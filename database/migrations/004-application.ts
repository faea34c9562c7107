import { ownMunicipality } from './own-municipality';

/**
 * Drafts of applications, the files that are uploaded to them, and whether a party's contact may be
 * shown. A file's content belongs to its draft until the application is sent. From then on it is a
 * record of the case and can neither change nor go.
 */
export const application = `
create table draft (
  id uuid primary key,
  municipality_id text not null references municipality,
  form_reference text not null,
  language text not null,
  answers jsonb not null,
  revision integer not null,
  email text,
  links_asked integer not null,
  links_sent integer not null,
  link_failure text,
  touched_at timestamptz not null,
  ended_at timestamptz,
  recorded_at timestamptz not null default now()
);
create index draft_open on draft (municipality_id) where ended_at is null;

create table draft_key (
  id uuid primary key,
  municipality_id text not null references municipality,
  draft_id uuid not null references draft on delete cascade,
  kind text not null check (kind in ('link', 'session')),
  secret_sha256 text not null unique,
  expires_at timestamptz not null,
  recorded_at timestamptz not null default now()
);
create index draft_key_of_draft on draft_key (draft_id);

create table upload (
  id uuid primary key,
  municipality_id text not null references municipality,
  draft_id uuid references draft,
  name text not null,
  media_type text,
  size integer not null,
  sha256 text,
  begun_at timestamptz not null,
  recorded_at timestamptz not null default now()
);
create index upload_of_draft on upload (draft_id);

create table upload_chunk (
  municipality_id text not null references municipality,
  upload_id uuid not null references upload on delete cascade,
  position integer not null,
  bytes bytea not null,
  recorded_at timestamptz not null default now(),
  primary key (upload_id, position)
);

create table case_file (
  id uuid primary key,
  municipality_id text not null references municipality,
  case_id uuid not null references cases,
  upload_id uuid not null unique references upload,
  name text not null,
  media_type text not null,
  size integer not null,
  sha256 text not null,
  filed_at timestamptz not null,
  recorded_at timestamptz not null default now()
);
create index case_file_of_case on case_file (case_id);

alter table outbox alter column case_id drop not null;
alter table outbox add column draft_id uuid;

alter table party add column contact_published boolean not null default false;
`;

const isNoRecord = (upload: string) =>
  `not exists (select from case_file where case_file.upload_id = ${upload})`;

/** The second lock on what has become a record: not even a forgotten condition changes or removes it. */
const recordsStay = `
create policy records_stay on upload as restrictive for delete to samverkan_app
  using (${isNoRecord('upload.id')});
create policy records_stay_as_they_are on upload as restrictive for update to samverkan_app
  using (${isNoRecord('upload.id')});
create policy records_stay on upload_chunk as restrictive for delete to samverkan_app
  using (${isNoRecord('upload_chunk.upload_id')});
create policy records_do_not_grow on upload_chunk as restrictive for insert to samverkan_app
  with check (${isNoRecord('upload_chunk.upload_id')});
`;

export const applicationSecurity = [
  ...['draft', 'draft_key', 'upload'].map((table) => ownMunicipality(table)),
  ...['upload_chunk', 'case_file'].map((table) => ownMunicipality(table, { appendOnly: true })),
  'grant delete on draft, draft_key, upload, upload_chunk to samverkan_app;',
  recordsStay,
].join('\n');
