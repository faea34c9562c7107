import type { TaskTimes } from './municipality';
import type { OpenedTask } from './process';
import { momentDue, momentKey, nextMoment, type Moment } from './reminder-plan';

/** The process that looks after letters which did not arrive, as record and relay name it; it has one phase. */
export const letterMending = {
  process: 'letterMending',
  phase: { phase: 'mend', generation: 1 },
};

/** Whoever was to have the letter knows nothing of it meanwhile: three working days, one reminder before. */
export const mendingTimes: TaskTimes = { answerWithin: { workingDays: 3 }, remindAfter: [2] };

/** While others of the case are on their way, letters that came back are told of together; not for longer than this. */
export const longestGatheringMs = 10 * 60_000;
export const gatheringMs = 10_000;

export interface MendingState {
  task: OpenedTask | null;
  openedAt: number;
  /** Addresses that the contact point has been told of, which take no letters. */
  told: readonly string[];
  lastMoment: string | null;
}

/** What is to be done now: wait, ask (again, where more have come back), remind, or nothing more. */
export type MendingStep =
  | { do: 'close' }
  | { do: 'wait'; until: number }
  | { do: 'ask' }
  | { do: 'remind'; task: OpenedTask; moment: Moment; key: string };

/**
 * The next step for letters that did not arrive. More letters to an address that is known to take none are
 * no news.
 *
 * @param dead addresses of letters that nobody has seen to
 * @param now milliseconds since 1970
 */
export function nextMendingStep(
  { task, openedAt, told, lastMoment }: MendingState,
  dead: readonly string[],
  { isSending, now }: { isSending: boolean; now: number },
): MendingStep {
  if (dead.length === 0) return { do: 'close' };
  const isNews = task === null || dead.some((each) => !told.includes(each));
  if (isNews) {
    const gathering = isSending && now < openedAt + longestGatheringMs;
    return gathering ? { do: 'wait', until: now + gatheringMs } : { do: 'ask' };
  }
  const moment = momentDue(task, now);
  const key = moment && momentKey(task, moment);
  if (moment && key !== undefined && key !== lastMoment) return { do: 'remind', task, moment, key };
  return { do: 'wait', until: nextMoment(task, now).at };
}
