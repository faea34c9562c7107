import { appendAudit } from '../../database/repositories/audit.repository';
import { lockCase } from '../../database/repositories/case.repository';
import {
  fileDocument,
  findDocumentByKey,
  printedLetter,
  type StoredDocument,
} from '../../database/repositories/document.repository';
import { settleLetter } from '../../database/repositories/letter.repository';
import { recordsOfCase } from '../../database/repositories/record.repository';
import { recordNumber } from '../../domain/numbering';
import { composePostedLetter } from '../documents/compose';
import type { DocumentContent } from '../documents/content';
import type { DocumentDependencies } from '../documents/make-document';
import { paperParts } from './paper-parts';
import { letterContent, type LetterSource } from './write-letter';

/**
 * Makes a letter to somebody without e-mail into a sheet of paper and files it with the case; an
 * official prints and posts it. Nothing says that it has gone before somebody has said so.
 */
export async function printLetter(
  { database, pdf }: DocumentDependencies,
  source: LetterSource,
  enclosed: readonly StoredDocument[],
): Promise<void> {
  const { letter, municipality, found, now } = source;
  const numbers = await database.transaction(municipality.id, (tx) =>
    recordsOfCase(tx, municipality.id, found.id),
  );
  const enclosures = enclosed.map(({ id, title }) => {
    const record = numbers.find(({ document_id }) => document_id === id);
    return record ? `${title} (${recordNumber(found.number, record.number)})` : title;
  });
  const content = composePostedLetter({
    municipality,
    language: letter.language,
    number: found.number,
    createdAt: now.toISOString(),
    recipient: [letter.recipient_name, ...(letter.recipient_postal ?? '').split('\n')],
    enclosures,
    form: source.form,
    ...paperParts(letterContent(source), source),
  });
  await file(database, source, content, await pdf.render(content));
}

async function file(
  database: DocumentDependencies['database'],
  { letter, found, now: at }: LetterSource,
  { title, language }: DocumentContent,
  bytes: Buffer,
): Promise<void> {
  const { municipality_id: municipalityId, id: caseId } = found;
  const document_key = `case/${caseId}/letter/${letter.id}`;
  await database.transaction(municipalityId, async (tx) => {
    await lockCase(tx, municipalityId, caseId);
    const document = { document_key, title, language, bytes, case_id: caseId, created_at: at };
    await fileDocument(tx, municipalityId, { ...document, kind: printedLetter });
    const filed = await findDocumentByKey(tx, municipalityId, document_key);
    if (!filed) throw new Error('document.missing');
    const outcome = { state: 'toPost', documentId: filed.id } as const;
    if (!(await settleLetter(tx, municipalityId, letter.id, outcome))) return;
    const details = { letter: letter.letter_key, template: letter.template };
    await appendAudit(tx, municipalityId, caseId, {
      at,
      actor: 'system',
      event: 'letterToPost',
      details,
    });
  });
}
