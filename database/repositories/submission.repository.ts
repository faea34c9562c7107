import type { Selectable } from 'kysely';
import type { Tx } from '../database';
import type { SubmissionTable } from '../tables';

export type Submission = Selectable<SubmissionTable>;

export type NewSubmission = Omit<Submission, 'municipality_id'>;

export async function insertSubmission(
  tx: Tx,
  municipalityId: string,
  submission: NewSubmission,
): Promise<void> {
  await tx.insertInto('submission').values(submissionValues(municipalityId, submission)).execute();
}

export function submissionValues(municipalityId: string, submission: NewSubmission) {
  return {
    ...submission,
    municipality_id: municipalityId,
    answers: JSON.stringify(submission.answers),
  };
}

export function findSubmissionByKey(
  tx: Tx,
  municipalityId: string,
  submissionKey: string,
): Promise<Submission | undefined> {
  return tx
    .selectFrom('submission')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('submission_key', '=', submissionKey)
    .executeTakeFirst();
}

export function getSubmission(tx: Tx, municipalityId: string, id: string): Promise<Submission> {
  return tx
    .selectFrom('submission')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

/** The submission that opened the case: the one that answers no task. */
export function getApplication(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<Submission> {
  return tx
    .selectFrom('submission')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .where('task_id', 'is', null)
    .executeTakeFirstOrThrow();
}
