import { randomUUID } from 'node:crypto';
import type { Tx } from '../../database/database';
import { fingerprint } from '../../database/fingerprint';
import { appendAudit, type Actor } from '../../database/repositories/audit.repository';
import { lockCase, nameOrganisation, type Case } from '../../database/repositories/case.repository';
import { lockTask, takeTask, type Task } from '../../database/repositories/task.repository';
import { getApplication } from '../../database/repositories/submission.repository';
import { noonOf, stockholmDate } from '../../domain/calendar';
import { DomainError } from '../../domain/errors';
import { filesOfCase } from '../../database/repositories/upload.repository';
import { allFields, boundAnswer, outcomeOf } from '../../domain/forms/fields';
import { withoutFiles } from '../../domain/forms/paper';
import { parseAnswers } from '../../domain/forms/schema';
import type { TimelineEvent } from '../../domain/api/shapes';
import type { Answers, Faults, FileAnswer, FormDefinition } from '../../domain/forms/types';
import type { TaskOutcome } from '../../domain/process';
import type { Official } from '../../domain/officials';
import type { ServerContext } from '../context';
import { refuseSecondCase } from './refuse-second-case';

/**
 * Takes the answer to a task inside the caller's transaction and returns the task with it: of many at
 * once one wins, the others get `task.alreadyAnswered`. Faults of the form leave the task as it is.
 */
export async function answerTask(
  tx: Tx,
  context: ServerContext,
  task: Task,
  typed: Record<string, unknown>,
): Promise<Task> {
  refuseUnlessOpen(task);
  const form = context.forms.get(task.form_reference);
  const parsed = parseAnswers(form, typed);
  if (!parsed.ok) throw new DomainError('form.invalid', {}, parsed.faults);
  const answers = await withKeptFiles(tx, task, form, parsed.answers);
  const now = context.clock();
  return storeAnswer(tx, context, task, { form, answers, at: now });
}

/** An answer that came on paper, and the official who enters it. */
export interface PaperAnswer {
  official: Official;
  answers: Record<string, unknown>;
  /** The day it came. */
  arrivedOn: string;
}

/**
 * Takes the answer that an official enters from paper, as of the day it came; the files of the
 * application stay. Throws `task.notOnPaper` for what is answered otherwise, `arrival.future`, and
 * what `answerTask` throws.
 */
export async function answerOnPaper(
  tx: Tx,
  context: ServerContext,
  task: Task,
  { official, answers: typed, arrivedOn }: PaperAnswer,
): Promise<Task> {
  refuseUnlessOpen(task);
  if (!isAnsweredOnPaper(task)) throw new DomainError('task.notOnPaper');
  const now = context.clock();
  if (arrivedOn > stockholmDate(now)) throw new DomainError('arrival.future');
  const whole = context.forms.get(task.form_reference);
  const parsed = parseAnswers(withoutFiles(whole), typed);
  if (!parsed.ok) throw new DomainError('form.invalid', {}, parsed.faults);
  const before = await getApplication(tx, task.municipality_id, task.case_id);
  const answers = { ...parsed.answers, ...filesIn(whole, before.answers) };
  const at = arrivalOf(task, arrivedOn, now);
  const enteredBy = official.subject;
  return storeAnswer(tx, context, task, { form: whole, answers, at, enteredBy });
}

/** What can be entered from paper: an application that is completed. */
export function isAnsweredOnPaper({ kind, state }: Pick<Task, 'kind' | 'state'>): boolean {
  return kind === 'complete' && state === 'open';
}

/** Never before the question was asked, so that answers keep their order. */
function arrivalOf({ opened_at: asked }: Task, arrivedOn: string, now: Date): Date {
  if (arrivedOn === stockholmDate(now)) return now;
  const noon = noonOf(arrivedOn);
  return noon < asked ? asked : noon;
}

function filesIn(form: FormDefinition, answers: Answers): Answers {
  const ids = allFields(form)
    .filter(({ type }) => type === 'file')
    .map(({ id }) => id);
  return Object.fromEntries(Object.entries(answers).filter(([id]) => ids.includes(id)));
}

/** An answer may only name files that came with the application, and as the record describes them. */
async function withKeptFiles(
  tx: Tx,
  task: Task,
  form: FormDefinition,
  answers: Answers,
): Promise<Answers> {
  const named = allFields(form).filter(({ id, type }) => type === 'file' && answers[id]);
  if (named.length === 0) return answers;
  const { municipality_id: municipalityId, case_id: caseId } = task;
  const onRecord = await filesOfCase(tx, municipalityId, caseId);
  const known = new Map(
    onRecord.map(({ id, name, size, sha256 }) => [id, { id, name, size, sha256 }]),
  );
  const kept: Answers = {};
  const faults: Faults = {};
  for (const { id } of named) {
    const files = (answers[id] as readonly FileAnswer[]).map((file) => known.get(file.id));
    if (files.some((file) => file === undefined)) faults[id] = 'fileUnknown';
    kept[id] = files.filter((file) => file !== undefined);
  }
  if (Object.keys(faults).length > 0) throw new DomainError('form.invalid', {}, faults);
  return { ...answers, ...kept };
}

function refuseUnlessOpen(task: Task): void {
  if (task.state === 'answered') throw new DomainError('task.alreadyAnswered', { task: task.id });
  if (task.state !== 'open') throw new DomainError('task.closed', { task: task.id });
}

/** What was sent, and with which form. */
interface Submitted {
  form: FormDefinition;
  answers: Answers;
}

/** When it came, and the subject of the official who entered it from paper. */
interface Moment {
  at: Date;
  enteredBy?: string;
}

async function storeAnswer(
  tx: Tx,
  context: ServerContext,
  task: Task,
  { form, answers, at, enteredBy }: Submitted & Moment,
): Promise<Task> {
  const now = context.clock();
  const { municipality_id: municipalityId, case_id: caseId, document_sha256 } = task;
  // The case before the task: everything that locks both takes them in this order.
  const current = await lockCase(tx, municipalityId, caseId);
  const outcome = outcomeOf(form, answers);
  const submission = {
    id: randomUUID(),
    case_id: caseId,
    task_id: task.id,
    form_reference: task.form_reference,
    language: task.language,
    answers,
    // The shown document's hash is part of what was answered.
    sha256: fingerprint({
      form: task.form_reference,
      answers,
      at,
      taskId: task.id,
      document: document_sha256,
    }),
    submission_key: null,
    submitted_at: at,
  };
  const taken = await takeTask(tx, task, submission, outcome);
  if (!taken) {
    // Somebody was first since the task was read.
    refuseUnlessOpen(await lockTask(tx, municipalityId, task.id));
    throw new DomainError('task.alreadyAnswered', { task: task.id });
  }
  if (task.kind === 'complete') await renewOrganisation(tx, context, current, { form, answers });
  await appendAudit(tx, municipalityId, caseId, {
    at: now,
    actor: enteredBy === undefined ? actorOf(task) : 'official',
    event: eventOf(task, outcome),
    details: {
      task: task.id,
      ...(enteredBy !== undefined && { by: enteredBy, arrivedOn: stockholmDate(at) }),
    },
  });
  return taken;
}

/** A completed application may name the organisation otherwise; the case then does so too. */
async function renewOrganisation(
  tx: Tx,
  { processes }: ServerContext,
  current: Case,
  { form, answers }: Submitted,
): Promise<void> {
  const number = boundAnswer(form, 'organisationNumber', answers) ?? null;
  const { onceByOrganisation } = processes.get(current.process);
  if (onceByOrganisation && number !== current.organisation_number) {
    await refuseSecondCase(tx, current.municipality_id, current.process, number);
  }
  const name = boundAnswer(form, 'organisationName', answers) ?? current.organisation_name;
  await nameOrganisation(tx, current, { name, number });
}

function actorOf({ assignee_role: role }: Task): Actor {
  if (role === 'coordinator' || role === 'partyCoordinator') return 'applicant';
  return role === 'partySignatory' ? 'signatory' : (role as Actor);
}

/** Questions that an organisation answers in its own case, where any answer is what came in. */
const ofOrganisation = ['complete', 'hear'];

/** What the timeline calls an answer. */
function eventOf({ kind }: Task, outcome: TaskOutcome): TimelineEvent {
  if (ofOrganisation.includes(kind)) return 'completionReceived';
  if (kind === 'settle' && outcome === 'close') return 'cancelled';
  if (kind !== 'countersign') return answerEvents[outcome];
  return outcome === 'decline' ? 'countersignatureDeclined' : 'countersigned';
}

const answerEvents: Record<TaskOutcome, TimelineEvent> = {
  approve: 'approved',
  refuse: 'refused',
  return: 'returned',
  forward: 'forwarded',
  support: 'opinionGiven',
  oppose: 'opinionGiven',
  decline: 'declined',
  answered: 'signed',
  close: 'lapsed',
  proceed: 'proceeded',
};
