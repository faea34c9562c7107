import type { CaseState } from '../domain/api/shapes';
import type { ProcessState, Role, StepRecord } from '../domain/process';
import { humanTask, type Question } from './human-task';
import type { Phase } from './phases';
import { keyOf, stepKey } from './step-key';

// What most processes go through alike; each says in its own words what it is about.

/** Whoever looks after the process hears of an answer that does not come. */
export const escalation = { to: 'contactPoint', template: 'escalated' } as const;

/**
 * The case officer reads what has come in and answers: yes, no, or back with questions. Whoever sent
 * it gets a receipt with the first reading.
 * @param next where each answer leads
 */
export function review<P extends string>(
  next: Readonly<Record<'approve' | 'refuse' | 'return', P>>,
): Phase<P> {
  return async (context) => {
    const { state } = context;
    const outcome = await humanTask(context, {
      open: {
        key: stepKey(state, 'ask'),
        state: 'reviewing',
        events: [{ event: 'reviewRequested', actor: 'system' }],
        letters: [
          {
            key: 'received',
            template: 'applicationReceived',
            to: 'coordinator',
            link: 'case',
            attach: ['application'],
          },
        ],
        task: {
          kind: 'review',
          assignee: 'caseOfficer',
          ask: { key: keyOf(state, 'review/ask'), template: 'reviewRequested' },
        },
      },
      reminder: 'reviewReminder',
      overdue: 'reviewOverdue',
      escalation,
      atDeadline: 'stayOpen',
    });
    if (outcome === 'return') return next.return;
    return outcome === 'approve' ? next.approve : next.refuse;
  };
}

/**
 * The organisation answers the officer's questions by changing what it sent in, which is then read
 * again. A missed deadline drafts an end of the case, unless it may not end so.
 * @param next where it is read again, and where a case ends that nobody answers; null where what is asked
 *   about is decided already, so that the question stays until somebody answers
 */
export function complete<P extends string>(next: { answered: P; lapsed: P | null }): Phase<P> {
  return async (context) => {
    const { state } = context;
    const { lap = 1 } = state;
    const outcome = await humanTask(context, {
      open: {
        key: stepKey(state, 'ask'),
        state: 'awaitingCompletion',
        events: [{ event: 'completionRequested', actor: 'system' }],
        task: {
          kind: 'complete',
          assignee: 'coordinator',
          ask: {
            key: keyOf(state, 'complete/ask'),
            template: 'completionRequested',
            attach: [`completionRequest#${lap}`],
          },
        },
      },
      reminder: 'completionReminder',
      overdue: 'completionOverdue',
      ...(next.lapsed === null
        ? { escalation, atDeadline: 'stayOpen' }
        : { atDeadline: { draft: lapse(state) } }),
    });
    if (outcome === 'close' && next.lapsed !== null) return { next: next.lapsed, ending: 'lapsed' };
    if (outcome === 'answered') {
      const received = {
        key: keyOf(state, 'complete/received'),
        template: 'completionReceived',
        to: 'coordinator',
        link: 'case',
        attach: [`application#${lap + 1}`],
      } as const;
      await context.record({ key: stepKey(state, 'received'), letters: [received] });
    }
    return { next: next.answered, again: true };
  };
}

/** A missed deadline decides nothing: it drafts a decision, and a late answer still stops that (KL 6:38). */
export function lapse(state: ProcessState): Question {
  return {
    open: {
      key: stepKey(state, 'lapse'),
      task: {
        kind: 'lapse',
        assignee: 'caseOfficer',
        ask: { key: keyOf(state, `${state.phase}/lapse`), template: 'lapseDrafted' },
      },
    },
    reminder: 'lapseReminder',
    overdue: 'lapseReminder',
    escalation,
  };
}

/** The case ends with the decision, which goes to whoever asked for it. */
export function decided<P extends string>(state: CaseState): Phase<P> {
  return async (context) => {
    await context.record({
      key: stepKey(context.state, 'end'),
      state,
      letters: [
        {
          key: 'decided',
          template: 'decided',
          to: 'coordinator',
          link: 'case',
          attach: ['decision'],
        },
      ],
      close: true,
    });
    return null;
  };
}

/** Who is told of a case that a person has ended, and what else ends with it. */
export interface Ended {
  to: Role;
  /** Where the letter leads: to the case as the organisation reads it, or to the desk. */
  link: 'case' | 'desk';
  /** What its last step does beside, such as that nobody can answer any more what many were asked. */
  also?: Pick<StepRecord, 'endCollections' | 'tellYears'>;
}

/** A person has ended the case before it was decided: a letter says why. */
export function end<P extends string>(
  { to, link, also }: Ended = { to: 'coordinator', link: 'case' },
): Phase<P> {
  return async (context) => {
    await context.record({
      key: stepKey(context.state, 'end'),
      ...also,
      state: 'closed',
      letters: [{ key: 'closed', template: 'caseClosed', to, link, attach: ['closing'] }],
      close: true,
    });
    return null;
  };
}

/** The last phase of a case that is over by itself, or has been ended by a person, who says why in a letter. */
export function overOrEnded<P extends string>(ended: Ended): Phase<P> {
  const endedByPerson = end<P>(ended);
  return async (context) => {
    if (context.state.ending !== undefined) return endedByPerson(context);
    await context.record({ key: stepKey(context.state, 'end'), ...ended.also, close: true });
    return null;
  };
}
