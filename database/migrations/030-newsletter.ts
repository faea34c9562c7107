import { ownMunicipality } from './own-municipality';

/**
 * Who wants the newsletter, the newsletters that were sent, and what proves that somebody who wanted it
 * no more was left alone: when and how, never who. A letter to a subscriber has no address of its own, so
 * that none is left when the subscriber goes.
 */
export const newsletters = `
create table newsletter_subscriber (
  id uuid primary key,
  municipality_id text not null references municipality,
  place integer generated always as identity,
  email text not null,
  email_key text not null,
  language text not null,
  asked_language text not null,
  asked_at timestamptz not null,
  asked integer not null,
  mailed integer not null default 0,
  confirmed_at timestamptz,
  refusals integer not null default 0,
  recorded_at timestamptz not null default now(),
  unique (municipality_id, email_key)
);
create index newsletter_subscriber_place on newsletter_subscriber (municipality_id, place);

create table newsletter_link (
  secret_sha256 text primary key,
  municipality_id text not null references municipality,
  subscriber_id uuid not null references newsletter_subscriber on delete cascade,
  kind text not null check (kind in ('confirm', 'unsubscribe')),
  expires_at timestamptz,
  recorded_at timestamptz not null default now()
);
create index newsletter_link_of_subscriber on newsletter_link (subscriber_id);

create table newsletter_departure (
  subscriber_id uuid primary key,
  municipality_id text not null references municipality,
  way text not null check (way in ('page', 'oneClick', 'desk', 'refused')),
  confirmed_at timestamptz,
  left_at timestamptz not null,
  recorded_at timestamptz not null default now()
);

create table newsletter (
  case_id uuid primary key references cases,
  municipality_id text not null references municipality,
  content jsonb not null,
  sha256 text not null,
  about_case_id uuid references cases,
  published_at timestamptz not null,
  recorded_at timestamptz not null default now()
);
${ownMunicipality('newsletter_subscriber')}
${ownMunicipality('newsletter_link', { appendOnly: true })}
${ownMunicipality('newsletter_departure', { appendOnly: true })}
${ownMunicipality('newsletter', { appendOnly: true })}
grant delete on newsletter_subscriber, newsletter_link to samverkan_app;

alter table outbox add column subscriber_id uuid;

alter table letter
  add column subscriber_id uuid,
  drop constraint letter_state_check,
  add constraint letter_state_check
    check (state in ('pending', 'sent', 'failed', 'toPost', 'posted', 'dropped'));
create index letter_to_subscriber on letter (subscriber_id) where subscriber_id is not null;
`;
