import { randomUUID } from 'node:crypto';
import { reachNow } from '../../database/repositories/reach.repository';
import type { Tx } from '../../database/database';
import { appendAudit } from '../../database/repositories/audit.repository';
import { findCaseByNumber, lockCase, type Case } from '../../database/repositories/case.repository';
import { planLetter } from '../../database/repositories/letter.repository';
import { addToOutbox } from '../../database/repositories/outbox.repository';
import { getApplication } from '../../database/repositories/submission.repository';
import {
  raiseLinkGeneration,
  tasksOfCase,
  type Task,
} from '../../database/repositories/task.repository';
import { boundAnswer } from '../../domain/forms/fields';
import type { Language } from '../../domain/language';
import type { Municipality } from '../../domain/municipality';
import type { ServerContext } from '../context';
import { planNewLink } from './new-link';

interface Recipient {
  name: string;
  email: string;
  language: Language;
  /** The task the new link is for; without one it opens the status page. */
  task?: Task;
}

/**
 * Plans a letter with a new link when the address is one the case already knows, and does nothing
 * otherwise. The caller answers the same in both cases.
 */
export async function requestLink(
  context: ServerContext,
  municipality: Municipality,
  wanted: { number: string; email: string },
): Promise<void> {
  const planned = await context.database.transaction(municipality.id, async (tx) => {
    const found = await findCaseByNumber(tx, municipality.id, wanted.number);
    if (!found) return false;
    const recipients = await knownRecipients(tx, context, found);
    const address = wanted.email.trim().toLowerCase();
    // Whoever has no address has no link to ask for.
    const recipient =
      address === '' ? undefined : recipients.find(({ email }) => email.toLowerCase() === address);
    if (!recipient) return false;
    await planLink(tx, found, recipient, context.clock());
    return true;
  });
  if (planned) context.nudgeRelay();
}

/** Whoever has a task comes first: the link they miss is the one to act by. */
async function knownRecipients(tx: Tx, context: ServerContext, found: Case): Promise<Recipient[]> {
  const tasks = await tasksOfCase(tx, found.municipality_id, found.id);
  const application = await getApplication(tx, found.municipality_id, found.id);
  const form = context.forms.get(application.form_reference);
  const reached = await reachNow(tx, found.municipality_id, found.id);
  const coordinator = reached({
    name: boundAnswer(form, 'coordinatorName', application.answers) ?? '',
    email: boundAnswer(form, 'coordinatorEmail', application.answers) ?? '',
  });
  return [
    ...tasks
      .filter(({ state }) => state !== 'waiting' && state !== 'passedOn')
      .reverse()
      .map((task) => ({
        name: task.assignee_name,
        email: task.assignee_email,
        language: task.language,
        task,
      })),
    {
      ...coordinator,
      language: application.language,
    },
  ];
}

async function planLink(tx: Tx, found: Case, recipient: Recipient, now: Date): Promise<void> {
  const { municipality_id: municipalityId, id: caseId } = found;
  const { task } = recipient;
  await lockCase(tx, municipalityId, caseId);
  if (task) {
    await raiseLinkGeneration(tx, municipalityId, task.id);
    await planNewLink(tx, task, now);
  } else await planStatusLink(tx, found, recipient, now);
  await appendAudit(tx, municipalityId, caseId, {
    at: now,
    actor: 'system',
    event: 'linkReissued',
  });
  await addToOutbox(tx, municipalityId, { caseId, kind: 'deliver', at: now });
}

async function planStatusLink(
  tx: Tx,
  { municipality_id: municipalityId, id: caseId }: Case,
  { name, email, language }: Recipient,
  now: Date,
): Promise<void> {
  await planLetter(tx, municipalityId, {
    case_id: caseId,
    task_id: null,
    letter_key: `link/${randomUUID()}`,
    template: 'newLink',
    recipient_name: name,
    recipient_email: email,
    language,
    ordinal: 1,
    attachments: [],
    link: 'case',
    created_at: now,
  });
}
