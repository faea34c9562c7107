import { condition } from '@temporalio/workflow';
import type {
  LetterTemplate,
  OpenedTask,
  StepRecord,
  TakenAnswer,
  TaskPlan,
} from '../domain/process';
import { momentDue, nextMoment, type Moment } from '../domain/reminder-plan';
import { takeAnswer } from './activities';
import type { PhaseContext } from './phases';

export interface HumanTask {
  /** Recorded just before, in the same transaction. */
  before?: readonly StepRecord[];
  /** Opens the task: its step with state, events, letters. */
  open: Omit<StepRecord, 'task'> & { task: TaskPlan };
  reminder: LetterTemplate;
  overdue: LetterTemplate;
  /** At the deadline the task stays open, said to be overdue, or closes without an answer. */
  atDeadline: 'stayOpen' | 'close';
  /**
   * What follows whatever the answer says: recorded in the transaction that takes it. A phase that
   * records one of these steps later gets its result without asking again.
   */
  then?: readonly StepRecord[];
}

export type TaskEnd = Exclude<TakenAnswer, { state: 'open' }>;

/**
 * Asks a person and waits, for years if need be, reminding as the record planned when it opened the
 * task. The row decides what counts: this only looks at it when woken, at each reminder and at the
 * deadline.
 */
export async function humanTask(context: PhaseContext, plan: HumanTask): Promise<TaskEnd> {
  const task = await openTask(context, plan);
  let heard: number | undefined;
  for (;;) {
    const due = momentDue(task, Date.now());
    if (due && due.at !== heard) {
      const end = await look(context, plan, task, closesNow(plan, due));
      if (end) return end;
      await remind(context, plan, task, due);
      heard = due.at;
    }
    if (context.refreshDue) await context.refresh();
    const wait = nextMoment(task, Date.now()).at - Date.now();
    // The last letter is on its way for a while: only then can the run end.
    await condition(() => context.looked || context.refreshDue, wait);
    if (context.looked) {
      const end = await look(context, plan, task, false);
      if (end) return end;
    }
  }
}

async function openTask(context: PhaseContext, plan: HumanTask): Promise<OpenedTask> {
  const results = await context.record(...(plan.before ?? []), plan.open);
  const task = results.at(-1)?.task;
  if (!task) throw new Error(`step ${plan.open.key} opened no task`);
  return task;
}

function closesNow(plan: HumanTask, due: Moment): boolean {
  return due.kind === 'overdue' && plan.atDeadline === 'close';
}

async function look(
  context: PhaseContext,
  { then }: HumanTask,
  task: OpenedTask,
  close: boolean,
): Promise<TaskEnd | undefined> {
  context.looked = false;
  const { municipalityId, caseId } = context.state;
  const taken = await takeAnswer({
    municipalityId,
    caseId,
    taskId: task.id,
    at: Date.now(),
    close,
    ...(then && { then: { process: context.state, steps: then } }),
  });
  if (taken.state === 'answered' && then) context.recorded(then, taken.recorded);
  return taken.state === 'open' ? undefined : taken;
}

/** One letter and one line in the timeline per moment, however often this is run. */
async function remind(
  context: PhaseContext,
  plan: HumanTask,
  task: OpenedTask,
  { kind, ordinal }: Moment,
): Promise<void> {
  const key = `${plan.open.key}/${kind}/${ordinal}`;
  await context.record({
    key,
    events: [{ event: kind === 'overdue' ? 'overdue' : 'reminded', actor: 'system' }],
    letters: [
      {
        key,
        template: kind === 'overdue' ? plan.overdue : plan.reminder,
        to: plan.open.task.assignee,
        link: 'task',
        taskId: task.id,
        ordinal,
      },
    ],
  });
}
