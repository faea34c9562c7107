import { nthOf } from '../domain/document-keys';
import type { LetterPlan } from '../domain/process';
import { lookAtTransfer } from './activities';
import { CaseEnded } from './case-ended';
import type { Phase, PhaseContext } from './phases';
import { stepKey } from './step-key';
import { waitForWord } from './wait-for-word';

/**
 * Waits for the years' budgets, for years if need be, posts each year when it can be, and has each one
 * settled when it is over. Settlements are cases of their own: none of them delays a posting.
 */
export function postAndSettle<P extends string>(): Phase<P> {
  return async (context) => {
    for (;;) {
      context.looked = false;
      const found = await lookAtTransfer({ process: context.state, at: Date.now() });
      if (found.state === 'ended') throw new CaseEnded(found.how);
      if (found.posted) context.courier.deliver();
      if (found.state === 'done') return complete(context, found);
      await waitForWord(context, found.until);
    }
  };
}

/** Tells everybody that it is done, each time it is: a year may be posted anew after that. */
async function complete(
  context: PhaseContext,
  { settled, statement: nth = 1 }: { settled: boolean; statement?: number },
): Promise<null> {
  const keyed = (key: string) => (nth === 1 ? key : `${key}/${nth}`);
  const letter: LetterPlan = settled
    ? {
        key: keyed('settled'),
        template: 'transferSettled',
        to: 'transferParties',
        link: 'desk',
        attach: [nthOf('closingStatement', nth)],
      }
    : { key: keyed('completed'), template: 'transferEnded', to: 'initiator', link: 'desk' };
  await context.record({
    key: stepKey(context.state, 'end'),
    state: 'completed',
    events: [{ event: settled ? 'transferSettled' : 'transferCompleted', actor: 'system' }],
    letters: [letter],
    close: true,
    hearsOn: true,
  });
  return null;
}
