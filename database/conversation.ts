import type { Conversation, Message } from '../domain/dialogue/conversation';
import { boundAnswer } from '../domain/forms/fields';
import type { FormRegistry } from '../domain/forms/registry';
import type { Tx } from './database';
import type { Case } from './repositories/case.repository';
import { getApplication, getSubmission } from './repositories/submission.repository';
import { tasksOfCase, type Task } from './repositories/task.repository';

type Answered = Task & { submission_id: string; answered_at: Date };

/**
 * What has been written in a dialogue: the matter, the answers to it, and what was asked on.
 * @param before leaves out what answers this question and those that came after it
 */
export async function conversationOf(
  tx: Tx,
  forms: FormRegistry,
  found: Case,
  before?: Pick<Task, 'opened_at'>,
): Promise<Conversation> {
  const { municipality_id: municipalityId, id } = found;
  const application = await getApplication(tx, municipalityId, id);
  const form = forms.get(application.form_reference);
  const asker = boundAnswer(form, 'organisationName', application.answers) ?? '';
  const matter: Message = {
    ...{ from: 'asker', by: null, at: application.submitted_at.toISOString() },
    text: boundAnswer(form, 'message', application.answers) ?? '',
  };
  const tasks = await tasksOfCase(tx, municipalityId, id);
  const answered = tasks
    .filter(({ opened_at: at }) => !before || at < before.opened_at)
    .filter((task): task is Answered => task.submission_id !== null && task.answered_at !== null)
    .sort((a, b) => a.answered_at.getTime() - b.answered_at.getTime());
  const messages: Message[] = [];
  for (const task of answered) messages.push(...(await messageOf(tx, forms, task)));
  return {
    theme: boundAnswer(form, 'theme', application.answers) ?? '',
    asker,
    messages: [matter, ...messages],
    ended: endOf(found, answered),
  };
}

/** Whoever is done has nothing to say. */
async function messageOf(tx: Tx, forms: FormRegistry, task: Answered): Promise<Message[]> {
  const { form_reference, answers } = await getSubmission(
    tx,
    task.municipality_id,
    task.submission_id,
  );
  const form = forms.get(form_reference);
  const text = boundAnswer(form, 'message', answers);
  if (text === undefined) return [];
  const at = task.answered_at.toISOString();
  if (task.kind !== 'reply') return [{ from: 'asker', by: null, at, text }];
  return [{ from: 'municipality', by: boundAnswer(form, 'signedName', answers) ?? null, at, text }];
}

function endOf(
  { closed_at: closedAt, ending }: Case,
  answered: readonly Answered[],
): Conversation['ended'] {
  if (closedAt === null) return null;
  if (ending !== null) return 'otherwise';
  return answered.at(-1)?.outcome === 'close' ? 'byAsker' : 'bySilence';
}
