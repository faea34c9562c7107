import type { Page } from 'playwright-core';

/** What somebody did on a page, counted while it was done. */
export interface Effort {
  /** Words that were there to read. */
  words: number;
  /** Choices made: read the scale, think, point, click. */
  choices: number;
  /** Comments thought of, and characters typed. */
  comments: number;
  typed: number;
}

// Silent reading of Swedish: 199 words a minute on average (Trauzettel-Klosinski and Dietz, 2012).
const secondsPerWord = 60 / 199;
// The keystroke-level model (Card, Moran and Newell, 1980): preparing in mind 1.35 s, pointing 1.1 s, a
// press 0.2 s, and 0.28 s for a key of somebody who types now and then. Judging how a year has been is
// more than preparing a press, and so is thinking of something to say: our own guesses are generous.
const secondsPerChoice = 3 + 1.35 + 1.1 + 0.2;
const secondsPerComment = 20;
const secondsPerCharacter = 0.28;

/** Minutes that this takes somebody who does not do it every day. */
export function minutesFor({ words, choices, comments, typed }: Effort): number {
  const seconds =
    words * secondsPerWord +
    choices * secondsPerChoice +
    comments * secondsPerComment +
    typed * secondsPerCharacter;
  return seconds / 60;
}

/** Words of a text; a line that comes again, such as the steps of a scale, is read once. */
export function wordsIn(text: string): number {
  const lines = new Set(text.split('\n').map((line) => line.trim()));
  return [...lines].flatMap((line) => line.split(/\s+/)).filter((word) => /\p{L}|\d/u.test(word))
    .length;
}

/** Words that stand on a page without anything being unfolded. */
export async function wordsOn(page: Page): Promise<number> {
  return wordsIn(await page.locator('main').innerText());
}
