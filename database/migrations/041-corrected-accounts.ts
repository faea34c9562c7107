/**
 * A settled year that is settled anew says why: a decision that does not hold, an account that was corrected,
 * or what was recorded about the rest; and what is accounted for, or may go along, since then, line by line.
 */
export const correctedAccounts = `
alter table settled_again
  add column cause text not null default 'decision'
    check (cause in ('decision', 'account', 'rest')),
  add column accounted jsonb,
  add column decided jsonb;
`;
