import { lockCase } from '../../database/repositories/case.repository';
import { planLetters } from '../../database/repositories/letter.repository';
import type { LetterTemplate, ProcessState } from '../../domain/process';
import { everybodyInvolved, onceByAddress, type Listener } from './everybody';
import type { RecordDependencies } from './record-steps';
import { batchSize } from './tell-in-batches';

export interface TellEverybodyInput {
  process: ProcessState;
  /** Process time in milliseconds since 1970. */
  at: number;
  template: LetterTemplate;
}

/**
 * Writes to every party, office and company, asked or not, in batches. Repeatable: each gets a letter of a
 * template once in a case.
 */
export async function tellEverybody(
  dependencies: RecordDependencies,
  { process: { municipalityId, caseId }, at, template }: TellEverybodyInput,
): Promise<void> {
  const { database } = dependencies;
  const municipality = dependencies.municipality(municipalityId);
  const everybody = await database.transaction(municipalityId, async (tx) =>
    onceByAddress(await everybodyInvolved(tx, municipality)),
  );
  const letterTo = ({ key, name, email, postal, language }: Listener) => ({
    ...{ case_id: caseId, task_id: null, letter_key: `${template}/${key}`, template, language },
    ...{ recipient_name: name, recipient_email: email, recipient_postal: postal ?? null },
    ...{ ordinal: 1, attachments: [], link: null, created_at: new Date(at) },
  });
  for (let next = 0; next < everybody.length; next += batchSize) {
    await database.transaction(municipalityId, async (tx) => {
      await lockCase(tx, municipalityId, caseId);
      const letters = everybody.slice(next, next + batchSize).map(letterTo);
      await planLetters(tx, municipalityId, letters);
    });
  }
}
