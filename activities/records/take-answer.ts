import { lockCase } from '../../database/repositories/case.repository';
import {
  closeTask,
  consumeAnswer,
  findTask,
  lockTask,
} from '../../database/repositories/task.repository';
import { boundAnswer } from '../../domain/forms/fields';
import type { ProcessState, StepRecord, TakenAnswer, TaskOutcome } from '../../domain/process';
import { noResults, recordInCase, type RecordDependencies } from './record-steps';

export interface TakeAnswerInput {
  municipalityId: string;
  caseId: string;
  taskId: string;
  /** Process time in milliseconds since 1970. */
  at: number;
  /** At a deadline that ends the task: close it unless it has been answered. */
  close: boolean;
  /** What follows whatever the answer says, in the same transaction. */
  then?: { process: ProcessState; steps: readonly StepRecord[] };
}

/**
 * Fetches a task's answer, or closes the task at its deadline. The row decides, under its lock:
 * an answer committed before the closing wins, one after it was refused. Repeatable.
 */
export async function takeAnswer(
  dependencies: RecordDependencies,
  { municipalityId, caseId, taskId, at, close, then }: TakeAnswerInput,
): Promise<TakenAnswer> {
  return dependencies.database.transaction(municipalityId, async (tx) => {
    const now = new Date(at);
    // The case before the task: everything that locks both takes them in this order.
    const current = then && (await lockCase(tx, municipalityId, caseId));
    if (close && (await lockTask(tx, municipalityId, taskId)).state === 'open') {
      await closeTask(tx, municipalityId, taskId, now);
      return { state: 'closed' };
    }
    const answer = await consumeAnswer(tx, municipalityId, taskId, now);
    if (!answer) {
      // An answer that came this very moment sends word of its own.
      const task = await findTask(tx, municipalityId, taskId);
      return { state: task?.state === 'closed' ? 'closed' : 'open' };
    }
    const form = dependencies.forms.get(answer.form_reference);
    const outcome = outcomeOf(boundAnswer(form, 'outcome', answer.answers));
    if (!current) return { state: 'answered', outcome, recorded: [] };
    // What follows shares the transaction that marks the answer: the first time none of it is there.
    const known = answer.first ? noResults : undefined;
    const recorded = await recordInCase(tx, dependencies, current, { ...then, at }, known);
    return { state: 'answered', outcome, recorded };
  });
}

/** A form without a bound outcome asks for nothing but the answer itself, like a signature. */
function outcomeOf(answer: string | undefined): TaskOutcome {
  return answer === 'approve' || answer === 'refuse' ? answer : 'answered';
}
