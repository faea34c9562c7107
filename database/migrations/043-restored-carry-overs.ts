/** A year is settled anew also because a decision that did not hold does so again. */
export const restoredCarryOvers = `
alter table settled_again drop constraint settled_again_cause_check;
alter table settled_again add constraint settled_again_cause_check
  check (cause in ('decision', 'restored', 'account', 'rest'));
`;
