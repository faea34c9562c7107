import { randomUUID } from 'node:crypto';
import { createPdfPool } from '../../activities/documents/pdf-pool';
import { makeDocument } from '../../activities/documents/make-document';
import { recordSteps } from '../../activities/records/record-steps';
import { configuredMunicipalities } from '../../config/municipalities';
import type { Database } from '../../database/open';
import { issueLink } from '../../database/repositories/link.repository';
import { mattersOf } from '../../database/repositories/matter.repository';
import { findTask } from '../../database/repositories/task.repository';
import type { LinkTarget, ReceiptView } from '../../domain/api/shapes';
import type { Municipality } from '../../domain/municipality';
import { builtInProcesses } from '../../domain/processes';
import { createProcessRegistry } from '../../domain/processes/registry';
import type { DocumentKind, StepRecord } from '../../domain/process';
import { ApiClient } from './api-client';
import { applicationTo } from './applications';
import { place, report } from './committees';
import type { TestServer } from './test-server';

/**
 * Cases of a server without Temporal, brought where a test needs them by the steps that the
 * workflow would record.
 */
export class Cases {
  private readonly processes = createProcessRegistry(builtInProcesses);
  private readonly forms = this.processes.forms;

  constructor(
    readonly server: TestServer,
    readonly municipalityId = 'sodertalje',
    private readonly clock: () => Date = () => new Date(),
  ) {}

  get database(): Database {
    return this.server.database;
  }

  async apply(answers: Record<string, unknown> = {}): Promise<ReceiptView> {
    const response = await new ApiClient(this.server.url).post(
      `/api/${this.municipalityId}/applications`,
      applicationTo(this.municipalityId, answers),
    );
    if (response.status !== 201) throw new Error(await response.text());
    return (await response.json()) as ReceiptView;
  }

  /** Opens the review of a case and returns the task's id. */
  openReview({ caseId }: ReceiptView): Promise<string> {
    return this.openTask(caseId, 'review', {
      key: 'review/ask/1',
      state: 'reviewing',
      events: [{ event: 'reviewRequested', actor: 'system' }],
      task: { kind: 'review', assignee: 'caseOfficer' },
    });
  }

  /** Opens the signature of a case, with the agreement to sign, and returns the task's id. */
  async openSignature({ caseId }: ReceiptView): Promise<string> {
    await this.file(caseId, 'agreement');
    return this.openTask(caseId, 'sign', {
      key: 'sign/ask/1',
      state: 'awaitingSignature',
      events: [{ event: 'signatureRequested', actor: 'system' }],
      task: { kind: 'sign', assignee: 'signatory', document: 'agreement' },
    });
  }

  /** Asks the organisation to complete its application and returns the task's id. */
  openCompletion({ caseId }: Pick<ReceiptView, 'caseId'>): Promise<string> {
    return this.openTask(caseId, 'complete', {
      key: 'complete/ask/1',
      state: 'awaitingCompletion',
      events: [{ event: 'completionRequested', actor: 'system' }],
      task: { kind: 'complete', assignee: 'coordinator' },
    });
  }

  /** Asks whoever has begun a case at the desk to send it in again, and returns the task's id. */
  openAgain({ caseId }: { caseId: string }, kind: 'complete' | 'adjust'): Promise<string> {
    return this.openTask(caseId, kind, {
      key: `${kind}/ask/1`,
      state: 'awaitingCompletion',
      task: { kind, assignee: 'initiator' },
    });
  }

  /** The organisation accedes: it stands in the register. */
  async accede({ caseId }: ReceiptView): Promise<void> {
    await this.record(caseId, 'confirm', {
      key: 'confirm/end/1',
      state: 'completed',
      events: [{ event: 'completed', actor: 'system' }],
      accede: true,
      close: true,
    });
  }

  /** The party that an accession has made. */
  partyOf({ caseId }: ReceiptView): Promise<string> {
    return this.database.transaction(this.municipalityId, async (tx) => {
      const party = await tx
        .selectFrom('party')
        .select('id')
        .where('case_id', '=', caseId)
        .executeTakeFirstOrThrow();
      return party.id;
    });
  }

  /** Makes a document of the case, as its letters would. */
  async file(caseId: string, kind: DocumentKind): Promise<void> {
    const pdf = createPdfPool({ size: 1 });
    try {
      const { municipalityId, database, forms, processes } = this;
      await makeDocument(
        { database, forms, processes, pdf, publicUrl: this.server.url, municipality },
        { municipalityId, caseId, kind, at: this.clock().getTime() },
      );
    } finally {
      await pdf.close();
    }
  }

  /** A new link to a task, as a letter would carry it. */
  linkTo(taskId: string): Promise<string> {
    return this.issueLink(taskId, false);
  }

  /** A new link that lets somebody fill in a part of a task's form. */
  partLinkTo(taskId: string): Promise<string> {
    return this.issueLink(taskId, true);
  }

  private async issueLink(taskId: string, part: boolean): Promise<string> {
    const { municipalityId } = this;
    return this.database.transaction(municipalityId, async (tx) => {
      const task = await findTask(tx, municipalityId, taskId);
      if (!task) throw new Error('no such task');
      return issueLink(tx, municipalityId, {
        case_id: task.case_id,
        task_id: task.id,
        generation: task.link_generation,
        recipient_email: task.assignee_email,
        document_sha256: task.document_sha256,
        issued_at: this.clock(),
        part,
      });
    });
  }

  /** Opens a link in a browser. */
  async open(
    token: string,
    api = new ApiClient(this.server.url),
  ): Promise<{ api: ApiClient; target: LinkTarget }> {
    const response = await api.post(`/api/${this.municipalityId}/links/exchange`, { token });
    if (!response.ok) throw new Error(await response.text());
    return { api, target: (await response.json()) as LinkTarget };
  }

  /** A browser in which a task is open. */
  async browserAt(taskId: string): Promise<ApiClient> {
    return (await this.open(await this.linkTo(taskId))).api;
  }

  /** Sends a matter to one committee and asks its secretary what it has decided. */
  async openMatter(
    officer: ApiClient,
    committee: string,
  ): Promise<{ caseId: string; taskId: string; sentFrom: string }> {
    const answers = { ...report, order: 'atOnce', bodies: [place(committee)] };
    const response = await officer.post(`/api/${this.municipalityId}/desk/begin/circulation`, {
      submissionKey: randomUUID(),
      answers,
    });
    if (response.status !== 201) throw new Error(await response.text());
    const sent = (await response.json()) as ReceiptView;
    const round = 'circulate/ask/1';
    await this.record(sent.caseId, 'circulate', { key: round, circulate: true });
    const [matter] = await this.database.transaction(this.municipalityId, (tx) =>
      mattersOf(tx, this.municipalityId, { caseId: sent.caseId, round }),
    );
    const caseId = matter?.case_id ?? '';
    const taskId = await this.openTask(caseId, 'decide', {
      key: 'decide/ask/1',
      state: 'awaitingDecision',
      task: { kind: 'decide', assignee: 'secretary', from: 'meeting' },
    });
    return { caseId, taskId, sentFrom: sent.caseId };
  }

  /** Asks the secretary when the minutes of a committee's decision were adjusted. */
  openMinutes({ caseId }: { caseId: string }): Promise<string> {
    return this.openTask(caseId, 'minutes', {
      key: 'minutes/ask/1',
      task: { kind: 'minutes', assignee: 'secretary' },
    });
  }

  private async openTask(caseId: string, phase: string, step: StepRecord): Promise<string> {
    const task = (await this.record(caseId, phase, step))[0]?.tasks?.[0];
    if (!task) throw new Error(`${step.key} opened no task`);
    return task.id;
  }

  private record(caseId: string, phase: string, step: StepRecord) {
    const { database, forms, municipalityId } = this;
    return recordSteps(
      { database, forms, municipality, processes: this.processes },
      {
        process: { municipalityId, caseId, phase, generation: 1 },
        at: this.clock().getTime(),
        steps: [step],
      },
    );
  }
}

function municipality(id: string): Municipality {
  const found = configuredMunicipalities.find((each) => each.municipality.id === id);
  if (!found) throw new Error(`no municipality ${id}`);
  return found.municipality;
}
