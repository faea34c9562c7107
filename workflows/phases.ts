import {
  allHandlersFinished,
  condition,
  patched,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Ending } from '../domain/asking/stand';
import type { ProcessState, StepRecord, StepResult } from '../domain/process';
import { flagAttention, readPhase, recordSteps } from './activities';
import { CaseEnded } from './case-ended';
import { Courier } from './courier';
import { failureCode } from './failure-code';
import { wakeSignal } from './messages';

/** What a phase works with. */
export interface PhaseContext {
  readonly state: ProcessState;
  readonly courier: Courier;
  /** Set when somebody may have answered; whoever looks resets it. */
  looked: boolean;
  /** Records steps in one transaction and sends the letters they plan. */
  record(...steps: StepRecord[]): Promise<StepResult[]>;
  /** Takes note of steps that were recorded with an answer, and sends the letters they plan. */
  recorded(steps: readonly StepRecord[], results: readonly StepResult[]): void;
  /** The history has grown long, and nothing is under way that a new run would not know of. */
  readonly refreshDue: boolean;
  /** Ends this run, when that is due, and begins the same phase afresh. */
  refresh(): Promise<void>;
}

/**
 * A phase tells what happens and names the next one, or null when the process has ended. `again`
 * begins another lap, so that phases that have been are gone through anew.
 */
export type Phase<P extends string> = (
  context: PhaseContext,
) => Promise<P | { next: P; again?: true; ending?: Ending } | null>;

export interface Process<P extends string> {
  phases: Record<P, Phase<P>>;
  /** Where the process goes when a person has ended the case; `state.ending` says how. */
  ended: P;
  /** Phases that wait for nobody: they belong to the run of the phase before them. */
  brief?: readonly P[];
  /** Continues the process as new. */
  beginFreshRun: (state: ProcessState<P>) => Promise<never>;
}

/**
 * Past this many events a run ends at the next phase boundary. Low, because a case waits for months
 * between phases and should wait in a young run that a new release can replay; not zero, because a
 * fresh run costs a workflow task.
 */
const eventsBeforeFreshRun = 15;

/** A phase that waits for years ends its run before it gets here. */
const eventsInOnePhase = 500;

/**
 * Runs a process from the phase its state names. The state is in the record too, so the same call
 * starts a case again after Temporal has lost it. A phase that fails for good waits, visibly, for a
 * person who mends it or answers, and is then run again: its steps are recorded once, whatever happens.
 */
export async function runPhases<P extends string>(
  initial: ProcessState<P>,
  { phases, ended, brief = [], beginFreshRun }: Process<P>,
): Promise<void> {
  let state = initial;
  let retried = false;
  /** Of the steps that were recorded with an answer in this run. */
  const results = new Map<string, StepResult>();
  /** Makes a fault visible; what is none is thrown on. */
  const flag = async (error: unknown) => {
    const code = failureCode(error);
    if (code === null) throw error;
    await flagAttention({ process: state, code, at: Date.now() });
  };
  const courier = new Courier(initial, flag);
  /** How often somebody has said something. */
  let words = 0;
  /** A paused case takes no step: it is recorded when somebody lets the case go on, or ends it. */
  const recordWhenFree = async (steps: StepRecord[]): Promise<StepResult[]> => {
    for (;;) {
      const before = words;
      const results = await recordSteps({ process: state, at: Date.now(), steps });
      const ended = results.find((result) => result.ended)?.ended;
      if (ended) throw new CaseEnded(ended);
      if (!results.some(({ held }) => held)) return results;
      await condition(() => words > before);
    }
  };
  const freshRun = async (events: number) => {
    if (workflowInfo().historyLength <= events || !courier.idle) return;
    await condition(allHandlersFinished);
    await beginFreshRun(state);
  };
  const context: PhaseContext = {
    get state() {
      return state;
    },
    courier,
    looked: false,
    record(...steps) {
      const known = steps.flatMap(({ key }) => results.get(key) ?? []);
      if (known.length === steps.length) return Promise.resolve(known);
      const recorded = recordWhenFree(steps);
      if (!steps.some(planLetters)) return recorded;
      return recorded.then((stepResults) => {
        courier.deliver();
        return stepResults;
      });
    },
    recorded(steps, recorded) {
      // A history from before a step followed its answer has no result of it: then it is recorded by itself.
      if (recorded.length < steps.length) return;
      steps.forEach(({ key }, i) => results.set(key, recorded[i] ?? {}));
      if (steps.some(planLetters)) courier.deliver();
    },
    get refreshDue() {
      // A run that ends would take the word of an answer with it.
      return workflowInfo().historyLength > eventsInOnePhase && courier.idle && !context.looked;
    },
    refresh: () => freshRun(eventsInOnePhase),
  };
  setHandler(wakeSignal, (reason) => {
    words += 1;
    if (reason === 'look' || reason === 'resume') context.looked = true;
    if (reason === 'deliver' || reason === 'resume' || reason === 'retry') courier.deliver();
    if (reason === 'retry') retried = true;
  });

  for (;;) {
    try {
      const next = await phases[state.phase](context);
      if (next === null) {
        const goesOn = await takenUpAgain(context);
        if (!goesOn) return;
        // The record has the phase that this process wrote there.
        state = goesOn as ProcessState<P>;
      } else state = { ...state, ...stateAfter(state, next) };
    } catch (error) {
      if (error instanceof CaseEnded) {
        state = { ...state, phase: ended, ending: error.how };
        continue;
      }
      retried = context.looked = false;
      await flag(error);
      // What failed may not be needed any more: an answer goes on without its last reminder.
      await condition(() => retried || context.looked);
      if (context.refreshDue) await context.refresh();
      continue;
    }
    if (!brief.includes(state.phase)) await freshRun(eventsBeforeFreshRun);
  }
}

/**
 * The last letters go out. Somebody may take the case up again meanwhile: the record says so, and the
 * process goes on from there.
 * @returns null when the case is over
 */
async function takenUpAgain(context: PhaseContext): Promise<ProcessState | null> {
  const { courier, state } = context;
  for (;;) {
    await condition(() => courier.idle || context.looked);
    if (!context.looked || !patched('taken-up-while-it-ended')) break;
    context.looked = false;
    const { municipalityId, caseId } = state;
    const goesOn = await readPhase({ municipalityId, caseId });
    if (goesOn) return goesOn;
  }
  await courier.finished();
  return null;
}

function stateAfter<P extends string>(
  { lap = 1 }: ProcessState,
  next: P | { next: P; again?: true; ending?: Ending },
): Pick<ProcessState<P>, 'phase' | 'lap' | 'ending'> {
  if (typeof next === 'string') return { phase: next };
  const { next: phase, again, ending } = next;
  return { phase, ...(again && { lap: lap + 1 }), ...(ending && { ending }) };
}

function planLetters({ letters, task }: StepRecord): boolean {
  return Boolean(letters?.length) || task?.ask !== undefined;
}
