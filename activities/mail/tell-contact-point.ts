import type { Tx } from '../../database/database';
import { planLetter, type Letter } from '../../database/repositories/letter.repository';
import { findTask } from '../../database/repositories/task.repository';
import type { Municipality } from '../../domain/municipality';

/** The roles that a letter about a refused one can name. */
const named = ['coordinator', 'signatory'] as const;
export type RefusedReader = (typeof named)[number] | 'other';

/**
 * Asks the contact point to see to a letter that was refused. What the contact point itself cannot
 * be sent stands at the desk alone: a letter about it would be refused as well.
 */
export async function tellContactPoint(
  tx: Tx,
  { contactPoint, defaultLanguage }: Municipality,
  letter: Letter,
  at: Date,
): Promise<void> {
  const { municipality_id: municipalityId, case_id: caseId } = letter;
  const isTheirs = letter.recipient_email.toLowerCase() === contactPoint.email.toLowerCase();
  if (isTheirs || letter.template === 'letterRefused') return;
  await planLetter(tx, municipalityId, {
    case_id: caseId,
    task_id: null,
    letter_key: `refused/${await readerOf(tx, letter)}/${letter.id}/${at.getTime()}`,
    template: 'letterRefused',
    recipient_name: contactPoint.name,
    recipient_email: contactPoint.email,
    language: defaultLanguage,
    ordinal: 1,
    attachments: [],
    link: null,
    created_at: at,
  });
}

/** Whose letter it was, by role: who it is stands at the desk. */
async function readerOf(tx: Tx, letter: Letter): Promise<RefusedReader> {
  const { municipality_id: municipalityId, task_id: taskId, letter_key: key } = letter;
  const task = taskId === null ? undefined : await findTask(tx, municipalityId, taskId);
  if (task) return named.find((role) => role === task.assignee_role) ?? 'other';
  return key.includes('signatory') ? 'signatory' : 'coordinator';
}

/** The role in the key of a letter about a refused one. */
export function refusedReader(letterKey: string): RefusedReader {
  const [, role] = letterKey.split('/');
  return named.find((each) => each === role) ?? 'other';
}
