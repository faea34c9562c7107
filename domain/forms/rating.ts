import type { Language } from '../language';
import type { FormDefinition } from './types';

/** The steps of a rating, from the lowest. */
export const ratingSteps = ['1', '2', '3', '4', '5'] as const;

/** Said in place of a step: it is an answer, and no figure. */
export const cannotSay = 'cannotSay';

/** Every answer a rating can have, in the order it is asked. */
export const ratings = [...ratingSteps, cannotSay] as const;

export type Rating = (typeof ratings)[number];

/** The texts of a form that has a rating: what its ends mean, and what is said in place of a step. */
export const scaleTexts = ['scale.lowest', 'scale.highest', `scale.${cannotSay}`] as const;

/** The step of an answer as a figure; undefined where it is none. */
export function stepOf(answer: unknown): number | undefined {
  return (ratingSteps as readonly unknown[]).includes(answer) ? Number(answer) : undefined;
}

const ends: Partial<Record<string, string>> = { '1': 'lowest', '5': 'highest' };
const outOf: Record<Language, string> = { sv: 'av', en: 'of' };

/** What one chooses between: the figure, at the ends with its meaning. */
export function ratingLabel(form: FormDefinition, language: Language, rating: string): string {
  if (rating === cannotSay) return textOf(form, language, cannotSay);
  const end = ends[rating];
  return end === undefined ? rating : `${rating} – ${textOf(form, language, end)}`;
}

/** What was chosen, where nothing else shows the scale: "4 av 5". */
export function ratingInWords(form: FormDefinition, language: Language, rating: string): string {
  return rating === cannotSay
    ? textOf(form, language, cannotSay)
    : `${rating} ${outOf[language]} ${ratingSteps.length}`;
}

function textOf(form: FormDefinition, language: Language, word: string): string {
  return form.texts[language][`scale.${word}`] ?? '';
}
