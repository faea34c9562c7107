import { servingOn, type SittingMember } from '../../../domain/committees/serving-on';
import type { FormDefinition } from '../../../domain/forms/types';
import { startingAnswers, type TypedAnswers } from '../../shared/forms/typed-answers';

/**
 * Those who serve follow the meeting that is chosen, as others may have sat in the body then: as long as the list
 * is empty or as the body was at the meeting before. What somebody has written there stays.
 */
export function servingAtMeeting(form: FormDefinition, members: readonly SittingMember[]) {
  const listOn = (day: unknown) =>
    startingAnswers(form, { serving: servingOn(members, String(day)) }).serving;
  return (typed: TypedAnswers, before: TypedAnswers): TypedAnswers | undefined => {
    if (typed.meeting === before.meeting || typed.meeting === '') return undefined;
    const serving = listOn(typed.meeting);
    const isOwn = [listOn(before.meeting), listOn('')].every(
      (each) => !isSame(typed.serving, each),
    );
    return serving === undefined || isOwn || isSame(typed.serving, serving)
      ? undefined
      : { serving };
  };
}

/** Both were made from the same form, field by field. */
function isSame(some: unknown, other: unknown): boolean {
  return JSON.stringify(some) === JSON.stringify(other);
}
