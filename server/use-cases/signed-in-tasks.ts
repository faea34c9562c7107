import { asAnswered } from '../../database/answered-form';
import type { Tx } from '../../database/database';
import { auditOfCase } from '../../database/repositories/audit.repository';
import { officialNames } from '../../database/repositories/official.repository';
import type { Case } from '../../database/repositories/case.repository';
import { membersOf } from '../../database/repositories/committee-member.repository';
import { findMeeting } from '../../database/repositories/committee.repository';
import { reportCommission } from '../../database/repositories/commission.repository';
import { findMatter } from '../../database/repositories/matter.repository';
import { addToOutbox } from '../../database/repositories/outbox.repository';
import { restsOn } from '../../database/repositories/resting.repository';
import { getApplication, getSubmission } from '../../database/repositories/submission.repository';
import { tasksOfCase, type Task } from '../../database/repositories/task.repository';
import type { SignedInTaskView } from '../../domain/api/desk';
import { stockholmDate } from '../../domain/calendar';
import { checkOfDecided } from '../../domain/forms/definitions/budget-transfer-check';
import { stepFaults } from '../../domain/first-agreement/first-agreement';
import { formView } from '../../domain/api/shapes';
import { servingOn, type SittingMember } from '../../domain/committees/serving-on';
import { DomainError } from '../../domain/errors';
import { withLists, withoutEmptyGroups } from '../../domain/forms/lists';
import { summarize } from '../../domain/forms/summary';
import { boundAnswer } from '../../domain/forms/fields';
import { parseAnswers } from '../../domain/forms/schema';
import { parseCoding } from '../../domain/ledger/coding';
import type { Language } from '../../domain/language';
import type { Municipality } from '../../domain/municipality';
import type { Answers, Faults, FormDefinition } from '../../domain/forms/types';
import { translator } from '../../domain/texts';
import { mayAnswer, type Official } from '../../domain/officials';
import { answeredSignedIn } from '../../domain/process';
import { refuseUnlessOpen, storeAnswer, withKeptFiles, type AnsweringContext } from './answer-task';
import { comingMeetings } from './end-waiting';
import { intervene } from './intervene';
import { decisionsToFollow } from './decisions-to-follow';
import { listsForRecord } from './committee-lists';
import { requireTaskOf } from './paper-tasks';
import { appraisalAnswers, appraisalFaults } from './appropriations';
import {
  isOfSettlement,
  refuseOwnSettlement,
  settlementFaults,
  settlementForm,
} from './settlement-tasks';
import { resendExtract } from './resend-extract';
import { faultsOfCheck, moneyToCheck, withCoverHelp } from './transfer-cover';
import { refuseOwnRequest } from './own-request';
import {
  keepDecision,
  keepMinutes,
  knownMinutes,
  minutesFaults,
  recordFaults,
} from './record-decision';

/** What somebody who has signed in is asked about a case: the form, with what is known in it. */
export async function readSignedInTask(
  tx: Tx,
  context: AnsweringContext,
  found: Case,
  { taskId, official, language }: { taskId: string; official: Official; language: Language },
): Promise<SignedInTaskView> {
  const task = await requireSignedInTask(tx, found, taskId);
  if (!mayAnswer(official, task.kind)) throw new DomainError('official.notAllowed');
  const members = task.kind === 'decide' ? await membersFor(tx, found) : [];
  const { form, answers } = await asAskedNow(tx, context, found, { task, members });
  const money = await moneyIn(tx, context, task);
  const { municipality_id: municipalityId, id: caseId } = found;
  const isChecked = ['verify', 'report', 'appraise'].includes(task.kind);
  return {
    id: task.id,
    kind: task.kind,
    state: task.state,
    number: found.number,
    title: found.organisation_name,
    deadline: task.deadline,
    form: formView.parse(money ? withCoverHelp(form, money) : form),
    answers,
    members,
    money: money && money[language],
    application: isChecked
      ? [
          ...(await requestOf(tx, context, found, language)),
          ...(await answeredBefore(tx, context, task, language)),
        ]
      : [],
    decisions: isChecked ? await decisionsToFollow(tx, { municipalityId, caseId, language }) : [],
  };
}

/** What a transfer that is to be checked moves, and its giver by name in each language. */
async function moneyIn(tx: Tx, { forms, clock, municipalities }: AnsweringContext, task: Task) {
  const municipality = municipalities.get(task.municipality_id);
  if (task.kind !== 'verify' || task.state !== 'open' || !municipality) return null;
  const now = clock();
  return {
    sv: await moneyToCheck(tx, forms, municipality, { task, now, language: 'sv' }),
    en: await moneyToCheck(tx, forms, municipality, { task, now, language: 'en' }),
  };
}

/** What the case began with, its committees by name. */
async function requestOf(
  tx: Tx,
  { forms }: AnsweringContext,
  { municipality_id: municipalityId, id }: Case,
  language: Language,
): Promise<SignedInTaskView['application']> {
  const application = await getApplication(tx, municipalityId, id);
  return summarize(await asAnswered(tx, forms, application), application.answers, language);
}

/** What an office has answered, for whoever reports it. */
async function answeredBefore(
  tx: Tx,
  { forms }: AnsweringContext,
  { municipality_id: municipalityId, case_id: caseId }: Task,
  language: Language,
): Promise<SignedInTaskView['application']> {
  const tasks = await tasksOfCase(tx, municipalityId, caseId);
  const answered = tasks.findLast(
    ({ kind, submission_id }) => kind === 'commission' && submission_id,
  );
  if (!answered?.submission_id) return [];
  const given = await getSubmission(tx, municipalityId, answered.submission_id);
  return summarize(forms.get(given.form_reference), given.answers, language);
}

/** The form, with what is known before anybody has typed. */
async function asAskedNow(
  tx: Tx,
  context: AnsweringContext,
  found: Case,
  { task, members }: { task: Task; members: readonly SittingMember[] },
) {
  if (isOfSettlement(task)) return settlementForm(tx, context.forms, task);
  const form = await formOf(tx, context, task);
  if (task.kind === 'appraise') {
    return { form, answers: await appraisalAnswers(tx, context.forms, task) };
  }
  if (task.kind === 'minutes') return { form, answers: await knownMinutes(tx, task) };
  if (task.kind !== 'decide') return { form, answers: {} };
  const { answers: report } = await getApplication(tx, found.municipality_id, found.id);
  return { form, answers: await knownAnswers(tx, found, { form, report, members }) };
}

/** An official, what they are asked, and what they say. */
interface SignedInAnswer {
  taskId: string;
  official: Official;
  typed: Record<string, unknown>;
}

/**
 * Takes the answer of somebody who has signed in; throws as `answerTask` does, and
 * `task.answeredBy` with the name of a colleague who was first.
 */
export async function answerSignedIn(
  tx: Tx,
  context: AnsweringContext,
  found: Case,
  answer: SignedInAnswer,
): Promise<void> {
  try {
    await takeSignedIn(tx, context, found, answer);
  } catch (error) {
    const isLate = error instanceof DomainError && error.code === 'task.alreadyAnswered';
    const name = isLate && (await nameOfAnswerer(tx, found, answer.taskId));
    throw name ? new DomainError('task.answeredBy', {}, {}, { name }) : error;
  }
}

/** Who has answered a question after signing in, by the audit. */
async function nameOfAnswerer(
  tx: Tx,
  { municipality_id: municipalityId, id }: Case,
  taskId: string,
): Promise<string | undefined> {
  const audit = await auditOfCase(tx, municipalityId, id);
  // Whoever gave more time or asked somebody else stands at the question as well.
  const answered = audit.findLast(
    ({ details }) => details['task'] === taskId && details['by'] && !details['intervention'],
  );
  const subject = String(answered?.details['by'] ?? '');
  return (await officialNames(tx, municipalityId, [subject])).get(subject);
}

async function takeSignedIn(
  tx: Tx,
  context: AnsweringContext,
  found: Case,
  { taskId, official, typed }: SignedInAnswer,
): Promise<void> {
  const task = await requireSignedInTask(tx, found, taskId);
  if (!mayAnswer(official, task.kind)) throw new DomainError('official.notAllowed');
  if (task.kind === 'verify' || task.kind === 'appraise')
    await refuseOwnRequest(tx, found, official);
  if (task.kind === 'rest') await refuseOwnSettlement(tx, found, official, 'rest');
  refuseUnlessOpen(task);
  const form = await formOf(tx, context, task);
  const parsed = parseAnswers(form, typed);
  if (!parsed.ok) throw new DomainError('form.invalid', {}, parsed.faults);
  const answers = await withKeptFiles(tx, task, form, parsed.answers);
  const at = context.clock();
  const faults = await furtherFaults(tx, context, task, answers);
  if (Object.keys(faults).length > 0) throw new DomainError('form.invalid', {}, faults);
  const by = official.subject;
  const submitted = { form, answers, at, identifiedBy: 'signIn', enteredBy: by } as const;
  const { task: taken } = await storeAnswer(tx, context, task, submitted);
  if (task.kind === 'handOver') await callOffMeetings(tx, context, found, by);
  const kept = { form, answers, by, at };
  if (task.kind === 'minutes') await takeMinutes(tx, context, taken, kept);
  const keep = keepers[task.kind];
  if (keep) await keep(tx, taken, kept);
}

/** The days of the minutes; whoever has a certified extract that says another day gets a right one. */
async function takeMinutes(
  tx: Tx,
  { municipalities }: AnsweringContext,
  task: Task,
  kept: Parameters<typeof keepMinutes>[2],
): Promise<void> {
  const sent = await keepMinutes(tx, task, kept);
  const municipality = municipalities.get(task.municipality_id);
  if (!sent || !municipality) return;
  await resendExtract(tx, municipality, sent.matter, { decision: sent.decision, at: kept.at });
  await addToOutbox(tx, municipality.id, { caseId: task.case_id, kind: 'deliver', at: kept.at });
}

/** The work is done: nobody is to come to a meeting of it that was announced. Whoever was invited is told. */
async function callOffMeetings(
  tx: Tx,
  { clock, municipalities }: AnsweringContext,
  found: Case,
  by: string,
): Promise<void> {
  const municipality = municipalities.get(found.municipality_id);
  if (!municipality) throw new Error('municipality.unknown');
  const reason = translator(municipality.defaultLanguage, 'common')('meetingsEndWithDraft');
  const now = clock();
  for (const caseId of await comingMeetings(tx, found, now)) {
    const wish = { kind: 'cancel' } as const;
    await intervene(tx, municipality, { caseId, wish, reason, actor: 'official', by }, now);
  }
}

/** What an answer leaves behind beside itself. */
const keepers: Partial<Record<string, typeof keepDecision>> = {
  decide: keepDecision,
  report: keepReport,
};

/** The committee has been told at a meeting what an office answered. */
async function keepReport(
  tx: Tx,
  { municipality_id: municipalityId, case_id: caseId }: Task,
  { form, answers }: Parameters<typeof keepDecision>[2],
): Promise<void> {
  const on = boundAnswer(form, 'meetingDay', answers);
  if (on === undefined) throw new Error('commission.unreported');
  await reportCommission(tx, municipalityId, { caseId, on });
}

export async function requireSignedInTask(tx: Tx, found: Case, taskId: string): Promise<Task> {
  const task = await requireTaskOf(tx, found, taskId);
  if (!answeredSignedIn.includes(task.kind)) throw new DomainError('task.unknown');
  return task;
}

/** The form of a question as it is asked now. */
export async function formOf(
  tx: Tx,
  { forms, clock, municipalities }: AnsweringContext,
  task: Task,
) {
  const municipality = municipalities.get(task.municipality_id);
  const lists = await listsForRecord(tx, task.municipality_id, task.case_id, {
    now: clock(),
    municipality,
  });
  const form = withoutEmptyGroups(withLists(forms.get(task.form_reference), lists));
  return (await isOfDecided(tx, task)) ? checkOfDecided(form) : form;
}

/** Whoever was to decide on what is checked has decided something else, which it follows now. */
async function isOfDecided(
  tx: Tx,
  { kind, municipality_id: municipalityId, case_id: caseId }: Task,
): Promise<boolean> {
  if (kind !== 'verify') return false;
  const rests = await restsOn(tx, municipalityId, caseId);
  return rests?.decision.outcome === 'approveWithChange';
}

async function furtherFaults(
  tx: Tx,
  { clock, forms, municipalities }: AnsweringContext,
  task: Task,
  answers: Answers,
): Promise<Faults> {
  if (task.kind === 'decide') return recordFaults(tx, task, answers);
  if (task.kind === 'minutes') return minutesFaults(tx, task, answers, clock());
  if (task.kind === 'report' || task.kind === 'notes') return {};
  if (task.kind === 'handOver') return stepFaults(task.kind, answers, stockholmDate(clock()));
  if (task.kind === 'appraise') {
    return appraisalFaults(tx, forms, { task, answers, today: stockholmDate(clock()) });
  }
  if (isOfSettlement(task)) return settlementFaults(tx, forms, task, answers);
  const municipality = municipalities.get(task.municipality_id);
  if (!municipality) throw new Error('municipality.unknown');
  const { defaultLanguage: language } = municipality;
  const money = await moneyToCheck(tx, forms, municipality, { task, now: clock(), language });
  return { ...codingFaults(municipality, answers), ...faultsOfCheck(answers, money) };
}

/** A coding with more parts than the municipality's accounts have would be posted as something else. */
export function codingFaults({ ledger }: Municipality, answers: Answers): Faults {
  const dimensions = ledger?.dimensions ?? [];
  const wrong = (['giverCoding', 'receiverCoding'] as const).filter((id) => {
    const typed = answers[id];
    return typeof typed === 'string' && !parseCoding(typed, dimensions);
  });
  return Object.fromEntries(wrong.map((id) => [id, 'coding' as const]));
}

/** What the record knows before the secretary has typed: the meeting, who sits there, the proposal. */
async function knownAnswers(
  tx: Tx,
  { municipality_id: municipalityId, id }: Case,
  {
    form,
    report,
    members,
  }: { form: FormDefinition; report: Answers; members: readonly SittingMember[] },
): Promise<Record<string, unknown>> {
  const matter = await findMatter(tx, municipalityId, id);
  const meeting = matter?.meeting_id && (await findMeeting(tx, municipalityId, matter.meeting_id));
  const options = (field: string) =>
    form.pages.flatMap(({ fields }) => fields).find((each) => each.id === field)?.options ?? [];
  const has = meeting && options('meeting').includes(meeting.day);
  const day = has ? meeting.day : '';
  const serving = servingOn(members, day);
  return {
    ...(has && { meeting: day }),
    report: options('report')[0] ?? '',
    ...(serving.length > 0 && { serving }),
    wording: report['proposal'] ?? '',
    recipients: report['recipients'] ?? '',
  };
}

/** Everybody who was or is to be elected to the body that has a matter. */
async function membersFor(
  tx: Tx,
  { municipality_id: municipalityId, id }: Case,
): Promise<SittingMember[]> {
  const matter = await findMatter(tx, municipalityId, id);
  if (!matter) return [];
  const members = await membersOf(tx, municipalityId, matter.committee);
  return members.map(({ name, party, seat, from_day: from, to_day: to }) => ({
    ...{ name, party, seat, from, to },
  }));
}
