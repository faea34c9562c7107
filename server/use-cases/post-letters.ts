import type { Tx } from '../../database/database';
import { appendAudit } from '../../database/repositories/audit.repository';
import { findCase, lockCase } from '../../database/repositories/case.repository';
import {
  documentsByKeys,
  documentsOfCase,
  type DocumentEntry,
} from '../../database/repositories/document.repository';
import { insertIntervention } from '../../database/repositories/intervention.repository';
import {
  findLetter,
  lettersOnPaper,
  markPosted,
  type Letter,
} from '../../database/repositories/letter.repository';
import { officialNames } from '../../database/repositories/official.repository';
import type { PaperLetter, PaperLettersAnswer } from '../../domain/api/desk';
import { documentKey, parseReference } from '../../domain/document-keys';
import { DomainError } from '../../domain/errors';
import { cleanText } from '../../domain/forms/clean-text';
import type { Official } from '../../domain/officials';
import type { DocumentReference } from '../../domain/process';
import { isId } from './read-desk-case';

/** What was posted longer ago is found in its case. */
const rememberedMs = 30 * 24 * 3600 * 1000;

/** The letters that wait to be posted, and those that were posted lately. */
export async function readPaperLetters(
  tx: Tx,
  municipalityId: string,
  now: Date,
): Promise<PaperLettersAnswer> {
  const since = new Date(now.getTime() - rememberedMs);
  const toPost = await lettersOnPaper(tx, municipalityId);
  const posted = await lettersOnPaper(tx, municipalityId, since);
  const subjects = [...new Set(posted.flatMap(({ posted_by }) => posted_by ?? []))];
  const names = await officialNames(tx, municipalityId, subjects);
  const view = (letters: readonly OnPaper[]) =>
    Promise.all(letters.map((letter) => paperLetterOf(tx, letter, names)));
  return { toPost: await view(toPost), posted: await view(posted) };
}

type OnPaper = Awaited<ReturnType<typeof lettersOnPaper>>[number];

async function paperLetterOf(
  tx: Tx,
  letter: OnPaper,
  names: ReadonlyMap<string, string>,
): Promise<PaperLetter> {
  const { posted_at: at, posted_by: by } = letter;
  return {
    id: letter.id,
    caseId: letter.case_id,
    number: letter.case_number,
    organisationName: letter.organisation_name,
    template: letter.template,
    recipientName: letter.recipient_name,
    recipientPostal: letter.recipient_postal ?? '',
    createdAt: letter.created_at.toISOString(),
    documentId: letter.document_id ?? '',
    enclosures: (await enclosuresOf(tx, letter)).map(({ id, title }) => ({ id, title })),
    posted: at && { at: at.toISOString(), by: names.get(by ?? '') ?? null },
  };
}

/** The documents that go with a letter, made when it was printed. */
async function enclosuresOf(tx: Tx, letter: Letter): Promise<DocumentEntry[]> {
  const found = await findCase(tx, letter.municipality_id, letter.case_id);
  if (!found) return [];
  const keys = (letter.attachments as DocumentReference[]).map((reference) =>
    documentKey(parseReference(reference), found, 'sv'),
  );
  const documents = await documentsByKeys(tx, letter.municipality_id, keys);
  return keys.flatMap((key) => {
    return documents.find(({ document_key }) => document_key === key) ?? [];
  });
}

/** What is printed for a letter: itself and its enclosures. Throws `letter.unknown`. */
export async function printedDocuments(
  tx: Tx,
  municipalityId: string,
  letterId: string,
): Promise<DocumentEntry[]> {
  const letter = isId(letterId) ? await findLetter(tx, municipalityId, letterId) : undefined;
  if (!letter) throw new DomainError('letter.unknown');
  const own = await documentsOfCase(tx, municipalityId, letter.case_id);
  return [
    ...own.filter(({ id }) => id === letter.document_id),
    ...(await enclosuresOf(tx, letter)),
  ];
}

/** An official and the letter they do something to. */
interface Act {
  official: Official;
  letterId: string;
  now: Date;
}

/** Marks a printed letter as posted. Throws `letter.unknown` or `letter.notToPost`. */
export async function postLetter(tx: Tx, municipalityId: string, act: Act): Promise<void> {
  const letter = await lockLetter(tx, municipalityId, act.letterId);
  if (letter.state !== 'toPost') throw new DomainError('letter.notToPost');
  const { official, now: at } = act;
  await markPosted(tx, municipalityId, letter.id, { at, by: official.subject });
  const details = { letter: letter.letter_key, template: letter.template, by: official.subject };
  await appendAudit(tx, municipalityId, letter.case_id, {
    at,
    actor: 'official',
    event: 'letterPosted',
    details,
  });
}

/** Says that a letter was not posted after all. Throws `letter.unknown` or `letter.notPosted`. */
export async function undoPosting(
  tx: Tx,
  municipalityId: string,
  { official, letterId, now: at, reason }: Act & { reason: string },
): Promise<void> {
  const letter = await lockLetter(tx, municipalityId, letterId);
  if (letter.state !== 'posted') throw new DomainError('letter.notPosted');
  await markPosted(tx, municipalityId, letter.id, null);
  const by = official.subject;
  const intervention = await insertIntervention(tx, municipalityId, {
    case_id: letter.case_id,
    task_id: null,
    kind: 'undoPosting',
    actor: 'official',
    by,
    reason: cleanText(reason),
    at,
  });
  await appendAudit(tx, municipalityId, letter.case_id, {
    at,
    actor: 'official',
    event: 'postingUndone',
    details: { letter: letter.letter_key, intervention, by },
  });
}

/** With the lock of its case, so that two who do the same do it once. */
async function lockLetter(tx: Tx, municipalityId: string, id: string): Promise<Letter> {
  const known = isId(id) ? await findLetter(tx, municipalityId, id) : undefined;
  if (!known) throw new DomainError('letter.unknown');
  await lockCase(tx, municipalityId, known.case_id);
  const letter = await findLetter(tx, municipalityId, id);
  if (!letter) throw new DomainError('letter.unknown');
  return letter;
}
