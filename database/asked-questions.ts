import { DomainError } from '../domain/errors';
import { readFollowUpReference } from '../domain/follow-up/form';
import { standardQuestions, type FollowUpQuestions } from '../domain/follow-up/questions';
import type { Municipality } from '../domain/municipality';
import type { Tx } from './database';

/**
 * The questions that a follow-up asks beside the agreement's principles: those that the first one was
 * asked, whatever has been configured since; the latest ones as long as nobody has been asked. Throws
 * `form.unknown` where the edition that was asked is not configured any more.
 */
export async function askedQuestions(
  tx: Tx,
  { id: municipalityId, followUp }: Pick<Municipality, 'id' | 'followUp'>,
  caseId: string,
): Promise<FollowUpQuestions> {
  const editions = followUp?.questions ?? [standardQuestions];
  const first = await tx
    .selectFrom('respondent')
    .innerJoin('task', 'task.id', 'respondent.task_id')
    .select('task.form_reference')
    .where('respondent.municipality_id', '=', municipalityId)
    .where('respondent.case_id', '=', caseId)
    .where('task.kind', '=', 'followUp')
    .orderBy('respondent.position')
    .limit(1)
    .executeTakeFirst();
  const asked = first && readFollowUpReference(first.form_reference)?.edition;
  if (asked === undefined) return editions.at(-1) ?? standardQuestions;
  const questions = editions.find(({ edition }) => edition === asked);
  if (!questions) throw new DomainError('form.unknown');
  return questions;
}
