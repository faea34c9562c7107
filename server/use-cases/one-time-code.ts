import { randomUUID } from 'node:crypto';
import type { Tx } from '../../database/database';
import { appendAudit } from '../../database/repositories/audit.repository';
import { getCase, lockCase, type Case } from '../../database/repositories/case.repository';
import { useCode } from '../../database/repositories/code.repository';
import { countLetters, planLetter } from '../../database/repositories/letter.repository';
import { addToOutbox } from '../../database/repositories/outbox.repository';
import { lockTask, type Task } from '../../database/repositories/task.repository';
import { DomainError, type ErrorCode } from '../../domain/errors';
import type { Municipality } from '../../domain/municipality';
import { codesPerHour } from '../../domain/one-time-code';

const hourMs = 3600 * 1000;

/** Whether whoever answers a task must send a mailed code with the answer. */
export function asksForCode(
  { processes }: Municipality,
  { process }: Pick<Case, 'process'>,
  { kind }: Pick<Task, 'kind'>,
): boolean {
  return processes[process]?.tasks[kind]?.code === true;
}

/** The same where the case has not been read, which most municipalities need not do for this. */
export async function needsCode(tx: Tx, municipality: Municipality, task: Task): Promise<boolean> {
  const anywhere = Object.keys(municipality.processes);
  if (!anywhere.some((process) => asksForCode(municipality, { process }, task))) return false;
  return asksForCode(municipality, await getCase(tx, task.municipality_id, task.case_id), task);
}

/**
 * Has a code mailed to whoever has the task, at the address on record. The code itself is made when
 * its letter is written, so that it passes through no queue and no history.
 */
export async function requestCode(
  tx: Tx,
  municipality: Municipality,
  task: Task,
  { now, late }: { now: Date; late: boolean },
): Promise<void> {
  const { municipality_id: municipalityId, case_id: caseId, id } = task;
  const found = await lockCase(tx, municipalityId, caseId);
  if (task.state === 'answered') throw new DomainError('task.alreadyAnswered', { task: id });
  if (task.state !== 'open' && !late) throw new DomainError('task.closed', { task: id });
  if (!asksForCode(municipality, found, task)) throw new DomainError('code.notAsked');
  const since = new Date(now.getTime() - hourMs);
  const wanted = { taskId: id, template: 'oneTimeCode', since };
  if ((await countLetters(tx, municipalityId, wanted)) >= codesPerHour) {
    throw new DomainError('code.tooMany');
  }
  await planLetter(tx, municipalityId, {
    case_id: caseId,
    task_id: id,
    letter_key: `code/${randomUUID()}`,
    template: 'oneTimeCode',
    recipient_name: task.assignee_name,
    recipient_email: task.assignee_email,
    language: task.language,
    ordinal: 1,
    attachments: [],
    link: null,
    created_at: now,
  });
  const entry = { at: now, actor: 'system', event: 'codeAsked', details: { task: id } } as const;
  await appendAudit(tx, municipalityId, caseId, entry);
  await addToOutbox(tx, municipalityId, { caseId, kind: 'deliver', at: now });
}

/**
 * Why the code that came with an answer does not do; undefined where it does.
 * The attempt counts, so the transaction must be committed either way.
 */
export async function refusedByCode(
  tx: Tx,
  task: Task,
  typed: string | undefined,
  now: Date,
): Promise<ErrorCode | undefined> {
  if (typed === undefined || typed.trim() === '') return 'code.missing';
  const refusal = await useCode(tx, task, typed, now);
  if (refusal === undefined) return undefined;
  // Somebody with the same code was first: then that is what there is to say.
  const { state } = await lockTask(tx, task.municipality_id, task.id);
  return state === 'answered' ? 'task.alreadyAnswered' : refusal;
}
