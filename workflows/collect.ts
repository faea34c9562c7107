import type { CollectedKind, CollectionTimes, LetterTemplate, StepRecord } from '../domain/process';
import { askRespondents, lookAtCollection, remindRespondents } from './activities';
import { CaseEnded } from './case-ended';
import type { PhaseContext } from './phases';
import { waitForWord } from './wait-for-word';

/** A question to hundreds at once. */
export interface Collection {
  /** Settles who is asked: its step with state and events. */
  open: Omit<StepRecord, 'collect'> & { collect: CollectedKind };
  asked: LetterTemplate;
  reminder: LetterTemplate;
}

/**
 * Asks hundreds and waits until the last day is over, reminding those who are silent. Answers go to rows
 * and wake nobody: there is one timer, and as few events for a thousand as for ten.
 * @throws {CaseEnded} when a person has ended the case
 */
export async function collect(context: PhaseContext, plan: Collection): Promise<void> {
  const { key } = plan.open;
  const [opened] = await context.record(plan.open);
  if (opened?.ended) throw new CaseEnded(opened.ended);
  for (let reminded = 0; ;) {
    const { state: process } = context;
    context.looked = false;
    const found = await lookAtCollection({ process, at: Date.now(), key });
    if (found.state === 'ended') throw new CaseEnded(found.how);
    if (found.state === 'closed') return;
    if (found.state === 'paused') {
      await waitForWord(context);
      continue;
    }
    // Whoever was not asked before, because the case was paused meanwhile, is asked now.
    await askRespondents({ process, at: Date.now(), key, template: plan.asked });
    const ordinal = remindersBy(found.times, Date.now());
    if (ordinal > reminded) {
      await remindRespondents({ process, at: Date.now(), key, template: plan.reminder, ordinal });
      reminded = ordinal;
    }
    context.courier.deliver();
    await waitForWord(context, nextMoment(found.times, Date.now()));
  }
}

/** How many reminders have come by now; of several that were missed together only the last one goes. */
function remindersBy({ remindAt, deadlineAt }: CollectionTimes, now: number): number {
  return remindAt.filter((at) => at <= now && at < deadlineAt).length;
}

function nextMoment({ remindAt, deadlineAt }: CollectionTimes, now: number): number {
  return Math.min(deadlineAt, ...remindAt.filter((at) => at > now));
}
