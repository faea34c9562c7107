import { lockCase } from '../../database/repositories/case.repository';
import { invitedTo } from '../../database/repositories/first-agreement.repository';
import { planLetters } from '../../database/repositories/letter.repository';
import type { DocumentReference, LetterTemplate, ProcessState } from '../../domain/process';
import { batchSize } from './tell-in-batches';
import type { RecordDependencies } from './record-steps';

export interface TellInvitedInput {
  process: ProcessState;
  /** Process time in milliseconds since 1970. */
  at: number;
  template: LetterTemplate;
  attach?: readonly DocumentReference[];
}

/**
 * Writes to every organisation that is invited to the way to a first agreement. In batches; repeatable,
 * as each hears of a thing once.
 */
export async function tellInvited(
  { database }: RecordDependencies,
  { process: { municipalityId, caseId }, at, template, attach = [] }: TellInvitedInput,
): Promise<void> {
  const invited = await database.transaction(municipalityId, (tx) =>
    invitedTo(tx, municipalityId, caseId),
  );
  const letters = invited.map(({ position, name, email, postal, language }) => ({
    ...{ case_id: caseId, task_id: null, letter_key: `${template}/${position}`, template },
    ...{ recipient_name: name, recipient_email: email, recipient_postal: postal, language },
    ...{ ordinal: 1, attachments: attach, link: null, created_at: new Date(at) },
  }));
  for (let next = 0; next < letters.length; next += batchSize) {
    await database.transaction(municipalityId, async (tx) => {
      await lockCase(tx, municipalityId, caseId);
      await planLetters(tx, municipalityId, letters.slice(next, next + batchSize));
    });
  }
}
