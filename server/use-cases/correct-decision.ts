import { randomUUID } from 'node:crypto';
import type { Tx } from '../../database/database';
import { fingerprint } from '../../database/fingerprint';
import { appendAudit } from '../../database/repositories/audit.repository';
import { getCase, lockCase, type Case } from '../../database/repositories/case.repository';
import {
  allDecisionsOf,
  decisionsOfCases,
  eventsOfTasks,
  recordCommitteeDecision,
  type CommitteeDecision,
} from '../../database/repositories/decision.repository';
import { closeRounds } from '../../database/repositories/round.repository';
import { changeTask, tasksOfCase, type Task } from '../../database/repositories/task.repository';
import { officialNames } from '../../database/repositories/official.repository';
import { getSubmission, insertSubmission } from '../../database/repositories/submission.repository';
import type { CorrectionView } from '../../domain/api/desk';
import { formView } from '../../domain/api/shapes';
import { isCommitteeOutcome } from '../../domain/committees/committee';
import { nthOf } from '../../domain/document-keys';
import { DomainError } from '../../domain/errors';
import { boundAnswer } from '../../domain/forms/fields';
import { withLists, withoutEmptyGroups } from '../../domain/forms/lists';
import { parseAnswers } from '../../domain/forms/schema';
import type { Answers, Faults, FormDefinition } from '../../domain/forms/types';
import type { Language } from '../../domain/language';
import type { Municipality } from '../../domain/municipality';
import type { ServerContext } from '../context';
import { listsForRecord, type MeetingBounds } from './committee-lists';
import { requireDecision, takeUpAgain, wake, type DecisionAct } from './decision-acts';
import { changedForwardFaults, followForwards } from './forward-places';
import { keepEvent, recordFaults, tellParent } from './record-decision';
import { renewFollowing } from './renew-following';
import { sendExtract } from './send-extract';
import { tendMinutes } from './tend-minutes';

/** The form in which a record is corrected, with what stands in it; throws `decision.unknown`. */
export async function readCorrection(
  tx: Tx,
  context: ServerContext,
  found: Case,
  { municipality, decisionId }: Pick<DecisionAct, 'municipality' | 'decisionId'>,
): Promise<CorrectionView> {
  const { decision, latest } = await requireDecision(tx, found, decisionId);
  if (latest.id !== decision.id) throw await correctedBefore(tx, decision);
  const { answers } = await getSubmission(tx, municipality.id, decision.submission_id);
  const { form } = await formOf(tx, context, municipality, { decision, answers });
  return {
    number: found.number,
    title: found.organisation_name,
    form: formView.parse(form),
    answers,
  };
}

/**
 * Records a decision anew where what was recorded is wrong; the wrong record stays and points out its
 * correction, whose extract goes out to those who have an earlier one, and to whoever sent the matter. What follows from the record
 * follows from the corrected one, also when the case had closed. Throws `form.invalid`, and
 * `decision.correctedBy` for one that was corrected already.
 */
export async function correctDecision(
  tx: Tx,
  context: ServerContext,
  found: Case,
  { official, municipality, decisionId }: DecisionAct,
  typed: Record<string, unknown>,
): Promise<void> {
  const now = context.clock();
  const current = await lockCase(tx, municipality.id, found.id);
  const { decision, matter, latest } = await requireDecision(tx, current, decisionId);
  if (latest.id !== decision.id) throw await correctedBefore(tx, decision);
  const wrong = await getSubmission(tx, municipality.id, decision.submission_id);
  const known = { decision, answers: wrong.answers };
  const { form, reference } = await formOf(tx, context, municipality, known);
  const parsed = parseAnswers(form, typed);
  if (!parsed.ok) throw new DomainError('form.invalid', {}, parsed.faults);
  const { answers } = parsed;
  const again = await askedAgain(tx, decision, answers);
  const faults = {
    ...(await recordFaults(tx, decision, answers)),
    ...(await changedForwardFaults(tx, matter, { wrong: wrong.answers, right: answers })),
    ...again.faults,
  };
  if (Object.keys(faults).length > 0) throw new DomainError('form.invalid', {}, faults);
  const by = official.subject;
  const { corrected, isMoved } = await keepCorrection(tx, decision, {
    ...{ form, reference, before: wrong.answers, answers, by, at: now },
    language: found.language,
  });
  if (isMoved)
    await tendMinutes(tx, context, { municipality, current, decision: corrected, by, at: now });
  if (again.asked) await withdraw(tx, current, again.asked, now);
  const changed = { wrong: wrong.answers, right: answers, at: now };
  const proposals = await followForwards(tx, municipality, matter, changed);
  const parent = await getCase(tx, municipality.id, matter.parent_case_id);
  const isOfWords = context.processes.get(parent.process).followsChanges === undefined;
  await renewFollowing(tx, matter, {
    ...{ municipality, isOfWords, wrong: decision, corrected, proposals, by, at: now },
  });
  await appendAudit(tx, municipality.id, found.id, {
    at: now,
    actor: 'official',
    event: 'decisionCorrected',
    details: { by, decision: decision.id },
  });
  const all = await allDecisionsOf(tx, municipality.id, found.id);
  const nth = all.filter(({ corrects }) => corrects !== null).length;
  const before = await sentBefore(tx, all, corrected);
  await sendExtract(tx, municipality, matter, {
    ...{ key: `corrected/${corrected.id}`, template: 'committeeCorrected', at: now },
    extract: nthOf('correctedExtract', nth),
    decision: corrected,
    before,
    // What nobody has an extract of is still a draft: it is sent when it is certified.
    onlySender: before.length === 0,
  });
  // Nothing follows by itself from what only prepares a decision, unless it comes up again.
  const leadsOn = matter.part === 'decide' || corrected.outcome === 'table';
  await (leadsOn ? takeUpAgain : wake)(tx, current, now);
  await tellParent(tx, matter, now, { attention: 'decision.corrected' });
}

/** A colleague has corrected a record already: who. */
async function correctedBefore(
  tx: Tx,
  { municipality_id: municipalityId, case_id: caseId, id }: CommitteeDecision,
): Promise<DomainError> {
  const all = await allDecisionsOf(tx, municipalityId, caseId);
  const by = all.find(({ corrects }) => corrects === id)?.recorded_by;
  const name = by && (await officialNames(tx, municipalityId, [by])).get(by);
  return name
    ? new DomainError('decision.correctedBy', {}, {}, { name })
    : new DomainError('decision.notPossible');
}

/**
 * Earlier records of the same decision whose extract has gone out: it was certified, or corrected one that
 * had been.
 */
async function sentBefore(
  tx: Tx,
  all: readonly CommitteeDecision[],
  { municipality_id: municipalityId, id: own, task_id: task }: CommitteeDecision,
): Promise<CommitteeDecision[]> {
  const events = await eventsOfTasks(tx, municipalityId, [task]);
  const certified = events.filter(({ kind }) => kind === 'certified');
  return all.filter(
    ({ id, task_id, corrects, at }) =>
      task_id === task &&
      id !== own &&
      certified.some((event) => event.decision_id === id || (corrects !== null && event.at <= at)),
  );
}

interface Corrected {
  /** Of the case. */
  language: Language;
  form: FormDefinition;
  reference: string;
  /** What the record says that is corrected. */
  before: Answers;
  answers: Answers;
  by: string;
  at: Date;
}

async function keepCorrection(
  tx: Tx,
  decision: CommitteeDecision,
  { language, form, reference, before, answers, by, at }: Corrected,
): Promise<{ corrected: CommitteeDecision; isMoved: boolean }> {
  const { municipality_id: municipalityId, case_id, task_id } = decision;
  const submissionId = randomUUID();
  await insertSubmission(tx, municipalityId, {
    ...{ id: submissionId, case_id, task_id, form_reference: reference, answers },
    language,
    sha256: fingerprint({ form: reference, answers, at, taskId: task_id }),
    submission_key: null,
    submitted_at: at,
  });
  const outcome = boundAnswer(form, 'outcome', answers);
  if (!isCommitteeOutcome(outcome)) throw new Error('decision.malformed');
  const kept = await recordCommitteeDecision(tx, municipalityId, {
    ...{ case_id, task_id, submission_id: submissionId, committee: decision.committee, outcome },
    meeting_day: boundAnswer(form, 'meetingDay', answers) ?? decision.meeting_day,
    paragraph: boundAnswer(form, 'paragraph', answers) ?? decision.paragraph,
    report_version: Number(boundAnswer(form, 'reportVersion', answers) ?? decision.report_version),
    ...{ corrects: decision.id, recorded_by: by, at },
  });
  await followAdjustment(tx, kept, { before, answers, by, at });
  // The days of the minutes are counted from the meeting, or from an adjustment there.
  const isMoved =
    kept.meeting_day !== decision.meeting_day || before['adjustment'] !== answers['adjustment'];
  return { corrected: kept, isMoved };
}

/** That a paragraph was adjusted at the meeting itself is recorded with it, and is corrected with it. */
async function followAdjustment(
  tx: Tx,
  kept: CommitteeDecision,
  { before, answers, by, at }: Pick<Corrected, 'before' | 'answers' | 'by' | 'at'>,
): Promise<void> {
  const events = await eventsOfTasks(tx, kept.municipality_id, [kept.task_id]);
  const last = (kind: string) => events.findLast((event) => event.kind === kind);
  const adjusted = last('adjusted');
  const isImmediate = answers['adjustment'] === 'immediate';
  const day = kept.meeting_day;
  if (!adjusted) {
    if (isImmediate) await keepEvent(tx, kept, { kind: 'adjusted', day, by, at });
    return;
  }
  if (before['adjustment'] !== 'immediate') return;
  const record = { id: adjusted.decision_id, municipality_id: kept.municipality_id };
  const correction = { by, at, corrects: adjusted.id };
  if (isImmediate && adjusted.day !== day) {
    await keepEvent(tx, record, { kind: 'adjusted', day, ...correction });
  }
  // Once it has been announced, its days are corrected each by itself.
  if (!isImmediate && !last('announced')) {
    await keepEvent(tx, record, { kind: 'struck', day: adjusted.day, ...correction });
  }
}

/**
 * A matter that was not tabled after all is not to come up again: the question about that, where nobody has
 * answered it. What has been decided since belongs to the later question.
 */
async function askedAgain(
  tx: Tx,
  { municipality_id: municipalityId, case_id: caseId, task_id, outcome }: CommitteeDecision,
  answers: Answers,
): Promise<{ asked?: Task; faults: Faults }> {
  if (outcome !== 'table' || answers['outcome'] === 'table') return { faults: {} };
  const last = (await decisionsOfCases(tx, municipalityId, [caseId])).at(-1);
  const tasks = await tasksOfCase(tx, municipalityId, caseId);
  const asked = tasks.find(({ kind, state }) => kind === 'decide' && state === 'open');
  return last?.task_id === task_id && asked
    ? { asked, faults: {} }
    : { faults: { outcome: 'askedAnew' } };
}

/** Nobody answers a question any more; its process goes on with what has been recorded. */
async function withdraw(tx: Tx, current: Case, { id, step_key: key }: Task, at: Date) {
  await changeTask(tx, current.municipality_id, id, { state: 'closed', closed_at: at });
  await closeRounds(tx, current, [key], at);
}

/**
 * Between what the body recorded before it and after it, which say what holds by their order; and not after
 * its minutes were adjusted, or, where that was at the meeting itself and moves with it, announced.
 */
async function meetingsOfRecord(
  tx: Tx,
  { municipality_id: id, case_id: caseId, task_id: task, meeting_day: own }: CommitteeDecision,
  answers: Answers,
): Promise<MeetingBounds> {
  const all = await decisionsOfCases(tx, id, [caseId]);
  const place = all.findIndex(({ task_id }) => task_id === task);
  const events = await eventsOfTasks(tx, id, [task]);
  const kind = answers['adjustment'] === 'immediate' ? 'announced' : 'adjusted';
  return {
    after: all[place - 1]?.meeting_day,
    before: all[place + 1]?.meeting_day,
    last: events.findLast((event) => event.kind === kind)?.day,
    own,
  };
}

async function formOf(
  tx: Tx,
  { forms, clock }: ServerContext,
  municipality: Municipality,
  { decision, answers }: { decision: CommitteeDecision; answers: Answers },
) {
  const { case_id: caseId, committee: decidedBy } = decision;
  const forwards = (answers['forward'] ?? []) as readonly Answers[];
  const reference = municipality.processes['committeeMatter']?.tasks['decide']?.form;
  if (reference === undefined) throw new DomainError('process.unknown');
  const lists = await listsForRecord(tx, municipality.id, caseId, {
    ...{ now: clock(), municipality },
    corrected: {
      ...{ decidedBy, forwardedTo: forwards.map(({ committee }) => committee as string) },
      meetings: await meetingsOfRecord(tx, decision, answers),
    },
  });
  return { reference, form: withoutEmptyGroups(withLists(forms.get(reference), lists)) };
}
