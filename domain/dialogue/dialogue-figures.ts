/** A dialogue of the year, as the report counts it. */
export interface YearsDialogue {
  theme: string;
  /** Which party, office or company it is of. */
  askedBy: string;
  closed: boolean;
  /** Days from the question to the first answer; null while there is none. */
  daysToAnswer: number | null;
}

export interface DialogueTimes {
  closed: number;
  /** How many have had a first answer; absent in older reports. */
  answered?: number;
  /** Of those that have been answered; null where none has. */
  medianDays: number | null;
}

/** How many of the year's dialogues have ended, and how soon the first answer came. */
export function dialogueTimes(dialogues: readonly Omit<YearsDialogue, 'askedBy'>[]): DialogueTimes {
  const days = dialogues.flatMap(({ daysToAnswer }) => daysToAnswer ?? []);
  const closed = dialogues.filter((each) => each.closed).length;
  return { closed, answered: days.length, medianDays: median(days) };
}

/** The middle one in order of size; of two in the middle their mean. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}
