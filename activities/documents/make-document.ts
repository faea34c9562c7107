import type { Database, Tx } from '../../database/database';
import {
  getAgreementVersion,
  type AgreementVersion,
} from '../../database/repositories/agreement.repository';
import { appendAudit } from '../../database/repositories/audit.repository';
import { getCase, lockCase, type Case } from '../../database/repositories/case.repository';
import {
  fileDocument,
  findDocumentByKey,
  type StoredDocument,
} from '../../database/repositories/document.repository';
import { firstLinkSentAt } from '../../database/repositories/letter.repository';
import { getApplication, getSubmission } from '../../database/repositories/submission.repository';
import { tasksOfCase, type Task } from '../../database/repositories/task.repository';
import { stockholmDate } from '../../domain/calendar';
import { boundAnswer } from '../../domain/forms/fields';
import type { FormRegistry } from '../../domain/forms/registry';
import type { Binding } from '../../domain/forms/types';
import type { Language } from '../../domain/language';
import type { Municipality } from '../../domain/municipality';
import type { DocumentKind } from '../../domain/process';
import {
  composeAgreement,
  composeApplication,
  composeConfirmation,
  composeDecision,
  composeSignedAgreement,
} from './compose';
import type { DocumentContent } from './content';
import { documentKey } from './keys';

/** Turns content into PDF bytes. */
export interface PdfRenderer {
  render(content: DocumentContent): Promise<Buffer>;
}

export interface MakeDocumentInput {
  municipalityId: string;
  caseId: string;
  kind: DocumentKind;
  /** Process time in milliseconds since 1970: what the document is dated. */
  at: number;
}

export interface DocumentDependencies {
  database: Database;
  forms: FormRegistry;
  pdf: PdfRenderer;
  publicUrl: string;
  municipality(id: string): Municipality;
}

/** Everything about the case that its documents are made from. */
interface Source {
  tx: Tx;
  dependencies: DocumentDependencies;
  municipality: Municipality;
  found: Case;
  createdAt: string;
}

/**
 * Makes a document unless it is filed already, and files it with its hash. The PDF is rendered
 * outside any transaction; when two make it at once, the first one filed counts.
 */
export async function makeDocument(
  dependencies: DocumentDependencies,
  { municipalityId, caseId, kind, at }: MakeDocumentInput,
): Promise<void> {
  await ensureDocument(dependencies, { municipalityId, caseId, kind, at });
}

/** Like {@link makeDocument}; returns what is filed. */
export async function ensureDocument(
  dependencies: DocumentDependencies,
  { municipalityId, caseId, kind, at }: MakeDocumentInput,
): Promise<StoredDocument> {
  const { database, pdf } = dependencies;
  const createdAt = new Date(at);
  const prepared = await database.transaction(municipalityId, async (tx) => {
    const found = await getCase(tx, municipalityId, caseId);
    const language = kind === 'agreement' || kind === 'signedAgreement' ? 'sv' : found.language;
    const key = documentKey(kind, found, language);
    const filed = await findDocumentByKey(tx, municipalityId, key);
    if (filed) return { filed };
    const municipality = dependencies.municipality(municipalityId);
    const source = { tx, dependencies, municipality, found, createdAt: createdAt.toISOString() };
    return { key, language, content: await compose[kind](source) };
  });
  if (prepared.filed) return prepared.filed;
  const bytes = await pdf.render(prepared.content);
  return database.transaction(municipalityId, async (tx) => {
    const owner = kind === 'agreement' ? null : caseId;
    await lockCase(tx, municipalityId, caseId);
    const first = await fileDocument(tx, municipalityId, {
      case_id: owner,
      document_key: prepared.key,
      kind,
      language: prepared.language,
      title: prepared.content.title,
      bytes,
      created_at: createdAt,
    });
    if (first && owner) {
      const entry = { at: createdAt, actor: 'system', event: 'documentFiled' } as const;
      await appendAudit(tx, municipalityId, caseId, { ...entry, details: { kind } });
    }
    const filed = await findDocumentByKey(tx, municipalityId, prepared.key);
    if (!filed) throw new Error('document.missing');
    return filed;
  });
}

const compose: Record<DocumentKind, (source: Source) => Promise<DocumentContent>> = {
  async application(source) {
    const { form, answers, language, submittedAt } = await applicationOf(source);
    const { municipality, found, createdAt } = source;
    return composeApplication({
      municipality,
      language,
      number: found.number,
      receivedAt: submittedAt,
      form,
      answers,
      createdAt,
    });
  },

  async decision(source) {
    const { municipality, found, createdAt, tx, dependencies } = source;
    const task = await answeredTask(source, 'review');
    const submission = await getSubmission(tx, municipality.id, task.submission_id);
    const reviewForm = dependencies.forms.get(submission.form_reference);
    const { form, answers, language } = await applicationOf(source);
    const refused = boundAnswer(reviewForm, 'outcome', submission.answers) !== 'approve';
    const reasons = boundAnswer(reviewForm, 'reasons', submission.answers);
    return composeDecision({
      municipality,
      language,
      number: found.number,
      decidedAt: task.answered_at.toISOString(),
      outcome: refused ? 'refuse' : 'approve',
      ...(refused && reasons !== undefined && { reasons }),
      organisationName: found.organisation_name,
      deciderName: task.assignee_name,
      form,
      answers,
      createdAt,
    });
  },

  async agreement(source) {
    const { municipality, createdAt } = source;
    return composeAgreement({
      municipality,
      language: 'sv',
      ...agreementFacts(await agreementVersionOf(source)),
      createdAt,
    });
  },

  async signedAgreement(source) {
    const { municipality, found, createdAt } = source;
    const version = await agreementVersionOf(source);
    return composeSignedAgreement({
      municipality,
      language: 'sv',
      ...agreementFacts(version),
      agreementFingerprint: version.fingerprint,
      organisationName: found.organisation_name,
      ...(found.organisation_number !== null && { organisationNumber: found.organisation_number }),
      signature: await signatureEvidence(source),
      number: found.number,
      createdAt,
    });
  },

  async confirmation(source) {
    const { municipality, found, createdAt, dependencies } = source;
    const { form, answers, language } = await applicationOf(source);
    return composeConfirmation({
      municipality,
      language,
      number: found.number,
      organisationName: found.organisation_name,
      accededOn: stockholmDate(found.closed_at ?? new Date(createdAt)),
      coordinatorName: boundAnswer(form, 'coordinatorName', answers) ?? '',
      registerUrl: `${dependencies.publicUrl}/${municipality.id}/parties`,
      createdAt,
    });
  },
};

async function applicationOf({ tx, municipality, found, dependencies }: Source) {
  const submission = await getApplication(tx, municipality.id, found.id);
  return {
    form: dependencies.forms.get(submission.form_reference),
    answers: submission.answers,
    language: submission.language satisfies Language,
    submittedAt: submission.submitted_at.toISOString(),
  };
}

async function agreementVersionOf({ tx, municipality, found }: Source) {
  if (!found.agreement_version_id) throw new Error('agreement.none');
  return getAgreementVersion(tx, municipality.id, found.agreement_version_id);
}

function agreementFacts(version: AgreementVersion) {
  return {
    agreement: version.texts.sv,
    version: version.version,
    adoptedOn: version.adopted_on,
    effectiveFrom: version.effective_from,
  };
}

type AnsweredTask = Task & { submission_id: string; answered_at: Date };

async function answeredTask({ tx, municipality, found }: Source, kind: string) {
  const tasks = await tasksOfCase(tx, municipality.id, found.id);
  const task = tasks.find((each) => each.kind === kind && each.state === 'answered');
  if (!task?.submission_id || !task.answered_at) throw new Error('task.unanswered');
  return task as AnsweredTask;
}

/** How the person was identified and what they answered; never more than the record knows. */
async function signatureEvidence(source: Source) {
  const { tx, municipality, dependencies } = source;
  const task = await answeredTask(source, 'sign');
  const submission = await getSubmission(tx, municipality.id, task.submission_id);
  const form = dependencies.forms.get(submission.form_reference);
  const bound = (binding: Binding) => boundAnswer(form, binding, submission.answers) ?? '';
  const linkSentAt = await firstLinkSentAt(tx, municipality.id, task.id);
  return {
    signedName: bound('signedName'),
    signedRole: bound('signedRole'),
    signedAt: task.answered_at.toISOString(),
    assigneeName: task.assignee_name,
    ...(linkSentAt && { linkSentAt: linkSentAt.toISOString() }),
    identifiedBy: 'mailbox' as const,
    agreementDocumentSha256: task.document_sha256 ?? '',
    answerSha256: submission.sha256,
  };
}
