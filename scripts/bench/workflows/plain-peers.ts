import {
  condition,
  defineSignal,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
} from '@temporalio/workflow';
import type { PlainActivities } from '../plain/activities';
import type { CaseReference } from '../plain/store';

/** An answer has been stored. */
export const answeredSignal = defineSignal('answered');

const local = proxyLocalActivities<PlainActivities>({ startToCloseTimeout: '5 s' });
const ordinary = proxyActivities<PlainActivities>({ startToCloseTimeout: '5 s' });

/** The peers' case as one would write it without a kernel, a local activity for each step. */
export async function peersWithLocalActivities(found: CaseReference): Promise<void> {
  await peers((step) => local.recordStep(found, step));
}

/** The same with ordinary activities. */
export async function peersWithOrdinaryActivities(found: CaseReference): Promise<void> {
  await peers((step) => ordinary.recordStep(found, step));
}

async function peers(record: (step: number) => Promise<unknown>): Promise<void> {
  let answers = 0;
  setHandler(answeredSignal, () => {
    answers += 1;
  });
  for (const step of [1, 2, 3]) await record(step);
  await condition(() => answers >= 1);
  for (const step of [4, 5, 6]) await record(step);
  await condition(() => answers >= 2);
  for (const step of [7, 8]) await record(step);
}
