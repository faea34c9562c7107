import { personInRole } from '../../../activities/records/people';
import { findAgreementDocument } from '../../../activities/documents/keys';
import type { Database, Tx } from '../../../database/database';
import { appendAudit } from '../../../database/repositories/audit.repository';
import { getCase, recordProgress } from '../../../database/repositories/case.repository';
import { planLetter } from '../../../database/repositories/letter.repository';
import { enterParty } from '../../../database/repositories/party.repository';
import { insertSteps } from '../../../database/repositories/step.repository';
import { getApplication } from '../../../database/repositories/submission.repository';
import { insertTask } from '../../../database/repositories/task.repository';
import type { CaseState, TimelineEvent } from '../../../domain/api/shapes';
import { dueDate, stockholmDate } from '../../../domain/calendar';
import type { FormRegistry } from '../../../domain/forms/registry';
import type { Municipality } from '../../../domain/municipality';
import type { DocumentKind, LetterTemplate, Role } from '../../../domain/process';
import type { CaseReference } from './store';

export interface PlainDependencies {
  database: Database;
  forms: FormRegistry;
  municipality(id: string): Municipality;
}

/** A step that a plain workflow of the peers' case has recorded. */
export interface RecordedStep extends CaseReference {
  step: number;
}

/** What plain workflows call: each does its own rows in one transaction, once, and asks nothing. */
export function createPlainActivities(dependencies: PlainDependencies) {
  const inCase = (found: CaseReference, work: (writer: Writer) => Promise<void>) =>
    dependencies.database.transaction(found.municipalityId, (tx) =>
      work(new Writer(dependencies, tx, found, new Date())),
    );
  return {
    recordStep: (found: CaseReference, step: number): Promise<RecordedStep> =>
      dependencies.database.transaction(found.municipalityId, async (tx) => {
        await insertSteps(tx, found.municipalityId, found.caseId, [
          { key: `step/${step}`, result: {} },
        ]);
        return { ...found, step };
      }),
    openReview: (found: CaseReference) => inCase(found, openReview),
    openSignature: (found: CaseReference) => inCase(found, openSignature),
    completeAccession: (found: CaseReference) => inCase(found, completeAccession),
  };
}

export type PlainActivities = ReturnType<typeof createPlainActivities>;

async function openReview(writer: Writer): Promise<void> {
  const task = await writer.task('review', 'caseOfficer', null);
  await writer.letter('received', 'applicationReceived', 'coordinator', {
    task,
    link: 'case',
    attach: ['application'],
  });
  await writer.letter('review/ask', 'reviewRequested', 'caseOfficer', { task, link: 'task' });
  await writer.stand('reviewing', 'reviewRequested', 'review/ask/1');
}

async function openSignature(writer: Writer): Promise<void> {
  const { tx, found } = writer;
  const agreement = await findAgreementDocument(
    tx,
    await getCase(tx, found.municipalityId, found.caseId),
  );
  const task = await writer.task('sign', 'signatory', agreement?.sha256 ?? null);
  await writer.letter('approved', 'applicationApproved', 'coordinator', {
    task,
    link: 'case',
    attach: ['decision'],
  });
  await writer.letter('sign/ask', 'signatureRequested', 'signatory', {
    task,
    link: 'task',
    attach: ['agreement'],
  });
  await writer.stand('awaitingSignature', 'signatureRequested', 'sign/ask/1');
}

async function completeAccession(writer: Writer): Promise<void> {
  const attach = ['signedAgreement', 'confirmation'] as const;
  await writer.letter('signed/coordinator', 'agreementSigned', 'coordinator', { attach });
  await writer.letter('signed/signatory', 'agreementSigned', 'signatory', { attach });
  await writer.party();
  await writer.stand('completed', 'completed', 'confirm/end/1');
}

/** Writes the rows of one step of one case. */
class Writer {
  constructor(
    private readonly dependencies: PlainDependencies,
    readonly tx: Tx,
    readonly found: CaseReference,
    private readonly at: Date,
  ) {}

  private get municipality(): Municipality {
    return this.dependencies.municipality(this.found.municipalityId);
  }

  private person(role: Role) {
    const { caseId } = this.found;
    return personInRole(this.tx, this.dependencies.forms, this.municipality, caseId, role);
  }

  async task(kind: 'review' | 'sign', role: Role, document: string | null): Promise<string> {
    const configuration = this.municipality.processes.accession.tasks[kind];
    if (!configuration) throw new Error('task.unconfigured');
    const person = await this.person(role);
    const { id } = await insertTask(this.tx, this.found.municipalityId, {
      case_id: this.found.caseId,
      step_key: `${kind}/ask/1`,
      kind,
      form_reference: configuration.form ?? '',
      assignee_role: role,
      assignee_name: person.name,
      assignee_email: person.email,
      language: person.language,
      document_sha256: document,
      opened_at: this.at,
      deadline: dueDate(this.at, configuration.answerWithin),
      state: 'open',
    });
    return id;
  }

  async letter(
    key: string,
    template: LetterTemplate,
    to: Role,
    {
      task = null,
      link = null,
      attach = [],
    }: { task?: string | null; link?: 'task' | 'case' | null; attach?: readonly DocumentKind[] },
  ): Promise<void> {
    const person = await this.person(to);
    await planLetter(this.tx, this.found.municipalityId, {
      case_id: this.found.caseId,
      task_id: task,
      letter_key: key,
      template,
      recipient_name: person.name,
      recipient_email: person.email,
      language: person.language,
      ordinal: 1,
      attachments: attach,
      link,
      created_at: this.at,
    });
  }

  async party(): Promise<void> {
    const { municipalityId, caseId } = this.found;
    const { answers } = await getApplication(this.tx, municipalityId, caseId);
    const current = await getCase(this.tx, municipalityId, caseId);
    await enterParty(
      this.tx,
      municipalityId,
      {
        case_id: caseId,
        organisation_name: current.organisation_name,
        organisation_number: current.organisation_number,
        legal_form: answers.legalForm as string,
        coordinator_name: answers.coordinatorName as string,
        coordinator_email: answers.coordinatorEmail as string,
        contact_published: answers.publishContact === 'yes',
        agreement_version_id: current.agreement_version_id ?? '',
        acceded_on: stockholmDate(this.at),
      },
      this.at,
    );
  }

  /** Where the case stands from now on, its line in the audit, and the row of the step. */
  async stand(state: CaseState, event: TimelineEvent, step: string): Promise<void> {
    const { municipalityId, caseId } = this.found;
    const closed = state === 'completed' && { closedAt: this.at };
    const current = await getCase(this.tx, municipalityId, caseId);
    const entry = { at: this.at, actor: 'system', event, details: { step } } as const;
    await appendAudit(this.tx, municipalityId, caseId, entry);
    const progress = { phase: current.phase, state, ...closed };
    await recordProgress(this.tx, current, [{ key: step, result: {} }], progress);
  }
}
