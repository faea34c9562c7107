import type { Page } from 'playwright-core';

/** What somebody did on a page, counted while it was done. */
export interface Effort {
  /** Words that were there to read. */
  words: number;
  /** Choices made: read the scale, think, point, click. */
  choices: number;
  /** Characters typed. */
  typed: number;
}

// Silent reading of Swedish: 199 words a minute on average (Trauzettel-Klosinski and Dietz, 2012); a
// fifth of them take twice as long, and the volunteer may be one of those.
const secondsPerWord = (60 / 199) * 1.5;
// The keystroke-level model (Card, Moran and Newell, 1980): preparing in mind 1.35 s, pointing 1.1 s, a
// press 0.2 s, and 0.28 s for a key of somebody who types now and then. Judging how a year has been is
// more than preparing a press: five seconds of thought for each.
const secondsPerChoice = 5 + 1.35 + 1.1 + 0.2;
const secondsPerCharacter = 0.28 * 2;

/** Minutes that this takes somebody who does not do it every day. */
export function minutesFor({ words, choices, typed }: Effort): number {
  const seconds = words * secondsPerWord + choices * secondsPerChoice + typed * secondsPerCharacter;
  return seconds / 60;
}

/** Words of a text. */
export function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => /\p{L}|\d/u.test(word)).length;
}

/** Words that stand on a page without anything being unfolded. */
export async function wordsOn(page: Page): Promise<number> {
  return wordsIn(await page.locator('main').innerText());
}
