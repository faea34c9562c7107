import { asAnswered } from '../../database/answered-form';
import type { Database, Tx } from '../../database/database';
import {
  getAgreementVersion,
  type AgreementVersion,
} from '../../database/repositories/agreement.repository';
import { appendAudit, auditOfCase } from '../../database/repositories/audit.repository';
import { getCase, lockCase, type Case } from '../../database/repositories/case.repository';
import {
  fileDocument,
  findDocumentByKey,
  type StoredDocument,
} from '../../database/repositories/document.repository';
import { decisionOfTask } from '../../database/repositories/delegation.repository';
import { firstLinkSentAt } from '../../database/repositories/letter.repository';
import { officialNames } from '../../database/repositories/official.repository';
import { interventionsOfCase } from '../../database/repositories/intervention.repository';
import {
  applicationsOfCase,
  getSubmission,
} from '../../database/repositories/submission.repository';
import { tasksOfCase, type Task } from '../../database/repositories/task.repository';
import { documentKey, parseReference } from '../../domain/document-keys';
import { stockholmDate } from '../../domain/calendar';
import { boundAnswer, boundFiles } from '../../domain/forms/fields';
import type { FormRegistry } from '../../domain/forms/registry';
import { isPartyChange } from '../../domain/party';
import { boundQuestions } from '../../domain/forms/questions';
import type { Binding } from '../../domain/forms/types';
import type { Ending } from '../../domain/asking/stand';
import type { Language } from '../../domain/language';
import type { Municipality } from '../../domain/municipality';
import type { ProcessRegistry } from '../../domain/processes/registry';
import {
  answeredWithApplication,
  type DocumentKind,
  type DocumentReference,
  type TaskKind,
  type TaskOutcome,
} from '../../domain/process';
import {
  composeAgreement,
  composeApplication,
  composeClosing,
  composeCommissionAnswer,
  composeCompletionRequest,
  composeConfirmation,
  composeDecision,
  composePartyChange,
  composeSignedAgreement,
  type Confirmation,
  type Signature,
} from './compose';
import { committeeDocuments } from './committee-documents';
import { appropriationAnswer, correctedAppropriationAnswer } from './appropriation-document';
import { closingStatement } from './closing-statement';
import { conversation } from './conversation-document';
import { agreementDraft, surveyCompilation } from './first-agreement-documents';
import { followUpReport } from './follow-up-report';
import { groupAskedAbout, groupThatDay } from './group-that-day';
import { forumNotes } from './forum-notes-document';
import { newsletter } from './newsletter-document';
import { transferOrder } from './transfer-document';
import type { DocumentContent } from './content';

/** Turns content into PDF bytes. */
export interface PdfRenderer {
  render(content: DocumentContent): Promise<Buffer>;
}

export interface MakeDocumentInput {
  municipalityId: string;
  caseId: string;
  kind: DocumentReference;
  /** Process time in milliseconds since 1970: what the document is dated. */
  at: number;
}

export interface DocumentDependencies {
  database: Database;
  forms: FormRegistry;
  processes: ProcessRegistry;
  pdf: PdfRenderer;
  publicUrl: string;
  municipality(id: string): Municipality;
}

/** Everything about the case that its documents are made from. */
export interface Source {
  tx: Tx;
  dependencies: DocumentDependencies;
  municipality: Municipality;
  found: Case;
  createdAt: string;
  /** Which document of its kind, from 1. */
  nth: number;
}

/**
 * Makes a document unless it is filed already, and files it with its hash. The PDF is rendered
 * outside any transaction; when two make it at once, the first one filed counts.
 */
export async function makeDocument(
  dependencies: DocumentDependencies,
  input: MakeDocumentInput,
): Promise<void> {
  await ensureDocument(dependencies, input);
}

/** Like {@link makeDocument}; returns what is filed. */
export async function ensureDocument(
  dependencies: DocumentDependencies,
  { municipalityId, caseId, kind: reference, at }: MakeDocumentInput,
): Promise<StoredDocument> {
  const { kind, nth } = parseReference(reference);
  const { database, pdf } = dependencies;
  const createdAt = new Date(at);
  const prepared = await database.transaction(municipalityId, async (tx) => {
    const found = await getCase(tx, municipalityId, caseId);
    const usual = kind === 'agreement' || kind === 'signedAgreement' ? 'sv' : found.language;
    const key = documentKey({ kind, nth }, found, usual);
    const filed = await findDocumentByKey(tx, municipalityId, key);
    if (filed) return { filed };
    const municipality = dependencies.municipality(municipalityId);
    const base = { tx, dependencies, municipality, found, nth };
    const source = { ...base, createdAt: createdAt.toISOString() };
    const content = await compose[kind](source);
    return { key, language: kind === 'newsletter' ? content.language : usual, content };
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
      await appendAudit(tx, municipalityId, caseId, { ...entry, details: { kind: reference } });
    }
    const filed = await findDocumentByKey(tx, municipalityId, prepared.key);
    if (!filed) throw new Error('document.missing');
    return filed;
  });
}

const compose: Record<DocumentKind, (source: Source) => Promise<DocumentContent>> = {
  ...committeeDocuments,
  transferOrder,
  closingStatement,
  appropriationAnswer,
  correctedAppropriationAnswer,
  followUpReport,
  conversation,
  forumNotes,
  surveyCompilation,
  agreementDraft,
  newsletter,

  async application(source) {
    const { form, answers, language, submittedAt, since, until } = await applicationOf(source);
    const { municipality, found, createdAt, nth } = source;
    const group = await groupAskedAbout(source, 'decidePlan', { since, until });
    return composeApplication({
      completed: nth > 1,
      municipality,
      process: found.process,
      language,
      number: found.number,
      receivedAt: submittedAt,
      form,
      answers,
      ...(group && { group }),
      createdAt,
    });
  },

  async commissionAnswer(source) {
    const { municipality, found, createdAt, tx, dependencies } = source;
    const answered = (await answeredTasks(source, ['commission'], 'answered')).at(-1);
    if (!answered) throw new Error('task.unanswered');
    const submission = await getSubmission(tx, municipality.id, answered.submission_id);
    return composeCommissionAnswer({
      ...{ municipality, process: found.process, language: found.language, createdAt },
      number: found.number,
      receivedAt: answered.answered_at.toISOString(),
      asked: await applicationOf(source),
      form: dependencies.forms.get(submission.form_reference),
      answers: submission.answers,
    });
  },

  async completionRequest(source) {
    const { municipality, found, createdAt, tx, dependencies, nth } = source;
    const checks: TaskKind[] = ['check', 'review', 'verify'];
    const asked = await tasksOfCase(tx, municipality.id, found.id);
    // Each version but the first was asked for: by questions, or by what a committee decided.
    const rounds = asked.filter(({ kind }) => answeredWithApplication.includes(kind));
    const completion = rounds.filter(isFirstOfRound)[nth - 1];
    const all = await answeredTasks(source, checks, 'return');
    const returned = completion
      ? all.findLast(({ opened_at: at }) => at <= completion.opened_at)
      : all.at(-1);
    if (!returned) throw new Error('task.unanswered');
    const submission = await getSubmission(tx, municipality.id, returned.submission_id);
    const asking = { ...submission, form: dependencies.forms.get(submission.form_reference) };
    const { form, language } = await applicationOf(source);
    return composeCompletionRequest({
      municipality,
      process: found.process,
      language,
      number: found.number,
      organisationName: found.organisation_name,
      questions: boundQuestions(asking, form, language),
      deadline: completion?.deadline ?? stockholmDate(new Date(createdAt)),
      createdAt,
    });
  },

  async closing(source) {
    const { municipality, found, createdAt } = source;
    const reasons = await closingReasons(source);
    return composeClosing({
      municipality,
      process: found.process,
      language: found.language,
      number: found.number,
      organisationName: found.organisation_name,
      ending: found.ending ?? 'cancelled',
      ...(reasons !== undefined && { reasons }),
      closedAt: (found.closed_at ?? new Date(createdAt)).toISOString(),
      createdAt,
    });
  },

  async decision(source) {
    const { municipality, found, createdAt, tx, dependencies } = source;
    const task = await decidedTask(source);
    const decided = await decisionOfTask(tx, municipality.id, task.id);
    const submission = await getSubmission(tx, municipality.id, task.submission_id);
    const reviewForm = dependencies.forms.get(submission.form_reference);
    const { form, answers, language } = await applicationOf(source);
    const outcome =
      boundAnswer(reviewForm, 'outcome', submission.answers) === 'approve' ? 'approve' : 'refuse';
    const reasons = boundAnswer(reviewForm, 'reasons', submission.answers);
    const { adverse = 'refuse' } = dependencies.processes.get(found.process);
    return composeDecision({
      municipality,
      process: found.process,
      language,
      number: found.number,
      decidedAt: task.answered_at.toISOString(),
      outcome,
      adverse: outcome === adverse,
      ...(reasons !== undefined && { reasons }),
      organisationName: found.organisation_name,
      deciderName: task.assignee_name,
      ...(decided && { delegation: decided.delegation }),
      ...(await opinionOfGroup(source)),
      form,
      answers,
      createdAt,
    });
  },

  async partyChange(source) {
    const { municipality, found, createdAt } = source;
    const { form, answers, language } = await applicationOf(source);
    const change = boundAnswer(form, 'partyChange', answers);
    if (!isPartyChange(change)) throw new Error('party.changeUnknown');
    return composePartyChange({
      municipality,
      process: found.process,
      language,
      number: found.number,
      organisationName: found.organisation_name,
      change,
      mergedInto: boundAnswer(form, 'mergedInto', answers) ?? '',
      form,
      answers,
      confirmations: await confirmationsOf(source),
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
      signatures: await signatureEvidence(source),
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

async function applicationOf({ tx, municipality, found, dependencies, nth }: Source) {
  const applications = await applicationsOfCase(tx, municipality.id, found.id);
  const submission = applications[nth - 1] ?? applications.at(-1);
  if (!submission) throw new Error('application.missing');
  return {
    form: await asAnswered(tx, dependencies.forms, submission),
    answers: submission.answers,
    language: submission.language satisfies Language,
    submittedAt: submission.submitted_at.toISOString(),
    since: submission.submitted_at,
    /** When it was written anew. */
    until: applications[applications.indexOf(submission) + 1]?.submitted_at,
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

/** Oldest answer first. */
async function answeredTasks(
  { tx, municipality, found }: Source,
  kinds: readonly TaskKind[],
  ...outcomes: TaskOutcome[]
): Promise<AnsweredTask[]> {
  const tasks = await tasksOfCase(tx, municipality.id, found.id);
  return tasks
    .filter(
      (task): task is AnsweredTask => task.submission_id !== null && task.answered_at !== null,
    )
    .filter(
      (task) =>
        kinds.some((kind) => kind === task.kind) && task.outcome && outcomes.includes(task.outcome),
    )
    .sort((a, b) => a.answered_at.getTime() - b.answered_at.getTime());
}

async function decidedTask(source: Source): Promise<AnsweredTask> {
  const task = (await answeredTasks(source, ['check', 'review'], 'approve', 'refuse')).at(-1);
  if (!task) throw new Error('task.unanswered');
  return task;
}

/** How many of those who were asked for their opinion said what, and who sat in their group then. */
async function opinionOfGroup(source: Source) {
  const given = await answeredTasks(source, ['consult'], 'support', 'oppose');
  const count = (outcome: TaskOutcome) => given.filter((task) => task.outcome === outcome).length;
  const opinions = { support: count('support'), oppose: count('oppose') };
  const last = given.at(-1);
  const group = last && (await groupThatDay(source, 'consult', last.answered_at));
  return { opinions, ...(group && { group }) };
}

/** Why a case was closed, in the words of whoever closed it. */
async function closingReasons(source: Source): Promise<string | undefined> {
  const { tx, municipality, found, dependencies } = source;
  if (found.ending === 'withdrawn' || found.ending === 'cancelled') {
    const interventions = await interventionsOfCase(tx, municipality.id, found.id);
    const kind = found.ending === 'withdrawn' ? 'withdraw' : 'cancel';
    const reason = interventions.findLast((each) => each.kind === kind)?.reason;
    if (reason !== undefined) return reason;
  }
  const kinds = {
    lapsed: ['lapse'],
    declined: ['sign', 'confirm'],
    cancelled: ['settle'],
    withdrawn: ['settle'],
  } satisfies Record<Ending, TaskKind[]>;
  const asked = kinds[found.ending ?? 'cancelled'];
  const task = (await answeredTasks(source, asked, 'close', 'decline')).at(-1);
  if (!task) return undefined;
  const submission = await getSubmission(tx, municipality.id, task.submission_id);
  return boundAnswer(
    dependencies.forms.get(submission.form_reference),
    'reasons',
    submission.answers,
  );
}

/** Of those who were asked in one round, the first stands for it. */
function isFirstOfRound({ step_key: round }: Task, i: number, tasks: readonly Task[]): boolean {
  return tasks.findIndex(({ step_key: own }) => own === round) === i;
}

/** How each person was identified and what they answered; never more than the record knows. */
async function signatureEvidence(source: Source): Promise<Signature[]> {
  const organisation = await answeredTasks(source, ['sign'], 'answered');
  const municipality = await answeredTasks(source, ['countersign'], 'answered');
  const tasks = [...organisation, ...municipality];
  if (organisation.length === 0) throw new Error('task.unanswered');
  const signatures: Signature[] = [];
  for (const task of tasks) signatures.push(await evidenceOf(source, task));
  return signatures;
}

/** Who has confirmed a change, in their own words. */
async function confirmationsOf(source: Source) {
  const confirmations: Confirmation[] = [];
  for (const task of await answeredTasks(source, ['confirm'], 'answered')) {
    const evidence = await evidenceOf(source, task);
    const { signedName: name, signedRole: role, signedAt: at, identifiedBy } = evidence;
    confirmations.push({ name, role, at, onPaper: identifiedBy === 'paper' });
  }
  return confirmations;
}

async function evidenceOf(
  { tx, municipality, dependencies }: Source,
  task: AnsweredTask,
): Promise<Signature> {
  const submission = await getSubmission(tx, municipality.id, task.submission_id);
  const form = dependencies.forms.get(submission.form_reference);
  const bound = (binding: Binding) => boundAnswer(form, binding, submission.answers) ?? '';
  const common = {
    party: task.kind === 'countersign' ? 'municipality' : 'organisation',
    signedName: bound('signedName'),
    signedRole: bound('signedRole'),
    signedAt: task.answered_at.toISOString(),
    assigneeName: task.assignee_name,
    answerSha256: submission.sha256,
  } as const;
  const { identified_by: identifiedBy } = task;
  if (identifiedBy === 'paper' || identifiedBy === 'forum') {
    const [scan] = boundFiles(form, 'scan', submission.answers);
    return {
      ...common,
      identifiedBy,
      signedOn: bound('signedOn'),
      place: bound('signedPlace'),
      seen: bound('seen') === 'signing' ? 'signing' : 'paper',
      recordedBy: await recorderOf(tx, task),
      scan: { name: scan?.name ?? '', sha256: scan?.sha256 ?? '' },
    };
  }
  const linkSentAt = await firstLinkSentAt(tx, municipality.id, task.id);
  return {
    ...common,
    ...(linkSentAt && { linkSentAt: linkSentAt.toISOString() }),
    identifiedBy: identifiedBy === 'mailboxAndCode' ? identifiedBy : 'mailbox',
    agreementDocumentSha256: task.document_sha256 ?? '',
  };
}

/** The name of the official who recorded somebody else's signature. */
async function recorderOf(tx: Tx, { municipality_id, case_id, id }: Task): Promise<string> {
  const audit = await auditOfCase(tx, municipality_id, case_id);
  const entry = audit.find(
    ({ actor, details }) =>
      actor === 'official' &&
      details['task'] === id &&
      'by' in details &&
      !('intervention' in details),
  );
  const subject = String(entry?.details['by'] ?? '');
  const names = await officialNames(tx, municipality_id, [subject]);
  return names.get(subject) ?? '';
}
