/** What a matter was sent with stays known where another body's words are proposed instead. */
export const sentProposals = `
alter table matter add column sent_proposal text;
`;
