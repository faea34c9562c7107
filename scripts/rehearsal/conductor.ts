import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { defaultPayloadConverter, toPayloads } from '@temporalio/common';
import { msToTs } from '@temporalio/common/lib/time';
import proto from '@temporalio/proto';
import { workflowId, type WakeWorkflow } from '../../server/relay/wake-workflow';
import { wakeSignal } from '../../workflows/messages';
import { begunRun, clockworkOf, forward, forwardBy, nextTimer } from './time-skipping';

const lookAgainMs = 20;

/**
 * When a forward's end has passed before the server (1.32) comes to it, it skips on to the next
 * timer instead, however far away that is. So no forward is so short that a busy server could miss
 * its end; each begins at rest, and ends this long before the workflow is due, which then comes in
 * real time.
 */
const shortestForwardMs = 10_000;
const marginMs = 100;
const useExisting =
  proto.temporal.api.enums.v1.WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING;

/**
 * Holds the virtual date of a rehearsal, on a Temporal server of its own where time may skip. Every
 * workflow has a clock of its own: it is moved to the virtual date only when it is due or addressed,
 * so all of them live on one calendar and none is woken for nothing.
 */
export class Conductor {
  private ahead = 0;
  private readonly workflows = new Set<string>();
  private turn: Promise<unknown> = Promise.resolve();
  private stopped = false;

  constructor(private readonly client: Client) {}

  /** The virtual date. It is set ahead by `advanceTo` and otherwise passes like real time. */
  readonly clock = (): Date => new Date(Date.now() + this.ahead);

  /** For the relay: a workflow hears at the virtual date, and a new one is born at it. */
  wake(taskQueue: string): WakeWorkflow {
    return (process, state, reason) =>
      this.inTurn(async () => {
        const id = workflowId(state);
        this.workflows.add(id);
        await this.bringToDate(id);
        if (this.stopped) return;
        await this.client.workflowService.signalWithStartWorkflowExecution({
          namespace: this.client.options.namespace,
          identity: 'samverkan-conductor',
          requestId: randomUUID(),
          workflowId: id,
          workflowType: { name: process },
          taskQueue: { name: taskQueue },
          input: { payloads: toPayloads(defaultPayloadConverter, state) ?? [] },
          signalName: wakeSignal.name,
          signalInput: { payloads: toPayloads(defaultPayloadConverter, reason) ?? [] },
          workflowIdConflictPolicy: useExisting,
          ...(this.ahead > shortestForwardMs && {
            workflowStartDelay: msToTs(this.ahead + marginMs),
            timeSkippingConfig: forwardBy(this.ahead),
          }),
        });
      });
  }

  /** Sets the virtual date ahead, stopping at every moment at which a workflow is due. */
  async advanceTo(date: Date): Promise<void> {
    while (!(await this.inTurn(() => this.advanceOnce(date.getTime())))) continue;
  }

  /**
   * To the next due moment, or to the date itself: then it returns true. In one turn, because a
   * workflow that is being addressed would hear at the old date what it is to do before the new one.
   */
  private async advanceOnce(date: number): Promise<boolean> {
    const due = await this.earliestDue();
    if (!due || due.at > date) {
      this.setAhead(date);
      return true;
    }
    this.setAhead(due.at);
    await this.bringToDate(due.id);
    return false;
  }

  /** Resolves when no workflow has anything to do before the next due moment, and tells that moment. */
  nextDue(): Promise<{ id: string; at: number } | undefined> {
    return this.inTurn(() => this.earliestDue());
  }

  private async earliestDue(): Promise<{ id: string; at: number } | undefined> {
    const moments: { id: string; at: number }[] = [];
    for (const id of [...this.workflows]) {
      if (!(await this.settled(id))) this.workflows.delete(id);
      const at = this.workflows.has(id) ? await nextTimer(this.client, id) : undefined;
      if (at !== undefined) moments.push({ id, at });
    }
    return moments.sort((a, b) => a.at - b.at)[0];
  }

  /** The rehearsal is over: nothing is woken any more, and nobody waits for a worker that may be gone. */
  stop(): void {
    this.stopped = true;
  }

  /** Waits while a workflow works; false when it has closed. */
  private async settled(id: string): Promise<boolean> {
    while (!this.stopped) {
      // In this order: a run that began and is the newest and does not work is at rest. Asked the
      // other way round, one could begin between the two questions and work unseen.
      const begun = await begunRun(this.client, id);
      const { running, busy, runId } = await clockworkOf(this.client, id);
      if (!running || (!busy && runId === begun)) return running;
      await sleep(lookAgainMs);
    }
    return false;
  }

  /** From one due moment to the next, up to the virtual date. */
  private async bringToDate(id: string): Promise<void> {
    while (await this.settled(id)) {
      // Before looking at the workflow's clock: so it is never ahead of the calendar.
      const date = this.clock().getTime();
      const due = await nextTimer(this.client, id);
      const { now } = await clockworkOf(this.client, id);
      const inTime = date + shortestForwardMs + marginMs;
      if (due === undefined || due > inTime) return this.goUpTo(date, id, now);
      const way = due - marginMs - now;
      if (way >= shortestForwardMs) await this.goOn(id, now, way);
      else if (due > date) return;
      else await sleep(Math.max(due - now, lookAgainMs));
    }
  }

  /** The last part of the way, where nothing is due. */
  private async goUpTo(date: number, id: string, now: number): Promise<void> {
    if (date > now) await this.goOn(id, now, Math.max(date - now, shortestForwardMs));
  }

  /** The calendar takes any excess: no workflow is ahead of it. */
  private async goOn(id: string, now: number, way: number): Promise<void> {
    this.setAhead(now + way);
    const { runId: before } = await clockworkOf(this.client, id);
    try {
      await forward(this.client, id, way);
    } catch (error) {
      // A run that ends on its way needs no more time; whatever follows it is looked at anew.
      const { running, runId } = await clockworkOf(this.client, id);
      if (running && runId === before) throw error;
    }
  }

  private setAhead(at: number): void {
    this.ahead = Math.max(this.ahead, Math.ceil(at - Date.now()));
  }

  /** One at a time: a second forward would take the place of the first. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.turn.then(work);
    this.turn = result.catch(() => {});
    return result;
  }
}
