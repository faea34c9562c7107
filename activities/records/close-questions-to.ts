import { appendAudit } from '../../database/repositories/audit.repository';
import { lockCase } from '../../database/repositories/case.repository';
import { casesAsking, closeQuestions } from '../../database/repositories/collection.repository';
import type { Recording } from './record-steps';

/**
 * A party has left: what it was asked as one of many, and has not answered, is asked no more. The cases are
 * locked before anything is read, so that nobody is being asked at the same moment.
 */
export async function closeQuestionsTo(
  { tx, current: { municipality_id: municipalityId }, at }: Recording,
  partyId: string,
): Promise<void> {
  for (const caseId of await casesAsking(tx, municipalityId, partyId)) {
    const asking = await lockCase(tx, municipalityId, caseId);
    for (const task of await closeQuestions(tx, asking, { at, partyId })) {
      const entry = { at, actor: 'system', event: 'respondentLeft' } as const;
      await appendAudit(tx, municipalityId, caseId, { ...entry, details: { task } });
    }
  }
}
