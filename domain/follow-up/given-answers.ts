import type { Answer, Answers } from '../forms/types';
import type { Respondent } from './report-shapes';
import type { Side } from './respondent';

/** A respondent whose answer counts. */
export type Answering = Respondent & { answers: Answers };

/** Whether a respondent has sent an answer; what is only saved is none. */
export function isAnswering(respondent: Respondent): respondent is Answering {
  return respondent.answeredAt !== undefined && respondent.answers !== undefined;
}

/** What somebody has answered to a field. */
export interface Given {
  from: Answering;
  answer: Answer;
}

/** Who has answered a field, and what. */
export type GivenAnswers = (field: string) => readonly Given[];

/** All answers by field, in one pass: to go through everybody for each field takes longer by more than their number. */
export function givenAnswers(answering: readonly Answering[]): GivenAnswers {
  const byField = new Map<string, Given[]>();
  for (const from of answering) {
    for (const [field, answer] of Object.entries(from.answers)) {
      const known = byField.get(field);
      if (known) known.push({ from, answer });
      else byField.set(field, [{ from, answer }]);
    }
  }
  return (field) => byField.get(field) ?? [];
}

/** Of each side, what is made of its answers. */
export function bySide<T>(
  given: readonly Given[],
  start: () => T,
  take: (sum: T, answer: Answer) => void,
): Record<Side, T> {
  const sums = { sector: start(), municipality: start() };
  for (const { from, answer } of given) take(sums[from.side], answer);
  return sums;
}
