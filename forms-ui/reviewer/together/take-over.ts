import { isSameAnswer, type DraftAnswers } from '../../../domain/forms/shared-draft';

interface Arrived {
  /** What the server held before, as far as this page had seen, and holds now. */
  before: DraftAnswers;
  after: DraftAnswers;
  /** What was typed when this page last sent it, and by now. */
  sent: DraftAnswers;
  now: DraftAnswers;
  /** What an earlier attempt sent that got no answer: it may have arrived. */
  doubtful: DraftAnswers;
}

export interface TakenOver {
  /** Fields to be filled with what others have written. */
  fill: DraftAnswers;
  /** Fields that both have changed, with what the others have written. */
  clashes: DraftAnswers;
}

/** What becomes of the fields that others have changed: filled in, unless something else was typed here. */
export function takeOver({ before, after, sent, now, doubtful }: Arrived): TakenOver {
  const fill: Record<string, unknown> = {};
  const clashes: Record<string, unknown> = {};
  for (const id of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const theirs = after[id] ?? null;
    const ours = [before[id], sent[id], doubtful[id]].map((each) => each ?? null);
    if (ours.some((each) => isSameAnswer(each, theirs))) continue;
    const typed = now[id] ?? null;
    if (isSameAnswer(typed, theirs)) continue;
    if (isSameAnswer(typed, before[id] ?? null)) fill[id] = theirs;
    else clashes[id] = theirs;
  }
  return { fill, clashes };
}
