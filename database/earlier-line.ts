import { translator } from '../domain/texts';
import type { Municipality } from '../domain/municipality';
import type { Tx } from './database';
import { getCase } from './repositories/case.repository';
import { findCommittee } from './repositories/committee.repository';
import type { CommitteeDecision } from './repositories/decision.repository';

/** What a body has decided, as it stands among the documents that the next one decides on. */
export async function earlierLine(
  tx: Tx,
  { id: municipalityId, defaultLanguage: language }: Municipality,
  { case_id: caseId, committee: id, meeting_day: day, outcome, paragraph }: CommitteeDecision,
): Promise<string> {
  const body = await findCommittee(tx, municipalityId, { id, day });
  const { number } = await getCase(tx, municipalityId, caseId);
  return translator(language, 'document')('matter.earlier', {
    ...{ committee: body?.name[language] ?? id, day, paragraph, number },
    outcome: translator(language, 'common')(`committees.outcomes.${outcome}`),
  });
}
