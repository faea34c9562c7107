/** What was recorded of a decision and is wrong stays, and what is right instead points at it, once. */
export const correctedEvents = `
alter table decision_event add column corrects uuid unique references decision_event;
`;
