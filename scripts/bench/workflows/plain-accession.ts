import { condition, proxyActivities, proxyLocalActivities, setHandler } from '@temporalio/workflow';
import type { Activities } from '../../../activities';
import type { PlainActivities } from '../plain/activities';
import type { CaseReference } from '../plain/store';
import { answeredSignal } from './plain-peers';

const local = proxyLocalActivities<PlainActivities>({ startToCloseTimeout: '5 s' });
const { makeDocument, deliverLetters } = proxyActivities<Activities>({
  startToCloseTimeout: '5 minutes',
});

/** An accession that is approved and signed, without a kernel: same documents, rows and letters. */
export async function plainAccession(found: CaseReference): Promise<void> {
  let answers = 0;
  setHandler(answeredSignal, () => {
    answers += 1;
  });
  await local.openReview(found);
  await deliverLetters(found);
  await condition(() => answers >= 1);
  await makeDocument({ ...found, kind: 'agreement', at: Date.now() });
  await local.openSignature(found);
  await deliverLetters(found);
  await condition(() => answers >= 2);
  await local.completeAccession(found);
  await deliverLetters(found);
}
