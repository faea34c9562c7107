/**
 * A settled year that is settled anew says why: a decision that does not hold, or an account that was
 * corrected; and what is accounted for since then, line by line.
 */
export const correctedAccounts = `
alter table settled_again
  add column cause text not null default 'decision' check (cause in ('decision', 'account')),
  add column accounted jsonb;
`;
