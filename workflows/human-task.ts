import { condition } from '@temporalio/workflow';
import type { AwaitedRound } from '../activities/records/look';
import { linkTo } from '../domain/process';
import type {
  LetterTemplate,
  OpenedTask,
  Role,
  StepRecord,
  StepsAfter,
  TaskOutcome,
  TaskPlan,
} from '../domain/process';
import { momentDue, momentKey, nextMoment, type Moment } from '../domain/reminder-plan';
import { look } from './activities';
import { CaseEnded } from './case-ended';
import type { PhaseContext } from './phases';

/** A question to one person or several, and the letters that go with it. */
export interface Question {
  /** Opens the round: its step with state, events, letters. */
  open: Omit<StepRecord, 'task'> & { task: TaskPlan };
  reminder: LetterTemplate;
  overdue: LetterTemplate;
  /** Who is told as well, from the second letter after the deadline. */
  escalation?: { to: Role; template: LetterTemplate };
}

export interface HumanTask extends Question {
  /** Recorded just before, in the same transaction. */
  before?: readonly StepRecord[];
  /**
   * At the deadline the question stays open, said to be overdue, for good or for so many weeks; or it closes
   * without an answer; or somebody else is asked to decide what a draft says, and a late answer still stops that.
   */
  atDeadline: 'stayOpen' | 'close' | { closeAfterWeeks: number } | { draft: Question };
  /**
   * What follows each outcome: recorded in the transaction that takes the answer. A phase that records
   * one of these steps later gets its result without asking again.
   */
  then?: StepsAfter;
}

/** What was decided, or `unanswered` when the question closed at its deadline. */
export type TaskEnd = TaskOutcome | 'unanswered';

/**
 * Asks people and waits, for years if need be, reminding as the record planned when it opened their
 * tasks. The rows decide what counts: this only looks at them when woken, at each reminder and at
 * the deadline.
 * @throws {CaseEnded} when a person has ended the case
 */
export async function humanTask(context: PhaseContext, plan: HumanTask): Promise<TaskEnd> {
  const asking = new Asking(context, plan);
  await asking.begin();
  for (;;) {
    const due = asking.due(Date.now());
    if (due.length > 0 || asking.hasLeft(Date.now())) {
      const end = await asking.look(due);
      if (end) return end;
      await asking.hear(due);
    }
    if (context.refreshDue) await context.refresh();
    await asking.wait();
    if (context.looked) {
      const end = await asking.look();
      if (end) return end;
    }
  }
}

/** A moment that has come for one of those who are asked. */
interface Due {
  task: OpenedTask;
  moment: Moment;
}

class Asking {
  private readonly questions: Question[];
  private tasks: readonly OpenedTask[] = [];
  private paused = false;
  /** The last moment of each task that was acted on. */
  private readonly heard = new Map<string, string>();

  constructor(
    private readonly context: PhaseContext,
    private readonly plan: HumanTask,
  ) {
    this.questions = [plan];
  }

  async begin(): Promise<void> {
    this.tasks = await this.open(this.plan, this.plan.before);
  }

  /** The moments that have come and were not acted on. */
  due(now: number): Due[] {
    if (this.paused) return [];
    return this.tasks.flatMap((task) => {
      const moment = momentDue(task, now);
      if (!moment || this.heard.get(task.id) === momentKey(task, moment)) return [];
      return [{ task, moment }];
    });
  }

  /** Whether the term has ended of somebody who is asked as a member of a group. */
  hasLeft(now: number): boolean {
    return !this.paused && this.tasks.some(({ lookAt }) => lookAt !== undefined && lookAt <= now);
  }

  async look(due: readonly Due[] = []): Promise<TaskEnd | undefined> {
    const { context } = this;
    context.looked = false;
    const { then } = this.plan;
    const found = await look({
      process: context.state,
      at: Date.now(),
      rounds: this.questions.map((question) => this.awaited(question, due)),
      ...(then && { then }),
    });
    this.paused = found.state === 'paused';
    if (found.state === 'ended') throw new CaseEnded(found.how);
    if (found.state === 'closed') return 'unanswered';
    if (found.state === 'open') {
      this.tasks = found.tasks;
      if (found.planned) context.courier.deliver();
    }
    if (found.state !== 'decided') return undefined;
    context.recorded(then?.[found.outcome] ?? [], found.recorded);
    return found.outcome;
  }

  /** Reminds, escalates, and has a decision drafted where a deadline has passed. */
  async hear(due: readonly Due[]): Promise<void> {
    for (const each of due) {
      // Whoever answered meanwhile needs no letter.
      if (this.tasks.some(({ id }) => id === each.task.id)) await this.remind(each);
      this.heard.set(each.task.id, momentKey(each.task, each.moment));
    }
    const { atDeadline } = this.plan;
    const isLate = due.some(({ moment }) => moment.kind === 'overdue');
    if (!isLate || this.questions.length > 1) return;
    if (typeof atDeadline === 'string' || !('draft' in atDeadline)) return;
    const drafted = await this.open(atDeadline.draft);
    this.questions.push(atDeadline.draft);
    this.tasks = [...this.tasks, ...drafted];
  }

  async wait(): Promise<void> {
    const { context } = this;
    // The last letter is on its way for a while: only then can the run end.
    const woken = () => context.looked || context.refreshDue;
    if (this.paused || this.tasks.length === 0) return condition(woken);
    const now = Date.now();
    const next = Math.min(
      ...this.tasks.flatMap((task) => [nextMoment(task, now).at, task.lookAt ?? Infinity]),
    );
    await condition(woken, next - now);
  }

  private async open(
    { open }: Question,
    before: readonly StepRecord[] = [],
  ): Promise<readonly OpenedTask[]> {
    const result = (await this.context.record(...before, open)).at(-1);
    if (result?.ended) throw new CaseEnded(result.ended);
    if (!result?.tasks) throw new Error(`step ${open.key} asked nobody`);
    return result.tasks;
  }

  private awaited({ open: { key, task } }: Question, due: readonly Due[]): AwaitedRound {
    const closes = due.some(({ task: { round }, moment }) => round === key && this.ends(moment));
    return { key, plan: task, ...(closes && { close: true }) };
  }

  /** Whether a question that nobody has answered by a moment closes then. */
  private ends({ kind, ordinal }: Moment): boolean {
    const { atDeadline } = this.plan;
    if (kind !== 'overdue' || atDeadline === 'stayOpen') return false;
    if (atDeadline === 'close') return true;
    // The first of these moments is the deadline itself, and the others come week by week.
    return 'closeAfterWeeks' in atDeadline && ordinal > atDeadline.closeAfterWeeks;
  }

  /** One letter and one line in the timeline per moment, however often this is run. */
  private async remind({ task, moment }: Due): Promise<void> {
    const question = this.questions.find(({ open }) => open.key === task.round);
    if (!question) return;
    const { kind, ordinal } = moment;
    const key = momentKey(task, moment);
    const letter = { key, taskId: task.id, ordinal };
    const template = kind === 'overdue' ? question.overdue : question.reminder;
    const { escalation } = question;
    const escalates = escalation && kind === 'overdue' && ordinal > 1;
    await this.context.record({
      key,
      events: [{ event: kind === 'overdue' ? 'overdue' : 'reminded', actor: 'system' }],
      letters: [
        { ...letter, template, to: 'assignee', link: linkTo(question.open.task.kind) },
        ...(escalates ? [{ ...letter, key: `${key}/escalation`, ...escalation }] : []),
      ],
    });
  }
}
