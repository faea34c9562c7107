/** The language, or the interpretation, that somebody needs at a forum; forgotten with what else they need. */
export const forumInterpretation = `
alter table forum_registration add column interpretation text;
`;
