import { condition, continueAsNew, setHandler, workflowInfo } from '@temporalio/workflow';
import type { ProcessState } from '../domain/process';
import { mailSubscription, tendSubscription } from './activities';
import { isFinal } from './failure-code';
import { wakeSignal } from './messages';

/** Somebody who asks again and again fills no history. */
const eventsInOneRun = 500;

/**
 * Keeps an address that asks for the newsletter: mails the question whether it is wanted there, and removes
 * the address when nobody says so in time. `caseId` is the subscriber's id. Ends when it is confirmed or gone.
 */
export async function subscriptionKeeping(state: ProcessState): Promise<void> {
  const { municipalityId, caseId: subscriberId } = state;
  let asked = true;
  const isAsked = () => asked;
  setHandler(wakeSignal, () => {
    asked = true;
  });
  for (;;) {
    if (asked) {
      asked = false;
      await mailSubscription({ municipalityId, subscriberId }).catch(unlessFinal);
    }
    const { removeAt } = await tendSubscription({ municipalityId, subscriberId, at: Date.now() });
    // Somebody may have asked again while this was looked at.
    if (removeAt === null && !isAsked()) return;
    if (removeAt === null) continue;
    await condition(isAsked, removeAt - Date.now());
    if (workflowInfo().historyLength > eventsInOneRun) {
      await continueAsNew<typeof subscriptionKeeping>(state);
    }
  }
}

/** A letter that can never be written must not keep an address for ever; the worker's log names the fault. */
function unlessFinal(error: unknown): void {
  if (!isFinal(error)) throw error;
}
