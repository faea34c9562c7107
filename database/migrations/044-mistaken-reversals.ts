import { ownMunicipality } from './own-municipality';

/** Reversals that were mistakes: what they had taken back is posted anew. Written once. */
export const mistakenReversals = `
create table mistaken_reversal (
  municipality_id text not null references municipality,
  reversal_id uuid primary key,
  reason text not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  foreign key (municipality_id, reversal_id) references ledger_transaction (municipality_id, id)
);
create trigger mistaken_reversal_stays before update or delete on mistaken_reversal
  for each statement execute function ledger_stays();
create trigger mistaken_reversal_is_not_emptied before truncate on mistaken_reversal
  for each statement execute function ledger_stays();
${ownMunicipality('mistaken_reversal', { appendOnly: true })}
`;
