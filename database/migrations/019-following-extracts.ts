/** What other bodies had decided when a body got its papers: the ids of their decisions, in their order. */
export const followingExtracts = `
alter table matter add column follows jsonb not null default '[]';
`;
