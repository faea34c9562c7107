/** The beginning of what came about a letter and only a person can read; forgotten once somebody has. */
export const bounces = `
alter table letter add column bounce_text text;
`;
