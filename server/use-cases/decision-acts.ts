import { randomUUID } from 'node:crypto';
import type { Tx } from '../../database/database';
import { fingerprint } from '../../database/fingerprint';
import { appendAudit } from '../../database/repositories/audit.repository';
import { lockCase, type Case } from '../../database/repositories/case.repository';
import {
  allDecisionsOf,
  eventsOfTasks,
  recordCommitteeDecision,
  type CommitteeDecision,
} from '../../database/repositories/decision.repository';
import { planLetter } from '../../database/repositories/letter.repository';
import { findMatter, type Matter } from '../../database/repositories/matter.repository';
import { addToOutbox } from '../../database/repositories/outbox.repository';
import { insertSubmission } from '../../database/repositories/submission.repository';
import type { DecisionEventRequest } from '../../domain/api/desk';
import type { TimelineEvent } from '../../domain/api/shapes';
import { stockholmDate } from '../../domain/calendar';
import { isCommitteeOutcome } from '../../domain/committees/committee';
import { possibleEvents } from '../../domain/committees/decision';
import type { DecisionEventKind } from '../../domain/committees/decision-events';
import { DomainError } from '../../domain/errors';
import { boundAnswer } from '../../domain/forms/fields';
import { withLists } from '../../domain/forms/lists';
import { parseAnswers } from '../../domain/forms/schema';
import type { Municipality } from '../../domain/municipality';
import type { Official } from '../../domain/officials';
import type { ServerContext } from '../context';
import { listsForRecord } from './committee-lists';
import { keepEvent, recordFaults, tellParent } from './record-decision';

const events: Record<Exclude<DecisionEventKind, 'final'>, TimelineEvent> = {
  adjusted: 'minutesAdjusted',
  announced: 'noticePutUp',
  takenDown: 'noticeTakenDown',
  appealed: 'appealed',
  stayed: 'stayed',
  stayLifted: 'stayLifted',
  annulled: 'annulled',
  upheld: 'upheld',
  certified: 'certified',
};

/** What the process that rests on a decision needs a person for. */
const attentions: Partial<Record<DecisionEventKind, string>> = {
  appealed: 'decision.appealed',
  stayed: 'decision.stayed',
  annulled: 'decision.annulled',
};

export interface DecisionAct {
  municipality: Municipality;
  official: Official;
  decisionId: string;
}

/**
 * Records something that happened to a decision, at any time, with word to its own process and to the
 * one that rests on it. Throws `decision.unknown`, `decision.notPossible`, `decision.ahead` and
 * `decision.beforeThat`.
 */
export async function recordDecisionEvent(
  tx: Tx,
  context: ServerContext,
  found: Case,
  { official, municipality, decisionId }: DecisionAct,
  { kind, day, note }: DecisionEventRequest,
): Promise<void> {
  const now = context.clock();
  const current = await lockCase(tx, municipality.id, found.id);
  const { decision, matter, nth } = await requireDecision(tx, current, decisionId);
  const happened = await eventsOfTasks(tx, municipality.id, [decision.task_id]);
  if (!possibleEvents(happened).includes(kind)) throw new DomainError('decision.notPossible');
  if (day > stockholmDate(now)) throw new DomainError('decision.ahead');
  const latest = [decision.meeting_day, ...happened.map((event) => event.day)].sort().at(-1) ?? '';
  // A court's word may be older than the day it was recorded that the notice went up, never than the meeting.
  const floor = kind === 'announced' || kind === 'takenDown' ? latest : decision.meeting_day;
  if (day < floor) throw new DomainError('decision.beforeThat');
  const by = official.subject;
  const kept = { kind, day, by, at: now, ...(note !== '' && { note }) };
  await keepEvent(tx, decision, kept);
  await appendAudit(tx, municipality.id, found.id, {
    at: now,
    actor: 'official',
    event: events[kind],
    details: { by, decision: decision.id, day },
  });
  if (kind === 'certified') await sendExtract(tx, municipality, matter, { nth, at: now, by });
  await wake(tx, current, now);
  await tellParent(tx, matter, now, attentions[kind]);
}

/**
 * Records a decision anew where what was recorded is wrong; the wrong record stays and points out its
 * correction. Throws `form.invalid` and `decision.notPossible` for one that was corrected already.
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
  if (latest.id !== decision.id) throw new DomainError('decision.notPossible');
  const reference = formOfRecord(municipality);
  const lists = await listsForRecord(tx, municipality.id, found.id, now);
  const form = withLists(context.forms.get(reference), lists);
  const parsed = parseAnswers(form, typed);
  if (!parsed.ok) throw new DomainError('form.invalid', {}, parsed.faults);
  const { answers } = parsed;
  const faults = recordFaults(answers);
  if (Object.keys(faults).length > 0) throw new DomainError('form.invalid', {}, faults);
  const submissionId = randomUUID();
  await insertSubmission(tx, municipality.id, {
    id: submissionId,
    case_id: found.id,
    task_id: decision.task_id,
    form_reference: reference,
    language: found.language,
    answers,
    sha256: fingerprint({ form: reference, answers, at: now, taskId: decision.task_id }),
    submission_key: null,
    submitted_at: now,
  });
  const outcome = boundAnswer(form, 'outcome', answers);
  if (!isCommitteeOutcome(outcome)) throw new Error('decision.malformed');
  await recordCommitteeDecision(tx, municipality.id, {
    case_id: found.id,
    task_id: decision.task_id,
    submission_id: submissionId,
    committee: decision.committee,
    meeting_day: boundAnswer(form, 'meetingDay', answers) ?? decision.meeting_day,
    paragraph: boundAnswer(form, 'paragraph', answers) ?? decision.paragraph,
    outcome,
    report_version: Number(boundAnswer(form, 'reportVersion', answers) ?? decision.report_version),
    corrects: decision.id,
    recorded_by: official.subject,
    at: now,
  });
  await appendAudit(tx, municipality.id, found.id, {
    at: now,
    actor: 'official',
    event: 'decisionCorrected',
    details: { by: official.subject, decision: decision.id },
  });
  await wake(tx, current, now);
  await tellParent(tx, matter, now, 'decision.corrected');
}

function formOfRecord({ processes }: Municipality): string {
  const form = processes['committeeMatter']?.tasks['decide']?.form;
  if (form === undefined) throw new DomainError('process.unknown');
  return form;
}

interface Required {
  decision: CommitteeDecision;
  matter: Matter;
  /** The last record in the chain of corrections. */
  latest: CommitteeDecision;
  /** Which of the case's decisions it is, from 1. */
  nth: number;
}

async function requireDecision(
  tx: Tx,
  { municipality_id: municipalityId, id: caseId }: Case,
  decisionId: string,
): Promise<Required> {
  const matter = await findMatter(tx, municipalityId, caseId);
  const all = matter ? await allDecisionsOf(tx, municipalityId, caseId) : [];
  const decision = all.find(({ id }) => id === decisionId);
  if (!matter || !decision) throw new DomainError('decision.unknown');
  const chain = all.filter(({ task_id }) => task_id === decision.task_id);
  const corrected = new Set(chain.map(({ corrects }) => corrects));
  const latest = chain.find(({ id }) => !corrected.has(id)) ?? decision;
  const roots = all.filter(({ corrects }) => corrects === null);
  const nth = roots.findIndex(({ task_id }) => task_id === decision.task_id) + 1;
  return { decision, matter, latest, nth };
}

/** The certified extract goes to whoever sent the matter out, and is filed with the body's case. */
async function sendExtract(
  tx: Tx,
  municipality: Municipality,
  matter: Matter,
  { nth, at, by }: { nth: number; at: Date; by: string },
): Promise<void> {
  if (matter.case_id === null) return;
  const { name, email } = municipality.caseOfficer;
  await planLetter(tx, municipality.id, {
    case_id: matter.case_id,
    task_id: null,
    letter_key: `certified/${nth}/${by}`,
    template: 'committeeDecided',
    recipient_name: name,
    recipient_email: email,
    language: municipality.defaultLanguage,
    ordinal: 1,
    attachments: [nth === 1 ? 'certifiedExtract' : `certifiedExtract#${nth}`],
    link: 'desk',
    created_at: at,
  });
}

async function wake(tx: Tx, { municipality_id, id, closed_at }: Case, at: Date): Promise<void> {
  if (closed_at === null) await addToOutbox(tx, municipality_id, { caseId: id, kind: 'look', at });
  await addToOutbox(tx, municipality_id, { caseId: id, kind: 'deliver', at });
}
