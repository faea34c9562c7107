import { nthOf } from '../domain/document-keys';
import type { DocumentReference } from '../domain/process';
import type { Tx } from './database';
import type { Matter } from './repositories/matter.repository';
import { reportsOf } from './repositories/report.repository';

/**
 * What comes along with the official report to the body that deals with a matter: what other bodies
 * had decided, and the final report of the follow-up that the matter is about.
 */
export async function furtherPapers(
  tx: Tx,
  { municipality_id: municipalityId, parent_case_id: parent, follows }: Matter,
): Promise<DocumentReference[]> {
  const reports = await reportsOf(tx, municipalityId, parent);
  const final = reports.find(({ frozen_at: frozen }) => frozen !== null);
  return [
    ...(final ? [nthOf('enclosedReport', final.version)] : []),
    ...follows.map((_, i) => nthOf('earlierExtract', i + 1)),
  ];
}
