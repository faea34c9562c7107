import { ownMunicipality } from './own-municipality';

const written = [
  'budget',
  'planned_transfer',
  'ledger_account',
  'ledger_transaction',
  'ledger_entry',
];

/**
 * The ledger: what committees have in each budget year, and every change of it. The database itself
 * sees to it that a transaction balances, that nobody has less than nothing, and that what is written
 * stays as it was, whoever tries.
 */
export const ledger = `
create table budget (
  municipality_id text not null references municipality,
  committee text not null,
  year integer not null,
  version integer not null,
  ore bigint not null check (ore >= 0),
  decided_on date not null,
  decision text not null,
  case_id uuid references cases,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (municipality_id, committee, year, version)
);

create table planned_transfer (
  municipality_id text not null references municipality,
  case_id uuid not null references cases,
  year integer not null,
  giver text not null,
  receiver text not null,
  ore bigint not null check (ore > 0),
  lines jsonb not null,
  decision text not null,
  recorded_at timestamptz not null default now(),
  primary key (municipality_id, case_id, year)
);
create index planned_transfer_given on planned_transfer (municipality_id, giver, year);
create index planned_transfer_received on planned_transfer (municipality_id, receiver, year);

create table ledger_account (
  id uuid primary key,
  municipality_id text not null references municipality,
  committee text not null,
  year integer not null,
  kind text not null check (kind in ('committee', 'source')),
  coding_key text not null,
  coding jsonb not null,
  recorded_at timestamptz not null default now(),
  unique (municipality_id, committee, year, coding_key),
  unique (municipality_id, id, committee, year)
);

create table ledger_transaction (
  id uuid primary key,
  municipality_id text not null references municipality,
  case_id uuid references cases,
  phase text not null,
  step text not null,
  kind text not null check (kind in ('budget', 'transfer', 'carryOver', 'settlement', 'reversal')),
  posted_on date not null,
  decision text not null,
  reverses uuid unique,
  entries integer not null check (entries >= 2),
  fingerprint text not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  unique nulls not distinct (municipality_id, case_id, phase, step),
  unique (municipality_id, id),
  foreign key (municipality_id, reverses) references ledger_transaction (municipality_id, id),
  check ((kind = 'reversal') = (reverses is not null))
);

create table ledger_balance (
  municipality_id text not null references municipality,
  committee text not null,
  year integer not null,
  limited boolean not null,
  ore bigint not null,
  entries integer not null,
  primary key (municipality_id, committee, year),
  constraint ledger_balance_covered check (not limited or ore >= 0)
);

create table ledger_entry (
  municipality_id text not null,
  committee text not null,
  year integer not null,
  sequence integer not null,
  transaction_id uuid not null,
  account_id uuid not null,
  ore bigint not null check (ore <> 0),
  balance bigint not null,
  line text not null,
  counterpart text not null,
  primary key (municipality_id, committee, year, sequence),
  foreign key (municipality_id, transaction_id) references ledger_transaction (municipality_id, id),
  foreign key (municipality_id, account_id, committee, year)
    references ledger_account (municipality_id, id, committee, year)
);
create index ledger_entry_of_transaction on ledger_entry (transaction_id);

-- Each entry gets its place and the balance after it while it holds its pot's row, so that both are right
-- however many post at once.
create function ledger_entry_posted() returns trigger language plpgsql as $$
begin
  loop
    update ledger_balance set ore = ore + new.ore, entries = entries + 1
      where municipality_id = new.municipality_id and committee = new.committee and year = new.year
      returning ore, entries into new.balance, new.sequence;
    if found then return new; end if;
    insert into ledger_balance (municipality_id, committee, year, limited, ore, entries)
      values (new.municipality_id, new.committee, new.year,
        coalesce((select kind <> 'source' from ledger_account where id = new.account_id), true), 0, 0)
      on conflict do nothing;
  end loop;
end $$;
create trigger ledger_entry_posted before insert on ledger_entry
  for each row execute function ledger_entry_posted();

create function ledger_balance_follows() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() < 2 then
    raise exception 'a balance follows its entries' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger ledger_balance_follows before insert or update on ledger_balance
  for each row execute function ledger_balance_follows();

create function ledger_transaction_balances() returns trigger language plpgsql as $$
declare
  found record;
begin
  select count(*) as entries, coalesce(sum(ore), 0) as ore into found
    from ledger_entry where transaction_id = new.id;
  if found.entries <> new.entries or found.ore <> 0 then
    raise exception 'transaction % does not balance', new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger ledger_transaction_balances after insert on ledger_transaction
  deferrable initially deferred for each row execute function ledger_transaction_balances();

-- What has been committed has all of its entries: one more is one too many.
create function ledger_transaction_is_whole() returns trigger language plpgsql as $$
begin
  if exists (
    select from (select distinct transaction_id from added) as touched
      join ledger_transaction t on t.id = touched.transaction_id
    where t.entries < (select count(*) from ledger_entry e where e.transaction_id = t.id)
  ) then
    raise exception 'a transaction gets no more entries' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create trigger ledger_transaction_is_whole after insert on ledger_entry
  referencing new table as added for each statement execute function ledger_transaction_is_whole();

create function ledger_stays() returns trigger language plpgsql as $$
begin
  raise exception '% is written once', tg_table_name using errcode = 'restrict_violation';
end $$;
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
create trigger ledger_balance_stays before delete on ledger_balance
  for each statement execute function ledger_stays();
create trigger ledger_balance_is_not_emptied before truncate on ledger_balance
  for each statement execute function ledger_stays();
${ownMunicipality('ledger_balance')}
`;
