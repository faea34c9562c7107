/** Whoever has no e-mail is written to by post: where to, the printed letter, and who has posted it. */
export const lettersByPost = `
alter table task add column assignee_postal text;

alter table letter
  add column recipient_postal text,
  add column document_id uuid references document,
  add column posted_at timestamptz,
  add column posted_by text,
  drop constraint letter_state_check,
  add constraint letter_state_check
    check (state in ('pending', 'sent', 'failed', 'toPost', 'posted'));
create index letter_to_post on letter (municipality_id, created_at) where state = 'toPost';
`;
