import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Tx } from '../database';
import type { CaseQuestionTable } from '../tables';

export type CaseQuestion = Selectable<CaseQuestionTable>;

/** Keeps what an applicant asks; returns its id. */
export async function insertQuestion(
  tx: Tx,
  municipalityId: string,
  question: Omit<CaseQuestion, 'id' | 'municipality_id'>,
): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('case_question')
    .values({ ...question, id, municipality_id: municipalityId })
    .execute();
  return id;
}

/** Oldest first. */
export function questionsOfCase(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<CaseQuestion[]> {
  return tx
    .selectFrom('case_question')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .orderBy('asked_at')
    .execute();
}
