import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../database/database';
import { fingerprint } from '../../../database/fingerprint';
import { findAgreementInForce } from '../../../database/repositories/agreement.repository';
import { appendAudit } from '../../../database/repositories/audit.repository';
import {
  findOpenCaseOfOrganisation,
  getCase,
  insertCase,
  lockCase,
  nextRunningNumber,
} from '../../../database/repositories/case.repository';
import { issueLink } from '../../../database/repositories/link.repository';
import {
  findSubmissionByKey,
  insertSubmission,
  type NewSubmission,
} from '../../../database/repositories/submission.repository';
import { takeTask, type Task } from '../../../database/repositories/task.repository';
import type { Answers } from '../../../domain/forms/types';

/** What a plain workflow knows of its case. */
export interface CaseReference {
  municipalityId: string;
  caseId: string;
}

/** An application as it comes, believed without a look. */
export interface PlainApplication {
  submissionKey: string;
  answers: Record<string, unknown>;
}

/**
 * The statements by which the product receives an application, without its form, its rules and its
 * word to the relay.
 */
export async function storeApplication(
  tx: Tx,
  municipalityId: string,
  { submissionKey, answers: typed }: PlainApplication,
) {
  const answers = typed as Answers;
  const now = new Date();
  await findSubmissionByKey(tx, municipalityId, submissionKey);
  const agreement = await findAgreementInForce(tx, municipalityId, now.toISOString().slice(0, 10));
  const organisationNumber = answers.organisationNumber as string;
  await findOpenCaseOfOrganisation(tx, municipalityId, 'accession', organisationNumber);
  const number = await nextRunningNumber(tx, municipalityId, 'KFN', now.getFullYear());
  const caseId = await storeCase(tx, municipalityId, {
    process: 'accession',
    phase: 'review',
    number: `KFN ${number}`,
    organisationName: answers.organisationName as string,
    organisationNumber,
    agreementVersionId: agreement?.id ?? null,
  });
  await storeSubmission(tx, { municipalityId, caseId }, { answers, submissionKey });
  await appendAudit(tx, municipalityId, caseId, { at: now, actor: 'applicant', event: 'received' });
  const { number: given, opened_at } = await getCase(tx, municipalityId, caseId);
  const statusToken = await issueLink(tx, municipalityId, {
    case_id: caseId,
    task_id: null,
    generation: 1,
    recipient_email: answers.coordinatorEmail as string,
    document_sha256: null,
    issued_at: now,
  });
  return { caseId, number: given, receivedAt: opened_at.toISOString(), statusToken };
}

interface PlainCase {
  process: string;
  phase: string;
  number: string;
  organisationName: string;
  organisationNumber: string | null;
  agreementVersionId: string | null;
}

/** The row of a case; returns its id. */
export async function storeCase(tx: Tx, municipalityId: string, plain: PlainCase) {
  const id = randomUUID();
  await insertCase(tx, municipalityId, {
    id,
    process: plain.process,
    number: plain.number,
    number_key: plain.number,
    state: 'received',
    language: 'sv',
    organisation_name: plain.organisationName,
    organisation_number: plain.organisationNumber,
    agreement_version_id: plain.agreementVersionId,
    phase: JSON.stringify({ phase: plain.phase, generation: 1 }),
    opened_at: new Date(),
    closed_at: null,
  });
  return id;
}

/** The row of an application or of an outside answer; returns its id. */
export async function storeSubmission(
  tx: Tx,
  { municipalityId, caseId }: CaseReference,
  { answers, submissionKey }: { answers: Answers; submissionKey?: string },
): Promise<string> {
  const submission = {
    ...aSubmission('accession-application@2', caseId, answers, new Date()),
    submission_key: submissionKey ?? null,
  };
  await insertSubmission(tx, municipalityId, submission);
  return submission.id;
}

function aSubmission(form: string, caseId: string, answers: Answers, at: Date): NewSubmission {
  return {
    id: randomUUID(),
    case_id: caseId,
    task_id: null,
    form_reference: form,
    language: 'sv',
    answers,
    sha256: fingerprint({ form, answers, at }),
    submission_key: null,
    submitted_at: at,
  };
}

/**
 * The statements by which the product takes an answer, word to the relay included, without its form
 * and its rules.
 */
export async function storeAnswer(tx: Tx, task: Task, answers: Answers): Promise<Task> {
  const { municipality_id: municipalityId, case_id: caseId } = task;
  const at = new Date();
  await lockCase(tx, municipalityId, caseId);
  const submission = aSubmission(task.form_reference, caseId, answers, at);
  const outcome = task.kind === 'sign' ? 'answered' : 'approve';
  const taken = await takeTask(
    tx,
    task,
    { ...submission, task_id: task.id },
    {
      outcome,
      identifiedBy: 'mailbox',
    },
  );
  await appendAudit(tx, municipalityId, caseId, {
    at,
    actor: task.assignee_role,
    event: task.kind === 'sign' ? 'signed' : 'approved',
    details: { task: task.id },
  });
  if (!taken) throw new Error('the task has been answered');
  return taken;
}
