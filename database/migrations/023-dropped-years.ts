import { ownMunicipality } from './own-municipality';

/** Years of a decided transfer that were only planned when somebody ended it; written once. */
export const droppedYears = `
create table dropped_year (
  municipality_id text not null references municipality,
  case_id uuid not null,
  year integer not null,
  dropped_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (municipality_id, case_id, year),
  foreign key (municipality_id, case_id, year)
    references planned_transfer (municipality_id, case_id, year)
);
create trigger dropped_year_stays before update or delete on dropped_year
  for each statement execute function ledger_stays();
create trigger dropped_year_is_not_emptied before truncate on dropped_year
  for each statement execute function ledger_stays();
${ownMunicipality('dropped_year', { appendOnly: true })}
`;
