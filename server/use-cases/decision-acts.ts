import type { Tx } from '../../database/database';
import { appendAudit } from '../../database/repositories/audit.repository';
import { lockCase, reopenCase, type Case } from '../../database/repositories/case.repository';
import {
  allDecisionsOf,
  eventsOfRecord,
  eventsOfTasks,
  inOrderOfRecording,
  type CommitteeDecision,
} from '../../database/repositories/decision.repository';
import { findMatter, type Matter } from '../../database/repositories/matter.repository';
import { addToOutbox } from '../../database/repositories/outbox.repository';
import type { DecisionEventRequest } from '../../domain/api/desk';
import type { TimelineEvent } from '../../domain/api/shapes';
import { nthOf } from '../../domain/document-keys';
import { stockholmDate } from '../../domain/calendar';
import { earliestDay, possibleEvents } from '../../domain/committees/decision';
import type { DecisionEventKind } from '../../domain/committees/decision-events';
import { DomainError } from '../../domain/errors';
import type { Municipality } from '../../domain/municipality';
import type { Official } from '../../domain/officials';
import type { ServerContext } from '../context';
import { flagCommissions } from './flag-commissions';
import { keepEvent, tellParent, type Meaning } from './record-decision';
import { sendExtract } from './send-extract';
import { tendMinutes } from './tend-minutes';

const events: Record<Exclude<DecisionEventKind, 'final'>, TimelineEvent> = {
  adjusted: 'adjusted',
  announced: 'noticePutUp',
  takenDown: 'noticeTakenDown',
  putUpAgain: 'noticePutUpAgain',
  appealed: 'appealed',
  stayed: 'stayed',
  stayLifted: 'stayLifted',
  annulled: 'annulled',
  upheld: 'upheld',
  restored: 'restored',
  certified: 'certified',
};

/** What a court's word means to the process that rests on a decision: what it needs a person for, and not any more. */
const meanings: Partial<Record<DecisionEventKind, Meaning>> = {
  appealed: { attention: 'decision.appealed' },
  stayed: { attention: 'decision.stayed' },
  stayLifted: { over: ['decision.stayed'] },
  upheld: { over: ['decision.stayed', 'decision.appealed'] },
  annulled: {
    attention: 'decision.annulled',
    over: ['decision.stayed', 'decision.appealed', 'decision.restored'],
  },
  restored: { attention: 'decision.restored', over: ['decision.annulled'] },
};

export interface DecisionAct {
  municipality: Municipality;
  official: Official;
  decisionId: string;
}

/**
 * Records something that happened to a decision, at any time, with word to its own process, which goes on
 * where it had ended with a judgment that a higher court has overturned, and to the one that rests on it. Throws `decision.unknown`, `decision.notPossible`, `decision.ahead` and
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
  const { decision, latest, matter, nth } = await requireDecision(tx, current, decisionId);
  const all = await eventsOfTasks(tx, municipality.id, [decision.task_id]);
  const happened = eventsOfRecord(all, decision.id);
  if (!possibleEvents(happened).includes(kind)) throw new DomainError('decision.notPossible');
  // What happened to the decision happened to it as it was corrected too; its text is another.
  if (kind === 'certified' && latest !== decision) throw new DomainError('decision.notPossible');
  if (day > stockholmDate(now)) throw new DomainError('decision.ahead');
  const floor = earliestDay(kind, { meeting: decision.meeting_day, events: happened });
  if (day < floor) throw new DomainError('decision.beforeThat');
  const by = official.subject;
  const kept = { kind, day, by, at: now, ...(note !== '' && { note }) };
  await keepEvent(tx, decision, kept);
  const entry = { at: now, actor: 'official', event: events[kind] } as const;
  const details = { by, decision: decision.id, day };
  const tending = { municipality, current, decision, by, at: now };
  const isOfMinutes = kind === 'adjusted' || kind === 'announced';
  const saysIt = isOfMinutes && (await tendMinutes(tx, context, tending));
  if (!saysIt) await appendAudit(tx, municipality.id, found.id, { ...entry, details });
  if (kind === 'certified') {
    await sendExtract(tx, municipality, matter, {
      ...{ key: `certified/${nth}/${by}`, template: 'committeeDecided', at: now },
      extract: nthOf('certifiedExtract', nth),
      decision,
    });
  }
  await flagCommissions(tx, decision, kind, now);
  if (kind === 'restored') await takeUpAgain(tx, current, now);
  else await wake(tx, current, now);
  await tellParent(tx, matter, now, meanings[kind]);
}

export interface Required {
  decision: CommitteeDecision;
  matter: Matter;
  /** The last record in the chain of corrections. */
  latest: CommitteeDecision;
  /** Which of the case's records it is, in the order they were made, from 1. */
  nth: number;
}

export async function requireDecision(
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
  const nth = inOrderOfRecording(all).indexOf(decision) + 1;
  return { decision, matter, latest, nth };
}

/**
 * What follows from a decision follows anew: its case goes on where it waits for the appeal, also when it
 * had closed. One that a person has ended stays ended.
 */
export async function takeUpAgain(tx: Tx, current: Case, at: Date): Promise<void> {
  if (current.closed_at === null || current.ending !== null) return wake(tx, current, at);
  await reopenCase(tx, current, { phase: 'appeal', state: 'awaitingDecision' });
  await appendAudit(tx, current.municipality_id, current.id, {
    ...{ at, actor: 'system', event: 'takenUpAgain' },
  });
  await wake(tx, { ...current, closed_at: null }, at);
}

export async function wake(
  tx: Tx,
  { municipality_id, id, closed_at }: Case,
  at: Date,
): Promise<void> {
  if (closed_at === null) await addToOutbox(tx, municipality_id, { caseId: id, kind: 'look', at });
  await addToOutbox(tx, municipality_id, { caseId: id, kind: 'deliver', at });
}
