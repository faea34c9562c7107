/** A task as this rule sees it. */
interface Seen {
  id: string;
  kind: string;
  state: string;
  opened_at: Date;
}

/**
 * Whether a member whom the group did not wait for may still say something: as long as nobody has decided
 * on that opinion. It is added to what the delegate reads and changes nothing of what the group has said.
 */
export function maySpeakLate(task: Seen, ofCase: readonly Seen[]): boolean {
  if (task.kind !== 'consult' || task.state !== 'closed') return false;
  const isLatest = ofCase.every(({ kind, opened_at: at }) => {
    return kind !== 'consult' || at <= task.opened_at;
  });
  return isLatest && ofCase.some(({ kind, state }) => kind === 'review' && state === 'open');
}
