import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { Duration } from '@temporalio/common';
import { msToTs, tsToMs } from '@temporalio/common/lib/time';
import proto from '@temporalio/proto';

type TimeSkippingConfig = proto.temporal.api.common.v1.ITimeSkippingConfig;

/** What a workflow is doing, as far as time is concerned. Instants in milliseconds since 1970. */
export interface Clockwork {
  /** False when it has closed, or when there never was one. */
  running: boolean;
  /** What time it is for the workflow. */
  now: number;
  /** It works: time does not skip before that is done. */
  busy: boolean;
  /** The newest run, unless there never was one. */
  runId?: string;
}

/** Looks at a workflow's newest run. */
export async function clockworkOf(client: Client, workflowId: string): Promise<Clockwork> {
  const described = await describe(client, workflowId);
  const statuses = proto.temporal.api.enums.v1.WorkflowExecutionStatus;
  const info = described?.workflowExecutionInfo;
  const status = info?.status;
  // Seen in the moment in which the next run takes over.
  const continues = status === statuses.WORKFLOW_EXECUTION_STATUS_CONTINUED_AS_NEW;
  const time = described?.workflowExtendedInfo?.timeSkippingInfo?.currentTime;
  return {
    running: continues || status === statuses.WORKFLOW_EXECUTION_STATUS_RUNNING,
    now: time ? tsToMs(time) : Date.now(),
    busy:
      continues || Boolean(described?.pendingWorkflowTask || described?.pendingActivities.length),
    ...(info?.execution?.runId && { runId: info.execution.runId }),
  };
}

async function describe(client: Client, workflowId: string) {
  try {
    return await client.workflowService.describeWorkflowExecution({
      namespace: client.options.namespace,
      execution: { workflowId },
    });
  } catch (error) {
    if ((error as { code?: number }).code === notFound) return undefined;
    throw error;
  }
}

/** The status of gRPC. */
const notFound = 5;

/**
 * The id of a workflow's newest run if that has been given work. One that soon follows another waits
 * a second for that; moved ahead before, it would sleep on until somebody speaks to it.
 */
export async function begunRun(client: Client, workflowId: string): Promise<string | undefined> {
  // There may be none yet.
  if (!(await describe(client, workflowId))) return undefined;
  const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
  const begun = events?.some((event) => event.workflowTaskScheduledEventAttributes);
  const started = events?.[0]?.workflowExecutionStartedEventAttributes;
  return begun ? (started?.originalExecutionRunId ?? undefined) : undefined;
}

/** The instant at which the earliest timer of a workflow's newest run fires, if it has set any. */
export async function nextTimer(client: Client, workflowId: string): Promise<number | undefined> {
  const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
  const due = new Map<string, number>();
  for (const event of events ?? []) {
    const { timerStartedEventAttributes: started, timerFiredEventAttributes: fired } = event;
    const canceled = event.timerCanceledEventAttributes;
    if (started) {
      due.set(
        String(started.timerId),
        tsToMs(event.eventTime) + tsToMs(started.startToFireTimeout),
      );
    }
    due.delete(String((fired ?? canceled)?.timerId));
  }
  return due.size > 0 ? Math.min(...due.values()) : undefined;
}

/** Lets a running workflow skip every wait from now on, to its end. */
export async function skipFreely(client: Client, workflowId: string): Promise<void> {
  await setTimeSkipping(client, workflowId, { enabled: true });
}

/**
 * Moves a running workflow's clock forward by exactly this much, due timers and their work
 * included, and then lets it run in normal time again. Returns its virtual time.
 * @throws Error when it cannot get there, e.g. because it closes on the way
 */
export async function forward(
  client: Client,
  workflowId: string,
  duration: Duration,
): Promise<Date> {
  const config = forwardBy(duration);
  await setTimeSkipping(client, workflowId, config);
  await untilForwarded(client, workflowId, config.fastForwardConfig.id);
  return new Date((await clockworkOf(client, workflowId)).now);
}

/** Skips exactly this far and no further. */
export function forwardBy(duration: Duration) {
  return {
    enabled: true,
    fastForwardConfig: { id: randomUUID(), duration: msToTs(duration) },
  } satisfies TimeSkippingConfig;
}

/** One poll may end before the workflow has got there: its activities take real time. */
async function untilForwarded(
  client: Client,
  workflowId: string,
  fastForwardId: string,
): Promise<void> {
  const results = proto.temporal.api.enums.v1.FastForwardPollingResult;
  for (;;) {
    const { fastForwardPollingResult: result, failedReason } =
      await client.workflowService.pollWorkflowExecutionTimeSkipping({
        namespace: client.options.namespace,
        workflowExecution: { workflowId },
        fastForwardId,
      });
    if (result === results.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_COMPLETED) return;
    if (result !== results.FAST_FORWARD_POLLING_RESULT_POLL_TIMEOUT) {
      throw new Error(`${workflowId} cannot be forwarded: ${failedReason}`);
    }
  }
}

async function setTimeSkipping(
  client: Client,
  workflowId: string,
  timeSkippingConfig: TimeSkippingConfig,
): Promise<void> {
  await client.workflowService.updateWorkflowExecutionOptions({
    namespace: client.options.namespace,
    workflowExecution: { workflowId },
    workflowExecutionOptions: { timeSkippingConfig },
    updateMask: { paths: ['time_skipping_config'] },
  });
}
