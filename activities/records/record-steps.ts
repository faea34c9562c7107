import type { Database, Tx } from '../../database/database';
import { findAgreementDocument } from '../documents/keys';
import { appendAudit } from '../../database/repositories/audit.repository';
import { lockCase, recordProgress, type Case } from '../../database/repositories/case.repository';
import { planLetter } from '../../database/repositories/letter.repository';
import { consumeOutbox } from '../../database/repositories/outbox.repository';
import { enterParty } from '../../database/repositories/party.repository';
import { findStepResults } from '../../database/repositories/step.repository';
import { getApplication } from '../../database/repositories/submission.repository';
import { insertTask } from '../../database/repositories/task.repository';
import { dueDate, endOfDay, startOfReminder, stockholmDate } from '../../domain/calendar';
import { boundAnswer } from '../../domain/forms/fields';
import type { FormRegistry } from '../../domain/forms/registry';
import type { Municipality } from '../../domain/municipality';
import type {
  LetterPlan,
  OpenedTask,
  ProcessState,
  StepRecord,
  StepResult,
  TaskPlan,
} from '../../domain/process';
import { personInRole } from './people';

export interface RecordInput {
  process: ProcessState;
  /** Process time in milliseconds since 1970. */
  at: number;
  steps: readonly StepRecord[];
}

export interface RecordDependencies {
  database: Database;
  forms: FormRegistry;
  municipality(id: string): Municipality;
}

/** What a step is recorded with: one transaction, one instant, one case. */
interface Recording {
  tx: Tx;
  forms: FormRegistry;
  municipality: Municipality;
  current: Case;
  at: Date;
}

/**
 * Records steps of a process in one transaction, each with its own row. A step that is already
 * recorded answers what it answered then and changes nothing, so every call may be repeated.
 */
export async function recordSteps(
  dependencies: RecordDependencies,
  { process, at, steps }: RecordInput,
): Promise<StepResult[]> {
  const { municipalityId, caseId } = process;
  return dependencies.database.transaction(municipalityId, async (tx) => {
    const current = await lockCase(tx, municipalityId, caseId);
    return recordInCase(tx, dependencies, current, { process, at, steps });
  });
}

/** For a caller who knows that none of its steps is recorded. */
export const noResults: ReadonlyMap<string, StepResult> = new Map();

/** The same inside the caller's transaction, which holds the lock of the case. */
export async function recordInCase(
  tx: Tx,
  { forms, municipality }: RecordDependencies,
  current: Case,
  { process: { municipalityId, caseId, phase, generation }, at, steps }: RecordInput,
  known?: ReadonlyMap<string, StepResult>,
): Promise<StepResult[]> {
  const now = new Date(at);
  const recording = { tx, forms, municipality: municipality(municipalityId), current, at: now };
  const keys = steps.map(({ key }) => key);
  const recorded = known ?? (await findStepResults<StepResult>(tx, municipalityId, caseId, keys));
  const missing = steps.filter(({ key }) => !recorded.has(key));
  const results = new Map(recorded);
  for (const step of missing) results.set(step.key, await carryOut(recording, step));
  const rows = missing.map(({ key }) => ({ key, result: results.get(key) }));
  const stand = { phase: { phase, generation }, ...standAfter(missing, now) };
  await recordProgress(tx, current, rows, stand);
  if (current.state === 'received') {
    await consumeOutbox(tx, municipalityId, { caseId, kind: 'start' }, now);
  }
  return steps.map(({ key }) => results.get(key) ?? {});
}

/** Where the case stands when all of the steps are done. */
function standAfter(steps: readonly StepRecord[], at: Date) {
  const state = steps.findLast((step) => step.state)?.state;
  const closes = steps.some((step) => step.close);
  return { ...(state && { state }), ...(closes && { closedAt: at }) };
}

async function carryOut(recording: Recording, step: StepRecord): Promise<StepResult> {
  const { tx, current, at } = recording;
  const { municipality_id, id } = current;
  const task = step.task && (await openTask(recording, step.key, step.task));
  for (const letter of step.letters ?? []) await plan(recording, letter, task?.id);
  if (step.accede) await accede(recording);
  for (const event of step.events ?? []) {
    await appendAudit(tx, municipality_id, id, { at, ...event, details: { step: step.key } });
  }
  return task ? { task } : {};
}

async function openTask(
  { tx, forms, municipality, current, at }: Recording,
  stepKey: string,
  plan: TaskPlan,
): Promise<OpenedTask> {
  const times = municipality.accession[plan.kind === 'review' ? 'review' : 'signature'];
  const form = municipality.accession[plan.kind === 'review' ? 'reviewForm' : 'signatureForm'];
  const assignee = await personInRole(tx, forms, municipality, current.id, plan.assignee);
  const shown = plan.document && (await findAgreementDocument(tx, current));
  if (plan.document && !shown) throw new Error('document.missing');
  const deadline = dueDate(at, times.answerWithinDays);
  const task = await insertTask(tx, municipality.id, {
    case_id: current.id,
    step_key: stepKey,
    kind: plan.kind,
    form_reference: form,
    assignee_role: plan.assignee,
    assignee_name: assignee.name,
    assignee_email: assignee.email,
    language: assignee.language,
    document_sha256: shown?.sha256 ?? null,
    opened_at: at,
    deadline,
  });
  return {
    id: task.id,
    deadlineAt: endOfDay(deadline).getTime(),
    remindAt: times.remindAfterDays.map((days) => startOfReminder(at, days).getTime()),
  };
}

async function plan(
  { tx, forms, municipality, current, at }: Recording,
  letter: LetterPlan,
  taskOfStep: string | undefined,
): Promise<void> {
  const recipient = await personInRole(tx, forms, municipality, current.id, letter.to);
  await planLetter(tx, municipality.id, {
    case_id: current.id,
    task_id: letter.taskId ?? taskOfStep ?? null,
    letter_key: letter.key,
    template: letter.template,
    recipient_name: recipient.name,
    recipient_email: recipient.email,
    language: recipient.language,
    ordinal: letter.ordinal ?? 1,
    attachments: letter.attach ?? [],
    link: letter.link ?? null,
    created_at: at,
  });
}

async function accede({ tx, forms, municipality, current, at }: Recording): Promise<void> {
  const application = await getApplication(tx, municipality.id, current.id);
  const form = forms.get(application.form_reference);
  const { agreement_version_id } = current;
  if (!agreement_version_id) throw new Error('agreement.none');
  const answer = (binding: Parameters<typeof boundAnswer>[1]) =>
    boundAnswer(form, binding, application.answers);
  await enterParty(tx, municipality.id, {
    case_id: current.id,
    organisation_name: current.organisation_name,
    organisation_number: current.organisation_number,
    legal_form: answer('legalForm') ?? null,
    coordinator_name: answer('coordinatorName') ?? '',
    coordinator_email: answer('coordinatorEmail') ?? '',
    agreement_version_id,
    acceded_on: stockholmDate(at),
  });
}
