import { asAnswered } from '../../database/answered-form';
import type { Tx } from '../../database/database';
import { getAgreementVersion } from '../../database/repositories/agreement.repository';
import { conversationOf } from '../../database/conversation';
import { pinnedForm } from '../../database/pinned-form';
import {
  previousAnswer,
  respondentOfTask,
  type Respondent,
} from '../../database/repositories/collection.repository';
import { getCase, type Case } from '../../database/repositories/case.repository';
import {
  findDocumentBySha256,
  sharedDocumentsOfCase,
  type DocumentEntry,
} from '../../database/repositories/document.repository';
import { getApplication, getSubmission } from '../../database/repositories/submission.repository';
import { tasksOfCase, type Task } from '../../database/repositories/task.repository';
import type { AnswerReceipt, TaskView } from '../../domain/api/shapes';
import { formView } from '../../domain/api/shapes';
import { sharesDraft } from '../../domain/forms/shared-draft';
import { boundQuestions } from '../../domain/forms/questions';
import { summarize } from '../../domain/forms/summary';
import type { FormDefinition } from '../../domain/forms/types';
import type { Language } from '../../domain/language';
import { answeredWithApplication, isCollected, type CollectedKind } from '../../domain/process';
import { maskedAddress } from '../../domain/one-time-code';
import type { Municipality } from '../../domain/municipality';
import type { ServerContext } from '../context';
import { comesAfterReport } from './after-report';
import { isLateOpinion, type Answered } from './answer-task';
import { sharedDraftOf } from './fill-in-together';
import { decisionsToFollow } from './decisions-to-follow';
import { newCoordinatorOf } from './name-new-coordinator';
import { asksForCode } from './one-time-code';
import { asAsked } from './committee-lists';
import { opinionsOn } from './read-opinions';
import { focusMatter, shortlistToWrite } from './focus-matter';
import { standInsFor } from './stand-ins';
import { coverToChoose } from './transfer-cover';
import { agreementView, documentLink, isOverdue, pageWording } from './views';

/** Everything a person needs to answer a task, or their receipt once it is answered. Changes nothing. */
export async function readTask(
  tx: Tx,
  context: ServerContext,
  municipality: Municipality,
  task: Task,
  language: Language,
): Promise<TaskView> {
  const found = await getCase(tx, task.municipality_id, task.case_id);
  const application = await getApplication(tx, task.municipality_id, task.case_id);
  const applicationForm = await asAnswered(tx, context.forms, application);
  const documents = await taskDocuments(tx, task);
  const itsForm = await pinnedForm(tx, context.forms, municipality, task.form_reference);
  const form = await asAsked(tx, municipality, itsForm, context.clock());
  const late = await isLateOpinion(tx, task);
  const respondent = isCollected(task.kind)
    ? await respondentOfTask(tx, municipality.id, task.id)
    : undefined;
  return {
    id: task.id,
    late,
    afterwards: await comesAfterReport(tx, task),
    wording: pageWording(context.processes.get(found.process), language),
    kind: task.kind as TaskView['kind'],
    // Nobody has a link while they wait for their turn.
    state: late ? 'open' : task.state === 'waiting' ? 'closed' : task.state,
    number: found.number,
    organisationName: respondent?.name ?? found.organisation_name,
    assigneeName: task.assignee_name,
    openedAt: task.opened_at.toISOString(),
    deadline: task.deadline,
    overdue: isOverdue(task, context.clock()),
    form: formView.parse(form),
    // One of many reads the question alone, and a dialogue is read as it was written.
    application:
      respondent || isOfDialogue(task)
        ? []
        : ((await focusMatter(tx, { municipality, found, task, language })) ??
          summarize(applicationForm, application.answers, language)),
    // A vote is on another list every time.
    previous:
      respondent && task.kind === 'followUp'
        ? await answeredBefore(tx, municipality.id, respondent, task.kind)
        : null,
    agreement: await shownAgreement(tx, task, found, language),
    conversation: isOfDialogue(task) ? await conversationBefore(tx, context, found, task) : null,
    opinions: readsOpinions(task) ? await opinionsOn(tx, context, found) : [],
    documents: documents.map(documentLink),
    shownDocumentSha256: task.document_sha256,
    standIns: task.state === 'open' ? await standInsFor(tx, context, municipality, task) : [],
    code: task.state === 'open' || late ? codeOf(municipality, found, task) : null,
    completion: answeredWithApplication.includes(task.kind)
      ? await completionOf(tx, context, municipality, task, language)
      : task.kind === 'shortlist'
        ? await shortlistToWrite(tx, found, application.answers)
        : null,
    draft: task.state === 'open' && sharesDraft(task.kind) ? await sharedDraftOf(tx, task) : null,
    part: false,
    newCoordinator: await newCoordinatorOf(tx, municipality, task),
    answer: await givenAnswer(tx, context, municipality, task, language),
  };
}

/** Whoever has left the group reads that the question has gone on, and nothing of the case. */
export async function readGoneTask(
  ...[tx, context, municipality, task, language]: Parameters<typeof readTask>
): Promise<TaskView> {
  const view = await readPart(tx, context, municipality, task, language);
  return {
    ...view,
    part: false,
    previous: null,
    draft: null,
    shownDocumentSha256: null,
    answer: null,
  };
}

/** What somebody reads who fills in a part: the form and what is in it, and nothing else of the case. */
export async function readPart(
  ...[tx, context, municipality, task, language]: Parameters<typeof readTask>
): Promise<TaskView> {
  const view = await readTask(tx, context, municipality, task, language);
  const others = { application: [], opinions: [], documents: [], standIns: [] };
  return {
    ...view,
    ...others,
    agreement: null,
    code: null,
    completion: null,
    conversation: null,
    newCoordinator: null,
    part: true,
  };
}

/** What the same respondent answered the last time, to be kept or changed field by field. */
async function answeredBefore(
  tx: Tx,
  municipalityId: string,
  respondent: Respondent,
  kind: CollectedKind,
): Promise<TaskView['previous']> {
  const before = await previousAnswer(tx, municipalityId, respondent, kind);
  if (!before) return null;
  // A follow-up may be moved into another year than its own.
  const asked = await getApplication(tx, municipalityId, before.case_id);
  return { year: Number(asked.answers['year']), answers: before.answers };
}

/** What the holder of a task's link may read: the document they are asked about, and what the case has so far. */
export async function taskDocuments(tx: Tx, task: Task): Promise<DocumentEntry[]> {
  // A report that is not final yet is for those who work on it.
  if (isCollected(task.kind)) return [];
  const shown = task.document_sha256
    ? await findDocumentBySha256(tx, task.municipality_id, task.document_sha256)
    : undefined;
  const ofCase = await sharedDocumentsOfCase(tx, task.municipality_id, task.case_id);
  return [...(shown ? [shown] : []), ...ofCase];
}

function codeOf(municipality: Municipality, found: Case, task: Task): TaskView['code'] {
  return asksForCode(municipality, found, task) ? { to: maskedAddress(task.assignee_email) } : null;
}

function isOfDialogue({ kind }: Task): boolean {
  return kind === 'reply' || kind === 'react';
}

/** What had been written when the question was asked. */
async function conversationBefore(
  tx: Tx,
  { forms }: ServerContext,
  found: Case,
  task: Task,
): Promise<TaskView['conversation']> {
  const { theme, asker, messages } = await conversationOf(tx, forms, found, task);
  return { theme, asker, messages: [...messages] };
}

function isSigning({ kind }: Task): boolean {
  return kind === 'sign' || kind === 'countersign';
}

/** Whoever gives an opinion does so without reading the others'. */
function readsOpinions({ kind }: Task): boolean {
  return ['review', 'settle', 'comment', 'evaluate', 'shortlist'].includes(kind);
}

async function shownAgreement(tx: Tx, task: Task, found: Case, language: Language) {
  if (!isSigning(task) || !found.agreement_version_id) return null;
  const version = await getAgreementVersion(tx, task.municipality_id, found.agreement_version_id);
  return agreementView(version, language);
}

/** What one's own application is to be changed by, and that application as it is. */
async function completionOf(
  tx: Tx,
  context: ServerContext,
  municipality: Municipality,
  task: Task,
  language: Language,
): Promise<TaskView['completion']> {
  const { case_id: caseId } = task;
  const application = await getApplication(tx, municipality.id, caseId);
  const form = context.forms.get(application.form_reference);
  const asked = { now: context.clock(), language, except: caseId };
  return {
    ...(await changeWanted(tx, context, task, { form, language })),
    answers: application.answers,
    covers: task.state === 'open' ? await coverToChoose(tx, municipality, form, asked) : {},
  };
}

/** What is changed because somebody has decided, or as it was filled in for them: nobody has asked about it. */
const asksNothing: readonly string[] = ['adjust', 'evaluate', 'write'];

/** The officer's latest questions, or what committees decided. */
async function changeWanted(
  tx: Tx,
  context: ServerContext,
  task: Task,
  { form: about, language }: { form: FormDefinition; language: Language },
): Promise<Pick<NonNullable<TaskView['completion']>, 'questions' | 'decisions'>> {
  const { municipality_id: municipalityId, case_id: caseId } = task;
  // What a group that decides wants changed stands among its opinions.
  if (asksNothing.includes(task.kind)) {
    const decisions = await decisionsToFollow(tx, { municipalityId, caseId, language });
    return { questions: [], decisions };
  }
  const tasks = await tasksOfCase(tx, municipalityId, caseId);
  const returned = tasks.findLast(({ outcome, opened_at }) => {
    return outcome === 'return' && opened_at <= task.opened_at;
  });
  if (!returned?.submission_id) return { questions: [], decisions: [] };
  const asking = await getSubmission(tx, municipalityId, returned.submission_id);
  const form = context.forms.get(asking.form_reference);
  return { questions: boundQuestions({ ...asking, form }, about, language), decisions: [] };
}

/** What whoever has just answered is told: it needs no more than was stored. */
export function receiptOf(answered: Answered, language: Language): AnswerReceipt {
  const { task, organisationName, afterwards, submitted } = answered;
  const { form, answers, at, sha256: fingerprint } = submitted;
  const answer = {
    at: at.toISOString(),
    outcome: task.outcome ?? 'answered',
    sections: summarize(form, answers, language),
    fingerprint,
  };
  return { id: task.id, state: 'answered', late: false, afterwards, organisationName, answer };
}

async function givenAnswer(
  tx: Tx,
  context: ServerContext,
  municipality: Municipality,
  task: Task,
  language: Language,
): Promise<TaskView['answer']> {
  if (!task.submission_id || !task.answered_at) return null;
  const submission = await getSubmission(tx, task.municipality_id, task.submission_id);
  const form = await pinnedForm(tx, context.forms, municipality, submission.form_reference);
  return {
    at: task.answered_at.toISOString(),
    outcome: task.outcome ?? 'answered',
    sections: summarize(form, submission.answers, language),
    fingerprint: submission.sha256,
  };
}
