/** What the desk's list looks up for every case, of which only few rows count. */
export const deskList = `
create index task_open on task (municipality_id, case_id) where state = 'open';
create index attention_open on attention (municipality_id, case_id) where resolved_at is null;
`;
