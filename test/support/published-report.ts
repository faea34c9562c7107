import { randomUUID } from 'node:crypto';
import type { Database } from '../../database/database';
import { sha256 } from '../../database/fingerprint';
import { insertCase } from '../../database/repositories/case.repository';
import { fileDocument } from '../../database/repositories/document.repository';
import {
  freezeReport,
  keepReport,
  publishReport,
} from '../../database/repositories/report.repository';
import { beginWheel, changeTurn, planTurns } from '../../database/repositories/wheel.repository';
import { documentKey } from '../../domain/document-keys';
import { publishedJson } from '../../domain/follow-up/stored-report';
import type { FollowUpReport } from '../../domain/follow-up/report-shapes';

const at = new Date('2027-11-02T08:00:00Z');
const municipalityId = 'sodertalje';

export interface KeptReport {
  report: FollowUpReport;
  pdf: Buffer;
  published: boolean;
  /** Instead of the one it has, as if it had been changed since. */
  hash?: string;
}

/** A report that is final, as the end of a follow-up leaves it, published or not yet. */
export async function keepFinalReport(
  database: Database,
  { report, pdf, published, hash }: KeptReport,
): Promise<string> {
  const caseId = randomUUID();
  const { year } = report;
  const opensOn = `${year}-09-15`;
  await database.transaction(municipalityId, async (tx) => {
    await beginWheel(tx, municipalityId, '2027-01-01');
    await insertCase(tx, municipalityId, {
      ...{ id: caseId, process: 'followUp', number: `KFN ${year}/1`, number_key: `kfn${year}/1` },
      ...{ state: 'completed', language: 'sv', organisation_name: `Uppföljning ${year}` },
      ...{ organisation_number: null, agreement_version_id: null },
      ...{ phase: JSON.stringify({ phase: 'end', generation: 1 }), opened_at: at, closed_at: at },
    });
    await planTurns(tx, municipalityId, [{ year, opensOn, state: 'planned' }]);
    await changeTurn(tx, municipalityId, { year, opensOn, state: 'opened', caseId });
    const content = { commentary: { summary: 'Det går åt rätt håll.' }, report };
    await keepReport(tx, municipalityId, {
      ...{ case_id: caseId, version: 2, content, made_at: at },
      sha256: hash ?? sha256(publishedJson(content)),
    });
    await freezeReport(tx, municipalityId, caseId, at);
    if (published) await publishReport(tx, municipalityId, caseId, at);
    const owner = { id: caseId, agreement_version_id: null };
    await fileDocument(tx, municipalityId, {
      ...{ case_id: caseId, kind: 'followUpReport', language: 'sv', title: `Rapport ${year}` },
      document_key: documentKey({ kind: 'followUpReport', nth: 2 }, owner, 'sv'),
      ...{ bytes: pdf, created_at: at },
    });
  });
  return caseId;
}
