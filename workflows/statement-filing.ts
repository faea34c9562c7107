import { setHandler } from '@temporalio/workflow';
import type { ProcessState } from '../domain/process';
import { makeStatement } from './activities';
import { wakeSignal } from './messages';

/** Makes a statement that somebody has asked for as a document. `caseId` is the request's id. */
export async function statementFiling({ municipalityId, caseId }: ProcessState): Promise<void> {
  // Word that comes again finds it under way.
  setHandler(wakeSignal, () => undefined);
  await makeStatement({ municipalityId, statementId: caseId });
}
