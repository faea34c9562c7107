import { budgetVersions } from '../../database/repositories/budget.repository';
import { fileDocument, findDocumentByKey } from '../../database/repositories/document.repository';
import { consumeOutbox } from '../../database/repositories/outbox.repository';
import { statementRows } from '../../database/repositories/statement.repository';
import { getStatementRequest } from '../../database/repositories/statement-request.repository';
import { statementKey } from '../../domain/ledger/statement';
import { composeStatement } from './compose/compose-statement';
import type { DocumentDependencies } from './make-document';

export interface MakeStatementInput {
  municipalityId: string;
  /** The request for it. */
  statementId: string;
}

/** The part of the machinery that a statement needs: it belongs to no case. */
type Dependencies = Pick<DocumentDependencies, 'database' | 'pdf' | 'municipality'>;

/**
 * Makes the statement that somebody has asked for and files it with its hash: as it was when they asked,
 * and once for each place in the ledger. Repeatable.
 */
export async function makeStatement(
  { database, pdf, municipality: byId }: Dependencies,
  { municipalityId, statementId }: MakeStatementInput,
): Promise<void> {
  const municipality = byId(municipalityId);
  const { ledger } = municipality;
  if (!ledger) throw new Error('ledger.none');
  const prepared = await database.transaction(municipalityId, async (tx) => {
    const request = await getStatementRequest(tx, municipalityId, statementId);
    const { committee, year, requested_at: at, language } = request;
    const { entries: limit, budgets: known } = request;
    const key = statementKey({ committee, year }, request);
    if (await findDocumentByKey(tx, municipalityId, key)) return { at };
    const versions = await budgetVersions(tx, municipalityId, committee, year);
    const budgets = versions.slice(0, known ?? versions.length);
    const pot = { committee, year };
    const entries = await statementRows(tx, municipalityId, pot, { after: 0, limit });
    const createdAt = at.toISOString();
    const content = composeStatement({
      ...{ municipality, language, createdAt, committee, year, budgets, entries, ledger },
    });
    return { at, key, language, content };
  });
  const { at, content } = prepared;
  const bytes = content && (await pdf.render(content));
  await database.transaction(municipalityId, async (tx) => {
    if (content && bytes) {
      await fileDocument(tx, municipalityId, {
        case_id: null,
        document_key: prepared.key,
        kind: 'ledgerStatement',
        language: prepared.language,
        title: content.title,
        bytes,
        created_at: at,
      });
    }
    await consumeOutbox(tx, municipalityId, { statementId }, at);
  });
}
