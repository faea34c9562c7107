import type { TypedAnswers } from '../../shared/forms/typed-answers';

/** Ways to deal with a matter that decide nothing of what was proposed. */
const elsewhere: readonly unknown[] = [
  ...['oppose', 'refuse', 'referBack', 'referBackByThird', 'table', 'note'],
];

/**
 * The words that were proposed are there as the decision, unless the body came to something else than a yes; then they
 * are to be written. What somebody has written stays.
 */
export function wordingOfOutcome(proposed: string) {
  return (typed: TypedAnswers, before: TypedAnswers): TypedAnswers | undefined => {
    if (typed.outcome === before.outcome || typed.outcome === '') return undefined;
    const wording = elsewhere.includes(typed.outcome) ? '' : proposed;
    const isOwn = typed.wording !== '' && typed.wording !== proposed;
    return isOwn || typed.wording === wording ? undefined : { wording };
  };
}
