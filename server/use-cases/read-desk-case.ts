import { asAnswered } from '../../database/answered-form';
import type { Tx } from '../../database/database';
import { openAttentions } from '../../database/repositories/attention.repository';
import {
  auditOfCase,
  firstBrokenEntry,
  type AuditEntry,
} from '../../database/repositories/audit.repository';
import { earlierNumbers, findCase, type Case } from '../../database/repositories/case.repository';
import { respondentNames } from '../../database/repositories/collection.repository';
import { groupsOn } from '../../database/repositories/group.repository';
import { interventionsOfCase } from '../../database/repositories/intervention.repository';
import { lettersOfCase, type Letter } from '../../database/repositories/letter.repository';
import { answeredAfterReport } from '../../database/repositories/report.repository';
import { findOpenMending } from '../../database/repositories/mending.repository';
import { officialNames } from '../../database/repositories/official.repository';
import { recordsOfCase, type RecordEntry } from '../../database/repositories/record.repository';
import { findSecrecyMark } from '../../database/repositories/secrecy.repository';
import { getApplication, type Submission } from '../../database/repositories/submission.repository';
import { tasksOfCase, type Task } from '../../database/repositories/task.repository';
import type {
  DeskCaseView,
  DeskEvent,
  DeskLetter,
  DeskRecord,
  DeskTask,
} from '../../domain/api/desk';
import { addressesNamed } from '../../domain/asking/stand-ins';
import { conflictsOfInterest } from '../../domain/asking/conflicts';
import { endOfDay, stockholmDate } from '../../domain/calendar';
import { DomainError } from '../../domain/errors';
import { summarize } from '../../domain/forms/summary';
import type { Language } from '../../domain/language';
import type { Municipality } from '../../domain/municipality';
import { recordNumber } from '../../domain/numbering';
import { maySeeSecrets, type Official } from '../../domain/officials';
import { isCollected } from '../../domain/process';
import type { ServerContext } from '../context';
import { deskForum } from './forums-at-desk';
import { readPlan } from './ledger-statement';
import { deskFirstAgreement } from './read-first-agreement';
import { readCommissions } from './read-commissions';
import { committeeMatter } from '../../domain/processes/circulation';
import { readCirculations, readDecisions } from './read-circulations';
import { readersOf } from './reach-reader';
import { opinionsOn } from './read-opinions';
import { readRecordedAnswers } from './correct-answer';
import { readSettlements } from './read-settlements';
import { isOverdue, pageWording } from './views';

/**
 * The case an address names, for somebody who may see it; throws `case.unknown` for every id that is
 * none of this municipality's, and `case.secret`.
 */
export async function requireDeskCase(
  tx: Tx,
  official: Official,
  municipalityId: string,
  caseId: string,
): Promise<Case> {
  const found = isId(caseId) ? await findCase(tx, municipalityId, caseId) : undefined;
  if (!found) throw new DomainError('case.unknown');
  const mark = await findSecrecyMark(tx, municipalityId, { caseId, record: null });
  if (mark && !maySeeSecrets(official)) throw new DomainError('case.secret');
  return found;
}

/** What may be opened of a case's records; throws `record.secret` for what the reader's role may not see. */
export async function requireReadableRecord(
  tx: Tx,
  official: Official,
  found: Case,
  id: string,
): Promise<void> {
  const records = await recordsOfCase(tx, found.municipality_id, found.id);
  const record = records.find((each) => each.document_id === id || each.case_file_id === id);
  if (!record) throw new DomainError('document.unknown');
  if (record.provision !== null && !maySeeSecrets(official)) throw new DomainError('record.secret');
}

interface DeskReading {
  official: Official;
  found: Case;
  language: Language;
  municipality: Municipality;
}

/** Everything the municipality has of a case, as far as its reader may see it. Changes nothing. */
export async function readDeskCase(
  tx: Tx,
  context: ServerContext,
  { official, found, language, municipality }: DeskReading,
): Promise<DeskCaseView> {
  const { municipality_id: municipalityId, id } = found;
  const application = await getApplication(tx, municipalityId, id);
  const now = context.clock();
  const tasks = await tasksOfCase(tx, municipalityId, id);
  const letters = await lettersOfCase(tx, municipalityId, id);
  const records = await recordsOfCase(tx, municipalityId, id);
  const mark = await findSecrecyMark(tx, municipalityId, { caseId: id, record: null });
  // What the application says is what its record and its files say.
  const isApplicationHidden = records.some(
    ({ kind, case_file_id, provision }) =>
      provision !== null && (kind === 'application' || case_file_id) && !maySeeSecrets(official),
  );
  const respondents = await respondentNames(tx, municipalityId, id);
  const afterReport = await answeredAfterReport(tx, municipalityId, id);
  const attentions = await openAttentions(tx, municipalityId, id);
  const audit = await auditOfCase(tx, municipalityId, id);
  const process = context.processes.get(found.process);
  return {
    id,
    wording: pageWording(process, language),
    withdrawable: process.begunBy === undefined,
    number: found.number,
    earlierNumbers: await earlierNumbers(tx, municipalityId, id),
    provision: mark?.provision ?? null,
    state: found.state,
    organisationName: found.organisation_name,
    organisationNumber: found.organisation_number,
    receivedAt: found.opened_at.toISOString(),
    closedAt: found.closed_at?.toISOString() ?? null,
    endedEarly: found.ending !== null,
    paused: found.paused_at !== null,
    waitsFor: waitsFor(tasks, now),
    attentions: attentions.map(({ code, raised_at }) => ({
      code,
      raisedAt: raised_at.toISOString(),
    })),
    mendBy: (await findOpenMending(tx, municipalityId, id))?.deadline ?? null,
    conflicts: isApplicationHidden
      ? []
      : await conflictsIn(tx, context, municipality, { found, application }),
    application: isApplicationHidden
      ? []
      : summarize(await asAnswered(tx, context.forms, application), application.answers, language),
    opinions: isApplicationHidden ? [] : await opinionsOn(tx, context, found),
    circulations: await readCirculations(tx, { context, municipalityId, caseId: id, language }),
    planned: isApplicationHidden ? [] : await readPlan(tx, municipality, { caseId: id, language }),
    ...(await readSettlements(tx, municipalityId, id)),
    forum: await deskForum(tx, found, { official, now }),
    firstAgreement: await deskFirstAgreement(tx, found, now),
    isOfCommittee: found.process === committeeMatter.name,
    decisions: await readDecisions(tx, { municipality, caseId: id }),
    commissions: await readCommissions(tx, { municipality, caseId: id, language, now }),
    recordedAnswers: isApplicationHidden
      ? []
      : await readRecordedAnswers(tx, context, found, { tasks, language }),
    tasks: tasks.map((task) =>
      deskTask(task, {
        respondent: respondents.get(task.id) ?? null,
        afterwards: isAnsweredAfterwards(task, afterReport),
        now,
      }),
    ),
    letters: letters.map((letter) => deskLetter(letter, records, maySeeSecrets(official))),
    readers: await readersOf(tx, found, { municipality, tasks, letters }),
    records: records.map((record) => deskRecord(record, found, maySeeSecrets(official))),
    events: await deskEvents(tx, found, audit),
    brokenAt: firstBrokenEntry(audit),
  };
}

/** Seen at the desk as soon as the application is there, before anybody is asked. */
async function conflictsIn(
  tx: Tx,
  { forms, clock }: ServerContext,
  municipality: Municipality,
  { found: { process }, application }: { found: Case; application: Submission },
): Promise<DeskCaseView['conflicts']> {
  const { form_reference, answers } = application;
  const groups = await groupsOn(tx, municipality.id, stockholmDate(clock()));
  const named = addressesNamed(forms.get(form_reference), answers);
  return conflictsOfInterest(municipality, process, { named, groups });
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

/** What many were asked is closed when what they answer is final, and a report is put forward before that. */
function isAnsweredAfterwards(task: Task, afterReport: ReadonlySet<string>): boolean {
  if (task.submission_id === null || !isCollected(task.kind)) return false;
  return task.kind === 'followUp' ? afterReport.has(task.id) : task.closed_at !== null;
}

function deskTask(
  task: Task,
  { respondent, afterwards, now }: { respondent: string | null; afterwards: boolean; now: Date },
): DeskTask {
  return {
    id: task.id,
    kind: task.kind,
    state: task.state,
    role: task.assignee_role,
    name: task.assignee_name,
    respondent,
    email: task.assignee_email,
    byPost: task.assignee_postal !== null,
    openedAt: task.opened_at.toISOString(),
    deadline: task.deadline,
    overdue: isOverdue(task, now),
    answeredAt: task.answered_at?.toISOString() ?? null,
    late: task.answered_at !== null && task.answered_at >= endOfDay(task.deadline),
    afterwards,
    onPaper: task.identified_by === 'paper',
    passedOn: task.passed_on,
  };
}

function deskLetter(letter: Letter, records: readonly RecordEntry[], maySee: boolean): DeskLetter {
  const printed = records.find(({ document_id: id }) => id !== null && id === letter.document_id);
  const isHidden = printed !== undefined && printed.provision !== null && !maySee;
  return {
    documentId: isHidden ? null : letter.document_id,
    postedAt: letter.posted_at?.toISOString() ?? null,
    recipientPostal: letter.recipient_postal,
    id: letter.id,
    template: letter.template,
    recipientName: letter.recipient_name,
    recipientEmail: letter.recipient_email,
    toSubscriber: letter.subscriber_id !== null,
    state: letter.state,
    failureCode: letter.failure_code,
    bounceText: letter.bounce_text,
    createdAt: letter.created_at.toISOString(),
    sentAt: letter.sent_at?.toISOString() ?? null,
  };
}

function deskRecord(record: RecordEntry, { number }: Case, maySee: boolean): DeskRecord {
  const isHidden = record.provision !== null && !maySee;
  const { document_id: document, case_file_id: file } = record;
  const opens = document ? { kind: 'documents', id: document } : { kind: 'files', id: file ?? '' };
  return {
    record: record.number,
    number: recordNumber(number, record.number),
    title: isHidden ? null : record.title,
    note: isHidden ? null : record.note,
    filedAt: record.filed_at.toISOString(),
    bytes: record.size,
    provision: record.provision,
    open: isHidden ? null : (opens as DeskRecord['open']),
  };
}

async function deskEvents(
  tx: Tx,
  { municipality_id: municipalityId, id }: Case,
  audit: readonly AuditEntry[],
): Promise<DeskEvent[]> {
  const subjects = audit.map(({ details }) => String(details['by'] ?? ''));
  const names = await officialNames(tx, municipalityId, [...new Set(subjects)]);
  const interventions = await interventionsOfCase(tx, municipalityId, id);
  const reasons = new Map(interventions.map((each) => [each.id, each.reason]));
  return audit.map(({ sequence, at, actor, event, details }) => ({
    sequence,
    at: at.toISOString(),
    actor,
    event,
    // The subject of the official who did it, and where the reason stands.
    by: names.get(String(details['by'] ?? '')) ?? null,
    reason: reasons.get(String(details['intervention'] ?? '')) ?? null,
    cause: typeof details['cause'] === 'string' ? details['cause'] : null,
  }));
}

/** The database refuses to compare an id with what is none. */
export function isId(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}
