import type { Tx } from '../../database/database';
import { pinnedForm } from '../../database/pinned-form';
import { appendAudit } from '../../database/repositories/audit.repository';
import { lockCase } from '../../database/repositories/case.repository';
import {
  countPartLinks,
  endPartLinks,
  issueLink,
} from '../../database/repositories/link.repository';
import {
  findTaskDraft,
  keepTaskDraft,
  type TaskDraft,
} from '../../database/repositories/task-draft.repository';
import { lockTask, type Task } from '../../database/repositories/task.repository';
import type { SavedSharedDraft, SharedDraft, SharedDraftChange } from '../../domain/api/shapes';
import { actorOf } from '../../domain/asking/actor-of';
import { DomainError } from '../../domain/errors';
import {
  fitForm,
  longestDraft,
  mergeDraft,
  mostPartLinks,
  sharesDraft,
} from '../../domain/forms/shared-draft';
import type { Municipality } from '../../domain/municipality';
import type { ServerContext } from '../context';

/** What several people have written in a task's form so far. */
export async function sharedDraftOf(tx: Tx, task: Task): Promise<SharedDraft> {
  return viewOf(await findTaskDraft(tx, task.municipality_id, task.id));
}

/**
 * Takes over what somebody has written, field by field; nothing to take over answers with what is there.
 * Throws `task.alreadyAnswered`, `task.closed`, and `request.malformed` for what is no answer to the form.
 */
export async function fillIn(
  tx: Tx,
  context: ServerContext,
  municipality: Municipality,
  task: Task,
  { changes }: SharedDraftChange,
): Promise<SavedSharedDraft> {
  const { municipality_id: municipalityId, id } = await lockShared(tx, task);
  const form = await pinnedForm(tx, context.forms, municipality, task.form_reference);
  if (!fitForm(form, changes)) throw new DomainError('request.malformed');
  const before = await findTaskDraft(tx, municipalityId, id);
  const { answers, changed, conflicts } = mergeDraft(before?.answers ?? {}, changes);
  if (!changed) return { ...viewOf(before), conflicts };
  if (JSON.stringify(answers).length > longestDraft) throw new DomainError('request.tooLarge');
  const saved = await keepTaskDraft(tx, municipalityId, id, { answers, at: context.clock() });
  return { ...viewOf(saved), conflicts };
}

/**
 * An address at which somebody else fills in a part and cannot send. It ends with the question, and with
 * the link of whoever gives it. Nobody's name or address is asked for: it is passed on by hand.
 */
export async function givePartLink(
  tx: Tx,
  context: ServerContext,
  task: Task,
): Promise<{ url: string }> {
  const now = context.clock();
  const { municipality_id: municipalityId, case_id, id, link_generation } = task;
  await lockCase(tx, municipalityId, case_id);
  await lockShared(tx, task);
  if ((await countPartLinks(tx, task, now)) >= mostPartLinks) {
    throw new DomainError('draft.tooManyLinks');
  }
  const token = await issueLink(tx, municipalityId, {
    ...{ case_id, task_id: id, generation: link_generation, part: true },
    ...{ recipient_email: '', document_sha256: null, issued_at: now },
  });
  await appendAudit(tx, municipalityId, case_id, {
    ...{
      at: now,
      actor: actorOf(task.assignee_role),
      event: 'partLinkGiven',
      details: { task: id },
    },
  });
  return { url: `${context.publicUrl}/${municipalityId}/part#${token}` };
}

/** Whoever was let in to fill in a part is so no longer; what they have written stays. */
export async function takeBackPartLinks(
  tx: Tx,
  { clock }: ServerContext,
  task: Task,
): Promise<void> {
  const now = clock();
  const { municipality_id: municipalityId, case_id, id } = task;
  await lockCase(tx, municipalityId, case_id);
  await lockShared(tx, task);
  await endPartLinks(tx, task, now);
  await appendAudit(tx, municipalityId, case_id, {
    ...{
      at: now,
      actor: actorOf(task.assignee_role),
      event: 'partLinksEnded',
      details: { task: id },
    },
  });
}

/** Throws `draft.othersWrote` where somebody has written since the sender read the draft. */
export async function refuseUnlessRead(tx: Tx, task: Task, revision: number): Promise<void> {
  // The case before the task, as whoever stores the answer takes them.
  await lockCase(tx, task.municipality_id, task.case_id);
  await lockTask(tx, task.municipality_id, task.id);
  const draft = await findTaskDraft(tx, task.municipality_id, task.id);
  if (draft && draft.revision !== revision) throw new DomainError('draft.othersWrote');
}

/** The task as it is now: nobody writes in it or answers it until the transaction ends. */
async function lockShared(tx: Tx, { municipality_id: municipalityId, id }: Task): Promise<Task> {
  const task = await lockTask(tx, municipalityId, id);
  if (task.state === 'answered') throw new DomainError('task.alreadyAnswered', { task: id });
  if (task.state !== 'open' || !sharesDraft(task.kind)) {
    throw new DomainError('task.closed', { task: id });
  }
  return task;
}

function viewOf(draft: TaskDraft | undefined): SharedDraft {
  return {
    answers: draft?.answers ?? {},
    revision: draft?.revision ?? 0,
    changedAt: draft?.changed_at.toISOString() ?? null,
  };
}
