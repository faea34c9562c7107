import type { Task } from '../../database/repositories/task.repository';
import type { AskedBecause } from './letters/asked-again';

type Asked = Pick<Task, 'id' | 'kind' | 'state' | 'outcome' | 'step_key' | 'opened_at'>;

/**
 * Why somebody is asked to decide who might think that they have been asked already, or too early:
 * what stands in the rows of the case is enough to say it.
 */
export function askedBecause(task: Asked, all: readonly Asked[]): AskedBecause | undefined {
  if (task.kind !== 'review' && task.kind !== 'check') return undefined;
  const earlier = all.filter(({ id, opened_at: at }) => id !== task.id && at < task.opened_at);
  const group = earlier.filter(({ kind }) => kind === 'consult');
  if (group.some(({ state }) => state === 'open' || state === 'waiting')) return 'groupLate';
  const before = earlier.filter(({ kind }) => kind === 'review' || kind === 'check');
  const last = before.toSorted((a, b) => a.opened_at.getTime() - b.opened_at.getTime()).at(-1);
  if (last?.kind === 'review' && last.state === 'closed') return 'opinionCame';
  return last?.outcome === 'return' ? 'completed' : undefined;
}
