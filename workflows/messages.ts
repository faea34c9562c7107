import { defineSignal } from '@temporalio/workflow';

/**
 * Why a workflow is woken. It carries no truth, only a reason to look at the record:
 * `start` a case has begun, `look` a task may have been answered, `deliver` a letter was planned,
 * `resume` the case was started again from the record and anything may have happened meanwhile,
 * `retry` a person has mended what stopped the case.
 */
export type WakeReason = 'start' | 'look' | 'deliver' | 'resume' | 'retry';

/** The one signal of every process. */
export const wakeSignal = defineSignal<[WakeReason]>('wake');
