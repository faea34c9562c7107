import { proxyActivities, proxyLocalActivities, TemporalFailure } from '@temporalio/workflow';
import type { Activities } from '../activities';
import { isFinal } from './failure-code';

/** Short database transactions: local, because a task queue round trip would cost more than they do. */
const local = proxyLocalActivities<Activities>({
  startToCloseTimeout: '5 s',
  // A local activity that goes on retrying delays every message to its workflow. The limit in time
  // is seen only while an attempt is under way, not between two; nine attempts take nine seconds.
  scheduleToCloseTimeout: '10 s',
  retry: { initialInterval: '100 ms', maximumInterval: '2 s', maximumAttempts: 9 },
});

/** A worker that is silent for so long is gone, and another one takes over what it was doing. */
const heartbeatTimeout = '10 s';

/** The same transactions when the database has been away for longer: they wait for it on the server. */
const patient = proxyActivities<Activities>({
  startToCloseTimeout: '30 s',
  heartbeatTimeout,
  retry: { initialInterval: '2 s', maximumInterval: '1 minute' },
});

/** Documents and mail. Letters wait as long as the mail server is away. */
export const { deliverLetters } = proxyActivities<Activities>({
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout,
  retry: { initialInterval: '1 s', maximumInterval: '1 minute' },
});

export const { mailDraftLink, mailSubscription } = proxyActivities<Activities>({
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout,
  retry: { initialInterval: '1 s', maximumInterval: '1 minute' },
});

/** Given up after a while: the wheel must turn on, and asks for it again the next day. */
export const { tellTermsEnding } = proxyActivities<Activities>({
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout,
  retry: { initialInterval: '1 s', maximumInterval: '1 minute', maximumAttempts: 20 },
});

export const { makeDocument } = proxyActivities<Activities>({
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout,
  retry: { initialInterval: '1 s', maximumInterval: '1 minute' },
});

export const { makeStatement } = proxyActivities<Activities>({
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout,
  retry: { initialInterval: '1 s', maximumInterval: '1 minute' },
});

/** What is done to hundreds, in batches; what a batch has done stands in its rows. */
export const {
  askRespondents,
  remindRespondents,
  tellRespondents,
  tellEverybody,
  tellForum,
  tellInvited,
  tellSubscribers,
  keepReportVersion,
} = proxyActivities<Activities>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout,
  retry: { initialInterval: '1 s', maximumInterval: '1 minute' },
});

/**
 * Locally first, then as an ordinary activity; what no retry can cure is thrown. One promise and no
 * more: the SDK keeps a stack trace of each that a workflow makes, which costs more than the call.
 */
function localThenPatient<A extends unknown[], R>(
  locally: (...args: A) => Promise<R>,
  patiently: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  return (...args) =>
    locally(...args).catch((error: unknown) => {
      if (!(error instanceof TemporalFailure) || isFinal(error)) throw error;
      return patiently(...args);
    });
}

export const recordSteps = localThenPatient(local.recordSteps, patient.recordSteps);
export const look = localThenPatient(local.look, patient.look);
export const readPhase = localThenPatient(local.readPhase, patient.readPhase);
export const flagAttention = localThenPatient(local.flagAttention, patient.flagAttention);
export const tendDraft = localThenPatient(local.tendDraft, patient.tendDraft);
export const tendSubscription = localThenPatient(local.tendSubscription, patient.tendSubscription);
export const lookAtRound = localThenPatient(local.lookAtRound, patient.lookAtRound);
export const lookAtDecision = localThenPatient(local.lookAtDecision, patient.lookAtDecision);
export const lookAtSettlement = localThenPatient(local.lookAtSettlement, patient.lookAtSettlement);
export const lookAtTransfer = localThenPatient(local.lookAtTransfer, patient.lookAtTransfer);
export const lookAtCollection = localThenPatient(local.lookAtCollection, patient.lookAtCollection);
export const lookAtForum = localThenPatient(local.lookAtForum, patient.lookAtForum);
export const lookAtMending = localThenPatient(local.lookAtMending, patient.lookAtMending);
export const lookAtWheel = localThenPatient(local.lookAtWheel, patient.lookAtWheel);
