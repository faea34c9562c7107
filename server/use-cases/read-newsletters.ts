import type { Tx } from '../../database/database';
import {
  findDocumentByKey,
  readDocumentBytes,
} from '../../database/repositories/document.repository';
import { newslettersOf, type Newsletter } from '../../database/repositories/newsletter.repository';
import { findSecrecyMark } from '../../database/repositories/secrecy.repository';
import { countSubscribers } from '../../database/repositories/subscriber.repository';
import type {
  DeskNewsletterAnswer,
  NewslettersAnswer,
  NewsletterView,
} from '../../domain/api/newsletter';
import { stockholmDate } from '../../domain/calendar';
import { documentKey } from '../../domain/document-keys';
import { DomainError } from '../../domain/errors';
import type { Language } from '../../domain/language';
import type { Municipality } from '../../domain/municipality';
import { documentLanguages, languageFor, textFor } from '../../domain/newsletter/newsletter';
import { offersNewsletter } from './subscribe';

/** The newsletters that everybody may read, latest first, named in the reader's language. */
export async function listNewsletters(
  tx: Tx,
  municipality: Municipality,
  language: Language,
): Promise<NewslettersAnswer> {
  const sent = await openNewsletters(tx, municipality);
  return {
    offered: offersNewsletter(municipality),
    newsletters: sent.map(({ case_id: caseId, content, published_at: at }) => ({
      ...{ caseId, subject: textFor(content, language).subject },
      ...{ language: languageFor(content, language), publishedOn: stockholmDate(at) },
    })),
  };
}

/** A newsletter in the reader's language; throws `newsletter.unknown`. */
export async function readNewsletter(
  tx: Tx,
  municipality: Municipality,
  { caseId, language }: { caseId: string; language: Language },
): Promise<NewsletterView> {
  const found = await requireNewsletter(tx, municipality, caseId);
  const { subject, lead, sections } = textFor(found.content, language);
  return {
    ...{ caseId, subject, lead, language: languageFor(found.content, language) },
    sections: sections.map(({ heading, text }) => ({ heading, text })),
    publishedOn: stockholmDate(found.published_at),
    report: found.about_case_id,
    hasDocument: (await documentOf(tx, municipality, found, language)) !== undefined,
  };
}

/** The archived PDF of a newsletter; throws `newsletter.unknown`, and `document.unknown` while it is being made. */
export async function readNewsletterPdf(
  tx: Tx,
  municipality: Municipality,
  { caseId, language }: { caseId: string; language: Language },
): Promise<Buffer | Uint8Array> {
  const found = await requireNewsletter(tx, municipality, caseId);
  const filed = await documentOf(tx, municipality, found, language);
  const bytes = filed && (await readDocumentBytes(tx, municipality.id, filed.id));
  if (!bytes) throw new DomainError('document.unknown');
  return bytes;
}

/** How many subscribe in each language, and what they got. */
export async function readNewsletterAtDesk(
  tx: Tx,
  municipality: Municipality,
  language: Language,
): Promise<DeskNewsletterAnswer> {
  const counted = await countSubscribers(tx, municipality.id);
  const { newsletters } = await listNewsletters(tx, municipality, language);
  const subscribers = municipality.languages.map((each) => {
    const of = counted.find((count) => count.language === each);
    return of ?? { language: each, count: 0, unreached: 0 };
  });
  return { subscribers, newsletters };
}

async function requireNewsletter(tx: Tx, municipality: Municipality, caseId: string) {
  const all = await openNewsletters(tx, municipality);
  const found = all.find(({ case_id: id }) => id === caseId);
  if (!found) throw new DomainError('newsletter.unknown');
  return found;
}

/** What is marked as secret afterwards stands on no page. */
async function openNewsletters(tx: Tx, { id }: Municipality): Promise<Newsletter[]> {
  const open: Newsletter[] = [];
  for (const each of await newslettersOf(tx, id)) {
    const mark = await findSecrecyMark(tx, id, { caseId: each.case_id, record: null });
    if (mark === undefined) open.push(each);
  }
  return open;
}

function documentOf(
  tx: Tx,
  { id }: Municipality,
  { case_id: caseId, content }: Newsletter,
  wanted: Language,
) {
  const nth = documentLanguages(content).indexOf(languageFor(content, wanted)) + 1;
  const owner = { id: caseId, agreement_version_id: null };
  return findDocumentByKey(tx, id, documentKey({ kind: 'newsletter', nth }, owner, 'sv'));
}
