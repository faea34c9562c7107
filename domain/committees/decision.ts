import type { Part } from './committee';
import type { DecisionEventKind } from './decision-events';
import { finalOn, type NoticeDays } from './notice';

export interface DecisionEvent {
  kind: DecisionEventKind;
  /** `YYYY-MM-DD` */
  day: string;
}

/** How a decision stands in law. */
export type DecisionStand =
  /** Its minutes or their notice are still missing. */
  | { state: 'awaitingNotice' }
  /** It becomes final on a day unless somebody appeals. */
  | { state: 'appealable'; finalOn: string }
  /** A court has it. */
  | { state: 'appealed'; stayed: boolean }
  | { state: 'annulled' }
  | { state: 'final' };

/**
 * Reads what has happened to a decision, in the order it was recorded: the last word on whether it holds
 * counts, also where a court hears what was thought to be final, and where a higher one lets apply what
 * a lower one had annulled. A stay ends with the court that gave it.
 */
export function readDecision(events: readonly DecisionEvent[]): DecisionStand {
  const last = (...kinds: DecisionEventKind[]) =>
    events.findLastIndex(({ kind }) => kinds.includes(kind));
  const word = last('final', 'appealed', 'upheld', 'annulled', 'restored');
  const kind = events[word]?.kind;
  if (kind === 'annulled') return { state: 'annulled' };
  if (kind === 'final' || kind === 'upheld' || kind === 'restored') return { state: 'final' };
  if (kind === 'appealed') {
    const stay = last('stayed', 'stayLifted');
    return { state: 'appealed', stayed: stay > word && events[stay]?.kind === 'stayed' };
  }
  const announced = events[last('announced')];
  return announced
    ? { state: 'appealable', finalOn: finalOn(announced.day) }
    : { state: 'awaitingNotice' };
}

/** The same as it is shown of a body's part: what only prepares a decision is not for a court (KL 13:2). */
export function standOfPart(
  stand: DecisionStand,
  part: Part,
): DecisionStand['state'] | 'preparing' {
  const isPreparing = part !== 'decide' && stand.state === 'appealable';
  return isPreparing ? 'preparing' : stand.state;
}

/** Whether the record has found out already that it is final, and nothing has happened to that since. */
export function isKnownFinal(events: readonly Pick<DecisionEvent, 'kind'>[]): boolean {
  const words: readonly DecisionEventKind[] = [
    'final',
    'appealed',
    'upheld',
    'annulled',
    'restored',
  ];
  return events.findLast(({ kind }) => words.includes(kind))?.kind === 'final';
}

/** Whether what was decided may be carried out: no court has stopped or annulled it. */
export function mayBeCarriedOut(stand: DecisionStand): boolean {
  return stand.state !== 'annulled' && !(stand.state === 'appealed' && stand.stayed);
}

/** What may be recorded now; the rest would contradict what has been. */
export function possibleEvents(events: readonly DecisionEvent[]): DecisionEventKind[] {
  const has = (kind: DecisionEventKind) => events.some((event) => event.kind === kind);
  const stand = readDecision(events);
  const inCourt = stand.state === 'appealed';
  return [
    ...(has('adjusted') ? [] : ['adjusted' as const]),
    ...(has('adjusted') && !has('announced') ? ['announced' as const] : []),
    ...(has('announced')
      ? [isNoticeDown(events) ? ('putUpAgain' as const) : ('takenDown' as const)]
      : []),
    // A court may hear an appeal of a decision that was thought to be final, or give leave out of time.
    ...(inCourt || stand.state === 'annulled' ? [] : ['appealed' as const]),
    ...(inCourt && !stand.stayed ? ['stayed' as const] : []),
    ...(inCourt && stand.stayed ? ['stayLifted' as const] : []),
    ...(inCourt ? (['upheld', 'annulled'] as const) : []),
    // A judgment can be appealed too: a higher court may let the decision apply after all.
    ...(stand.state === 'annulled' ? ['restored' as const] : []),
    ...(has('adjusted') && !has('certified') ? ['certified' as const] : []),
  ];
}

/** The days of a decision's minutes and their notice, by what was recorded last of each. */
export function noticeDaysOf(meeting: string, events: readonly DecisionEvent[]): NoticeDays {
  const dayOf = (kind: DecisionEventKind) => events.findLast((event) => event.kind === kind)?.day;
  return {
    meeting,
    adjusted: dayOf('adjusted'),
    announced: dayOf('announced'),
    takenDown: isNoticeDown(events) ? dayOf('takenDown') : undefined,
    down: timesDown(events),
  };
}

function timesDown(events: readonly DecisionEvent[]): { from: string; to: string }[] {
  const times: { from: string; to: string }[] = [];
  let from: string | undefined;
  for (const { kind, day } of events) {
    if (kind === 'takenDown') from = day;
    if (kind !== 'putUpAgain' || from === undefined) continue;
    times.push({ from, to: day });
    from = undefined;
  }
  return times;
}

/** Whether the notice has been taken down and not been put up again. */
export function isNoticeDown(events: readonly DecisionEvent[]): boolean {
  const last = events.findLast(({ kind }) => kind === 'takenDown' || kind === 'putUpAgain');
  return last?.kind === 'takenDown';
}

/** What an event answers, and cannot come before; every other one only comes after the meeting. */
const before: Partial<Record<DecisionEventKind, readonly DecisionEventKind[]>> = {
  announced: ['adjusted'],
  takenDown: ['announced', 'putUpAgain'],
  putUpAgain: ['takenDown'],
  restored: ['annulled'],
  // A draft has no adjusted text to certify.
  certified: ['adjusted'],
};

/**
 * The first day (`YYYY-MM-DD`) that an event can have been: a court's word may be older than the day it
 * was recorded that the notice went up, and the notice have come down before what else is recorded.
 */
export function earliestDay(
  kind: DecisionEventKind,
  { meeting, events }: { meeting: string; events: readonly DecisionEvent[] },
): string {
  const earlier = events.findLast((event) => before[kind]?.includes(event.kind));
  return earlier?.day ?? meeting;
}

/** The last day that an event can have been: the first day of what answers it, where that is known. */
export function latestDay(
  kind: DecisionEventKind,
  events: readonly DecisionEvent[],
): string | undefined {
  const days = events.filter((event) => before[event.kind]?.includes(kind)).map(({ day }) => day);
  return days.sort()[0];
}
