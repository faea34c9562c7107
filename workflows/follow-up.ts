import { continueAsNew, patched } from '@temporalio/workflow';
import { nthOf } from '../domain/document-keys';
import type { DocumentReference, ProcessState } from '../domain/process';
import { keepReportVersion, makeDocument, tellEverybody, tellRespondents } from './activities';
import { circulate } from './circulation';
import { collect } from './collect';
import { humanTask } from './human-task';
import { runPhases, type Phase } from './phases';
import { escalation, overOrEnded } from './standard-phases';
import { keyOf, stepKey } from './step-key';

export type FollowUpPhase =
  'ask' | 'compile' | 'comment' | 'revise' | 'review' | 'freeze' | 'circulate' | 'publish' | 'end';

/**
 * The follow-up of a year: every party, office and company is asked; what they answer is compiled,
 * commented on, reviewed by the partnership group, frozen, told the committees and published.
 */
export async function followUp(state: ProcessState<FollowUpPhase>): Promise<void> {
  await runPhases(state, {
    phases: {
      ask,
      compile,
      comment,
      revise,
      review,
      freeze,
      circulate: circulate({ decided: toPublish, referredBack }),
      publish,
      end: overOrEnded({ to: 'contactPoint', link: 'desk', also: { endCollections: true } }),
    },
    ended: 'end',
    brief: ['compile', 'revise', 'freeze', 'publish', 'end'],
    beginFreshRun: (next) => continueAsNew<typeof followUp>(next),
  });
}

const ask: Phase<FollowUpPhase> = async (context) => {
  const { state } = context;
  await collect(context, {
    open: {
      key: stepKey(state, 'ask'),
      state: 'awaitingReplies',
      collect: 'followUp',
    },
    asked: 'followUpAsked',
    reminder: 'followUpReminder',
  });
  return 'compile';
};

/** The answers alone, for whoever comments on them. */
const compile: Phase<FollowUpPhase> = async (context) => {
  await keepReportVersion({ process: context.state, at: Date.now(), version: 1 });
  return 'comment';
};

/** Whoever looks after the agreement says what the answers mean, and what is to be done. */
const comment: Phase<FollowUpPhase> = async (context) => {
  const { state } = context;
  await humanTask(context, {
    open: {
      key: stepKey(state, 'ask'),
      state: 'reviewing',
      events: [{ event: 'commentRequested', actor: 'system' }],
      task: {
        kind: 'comment',
        assignee: 'contactPoint',
        ask: {
          key: keyOf(state, 'comment/ask'),
          template: 'commentRequested',
          attach: [reportOf(latestVersion(state))],
        },
      },
    },
    reminder: 'commentReminder',
    overdue: 'commentOverdue',
    escalation,
    atDeadline: 'stayOpen',
  });
  return 'revise';
};

/** The comment is in it, and answers that have come late; what comes from now on is kept, and is not in it. */
const revise: Phase<FollowUpPhase> = async (context) => {
  const { state } = context;
  const version = revisedVersion(state);
  await keepReportVersion({ process: state, at: Date.now(), version });
  return state.options?.includes('reviewReport') ? 'review' : 'freeze';
};

/** The partnership group stands behind the report, or wants it changed. */
const review: Phase<FollowUpPhase> = async (context) => {
  const { state } = context;
  const outcome = await humanTask(context, {
    open: {
      key: stepKey(state, 'ask'),
      state: 'reviewing',
      events: [{ event: 'reportReviewRequested', actor: 'system' }],
      task: {
        kind: 'reviewReport',
        assignee: 'reviewer',
        ask: {
          key: keyOf(state, 'reviewReport/ask'),
          template: 'reviewReportRequested',
          attach: [reportOf(revisedVersion(state))],
        },
      },
    },
    reminder: 'reviewReportReminder',
    overdue: 'reviewReportOverdue',
    escalation,
    atDeadline: 'stayOpen',
  });
  return outcome === 'return' ? { next: 'comment', again: true } : 'freeze';
};

/** From here on the report is what it is. */
const freeze: Phase<FollowUpPhase> = async (context) => {
  const { state } = context;
  await context.record({
    key: stepKey(state, 'freeze'),
    events: [{ event: 'reportFrozen', actor: 'system' }],
    report: 'freeze',
  });
  // Where no group reviews it nobody has been sent this version, and everybody is to read it.
  if (patched('the-final-report-is-made')) {
    await makeDocument({ ...state, kind: reportOf(revisedVersion(state)), at: Date.now() });
  }
  return state.options?.includes('circulate') ? 'circulate' : 'publish';
};

const toPublish = () => Promise.resolve('publish' as const);

/** The committee wants it prepared anew: the comment is written again, on the same answers. */
const referredBack: Phase<FollowUpPhase> = () =>
  Promise.resolve({ next: 'comment', again: true } as const);

/** The report stands on the page for everybody; all are told, also whoever has joined since the questions went out. */
const publish: Phase<FollowUpPhase> = async (context) => {
  const { state } = context;
  const tell = patched('everybody-is-told-of-a-report') ? tellEverybody : tellRespondents;
  await context.record({
    key: stepKey(state, 'publish'),
    state: 'completed',
    events: [{ event: 'reportPublished', actor: 'system' }],
    report: 'publish',
  });
  await tell({ process: state, at: Date.now(), template: 'followUpPublished' });
  context.courier.deliver();
  return 'end';
};

/** Version 1 are the answers alone; every comment makes another. */
function latestVersion({ lap = 1 }: ProcessState): number {
  return lap;
}

function revisedVersion(state: ProcessState): number {
  return latestVersion(state) + 1;
}

function reportOf(version: number): DocumentReference {
  return nthOf('followUpReport', version);
}
