import { appendAudit } from '../../database/repositories/audit.repository';
import { lockCase } from '../../database/repositories/case.repository';
import { openQuestionsTo } from '../../database/repositories/collection.repository';
import { planLetter } from '../../database/repositories/letter.repository';
import { announceWord } from '../../database/repositories/outbox.repository';
import { handOverTask } from '../../database/repositories/task.repository';
import { askTemplates } from '../../domain/asking/ask-templates';
import { linkTo, type TaskKind } from '../../domain/process';
import type { Recording } from './record-steps';

/**
 * A party has a new coordinator: what the old one was asked as one of many, and has not answered, is asked of
 * the new one. What is written so far stays; every link to it that somebody had is dead.
 */
export async function handOverQuestions(
  { tx, current, at }: Recording,
  partyId: string,
  to: { name: string; email: string },
): Promise<void> {
  const { municipality_id: municipalityId, id: changedBy } = current;
  for (const { id, case_id: caseId } of await openQuestionsTo(tx, municipalityId, partyId)) {
    await lockCase(tx, municipalityId, caseId);
    const task = await handOverTask(tx, municipalityId, id, to);
    if (!task) continue;
    await planLetter(tx, municipalityId, {
      ...{ case_id: caseId, task_id: id, letter_key: `${task.step_key}/ask/${changedBy}` },
      template: askTemplates[task.kind as TaskKind].asked,
      ...{ recipient_name: to.name, recipient_email: to.email, recipient_postal: null },
      ...{ language: task.language, ordinal: 1, attachments: [], link: linkTo(task.kind) },
      created_at: at,
    });
    const entry = { at, actor: 'system', event: 'reassigned' } as const;
    await appendAudit(tx, municipalityId, caseId, { ...entry, details: { task: id } });
    await announceWord(tx, municipalityId, { caseId, kind: 'deliver', at });
  }
}
