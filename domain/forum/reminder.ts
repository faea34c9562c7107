import { remindersBefore } from '../calendar';
import type { Answers } from '../forms/types';
import { forumOf } from './forum';

/** How long before a forum everybody is reminded. */
const reminded = { workingDays: 3 } as const;

/**
 * When everybody is reminded of a forum, in milliseconds since 1970; undefined where its announcement came
 * later than that: who has just been told needs no reminder.
 */
export function reminderOf({
  answers,
  submitted_at: announced,
}: {
  answers: Answers;
  submitted_at: Date;
}): number | undefined {
  return remindersBefore(forumOf(answers).day, [reminded], announced)[0];
}
