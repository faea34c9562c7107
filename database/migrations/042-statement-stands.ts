/**
 * A statement that somebody has asked for knows how many versions of the budget there were then: a day or a
 * paragraph that is corrected posts nothing, and yet it is another statement.
 */
export const statementStands = `
alter table statement_request add column budgets integer;
`;
