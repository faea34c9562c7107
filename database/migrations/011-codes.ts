import { ownMunicipality } from './own-municipality';

/**
 * A code that is mailed to whoever answers, where configuration asks for it, one at a time for each
 * task; and how whoever answered was identified.
 */
export const codes = `
create table task_code (
  task_id uuid primary key references task,
  municipality_id text not null references municipality,
  salt text not null,
  code_hash text not null,
  expires_at timestamptz not null,
  tries integer not null,
  used_at timestamptz,
  recorded_at timestamptz not null default now()
);

alter table task
  add column identified_by text
    check (identified_by in ('mailbox', 'mailboxAndCode', 'paper', 'forum'));
${ownMunicipality('task_code')}
`;
