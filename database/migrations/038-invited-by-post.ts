/** Organisations without e-mail are invited to the way to a first agreement by post; `email` is then empty. */
export const invitedByPost = `
alter table invited_organisation add column postal text;
`;
