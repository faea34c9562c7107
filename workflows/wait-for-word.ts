import { condition } from '@temporalio/workflow';
import type { PhaseContext } from './phases';

/** Until somebody says something, or a moment (milliseconds since 1970) has come. */
export async function waitForWord(context: PhaseContext, until?: number): Promise<void> {
  const woken = () => context.looked || context.refreshDue;
  if (until === undefined) await condition(woken);
  else await condition(woken, Math.max(1, until - Date.now()));
  if (context.refreshDue) await context.refresh();
}
