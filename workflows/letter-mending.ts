import { condition, continueAsNew, setHandler, workflowInfo } from '@temporalio/workflow';
import type { ProcessState } from '../domain/process';
import { lookAtMending } from './activities';
import { wakeSignal } from './messages';

/** Letter after letter that comes back fills no history. */
const eventsInOneRun = 500;

/**
 * Sees to it that letters which did not arrive are seen to: asks, reminds, and ends when nobody waits
 * for one any more. `caseId` is the mending's id.
 */
export async function letterMending(state: ProcessState): Promise<void> {
  const { municipalityId, caseId: mendingId } = state;
  let asked = true;
  const isAsked = () => asked;
  setHandler(wakeSignal, () => {
    asked = true;
  });
  for (;;) {
    asked = false;
    const { until } = await lookAtMending({ municipalityId, mendingId, at: Date.now() });
    // Another letter may have come back while this was looked at.
    if (until === null && !isAsked()) return;
    if (until === null) continue;
    await condition(isAsked, Math.max(1, until - Date.now()));
    if (workflowInfo().historyLength > eventsInOneRun) {
      await continueAsNew<typeof letterMending>(state);
    }
  }
}
