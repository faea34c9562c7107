import { stockholmDate } from '../../domain/calendar';

const hourMs = 3_600_000;

/** The budget year it is on a day. */
export function yearOf(now = new Date()): number {
  return Number(stockholmDate(now).slice(0, 'YYYY'.length));
}

const soon = yearOf(new Date(Date.now() + hourMs));

/**
 * The next budget years, which need no budget yet. In the last hour of a year they begin with the one after
 * the next, so that what is begun before midnight is true after it.
 */
export const comingYears = [soon + 1, soon + 2, soon + 3] as const;
