import type { Tx } from '../../database/database';
import { openAttentions } from '../../database/repositories/attention.repository';
import {
  auditOfCase,
  firstBrokenEntry,
  type AuditEntry,
} from '../../database/repositories/audit.repository';
import { findCase, type Case } from '../../database/repositories/case.repository';
import { documentsOfCase } from '../../database/repositories/document.repository';
import { lettersOfCase, type Letter } from '../../database/repositories/letter.repository';
import { officialNames } from '../../database/repositories/official.repository';
import { getApplication } from '../../database/repositories/submission.repository';
import { tasksOfCase, type Task } from '../../database/repositories/task.repository';
import type { DeskCaseView, DeskEvent, DeskLetter, DeskTask } from '../../domain/api/desk';
import { DomainError } from '../../domain/errors';
import { summarize } from '../../domain/forms/summary';
import type { Language } from '../../domain/language';
import type { ServerContext } from '../context';
import { documentLink, isOverdue } from './views';

/** The case an address names; throws `case.unknown` for every id that is none of this municipality's. */
export async function requireDeskCase(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<Case> {
  const found = isId(caseId) ? await findCase(tx, municipalityId, caseId) : undefined;
  if (!found) throw new DomainError('case.unknown');
  return found;
}

/** Everything the municipality has of a case, for somebody who may see all of it. Changes nothing. */
export async function readDeskCase(
  tx: Tx,
  context: ServerContext,
  found: Case,
  language: Language,
): Promise<DeskCaseView> {
  const { municipality_id: municipalityId, id } = found;
  const application = await getApplication(tx, municipalityId, id);
  const now = context.clock();
  const tasks = await tasksOfCase(tx, municipalityId, id);
  const letters = await lettersOfCase(tx, municipalityId, id);
  const documents = await documentsOfCase(tx, municipalityId, id);
  const attentions = await openAttentions(tx, municipalityId, id);
  const audit = await auditOfCase(tx, municipalityId, id);
  return {
    id,
    number: found.number,
    state: found.state,
    organisationName: found.organisation_name,
    organisationNumber: found.organisation_number,
    receivedAt: found.opened_at.toISOString(),
    closedAt: found.closed_at?.toISOString() ?? null,
    waitsFor: waitsFor(tasks, now),
    attentions: attentions.map(({ code, raised_at }) => ({
      code,
      raisedAt: raised_at.toISOString(),
    })),
    application: summarize(
      context.forms.get(application.form_reference),
      application.answers,
      language,
    ),
    tasks: tasks.map((task) => deskTask(task, now)),
    letters: letters.map(deskLetter),
    documents: documents.map(documentLink),
    events: await deskEvents(tx, municipalityId, audit),
    brokenAt: firstBrokenEntry(audit),
  };
}

/** The question with the nearest deadline. */
function waitsFor(tasks: readonly Task[], now: Date): DeskCaseView['waitsFor'] {
  const [next] = tasks
    .filter(({ state }) => state === 'open')
    .sort((a, b) => a.deadline.localeCompare(b.deadline));
  return next
    ? {
        role: next.assignee_role,
        name: next.assignee_name,
        since: next.opened_at.toISOString(),
        deadline: next.deadline,
        overdue: isOverdue(next, now),
      }
    : null;
}

function deskTask(task: Task, now: Date): DeskTask {
  return {
    id: task.id,
    kind: task.kind,
    state: task.state,
    role: task.assignee_role,
    name: task.assignee_name,
    email: task.assignee_email,
    openedAt: task.opened_at.toISOString(),
    deadline: task.deadline,
    overdue: isOverdue(task, now),
    answeredAt: task.answered_at?.toISOString() ?? null,
  };
}

function deskLetter(letter: Letter): DeskLetter {
  return {
    id: letter.id,
    template: letter.template,
    recipientName: letter.recipient_name,
    recipientEmail: letter.recipient_email,
    state: letter.state,
    failureCode: letter.failure_code,
    createdAt: letter.created_at.toISOString(),
    sentAt: letter.sent_at?.toISOString() ?? null,
  };
}

async function deskEvents(
  tx: Tx,
  municipalityId: string,
  audit: readonly AuditEntry[],
): Promise<DeskEvent[]> {
  const subjects = new Set(audit.flatMap(({ details }) => actorOf(details) ?? []));
  const names = await officialNames(tx, municipalityId, [...subjects]);
  return audit.map(({ sequence, at, actor, event, details }) => ({
    sequence,
    at: at.toISOString(),
    actor,
    event,
    by: names.get(actorOf(details) ?? '') ?? null,
  }));
}

/** The subject of the official who did it. */
function actorOf(details: AuditEntry['details']): string | undefined {
  const { by } = details as { by?: unknown };
  return typeof by === 'string' ? by : undefined;
}

function isId(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}
