import { randomUUID } from 'node:crypto';
import type { Tx } from '../../database/database';
import { budgetVersions } from '../../database/repositories/budget.repository';
import { findDocumentByKey } from '../../database/repositories/document.repository';
import { potsOf, type PotKey } from '../../database/repositories/statement.repository';
import { requestStatement } from '../../database/repositories/statement-request.repository';
import type { Language } from '../../domain/language';
import { statementKey, type StatementStand } from '../../domain/ledger/statement';
import type { Municipality } from '../../domain/municipality';
import type { Official } from '../../domain/officials';
import { accountOf, bookOf } from './ledger-statement';

/**
 * Asks for a statement as a document, as it stands now. One that has been made already is there at once,
 * as long as nothing has been posted or said of the budget since.
 */
export async function wantStatement(
  tx: Tx,
  municipality: Municipality,
  { committee, year, language }: PotKey & { language: Language },
  { official, now }: { official: Official; now: Date },
): Promise<StatementStand & { document: string | null }> {
  accountOf(bookOf(municipality), committee);
  const [pot] = await potsOf(tx, municipality.id, { committee, year });
  const versions = await budgetVersions(tx, municipality.id, committee, year);
  const stand = { entries: pot?.entries ?? 0, budgets: versions.length };
  const key = statementKey({ committee, year }, { ...stand, language });
  const filed = await findDocumentByKey(tx, municipality.id, key);
  if (filed) return { ...stand, document: filed.id };
  await requestStatement(tx, municipality.id, {
    ...{ id: randomUUID(), committee, year, language, ...stand },
    requested_by: official.subject,
    requested_at: now,
  });
  return { ...stand, document: null };
}
