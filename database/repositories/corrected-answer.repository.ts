import type { Insertable, Selectable } from 'kysely';
import type { Tx } from '../database';
import type { CorrectedAnswerTable } from '../tables';
import { getSubmission, latestAnswer, type Submission } from './submission.repository';

export type CorrectedAnswer = Selectable<CorrectedAnswerTable>;

export async function insertCorrectedAnswer(
  tx: Tx,
  municipalityId: string,
  correction: Omit<Insertable<CorrectedAnswerTable>, 'municipality_id'>,
): Promise<void> {
  await tx
    .insertInto('corrected_answer')
    .values({ ...correction, municipality_id: municipalityId })
    .execute();
}

/** What has been put right of what officials have answered in a case, in the order it was. */
export function correctedAnswersOf(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<CorrectedAnswer[]> {
  return tx
    .selectFrom('corrected_answer')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .orderBy('at')
    .orderBy('recorded_at')
    .execute();
}

/** What holds of an answer that may have been corrected, once or more. */
export async function standingSubmission(
  tx: Tx,
  municipalityId: string,
  { caseId, submissionId }: { caseId: string; submissionId: string },
): Promise<Submission> {
  const corrections = await correctedAnswersOf(tx, municipalityId, caseId);
  let id = submissionId;
  for (;;) {
    const next = corrections.find(({ corrects }) => corrects === id);
    if (!next) return getSubmission(tx, municipalityId, id);
    id = next.submission_id;
  }
}

/** What holds of what was answered last to a question of a kind in a case. */
export async function standingAnswer(
  tx: Tx,
  municipalityId: string,
  { caseId, kind }: { caseId: string; kind: string },
): Promise<Submission | undefined> {
  const said = await latestAnswer(tx, municipalityId, { caseId, kind });
  return said && standingSubmission(tx, municipalityId, { caseId, submissionId: said.id });
}
