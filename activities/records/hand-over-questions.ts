import { handOverQuestion } from '../../database/hand-over-question';
import { appendAudit } from '../../database/repositories/audit.repository';
import { lockCase } from '../../database/repositories/case.repository';
import { casesAsking, openQuestionsTo } from '../../database/repositories/collection.repository';
import { openDialoguesOf, openReactions } from '../../database/repositories/dialogue.repository';
import { announceWord } from '../../database/repositories/outbox.repository';
import type { Recording } from './record-steps';

/**
 * A party has a new coordinator: what the old one was asked as one of many, or in a dialogue that the party has
 * begun, and has not answered, is asked of the new one. What is written so far stays; every link to it that
 * somebody had is dead. The cases are locked before anything is read, so that nobody is being asked at the
 * same moment.
 */
export async function handOverQuestions(
  recording: Recording,
  partyId: string,
  to: { name: string; email: string },
): Promise<void> {
  const { tx, current } = recording;
  const { municipality_id: municipalityId } = current;
  for (const caseId of await casesAsking(tx, municipalityId, partyId)) {
    await lockCase(tx, municipalityId, caseId);
    const open = await openQuestionsTo(tx, municipalityId, { caseId, partyId });
    await handOver(recording, caseId, open, to);
  }
  for (const caseId of await openDialoguesOf(tx, municipalityId, partyId)) {
    await lockCase(tx, municipalityId, caseId);
    await handOver(recording, caseId, await openReactions(tx, municipalityId, caseId), to);
  }
}

async function handOver(
  { tx, current: { municipality_id: municipalityId }, at }: Recording,
  caseId: string,
  questions: readonly { id: string }[],
  to: { name: string; email: string },
): Promise<void> {
  for (const { id } of questions) {
    const task = await handOverQuestion(tx, municipalityId, id, { to, at });
    if (!task) continue;
    const entry = { at, actor: 'system', event: 'reassigned' } as const;
    await appendAudit(tx, municipalityId, caseId, { ...entry, details: { task: id } });
    await announceWord(tx, municipalityId, { caseId, kind: 'deliver', at });
  }
}
