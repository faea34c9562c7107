/** The process that turns the year's wheel, as the record and the relay name it; it has one phase. */
export const agreementWheel = {
  process: 'agreementWheel',
  phase: { phase: 'turn', generation: 1 },
};

export const turnStates = ['planned', 'skipped', 'opened'] as const;
export type TurnState = (typeof turnStates)[number];

/** What an administrator does to a year: another day, not this year after all, as planned again, now. */
export const wheelActs = ['move', 'skip', 'restore', 'openNow'] as const;
export type WheelActKind = (typeof wheelActs)[number];

/** One year of the wheel. */
export interface Turn {
  year: number;
  /** `YYYY-MM-DD` */
  opensOn: string;
  state: TurnState;
}

/** How many years ahead the wheel is laid out: this one and the next. */
const yearsAhead = 1;

/** The day of a year on which the follow-up opens as a rule: `09-15` in 2027 is `2027-09-15`. */
export function usualDay(year: number, opensOn: string): string {
  return `${year}-${opensOn}`;
}

/**
 * The turns that are not planned yet: one for each year from the one in which the wheel began, up to
 * the next year. A year whose day had been when the wheel began has none.
 *
 * @param today `YYYY-MM-DD`
 * @param opensOn `MM-DD`
 */
export function turnsToPlan(
  known: readonly Pick<Turn, 'year'>[],
  { begunOn, today, opensOn }: { begunOn: string; today: string; opensOn: string },
): Turn[] {
  const years = new Set(known.map(({ year }) => year));
  const last = yearOf(today) + yearsAhead;
  const turns: Turn[] = [];
  for (let year = yearOf(begunOn); year <= last; year += 1) {
    const day = usualDay(year, opensOn);
    if (!years.has(year) && day >= begunOn) turns.push({ year, opensOn: day, state: 'planned' });
  }
  return turns;
}

/** What is due on a day: the latest turn opens; earlier ones that were missed with it are not made up for. */
export function dueTurns(
  turns: readonly Turn[],
  today: string,
): { opens?: Turn; missed: readonly Turn[] } {
  const due = turns
    .filter(({ state, opensOn }) => state === 'planned' && opensOn <= today)
    .sort((a, b) => a.year - b.year);
  const opens = due.at(-1);
  return { ...(opens && { opens }), missed: due.slice(0, -1) };
}

/** The next day on which something is due, `YYYY-MM-DD`. */
export function nextDay(turns: readonly Turn[], today: string): string | undefined {
  return turns
    .filter(({ state, opensOn }) => state === 'planned' && opensOn > today)
    .map(({ opensOn }) => opensOn)
    .sort()[0];
}

/** What forbids an act. */
export type WheelRefusal =
  'wheel.opened' | 'wheel.notPlanned' | 'wheel.notSkipped' | 'wheel.day' | 'wheel.order';

/**
 * What an act makes of a turn, or why it is refused. A turn that has opened stays; a day must be in
 * the turn's own year, or in the January after it, not have been, and lie between the years beside it.
 *
 * @param turns all there are
 */
export function actOnTurn(
  turn: Turn,
  act: { kind: WheelActKind; day?: string },
  { today, turns }: { today: string; turns: readonly Turn[] },
): { turn: Turn } | { refused: WheelRefusal } {
  if (turn.state === 'opened') return { refused: 'wheel.opened' };
  switch (act.kind) {
    case 'skip':
      return turn.state === 'planned'
        ? { turn: { ...turn, state: 'skipped' } }
        : { refused: 'wheel.notPlanned' };
    case 'restore':
      if (turn.state !== 'skipped') return { refused: 'wheel.notSkipped' };
      return placed(turn, act.day ?? turn.opensOn, { today, turns });
    case 'move':
      if (turn.state !== 'planned') return { refused: 'wheel.notPlanned' };
      return placed(turn, act.day ?? '', { today, turns });
    case 'openNow':
      return placed(turn, today, { today, turns });
  }
}

function placed(
  turn: Turn,
  day: string,
  { today, turns }: { today: string; turns: readonly Turn[] },
): { turn: Turn } | { refused: WheelRefusal } {
  const isInItsYear = day >= `${turn.year}-01-01` && day <= `${turn.year + 1}-01-31`;
  if (!isInItsYear || day < today) return { refused: 'wheel.day' };
  const isOutOfOrder = turns
    .filter(({ state }) => state !== 'skipped')
    .some(({ year, opensOn }) =>
      year < turn.year ? opensOn >= day : year > turn.year && opensOn <= day,
    );
  if (isOutOfOrder) return { refused: 'wheel.order' };
  return { turn: { ...turn, opensOn: day, state: 'planned' } };
}

function yearOf(day: string): number {
  return Number(day.slice(0, 'YYYY'.length));
}
