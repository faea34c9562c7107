import { ownMunicipality } from './own-municipality';

const written = ['ledger_file', 'ledger_file_transaction', 'settled_again'];

/**
 * The files in which the accounting system gets a budget year: which transactions each one has. The key
 * of the second table is what keeps a transaction from being in two files of a year.
 *
 * And what became of the lines of a settled year when its settlement had to be changed, version by version
 * from 2; the first one is the settlement itself.
 */
export const ledgerFiles = `
create table ledger_file (
  municipality_id text not null references municipality,
  year integer not null,
  number integer not null check (number >= 1),
  entries integer not null check (entries >= 1),
  made_at timestamptz not null,
  made_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (municipality_id, year, number)
);
create table ledger_file_transaction (
  municipality_id text not null references municipality,
  year integer not null,
  transaction_id uuid not null,
  number integer not null,
  primary key (municipality_id, year, transaction_id),
  foreign key (municipality_id, year, number) references ledger_file (municipality_id, year, number),
  foreign key (municipality_id, transaction_id) references ledger_transaction (municipality_id, id)
);

create table settled_again (
  municipality_id text not null references municipality,
  transfer_id uuid not null,
  year integer not null,
  version integer not null check (version >= 2),
  lines jsonb not null,
  decision text not null,
  settled_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (municipality_id, transfer_id, year, version),
  foreign key (municipality_id, transfer_id, year)
    references settled_year (municipality_id, transfer_id, year)
);
${written
  .map(
    (table) => `
create trigger ${table}_stays before update or delete on ${table}
  for each statement execute function ledger_stays();
create trigger ${table}_is_not_emptied before truncate on ${table}
  for each statement execute function ledger_stays();
${ownMunicipality(table, { appendOnly: true })}`,
  )
  .join('\n')}
`;
