/** A matter may go out again in another version; each round says which one it was about. */
export const roundsAgain = `
alter table circulation add column version integer not null default 1;
`;
