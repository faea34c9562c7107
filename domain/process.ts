import type { CaseState, TimelineEvent } from './api/shapes';

/**
 * What a workflow says to the record. Only references: ids, roles, codes and instants. Who a role
 * is and what a letter says is looked up on the other side, so nothing personal enters a history.
 */
export type Role = 'caseOfficer' | 'coordinator' | 'signatory' | 'contactPoint';

export type TaskKind = 'review' | 'sign';

export type DocumentKind =
  'application' | 'decision' | 'agreement' | 'signedAgreement' | 'confirmation';

export type LetterTemplate =
  | 'applicationReceived'
  | 'reviewRequested'
  | 'reviewReminder'
  | 'reviewOverdue'
  | 'applicationApproved'
  | 'applicationRefused'
  | 'signatureRequested'
  | 'signatureReminder'
  | 'signatureOverdue'
  | 'agreementSigned'
  | 'newLink';

/** A letter to be sent; planned once per case and key. */
export interface LetterPlan {
  key: string;
  template: LetterTemplate;
  to: Role;
  /** What the link in it opens; the task is the one of the same step, or `taskId`. */
  link?: 'task' | 'case';
  taskId?: string;
  attach?: readonly DocumentKind[];
  /** Which reminder it is, from 1. */
  ordinal?: number;
}

/** A task to be opened for the person who has a role. */
export interface TaskPlan {
  kind: TaskKind;
  assignee: Role;
  /** Hash of the filed document the assignee is shown and answers about. */
  document?: DocumentKind;
}

/** One recorded step of a process: a row of its own, and everything that changes with it. */
export interface StepRecord {
  /** Unique in the case: phase, step, generation. */
  key: string;
  state?: CaseState;
  events?: readonly { event: TimelineEvent; actor: Actor }[];
  letters?: readonly LetterPlan[];
  task?: TaskPlan;
  /** Enters the organisation in the register. */
  accede?: true;
  /** The case has ended. */
  close?: true;
}

export type Actor = 'applicant' | 'caseOfficer' | 'signatory' | 'system';

/** A task as the workflow knows it. Instants in milliseconds since 1970. */
export interface OpenedTask {
  id: string;
  deadlineAt: number;
  remindAt: readonly number[];
}

export interface StepResult {
  task?: OpenedTask;
}

/** Where a process stands: all it needs to go on, or to start again from the record. */
export interface ProcessState<Phase extends string = string> {
  municipalityId: string;
  caseId: string;
  phase: Phase;
  /** Raised by an operator's reset; part of every step's key. */
  generation: number;
}

export type TaskOutcome = 'approve' | 'refuse' | 'answered';

/** What became of a task: the row decides between an answer and a closing. */
export type TakenAnswer =
  | { state: 'open' }
  | { state: 'closed' }
  /** With the results of the steps that were recorded with it. */
  | { state: 'answered'; outcome: TaskOutcome; recorded: readonly StepResult[] };
