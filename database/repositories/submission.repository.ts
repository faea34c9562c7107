import { sql, type Selectable } from 'kysely';
import { answeredWithApplication } from '../../domain/process';
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

/** The application of a case as it is now: as it arrived, or as it was completed last. */
export async function getApplication(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<Submission> {
  const [latest] = (await applicationsOfCase(tx, municipalityId, caseId)).slice(-1);
  if (!latest) throw new Error('application.missing');
  return latest;
}

/** The application as it arrived, and every time it was completed. */
export function applicationsOfCase(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<Submission[]> {
  return (
    tx
      .selectFrom('submission')
      .leftJoin('task', 'task.submission_id', 'submission.id')
      .selectAll('submission')
      .where('submission.municipality_id', '=', municipalityId)
      .where('submission.case_id', '=', caseId)
      .where((where) =>
        where.or([
          where('submission.task_id', 'is', null),
          where('task.kind', 'in', answeredWithApplication),
        ]),
      )
      .orderBy('submission.submitted_at')
      // Of two that came at the same instant the one that was written later counts.
      .orderBy(sql.ref('submission.recorded_at'))
      .execute()
  );
}

/** What was answered last to a question of a kind in a case. */
export function latestAnswer(
  tx: Tx,
  municipalityId: string,
  { caseId, kind }: { caseId: string; kind: string },
): Promise<Submission | undefined> {
  return tx
    .selectFrom('submission')
    .innerJoin('task', 'task.submission_id', 'submission.id')
    .selectAll('submission')
    .where('submission.municipality_id', '=', municipalityId)
    .where('submission.case_id', '=', caseId)
    .where('task.kind', '=', kind)
    .orderBy('submission.submitted_at', 'desc')
    .executeTakeFirst();
}
