import type { ProcessState } from '../domain/process';

/** Case, phase, step, generation: the case is the row's, the rest is here. */
export function stepKey(state: ProcessState, step: string): string {
  return `${keyOf(state, state.phase)}/${step}/${state.generation}`;
}

/** A key that tells one lap of a process from the next. A letter's has no generation: a reset sends none again. */
export function keyOf({ lap = 1 }: ProcessState, key: string): string {
  return lap === 1 ? key : `${key}#${lap}`;
}
