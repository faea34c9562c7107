import type { RecordedEvent } from './corrected-events';
import type { DecisionEventKind } from './decision-events';

/** The days that an extract from the minutes prints. */
const printed: readonly (DecisionEventKind | 'struck')[] = ['adjusted', 'announced', 'certified'];

interface EventOfRecord extends RecordedEvent {
  decision_id: string;
}

/** The corrections of days that stand in extracts, in the order they were recorded. */
export function correctionsOfPrinted<E extends RecordedEvent>(recorded: readonly E[]): E[] {
  return recorded.filter(({ kind, corrects }) => corrects !== null && printed.includes(kind));
}

/**
 * Whether the certified extract of a record, as it went out last, says the day of an event: it was recorded
 * before the extract was certified, or before it was sent anew with another day put right.
 * @param recorded all that was recorded of the decision, in its order, before the event is corrected
 */
export function isPrinted<E extends EventOfRecord>(
  recorded: readonly E[],
  event: Pick<E, 'id' | 'kind'>,
  recordId: string,
): boolean {
  const certified = recorded.findIndex(
    ({ kind, decision_id }) => kind === 'certified' && decision_id === recordId,
  );
  if (certified < 0 || !printed.includes(event.kind)) return false;
  if (event.kind !== 'announced') return true;
  const sent = recorded.findLastIndex(
    ({ kind, corrects }, i) =>
      i === certified ||
      (i > certified && corrects !== null && kind !== 'announced' && printed.includes(kind)),
  );
  return recorded.indexOf(originalOf(recorded, event.id)) < sent;
}

/** The first record of something that has been corrected, once or more; `id` is of any of them. */
export function originalOf<E extends RecordedEvent>(recorded: readonly E[], id: string): E {
  const record = recorded.find((each) => each.id === id);
  if (!record) throw new Error('decision.eventUnknown');
  return record.corrects === null ? record : originalOf(recorded, record.corrects);
}

/** The record whose extract a correction concerns: what was certified last before it. */
export function certifiedBefore<E extends EventOfRecord>(
  recorded: readonly E[],
  correction: E,
): string | undefined {
  const earlier = recorded.slice(0, recorded.indexOf(correction) + 1);
  return earlier.findLast(({ kind }) => kind === 'certified')?.decision_id;
}
