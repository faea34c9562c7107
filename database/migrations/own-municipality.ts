/**
 * The second lock of a table: the application's role sees and writes rows of the municipality its
 * transaction names, and nothing else. What is written once it may add and read, never change.
 *
 * @param key the column that says whose a row is
 */
export function ownMunicipality(
  table: string,
  { key = 'municipality_id', appendOnly = false }: { key?: string; appendOnly?: boolean } = {},
): string {
  return `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy own_municipality on ${table} to samverkan_app
  using (${key} = current_setting('samverkan.municipality', true))
  with check (${key} = current_setting('samverkan.municipality', true));
grant select, insert${appendOnly ? '' : ', update'} on ${table} to samverkan_app;
`;
}
