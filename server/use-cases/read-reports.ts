import { fingerprint, sha256 } from '../../database/fingerprint';
import {
  readDocumentBytes,
  findDocumentByKey,
} from '../../database/repositories/document.repository';
import { publishedReports } from '../../database/repositories/report.repository';
import type { ReportAnswer } from '../../domain/api/reports';
import { documentKey } from '../../domain/document-keys';
import { DomainError } from '../../domain/errors';
import type { Reader } from '../../domain/follow-up/report-words';
import { publishedJson, type StoredReportContent } from '../../domain/follow-up/stored-report';
import type { Language } from '../../domain/language';
import type { Municipality } from '../../domain/municipality';
import { translator } from '../../domain/texts';
import type { ServerContext } from '../context';
import { decisionsOfLatestRound } from './decisions-to-follow';

/** The reports that everybody may read, latest year first. */
export function listReports({ database }: ServerContext, { id }: Municipality) {
  return database.transaction(id, (tx) => publishedReports(tx, id));
}

/**
 * The published report of a case; throws `page.unknown` for any other, and `report.altered` for one that
 * is not any more what was frozen.
 */
export async function readReport(
  context: ServerContext,
  municipality: Municipality,
  caseId: string,
) {
  const stored = (await listReports(context, municipality)).find(
    (report) => report.case_id === caseId,
  );
  if (!stored) throw new DomainError('page.unknown');
  if (!hashesOf(stored.content as StoredReportContent).includes(stored.sha256)) {
    throw new DomainError('report.altered');
  }
  return stored;
}

/** What committees decided about a report, without what only their minutes say. */
export async function decisionsAbout(
  { database }: Pick<ServerContext, 'database'>,
  { id: municipalityId }: Municipality,
  caseId: string,
  language: Language,
): Promise<ReportAnswer['decisions']> {
  const decisions = await database.transaction(municipalityId, (tx) =>
    decisionsOfLatestRound(tx, { municipalityId, caseId, language }),
  );
  const t = translator(language, 'common');
  return decisions.map(({ name, number, meetingOn, paragraph, outcome, wording, annulled }) => ({
    ...{ body: name, number, meetingOn, paragraph, wording, annulled },
    outcome: t(`committees.outcomes.${outcome}`),
  }));
}

/** Of what is published; the first reports were kept with one of their content as the record has it. */
function hashesOf(content: StoredReportContent): string[] {
  return [sha256(publishedJson(content)), fingerprint(content)];
}

/** A kept report with whoever reads it. */
export function readerOf(content: unknown, municipality: Municipality, language: Language): Reader {
  const { report, commentary } = content as StoredReportContent;
  return { report, commentary, language, agreementName: municipality.agreementName[language] };
}

/** The archived PDF of a published report; throws `document.unknown` while it is being made. */
export async function readReportPdf(
  context: ServerContext,
  municipality: Municipality,
  caseId: string,
): Promise<Buffer | Uint8Array> {
  const { version } = await readReport(context, municipality, caseId);
  const owner = { id: caseId, agreement_version_id: null };
  const key = documentKey({ kind: 'followUpReport', nth: version }, owner, 'sv');
  const bytes = await context.database.transaction(municipality.id, async (tx) => {
    const found = await findDocumentByKey(tx, municipality.id, key);
    return found && readDocumentBytes(tx, municipality.id, found.id);
  });
  if (!bytes) throw new DomainError('document.unknown');
  return bytes;
}
