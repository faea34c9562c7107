import { condition, continueAsNew, setHandler, workflowInfo } from '@temporalio/workflow';
import type { ProcessState } from '../domain/process';
import { mailDraftLink, tendDraft } from './activities';
import { isFinal } from './failure-code';
import { wakeSignal } from './messages';

/** Somebody who asks for link after link fills no history. */
const eventsInOneRun = 500;

/**
 * Keeps an application that has not been sent: mails the links that are asked for, and removes it
 * when nobody has touched it for as long as the municipality says. `caseId` is the draft's id. Ends
 * when the draft is gone.
 */
export async function draftKeeping(state: ProcessState): Promise<void> {
  const { municipalityId, caseId: draftId } = state;
  let asked = true;
  setHandler(wakeSignal, () => {
    asked = true;
  });
  for (;;) {
    if (asked) {
      asked = false;
      await mailDraftLink({ municipalityId, draftId }).catch(unlessFinal);
    }
    const { removeAt } = await tendDraft({ municipalityId, draftId, at: Date.now() });
    if (removeAt === null) return;
    await condition(() => asked, removeAt - Date.now());
    if (workflowInfo().historyLength > eventsInOneRun) {
      await continueAsNew<typeof draftKeeping>(state);
    }
  }
}

/** A link that can never be written must not keep a draft for ever; the worker's log names the fault. */
function unlessFinal(error: unknown): void {
  if (!isFinal(error)) throw error;
}
