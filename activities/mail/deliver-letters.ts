import { ApplicationFailure, Context } from '@temporalio/activity';
import { bounceAddress, type BounceMailbox } from '../../database/bounce-address';
import type { Tx } from '../../database/database';
import { pinnedForm } from '../../database/pinned-form';
import { appendAudit } from '../../database/repositories/audit.repository';
import { getCase, lockCase, type Case } from '../../database/repositories/case.repository';
import { issueCode } from '../../database/repositories/code.repository';
import { isSharedInGroup } from '../../database/repositories/group.repository';
import { issueLink } from '../../database/repositories/link.repository';
import {
  pendingLetters,
  settleLetter,
  type Letter,
} from '../../database/repositories/letter.repository';
import { raiseAttention } from '../../database/repositories/attention.repository';
import { focusResultOf } from '../../database/repositories/focus.repository';
import { openMending } from '../../database/repositories/mending.repository';
import type { StoredDocument } from '../../database/repositories/document.repository';
import {
  questionsOfCase,
  type CaseQuestion,
} from '../../database/repositories/question.repository';
import { consumeOutbox } from '../../database/repositories/outbox.repository';
import {
  hasCalledForSubscriber,
  lockSubscriber,
  noteArrival,
} from '../../database/repositories/subscriber.repository';
import { findTask, tasksOfCase, type Task } from '../../database/repositories/task.repository';
import type { FormRegistry } from '../../domain/forms/registry';
import type { Municipality } from '../../domain/municipality';
import { refusalKey } from '../../domain/letters';
import type { DocumentReference, LetterTemplate } from '../../domain/process';
import type { FormOnPaper } from '../documents/compose';
import { ensureDocument, type DocumentDependencies } from '../documents/make-document';
import { personInRole } from '../records/people';
import type { Person } from '../records/person';
import { askedBecause } from './asked-because';
import type { ChosenAreas, Referral } from './letters';
import type { AskedBecause } from './letters/asked-again';
import { formToPrint } from './form-to-print';
import { leftToAnswer } from './left-to-answer';
import { printLetter } from './print-letter';
import { referralOf } from './referral-of';
import { refusalsOf, type Refusals } from './refusals';
import { announcementOf, calendarOf, isAboutForum, type Announcement } from './forum-enclosures';
import { writeLetter } from './write-letter';
import type { MailAttachment, Mailer, MailOutcome } from './mailer';
import { isToSubscriber, issueFor, type NewsletterIssue } from './newsletter-reader';

/** Whose letters to deliver. */
export interface LetterBox {
  municipalityId: string;
  caseId: string;
}

export interface MailDependencies extends DocumentDependencies {
  mailer: Mailer;
  /** Where what does not arrive comes back to; without it to the address that letters are from. */
  bounces?: BounceMailbox | undefined;
}

/** How many are read together: a case that asks a thousand has as many letters. */
const lettersAtOnce = 50;

/**
 * Sends every planned letter of a case, in order, with its documents. One that cannot go now does
 * not keep the others; the activity then fails with `mail.waiting` and is tried again until the
 * mail server is back. One that was refused for good is marked and needs attention.
 */
export async function deliverLetters(
  dependencies: MailDependencies,
  box: LetterBox,
): Promise<void> {
  const { municipalityId, caseId } = box;
  // The time of this attempt, virtual in a rehearsal: a letter is dated when it goes.
  const now = new Date(Context.current().info.currentAttemptScheduledTimestampMs);
  let waiting = 0;
  for (let after = 0; ;) {
    const letters = await dependencies.database.transaction(municipalityId, async (tx) => {
      await consumeOutbox(tx, municipalityId, { caseId, kind: 'deliver' }, now);
      return pendingLetters(tx, municipalityId, caseId, { after, limit: lettersAtOnce });
    });
    for (const letter of letters) {
      const outcome = await deliver(dependencies, letter, now);
      if (!outcome.accepted && !outcome.permanent) waiting += 1;
      after = letter.position;
    }
    if (letters.length === 0) break;
  }
  if (waiting > 0) {
    throw ApplicationFailure.create({ type: 'mail.waiting', message: 'mail.waiting' });
  }
}

/** A letter ready to be sent, apart from its address and documents. */
interface Preparation {
  found: Case;
  task: Task | undefined;
  coordinator: Person | undefined;
  signatories: readonly Task[];
  question: CaseQuestion | undefined;
  because: AskedBecause | undefined;
  announcement: Announcement | undefined;
  refusals: Refusals | undefined;
  referral: Referral | undefined;
  left: string[] | undefined;
  chosen: ChosenAreas | undefined;
  ballot: string[] | undefined;
  form: FormOnPaper | undefined;
  /** Only of a letter to somebody who subscribes. */
  issue: NewsletterIssue | undefined;
  /** Made for this attempt: the one that an earlier attempt may have mailed is dead. */
  code: string | undefined;
  sharedInGroup: boolean;
  url: string;
}

async function deliver(
  dependencies: MailDependencies,
  letter: Letter,
  now: Date,
): Promise<MailOutcome> {
  const { database, mailer, bounces } = dependencies;
  const { municipality_id: municipalityId } = letter;
  const municipality = dependencies.municipality(municipalityId);
  const enclosed = await enclose(dependencies, letter);
  const prepared = await database.transaction(municipalityId, (tx) =>
    prepare(tx, dependencies, letter, now),
  );
  if (prepared === 'unwanted') return { accepted: true };
  if (letter.recipient_postal !== null) {
    await printLetter(dependencies, { municipality, letter, now, ...prepared }, enclosed);
    return { accepted: true };
  }
  const message = writeLetter({ municipality, letter, now, ...prepared });
  const outcome = await mailer.send({
    ...message,
    messageId: messageIdOf(letter, municipality),
    from: municipality.sender,
    ...(bounces && {
      returnPath: bounceAddress(bounces, { municipalityId, letterId: letter.id, sentAt: now }),
    }),
    // An answer to an applicant's question goes to the applicant.
    replyTo: (prepared.question && prepared.coordinator) ?? municipality.contactPoint,
    to: { name: letter.recipient_name, email: prepared.issue?.email ?? letter.recipient_email },
    language: letter.language,
    date: now,
    ...(prepared.issue && { list: prepared.issue.list }),
    attachments: [
      ...enclosed.map(attachment),
      ...calendarOf({ municipality, letter, ...prepared }),
    ],
  });
  if (outcome.accepted || outcome.permanent) {
    await database.transaction(municipalityId, async (tx) => {
      const settled = await settle(tx, letter, outcome, now);
      if (settled && isToSubscriber(letter)) await noteArrival(tx, letter, outcome, now);
    });
  }
  return outcome;
}

/** Dated when the letter was planned: made again, it would be the same document. */
async function enclose(dependencies: MailDependencies, letter: Letter): Promise<StoredDocument[]> {
  const documents: StoredDocument[] = [];
  for (const kind of letter.attachments as DocumentReference[]) {
    documents.push(
      await ensureDocument(dependencies, {
        municipalityId: letter.municipality_id,
        caseId: letter.case_id,
        kind,
        at: letter.created_at.getTime(),
      }),
    );
  }
  return documents;
}

function attachment({ title, bytes }: StoredDocument): MailAttachment {
  return {
    filename: `${title}.pdf`,
    content: Buffer.from(bytes),
    contentType: 'application/pdf',
  };
}

async function prepare(
  tx: Tx,
  { publicUrl, forms, municipality }: MailDependencies,
  letter: Letter,
  now: Date,
): Promise<Preparation | 'unwanted'> {
  const { municipality_id: municipalityId, case_id: caseId, task_id: taskId } = letter;
  const of = { municipality: municipality(municipalityId), publicUrl };
  const issue = isToSubscriber(letter) ? await issueFor(tx, letter, of) : undefined;
  if (isToSubscriber(letter) && !issue) return 'unwanted';
  const found = await getCase(tx, municipalityId, caseId);
  const task = taskId ? await findTask(tx, municipalityId, taskId) : undefined;
  const question = await questionOf(tx, letter);
  const coordinator =
    task?.kind === 'sign' || question
      ? await personInRole(tx, forms, municipality(municipalityId), caseId, 'coordinator')
      : undefined;
  // A personal link on paper would be typed by nobody, and is issued for nobody.
  const byPost = letter.recipient_postal !== null;
  const path = byPost ? (openPath(letter) ?? 'parties') : await pathFor(tx, letter, task, now);
  const url = `${publicUrl}/${municipalityId}/${path}`;
  const signatories = letter.template === 'applicationApproved' ? await signing(tx, found) : [];
  const code =
    letter.template === 'oneTimeCode' && task ? await issueCode(tx, task, now) : undefined;
  const because = task && asks.includes(letter.template) && (await becauseOf(tx, task));
  const { language } = letter;
  const left =
    letter.template === 'followUpReminder' && task?.state === 'open'
      ? await leftToAnswer(tx, forms, municipality(municipalityId), { task, language })
      : undefined;
  return {
    ...{ found, task, coordinator, signatories, question, code, url, left, issue },
    ballot:
      byPost && task?.kind === 'voteFocus'
        ? await ballotOf(tx, forms, municipality(municipalityId), task)
        : undefined,
    form:
      byPost && task && letter.link === 'task'
        ? await formToPrint(tx, forms, municipality(municipalityId), task)
        : undefined,
    chosen: letter.template === 'focusAreasChosen' ? await chosenIn(tx, found) : undefined,
    refusals: letter.template === 'letterRefused' ? await refusalsOf(tx, found) : undefined,
    referral:
      letter.template === 'circulationReferredBack'
        ? await referralOf(tx, found, language)
        : undefined,
    sharedInGroup: await isSharedInGroup(tx, municipalityId, letter.recipient_email),
    announcement: isAboutForum(letter) ? await announcementOf(tx, found) : undefined,
    because: because || undefined,
  };
}

/** What the letter passes on, by the id in its key. */
async function questionOf(tx: Tx, letter: Letter): Promise<CaseQuestion | undefined> {
  if (letter.template !== 'personAsked') return undefined;
  const questions = await questionsOfCase(tx, letter.municipality_id, letter.case_id);
  return questions.find(({ id }) => letter.letter_key === `question/${id}`);
}

/** How many areas can be voted for, and each of them with what it is about. */
async function ballotOf(
  tx: Tx,
  forms: FormRegistry,
  municipality: Municipality,
  { form_reference: reference, language }: Task,
): Promise<string[]> {
  const { pages, texts } = await pinnedForm(tx, forms, municipality, reference);
  const [field] = pages.flatMap(({ fields }) => fields);
  const text = (key: string) => texts[language][`field.areas.option.${key}`];
  const areas = (field?.options ?? []).map((id) =>
    [text(id), text(`${id}.help`)].filter((part) => part !== undefined).join(': '),
  );
  return [`${texts[language]['field.areas']}:`, ...areas];
}

async function chosenIn(tx: Tx, { municipality_id: municipalityId, id }: Case) {
  const result = await focusResultOf(tx, municipalityId, id);
  return result && { year: result.year, areas: result.content.areas.map(({ area }) => area) };
}

/** Letters that ask for a decision, which may have been asked for before. */
const asks: readonly string[] = ['reviewRequested', 'checkRequested'] satisfies LetterTemplate[];

async function becauseOf(tx: Tx, task: Task): Promise<AskedBecause | undefined> {
  return askedBecause(task, await tasksOfCase(tx, task.municipality_id, task.case_id));
}

/** Those who are being asked to sign. */
async function signing(tx: Tx, { municipality_id: municipalityId, id }: Case): Promise<Task[]> {
  const tasks = await tasksOfCase(tx, municipalityId, id);
  return tasks.filter(({ kind, state }) => kind === 'sign' && state !== 'passedOn');
}

/** Letters about a case as a whole to those who sign in to it. */
const ofTheDesk: readonly string[] = [
  'letterRefused',
  'recordsAdded',
  'personAsked',
] satisfies LetterTemplate[];

/** Letters that lead to the page of the way to a first agreement. */
const ofFirstAgreement: readonly string[] = [
  'firstInvited',
  'draftHandedOver',
  'firstEnded',
] satisfies LetterTemplate[];

/** Pages that everybody can open, which some letters lead to. */
function openPath({ template, case_id: caseId }: Letter): string | undefined {
  if (template === 'followUpPublished') return `follow-up/${caseId}`;
  if (template === 'planHolds' || template === 'focusAreasChosen') return 'follow-up';
  if (ofFirstAgreement.includes(template)) return `first-agreement/${caseId}`;
  if (template === 'forumCancelled') return 'forums';
  if (template === 'newsletter' || template === 'newsletterSent') return `newsletter/${caseId}`;
  return isAboutForum({ template }) ? `forums/${caseId}` : undefined;
}

/**
 * Without a personal link a letter leads to the register, or to the desk where it tells an official
 * of somebody else's task. Every attempt gets a link of its own: tokens are not kept, so an earlier one
 * cannot be repeated.
 */
async function pathFor(tx: Tx, letter: Letter, task: Task | undefined, now: Date): Promise<string> {
  if (letter.link === 'desk') {
    const isAsked = task?.state === 'open';
    return `desk/cases/${letter.case_id}${isAsked ? `/tasks/${task.id}` : ''}`;
  }
  const open = openPath(letter);
  if (open !== undefined) return open;
  if (!letter.link) {
    const isForDesk = task !== undefined || ofTheDesk.includes(letter.template);
    return isForDesk ? `desk/cases/${letter.case_id}` : 'parties';
  }
  const forTask = letter.link === 'task' ? task : undefined;
  const token = await issueLink(tx, letter.municipality_id, {
    case_id: letter.case_id,
    task_id: forTask?.id ?? null,
    generation: forTask?.link_generation ?? 1,
    recipient_email: letter.recipient_email,
    document_sha256: forTask?.document_sha256 ?? null,
    issued_at: now,
  });
  return `${letter.link}#${token}`;
}

/**
 * The same for every attempt, so that a letter whose acceptance was not recorded is still one letter. One that
 * was accepted, came back and is sent again is another: a mail server may drop what it thinks it has already.
 */
function messageIdOf({ id, sent_at: before }: Letter, { sender }: Municipality): string {
  const domain = sender.email.split('@')[1];
  return `<${before ? `${id}.${before.getTime()}` : id}@${domain}>`;
}

async function settle(
  tx: Tx,
  letter: Letter,
  outcome: Exclude<MailOutcome, { accepted: false; permanent: false }>,
  at: Date,
): Promise<boolean> {
  const { municipality_id: municipalityId, case_id: caseId, id } = letter;
  await lockCase(tx, municipalityId, caseId);
  // In the order of whoever ends a subscription: the subscriber, then their letters.
  if (isToSubscriber(letter)) await lockSubscriber(tx, municipalityId, letter.subscriber_id);
  const settled = await settleLetter(
    tx,
    municipalityId,
    id,
    outcome.accepted ? { state: 'sent', at } : { state: 'failed', code: outcome.code },
  );
  // A worker that was given up for dead may have been faster after all.
  if (!settled) return false;
  if (!outcome.accepted && (await callsForSomebody(tx, letter))) {
    const key = refusalKey(letter.letter_key);
    await raiseAttention(tx, municipalityId, { caseId, key, code: outcome.code, at });
    await openMending(tx, municipalityId, { caseId, at });
  }
  await appendAudit(tx, municipalityId, caseId, {
    at,
    actor: 'system',
    event: outcome.accepted ? 'letterSent' : 'letterFailed',
    details: { letter: letter.letter_key, template: letter.template },
  });
  return true;
}

/**
 * Whether somebody is to see to a letter that was refused. Of a newsletter one is enough, once: more of
 * them say no more, and an address that goes on refusing is removed by itself.
 */
async function callsForSomebody(tx: Tx, letter: Letter): Promise<boolean> {
  if (!isToSubscriber(letter)) return true;
  return !(await hasCalledForSubscriber(tx, letter.municipality_id, letter.case_id));
}
