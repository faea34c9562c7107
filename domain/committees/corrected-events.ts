import { readDecision, type DecisionEvent } from './decision';
import type { DecisionEventKind } from './decision-events';

/** A record of what happened to a decision; `struck` says that what it corrects never did. */
export interface RecordedEvent {
  id: string;
  kind: DecisionEventKind | 'struck';
  /** The record that this one is right instead of. */
  corrects: string | null;
}

type Standing<E> = Omit<E, 'kind'> & { kind: DecisionEventKind };

/** What holds of all that was recorded, in its order: a correction stands where the wrong record stood. */
export function standingEvents<E extends RecordedEvent>(recorded: readonly E[]): Standing<E>[] {
  const corrections = new Map(recorded.map((each) => [each.corrects, each]));
  const latest = (record: E): E => {
    const correction = corrections.get(record.id);
    return correction ? latest(correction) : record;
  };
  return recorded
    .filter(({ corrects }) => corrects === null)
    .map(latest)
    .flatMap((record) => (record.kind === 'struck' ? [] : [{ ...record, kind: record.kind }]));
}

const notice: readonly DecisionEventKind[] = ['takenDown', 'putUpAgain'];
const ofCourts: readonly DecisionEventKind[] = [
  'appealed',
  'stayed',
  'stayLifted',
  'annulled',
  'upheld',
  'restored',
];

/**
 * What can be said to be wrong of what stands: the days of the minutes and of certifying their extract, and the
 * last that was said of the notice and by a court, as each of those rests on the one before. That a decision is
 * final follows from the rest.
 */
export function correctableEvents<E extends DecisionEvent>(standing: readonly E[]): E[] {
  const last = (kinds: readonly DecisionEventKind[]) =>
    standing.findLast(({ kind }) => kinds.includes(kind));
  const days = (['adjusted', 'announced', 'certified'] as const).map((kind) => last([kind]));
  const lasts = [...days, last(notice), last(ofCourts)];
  return standing.filter((event) => lasts.includes(event));
}

/**
 * Whether an event can be said not to have happened at all: of the minutes only when nothing followed, and
 * not that an extract was certified, as it has gone out.
 */
export function mayBeStruck(
  { kind }: Pick<DecisionEvent, 'kind'>,
  standing: readonly DecisionEvent[],
): boolean {
  if (kind === 'announced' || kind === 'certified') return false;
  const rests: readonly DecisionEventKind[] = ['announced', 'certified'];
  return kind !== 'adjusted' || !standing.some((event) => rests.includes(event.kind));
}

/**
 * Whether the record said too early that a decision was final: it did by the days of a notice that was put up
 * later than was recorded, and no court has said more since.
 */
export function wasFinalTooEarly(standing: readonly DecisionEvent[], today: string): boolean {
  const final = standing.findLastIndex(({ kind }) => kind === 'final');
  if (final < 0 || standing.slice(final).some(({ kind }) => ofCourts.includes(kind))) return false;
  const stand = readDecision(standing.filter(({ kind }) => kind !== 'final'));
  return (
    stand.state === 'awaitingNotice' || (stand.state === 'appealable' && stand.finalOn > today)
  );
}
