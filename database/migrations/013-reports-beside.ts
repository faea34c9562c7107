/**
 * Several cases about one party may be open beside each other: which ones, the server decides under the
 * party's lock. A report may come from a case of the party's own.
 */
export const reportsBeside = `
drop index case_open_about_party;
create index case_about_party on cases (municipality_id, party_id) where closed_at is null;
alter table cases add column begun_from uuid references cases;
`;
