import type { Rule } from '../../../domain/asking/rule';
import type { TaskOutcome } from '../../../domain/process';

export type ModelAction =
  | { kind: 'answer'; seat: number; outcome: TaskOutcome }
  | { kind: 'delegate' | 'conflict' | 'reissue' | 'extend'; seat: number }
  | { kind: 'pause' | 'resume' | 'cancel' | 'look' | 'close' | 'crash' };

type Seat = 'waiting' | 'open' | 'answered' | 'closed' | 'passedOn';

/**
 * What is asked in one round, told by seats and in order of arrival: short enough to see that it is
 * right, and written without a look at how the product does it.
 */
export class Model {
  private readonly seats: Seat[];
  private readonly answers: { seat: number; outcome: TaskOutcome }[] = [];
  private paused = false;
  private ended = false;
  private over = false;
  private outcome: TaskOutcome | null = null;

  constructor(
    private readonly rule: Rule,
    count: number,
    private readonly inOrder: boolean,
  ) {
    this.seats = Array.from({ length: count }, (_, i) => (inOrder && i > 0 ? 'waiting' : 'open'));
  }

  /** Returns why it is refused, if it is. */
  apply(action: ModelAction): string | undefined {
    if (action.kind === 'crash') return undefined;
    if (action.kind === 'look') return this.look(false);
    if (action.kind === 'close') return this.look(true);
    if (this.ended && action.kind !== 'reissue') return 'case.closed';
    if ('seat' in action) return this.applyToSeat(action);
    if (action.kind === 'resume') {
      if (!this.paused) return 'case.notPaused';
      this.paused = false;
      return undefined;
    }
    if (action.kind === 'pause') {
      if (this.paused) return 'case.paused';
      this.paused = true;
      return undefined;
    }
    if (!this.over && this.decision() !== null) return 'case.decided';
    if (this.over && !this.paused) return 'case.busy';
    this.end();
    return undefined;
  }

  describe() {
    const { paused, ended, outcome, over, seats } = this;
    return { paused, ended, outcome, over, seats };
  }

  private applyToSeat(action: Extract<ModelAction, { seat: number }>): string | undefined {
    const { seat } = action;
    const state = this.seats[seat];
    if (state === undefined) return 'task.unknown';
    if (action.kind === 'reissue') {
      return state === 'waiting' || state === 'passedOn' ? 'task.closed' : undefined;
    }
    if (state === 'answered') return 'task.alreadyAnswered';
    if (state !== 'open') return 'task.closed';
    if (action.kind === 'conflict') this.seats[seat] = 'passedOn';
    if (action.kind === 'answer') {
      this.seats[seat] = 'answered';
      this.answers.push({ seat, outcome: action.outcome });
    }
    return undefined;
  }

  private look(closing: boolean): undefined {
    if (this.paused || this.ended || this.over) return;
    const decision = this.decision();
    if (decision !== null || closing) {
      this.outcome = decision;
      this.finish();
      return;
    }
    if (this.inOrder && !this.seats.includes('open')) {
      const next = this.seats.indexOf('waiting');
      if (next >= 0) this.seats[next] = 'open';
    }
  }

  private end(): void {
    this.ended = true;
    this.paused = false;
    this.finish();
  }

  private finish(): void {
    this.over = true;
    this.seats.forEach((state, i) => {
      if (state === 'open' || state === 'waiting') this.seats[i] = 'closed';
    });
  }

  private decision(): TaskOutcome | null {
    const bySeat = [...this.answers].sort((a, b) => a.seat - b.seat);
    const yes = bySeat.filter(({ outcome }) => outcome === 'approve').length;
    const awaited = this.seats.filter((state) => state === 'open' || state === 'waiting').length;
    const needed = this.needed();
    if (this.rule.kind === 'first') return this.answers[0]?.outcome ?? null;
    if (yes >= needed) return 'approve';
    if (yes + awaited >= needed) return null;
    return bySeat.find(({ outcome }) => outcome !== 'approve')?.outcome ?? null;
  }

  private needed(): number {
    if (this.rule.kind === 'atLeast') return this.rule.count;
    if (this.rule.kind !== 'all') return 1;
    return Math.max(1, this.seats.filter((state) => state !== 'passedOn').length);
  }
}
