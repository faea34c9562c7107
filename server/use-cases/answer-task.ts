import { randomUUID } from 'node:crypto';
import type { Tx } from '../../database/database';
import { fingerprint } from '../../database/fingerprint';
import { pinnedForm } from '../../database/pinned-form';
import { appendAudit } from '../../database/repositories/audit.repository';
import { lockCase, nameOrganisation, type Case } from '../../database/repositories/case.repository';
import {
  lockTask,
  takeTask,
  tasksOfCase,
  type Task,
} from '../../database/repositories/task.repository';
import { respondentOfTask } from '../../database/repositories/collection.repository';
import { findParty } from '../../database/repositories/party.repository';
import { recordDecision } from '../../database/repositories/delegation.repository';
import { getApplication } from '../../database/repositories/submission.repository';
import { actorOf } from '../../domain/asking/actor-of';
import { maySpeakLate } from '../../domain/asking/late-opinion';
import { noonOf, stockholmDate } from '../../domain/calendar';
import { stepFaults } from '../../domain/first-agreement/first-agreement';
import { DomainError, type ErrorCode } from '../../domain/errors';
import { filesOfCase } from '../../database/repositories/upload.repository';
import { allFields, boundAnswer, outcomeOf } from '../../domain/forms/fields';
import { accessionPaperSignature } from '../../domain/forms/definitions/accession-paper-signature';
import { withoutFiles } from '../../domain/forms/paper';
import { formReference } from '../../domain/forms/registry';
import { parseAnswers } from '../../domain/forms/schema';
import type { AnswerRequest, TimelineEvent } from '../../domain/api/shapes';
import type {
  Answers,
  Binding,
  Faults,
  FileAnswer,
  FormDefinition,
} from '../../domain/forms/types';
import type { Municipality } from '../../domain/municipality';
import type { Official } from '../../domain/officials';
import {
  answeredInWriting,
  answeredSignedIn,
  keptAfterwards,
  type Identification,
  type TaskOutcome,
} from '../../domain/process';
import type { ServerContext } from '../context';
import { comesAfterReport } from './after-report';
import { beginDialogues } from './begin-dialogues';
import { asAsked } from './committee-lists';
import { needsCode, refusedByCode } from './one-time-code';
import { refuseUnlessRead } from './fill-in-together';
import { refuseSecondCase } from './refuse-second-case';
import { refuseUncovered } from './transfer-cover';

/** What answering needs of the server. */
export type AnsweringContext = Pick<
  ServerContext,
  'forms' | 'clock' | 'processes' | 'municipalities'
>;

/** A task with its answer, as it was taken. */
export interface Answered {
  task: Task;
  /** As it is after the answer. */
  organisationName: string;
  /** It came when the report on the answers had been put forward. */
  afterwards: boolean;
  submitted: Submitted & { at: Date; sha256: string };
}

/**
 * Takes the answer to a task inside the caller's transaction and returns the task with it: of many at
 * once one wins, the others get `task.alreadyAnswered`. Faults of the form leave the task as it is.
 */
export async function answerTask(
  tx: Tx,
  context: AnsweringContext,
  task: Task,
  typed: Record<string, unknown>,
): Promise<Answered> {
  const submitted = await checkAnswer(tx, context, task, typed);
  return storeAnswer(tx, context, task, {
    ...submitted,
    at: context.clock(),
    identifiedBy: 'mailbox',
  });
}

/** The same for an answer that comes with a code; what the code is refused with must be committed. */
export async function answerWithCode(
  tx: Tx,
  context: AnsweringContext,
  municipality: Municipality,
  task: Task,
  { answers, code, draftRevision }: AnswerRequest,
): Promise<{ answered: Answered } | { refused: ErrorCode }> {
  if (answeredSignedIn.includes(task.kind)) throw new DomainError('task.signInNeeded');
  if (draftRevision !== undefined) await refuseUnlessRead(tx, task, draftRevision);
  if (!(await needsCode(tx, municipality, task))) {
    return { answered: await answerTask(tx, context, task, answers) };
  }
  // Whoever has something to correct keeps the code for the next attempt.
  const submitted = await checkAnswer(tx, context, task, answers);
  const at = context.clock();
  const refused = await refusedByCode(tx, task, code, at);
  if (refused) return { refused };
  const arrival = { at, identifiedBy: 'mailboxAndCode' } as const;
  return { answered: await storeAnswer(tx, context, task, { ...submitted, ...arrival }) };
}

/**
 * Takes a signature that was made by hand, as an official has recorded it. Late or twice it is refused
 * as any answer is.
 */
export async function signOnPaper(
  tx: Tx,
  context: AnsweringContext,
  task: Task,
  { typed, by }: { typed: Record<string, unknown>; by: string },
): Promise<Answered> {
  if (task.kind !== 'sign' && task.kind !== 'countersign')
    throw new DomainError('task.noSignature');
  const onPaper = { ...task, form_reference: formReference(accessionPaperSignature) };
  const submitted = await checkAnswer(tx, context, onPaper, typed);
  const bound = (binding: Binding) => boundAnswer(submitted.form, binding, submitted.answers);
  if ((bound('signedOn') ?? '') > stockholmDate(context.clock())) {
    throw new DomainError('signature.future');
  }
  const identifiedBy = bound('signedWay') === 'forum' ? 'forum' : 'paper';
  const arrival = { at: context.clock(), identifiedBy, enteredBy: by } as const;
  return storeAnswer(tx, context, task, { ...submitted, ...arrival });
}

/** What was typed, as the form reads it; throws where it has faults or nobody is asked any more. */
async function checkAnswer(
  tx: Tx,
  context: AnsweringContext,
  task: Task,
  typed: Record<string, unknown>,
): Promise<Submitted> {
  if (!(await isLateOpinion(tx, task))) refuseUnlessOpen(task);
  const municipality = context.municipalities.get(task.municipality_id);
  const of = municipality ?? { id: task.municipality_id };
  const its = await pinnedForm(tx, context.forms, of, task.form_reference);
  const form = await asAsked(tx, of, its, context.clock());
  const parsed = parseAnswers(form, typed);
  if (!parsed.ok) throw new DomainError('form.invalid', {}, parsed.faults);
  await refuseUncovered(tx, context, task, { form, typed });
  const faults = stepFaults(task.kind, parsed.answers, stockholmDate(context.clock()));
  if (Object.keys(faults).length > 0) throw new DomainError('form.invalid', {}, faults);
  return { form, answers: await withKeptFiles(tx, task, form, parsed.answers) };
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
  context: AnsweringContext,
  task: Task,
  { official, answers: typed, arrivedOn }: PaperAnswer,
): Promise<Answered> {
  if (!(await isKeptAfterwards(tx, task))) {
    refuseUnlessOpen(task);
    if (!isAnsweredOnPaper(task)) throw new DomainError('task.notOnPaper');
  }
  const now = context.clock();
  if (arrivedOn > stockholmDate(now)) throw new DomainError('arrival.future');
  const of = context.municipalities.get(task.municipality_id) ?? { id: task.municipality_id };
  const whole = await pinnedForm(tx, context.forms, of, task.form_reference);
  const parsed = parseAnswers(withoutFiles(whole), typed);
  if (!parsed.ok) throw new DomainError('form.invalid', {}, parsed.faults);
  await refuseUncovered(tx, context, task, { form: whole, typed });
  const before = await getApplication(tx, task.municipality_id, task.case_id);
  const answers = { ...parsed.answers, ...filesIn(whole, before.answers) };
  const at = arrivalOf(task, arrivedOn, now);
  const arrival = { at, identifiedBy: 'paper', enteredBy: official.subject } as const;
  return storeAnswer(tx, context, task, { form: whole, answers, ...arrival });
}

/** Whether an answer can be entered from paper. */
export function isAnsweredOnPaper({ kind, state }: Pick<Task, 'kind' | 'state'>): boolean {
  return answeredInWriting.includes(kind) && state === 'open';
}

/**
 * Whether a paper that comes when the report or the compilation is final is kept all the same: post is slow,
 * and what stands in it is answered and shown beside the next year's questions. A party that has left is
 * not asked any more.
 */
export async function isKeptAfterwards(
  tx: Tx,
  { municipality_id: municipalityId, id, kind, state }: Task,
): Promise<boolean> {
  if (state !== 'closed' || !keptAfterwards.includes(kind)) return false;
  const respondent = await respondentOfTask(tx, municipalityId, id);
  if (respondent === undefined || respondent.party_id === null) return respondent !== undefined;
  return (await findParty(tx, municipalityId, respondent.party_id))?.ended_on === null;
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

/** An answer may only name files that are among the records of its case, and as the record describes them. */
export async function withKeptFiles(
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

function isByHand(identifiedBy: Identification): boolean {
  return identifiedBy === 'paper' || identifiedBy === 'forum';
}

/** What a member says whom the group did not wait for, while the decision is not taken. */
export async function isLateOpinion(tx: Tx, task: Task): Promise<boolean> {
  if (task.kind !== 'consult' || task.state !== 'closed') return false;
  return maySpeakLate(task, await tasksOfCase(tx, task.municipality_id, task.case_id));
}

export function refuseUnlessOpen(task: Task): void {
  if (task.state === 'answered') throw new DomainError('task.alreadyAnswered', { task: task.id });
  if (task.state !== 'open') throw new DomainError('task.closed', { task: task.id });
}

/** What was sent, and with which form. */
export interface Submitted {
  form: FormDefinition;
  answers: Answers;
}

/** When it came, how it is known from whom, and the subject of the official who entered it. */
interface Arrival {
  at: Date;
  identifiedBy: Identification;
  enteredBy?: string;
}

/** Takes a checked answer: the row, its submission and the audit together. */
export async function storeAnswer(
  tx: Tx,
  context: AnsweringContext,
  task: Task,
  { form, answers, at, identifiedBy, enteredBy }: Submitted & Arrival,
): Promise<Answered> {
  const now = context.clock();
  const { municipality_id: municipalityId, case_id: caseId, document_sha256 } = task;
  // The case before the task: everything that locks both takes them in this order.
  const current = await lockCase(tx, municipalityId, caseId);
  const outcome = outcomeOf(form, answers);
  const submission = {
    id: randomUUID(),
    case_id: caseId,
    task_id: task.id,
    form_reference: formReference(form),
    language: task.language,
    answers,
    // The shown document's hash is part of what was answered.
    sha256: fingerprint({
      form: formReference(form),
      answers,
      at,
      taskId: task.id,
      // Nobody knows which print was signed by hand.
      document: isByHand(identifiedBy) ? null : document_sha256,
    }),
    submission_key: null,
    submitted_at: at,
  };
  // Under the lock of the case: it may have been decided since the task was read.
  const afterwards = await comesAfterReport(tx, { ...task, state: 'open' });
  const comesAfterwards = identifiedBy === 'paper' && (await isKeptAfterwards(tx, task));
  const from = comesAfterwards || (await isLateOpinion(tx, task)) ? 'closed' : 'open';
  const taken = await takeTask(tx, task, submission, { outcome, identifiedBy, from });
  if (!taken) {
    // Somebody was first since the task was read.
    refuseUnlessOpen(await lockTask(tx, municipalityId, task.id));
    throw new DomainError('task.alreadyAnswered', { task: task.id });
  }
  const organisationName =
    task.kind === 'complete'
      ? await renewOrganisation(tx, context, current, { form, answers })
      : current.organisation_name;
  await recordDelegated(tx, context, current, { task, outcome, at });
  await appendAudit(tx, municipalityId, caseId, {
    at: now,
    actor: enteredBy === undefined ? actorOf(task.assignee_role) : 'official',
    event: eventOf(task, outcome),
    details: {
      task: task.id,
      ...(enteredBy !== undefined && { by: enteredBy, arrivedOn: stockholmDate(at) }),
    },
  });
  if (task.kind === 'followUp') await beginDialogues(tx, context, task, { answers, at: now });
  const { sha256 } = submission;
  return { task: taken, organisationName, afterwards, submitted: { form, answers, at, sha256 } };
}

/** What decides a case; a return or a go-on does not. */
const decisive: readonly TaskOutcome[] = ['approve', 'refuse', 'close'];

/** A decision in the committee's place is listed until the committee has been told. */
async function recordDelegated(
  tx: Tx,
  { municipalities }: AnsweringContext,
  { id: caseId, municipality_id: municipalityId, process }: Case,
  { task, outcome, at }: { task: Task; outcome: TaskOutcome; at: Date },
): Promise<void> {
  const municipality = municipalities.get(municipalityId);
  const delegation = municipality?.processes[process]?.tasks[task.kind]?.delegation;
  if (!municipality || delegation === undefined || !decisive.includes(outcome)) return;
  await recordDecision(tx, municipalityId, {
    ...{ case_id: caseId, task_id: task.id, delegation, decision: outcome, decided_at: at },
    committee: municipality.numbers.committee,
  });
}

/** A completed application may name the organisation otherwise; the case then does so too. Returns its name. */
async function renewOrganisation(
  tx: Tx,
  { processes }: AnsweringContext,
  current: Case,
  { form, answers }: Submitted,
): Promise<string> {
  const number = boundAnswer(form, 'organisationNumber', answers) ?? null;
  const { onceByOrganisation } = processes.get(current.process);
  if (onceByOrganisation && number !== current.organisation_number) {
    await refuseSecondCase(tx, current.municipality_id, current.process, number);
  }
  const name = boundAnswer(form, 'organisationName', answers) ?? current.organisation_name;
  await nameOrganisation(tx, current, { name, number });
  return name;
}

/** Questions that an organisation answers in its own case, where any answer is what came in. */
const ofOrganisation = ['complete', 'hear'];

/** What the timeline calls an answer. */
function eventOf({ kind }: Task, outcome: TaskOutcome): TimelineEvent {
  if (ofOrganisation.includes(kind)) return 'completionReceived';
  if (kind === 'adjust') return 'transferAdjusted';
  if (kind === 'commission') return 'commissionAnswered';
  if (kind === 'report') return 'commissionReported';
  if (kind === 'minutes') return 'minutesAdjusted';
  if (kind === 'account') return 'accounted';
  if (kind === 'rest') return 'restDecided';
  if (kind === 'appraise') return 'appraised';
  if (kind === 'notes') return 'notesWritten';
  if (kind === 'followUp') return 'followUpAnswered';
  if (kind === 'comment') return 'commented';
  if (kind === 'reviewReport') return outcome === 'return' ? 'reportReturned' : 'reportApproved';
  if (kind === 'evaluate') return 'planEvaluated';
  if (kind === 'decidePlan') return outcome === 'return' ? 'planReturned' : 'planApproved';
  if (kind === 'shortlist') return 'shortlistWritten';
  if (kind === 'voteFocus') return 'focusVoted';
  if (kind === 'decideFocus') return outcome === 'return' ? 'focusReturned' : 'focusApproved';
  if (kind === 'breakTie') return 'tieBroken';
  if (kind === 'openSurvey') return 'surveyPlanned';
  if (kind === 'survey') return 'surveyAnswered';
  if (kind === 'closeWorkshops') return 'workshopsClosed';
  if (kind === 'handOver') return 'draftWritten';
  if (kind === 'write') return outcome === 'close' ? 'newsletterDropped' : 'newsletterWritten';
  if (kind === 'reply') return 'replied';
  if (kind === 'react') return outcome === 'close' ? 'dialogueClosed' : 'dialogueAskedOn';
  if (kind === 'verify')
    return outcome === 'approve'
      ? 'transferVerified'
      : (answerEvents[outcome] ?? 'transferVerified');
  if (kind === 'decide') return committeeEvent(outcome);
  if (kind === 'settle' && outcome === 'close') return 'cancelled';
  if (kind !== 'countersign') return answerEvents[outcome] ?? 'committeeDecided';
  return outcome === 'decline' ? 'countersignatureDeclined' : 'countersigned';
}

function committeeEvent(outcome: TaskOutcome): TimelineEvent {
  if (outcome === 'table') return 'tabled';
  const isReferral = outcome === 'referBack' || outcome === 'referBackByThird';
  return isReferral ? 'referredBack' : 'committeeDecided';
}

const answerEvents: Partial<Record<TaskOutcome, TimelineEvent>> = {
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
