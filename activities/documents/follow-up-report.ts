import { reportsOf } from '../../database/repositories/report.repository';
import type { StoredReportContent } from '../../domain/follow-up/stored-report';
import { composeFollowUpReport } from './compose/compose-follow-up-report';
import type { DocumentContent } from './content';
import { groupAskedAbout } from './group-that-day';
import type { Source } from './make-document';

/** A version of the report of a year's follow-up, as it is kept. */
export async function followUpReport(source: Source): Promise<DocumentContent> {
  const { tx, municipality, found, createdAt, nth } = source;
  const reports = await reportsOf(tx, municipality.id, found.id);
  const stored = reports.find(({ version }) => version === nth);
  if (!stored) throw new Error('report.missing');
  const { report, commentary } = stored.content as StoredReportContent;
  const until = reports.find(({ version }) => version === nth + 1)?.made_at;
  const group = await groupAskedAbout(source, 'reviewReport', { since: stored.made_at, until });
  return composeFollowUpReport({
    ...{ municipality, process: found.process, language: found.language, createdAt },
    ...{ number: found.number, report, commentary, fingerprint: stored.sha256 },
    ...(group && { group }),
  });
}
