import type { Tx } from '../../database/database';
import { appendAudit } from '../../database/repositories/audit.repository';
import { lockCase, type Case } from '../../database/repositories/case.repository';
import {
  allEventsOfTasks,
  eventsOfRecord,
  eventsOfTasks,
  type CommitteeDecision,
  type DecisionEventOfTask,
} from '../../database/repositories/decision.repository';
import { officialNames } from '../../database/repositories/official.repository';
import type { EventCorrectionRequest } from '../../domain/api/desk';
import { stockholmDate } from '../../domain/calendar';
import {
  correctableEvents,
  mayBeStruck,
  standingEvents,
  wasFinalTooEarly,
} from '../../domain/committees/corrected-events';
import {
  earliestDay,
  isKnownFinal,
  latestDay,
  readDecision,
  type DecisionStand,
} from '../../domain/committees/decision';
import type { DecisionEventKind } from '../../domain/committees/decision-events';
import { isPrinted } from '../../domain/committees/sent-extract';
import { DomainError } from '../../domain/errors';
import { keepsDiary } from '../../domain/officials';
import type { ServerContext } from '../context';
import { requireDecision, takeUpAgain, wake, type DecisionAct } from './decision-acts';
import { flagCommissions } from './flag-commissions';
import { keepEvent, tellParent, type Meaning } from './record-decision';
import { resendExtract } from './resend-extract';
import { tendMinutes } from './tend-minutes';

type StandingEvent = Awaited<ReturnType<typeof eventsOfTasks>>[number];

/**
 * Records that something which was recorded of a decision was on another day, or never happened: the wrong
 * record stays, and what follows from the right one follows, also where the decision was thought to be final.
 * Whoever has a certified extract that says the wrong day gets another one. Throws `decision.unknown`,
 * `decision.correctedBy`, `decision.notPossible`, `official.notAllowed`, `decision.dayOnly`, `decision.sameDay`,
 * `decision.ahead`, `decision.beforeThat` and `decision.afterThat`.
 */
export async function correctDecisionEvent(
  tx: Tx,
  context: ServerContext,
  found: Case,
  { official, municipality, decisionId }: DecisionAct,
  { event, day, reason }: EventCorrectionRequest,
): Promise<void> {
  const now = context.clock();
  const current = await lockCase(tx, municipality.id, found.id);
  const { decision, matter } = await requireDecision(tx, current, decisionId);
  const recorded = await allEventsOfTasks(tx, municipality.id, [decision.task_id]);
  const before = eventsOfRecord(standingEvents(recorded), decision.id);
  const wrong = correctableEvents(before).find(({ id }) => id === event);
  if (!wrong) throw await whyNot(tx, municipality.id, recorded, event);
  if (wrong.kind === 'certified' && !keepsDiary(official))
    throw new DomainError('official.notAllowed');
  if (day === null && !mayBeStruck(wrong, before)) throw new DomainError('decision.dayOnly');
  if (day !== null)
    refuseImpossibleDay(day, wrong, { decision, before, today: stockholmDate(now) });
  const isOnPaper = isPrinted(recorded, wrong, decision.id);
  const by = official.subject;
  await keepEvent(
    tx,
    { id: wrong.decision_id, municipality_id: municipality.id },
    {
      ...{ kind: day === null ? 'struck' : wrong.kind, day: day ?? wrong.day },
      ...{ by, at: now, note: reason, corrects: wrong.id },
    },
  );
  await strikeFinality(tx, decision, now);
  const after = await standingOf(tx, decision);
  await appendAudit(tx, municipality.id, found.id, {
    ...{ at: now, actor: 'official', event: 'eventCorrected' },
    details: { by, decision: decision.id, kind: wrong.kind, ...(day !== null && { day }) },
  });
  if (wrong.kind === 'adjusted') {
    await tendMinutes(tx, context, { municipality, current, decision, by, at: now });
  }
  if (isOnPaper) await resendExtract(tx, municipality, matter, { decision, at: now });
  // What follows from a decision does not follow from when its extract was certified.
  if (wrong.kind === 'certified') return wake(tx, current, now);
  const stand = readDecision(after);
  await flagCommissions(tx, decision, wordFor(wrong.kind, stand), now);
  if (isKnownFinal(after)) await wake(tx, current, now);
  else await takeUpAgain(tx, current, now);
  await tellParent(tx, matter, now, meaningOf(stand));
}

/** Why something cannot be corrected: a colleague was first, or what stands is something else. */
async function whyNot(
  tx: Tx,
  municipalityId: string,
  recorded: readonly DecisionEventOfTask[],
  event: string,
): Promise<DomainError> {
  const by = recorded.find(({ corrects }) => corrects === event)?.recorded_by;
  const name = by && (await officialNames(tx, municipalityId, [by])).get(by);
  return name
    ? new DomainError('decision.correctedBy', {}, {}, { name })
    : new DomainError('decision.notPossible');
}

async function standingOf(tx: Tx, decision: CommitteeDecision): Promise<StandingEvent[]> {
  const { municipality_id: municipalityId, task_id: task, id } = decision;
  return eventsOfRecord(await eventsOfTasks(tx, municipalityId, [task]), id);
}

/** A notice that was put up later than was recorded: nobody's time to appeal had run out. */
async function strikeFinality(tx: Tx, decision: CommitteeDecision, at: Date): Promise<void> {
  const standing = await standingOf(tx, decision);
  const final = standing.findLast(({ kind }) => kind === 'final');
  if (!final || !wasFinalTooEarly(standing, stockholmDate(at))) return;
  const { decision_id: id, municipality_id, day } = final;
  const struck = { kind: 'struck', day, by: null, at, corrects: final.id } as const;
  await keepEvent(tx, { id, municipality_id }, struck);
}

interface Known {
  decision: CommitteeDecision;
  before: readonly StandingEvent[];
  /** `YYYY-MM-DD` */
  today: string;
}

function refuseImpossibleDay(
  day: string,
  wrong: StandingEvent,
  { decision, before, today }: Known,
): void {
  if (day === wrong.day) throw new DomainError('decision.sameDay');
  if (day > today) throw new DomainError('decision.ahead');
  const events = before.filter((each) => each !== wrong);
  const known = { meeting: decision.meeting_day, events };
  if (day < earliestDay(wrong.kind, known)) throw new DomainError('decision.beforeThat');
  // A notice that came down before it was put up again answers an earlier one.
  const last = latestDay(wrong.kind, before.slice(before.indexOf(wrong) + 1));
  if (last !== undefined && day > last) throw new DomainError('decision.afterThat');
}

/** What a decision is now to those who have a task by it, in the words of what is recorded. */
function wordFor(wrong: DecisionEventKind, stand: DecisionStand): DecisionEventKind {
  if (stand.state === 'annulled') return 'annulled';
  if (stand.state === 'appealed' && stand.stayed) return 'stayed';
  return wrong === 'annulled' ? 'restored' : 'stayLifted';
}

const ofCourts = ['appealed', 'stayed', 'annulled', 'restored'].map((kind) => `decision.${kind}`);

/** What it is to the process that rests on it: a person reads it again, and what a court said counts no more. */
function meaningOf(stand: DecisionStand): Meaning {
  const attention =
    stand.state === 'annulled'
      ? 'decision.annulled'
      : stand.state === 'appealed'
        ? `decision.${stand.stayed ? 'stayed' : 'appealed'}`
        : 'decision.corrected';
  return { attention, over: ofCourts.filter((code) => code !== attention) };
}
