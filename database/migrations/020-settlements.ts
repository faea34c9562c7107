import { ownMunicipality } from './own-municipality';

/**
 * The settlement of each year of a transfer: the case in which it is asked what was used, and, written
 * once, what became of every line.
 */
export const settlements = `
create table year_settlement (
  municipality_id text not null references municipality,
  transfer_id uuid not null references cases,
  year integer not null,
  case_id uuid not null unique references cases,
  moved jsonb not null,
  opened_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (municipality_id, transfer_id, year)
);
${ownMunicipality('year_settlement')}

create table settled_year (
  municipality_id text not null references municipality,
  transfer_id uuid not null,
  year integer not null,
  lines jsonb not null,
  decision text not null,
  settled_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (municipality_id, transfer_id, year),
  foreign key (municipality_id, transfer_id, year)
    references year_settlement (municipality_id, transfer_id, year)
);
create trigger settled_year_stays before update or delete on settled_year
  for each statement execute function ledger_stays();
create trigger settled_year_is_not_emptied before truncate on settled_year
  for each statement execute function ledger_stays();
${ownMunicipality('settled_year', { appendOnly: true })}
`;
