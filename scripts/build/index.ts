import { ensureBuilt } from './product';
import { page } from './page';
import { requireCompleteTexts } from './require-complete-texts';
import { workflowBundle } from './workflow-bundle';

export interface Built {
  /** Absolute; what the server sends to browsers. */
  pageDirectory: string;
  /** Absolute; what the worker runs. */
  workflowBundlePath: string;
}

/**
 * Builds what is missing or whose sources have changed.
 * @throws {SetupError} when a text lacks a language or a builder fails
 */
export async function buildAll(report: (line: string) => void): Promise<Built> {
  requireCompleteTexts();
  await ensureBuilt(workflowBundle, report);
  await ensureBuilt(page, report);
  return { pageDirectory: page.output, workflowBundlePath: workflowBundle.output };
}
