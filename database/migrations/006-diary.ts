import { ownMunicipality } from './own-municipality';

/**
 * The registrar's diary: numbers that a case has had before, its records numbered within it, and
 * what is marked as secret. What was filed earlier is numbered in the order it was filed.
 */
export const diary = `
create table case_number (
  municipality_id text not null references municipality,
  case_id uuid not null references cases,
  number text not null,
  number_key text not null,
  replaced_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (municipality_id, number_key)
);

create table record (
  municipality_id text not null references municipality,
  case_id uuid not null references cases,
  number integer not null,
  document_id uuid unique references document,
  case_file_id uuid unique references case_file,
  recorded_at timestamptz not null default now(),
  primary key (case_id, number)
);

create table secrecy_mark (
  id uuid primary key,
  municipality_id text not null references municipality,
  case_id uuid not null references cases,
  record_number integer,
  provision text not null,
  marked_at timestamptz not null,
  lifted_at timestamptz,
  recorded_at timestamptz not null default now()
);
create unique index secrecy_mark_standing
  on secrecy_mark (case_id, coalesce(record_number, 0)) where lifted_at is null;

-- The tables' owner is bound by their policies like everybody else, except while it must see all.
alter table document no force row level security;
alter table case_file no force row level security;
insert into record (municipality_id, case_id, number, document_id, case_file_id)
  select municipality_id, case_id,
    row_number() over (partition by case_id order by filed_at, place, position),
    document_id, case_file_id
  from (
    select municipality_id, case_id, filed_at, 0 as place, 0 as position,
      null::uuid as document_id, id as case_file_id
    from case_file
    union all
    select municipality_id, case_id, created_at, 1, position, id, null::uuid
    from document where case_id is not null
  ) as filed;
alter table document force row level security;
alter table case_file force row level security;
${ownMunicipality('case_number', { appendOnly: true })}
${ownMunicipality('record', { appendOnly: true })}
${ownMunicipality('secrecy_mark')}
`;
