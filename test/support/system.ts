import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { configuredMunicipalities } from '../../config/municipalities';
import type { DestinationStream } from 'pino';
import type { CaseView, LinkTarget, ReceiptView, TaskView } from '../../domain/api/shapes';
import type { FormDefinition } from '../../domain/forms/types';
import type { Municipality } from '../../domain/municipality';
import type { ProcessDefinition } from '../../domain/processes/definition';
import { buildAll } from '../../scripts/build/index';
import { startInbox, type Inbox } from '../../scripts/inbox';
import { findFreePorts } from '../../scripts/temporal/free-ports';
import type { BounceMailbox } from '../../database/bounce-address';
import type { Database } from '../../database/open';
import { workflowId, type WakeWorkflow } from '../../server/relay/wake-workflow';
import { startWorker, type RunningWorker } from '../../worker/run';
import { ApiClient } from './api-client';
import { anApplication } from './applications';
import { openTestDatabase, type DatabaseKind } from './databases';
import { eventually } from './eventually';
import { providerAt } from './officials';
import { openTemporal, uniqueTaskQueue, type TestTemporal } from './temporal';
import { startTestServer, type TestServer } from './test-server';

/** A mail as the inbox tells it. */
export interface Mail {
  messageId: string;
  to: string[];
  /** Where mail servers would return it. */
  returnPath: string;
  subject: string;
  /** ISO 8601. */
  date: string;
  text: string;
  html: string;
  attachments: { filename: string; contentType: string; size: number; url: string }[];
}

export interface SystemOptions {
  /** Process time of the server; the real clock by default. */
  clock?: () => Date;
  forms?: readonly FormDefinition[];
  processes?: readonly ProcessDefinition[];
  municipalities?: readonly Municipality[];
  /** Sends mail somewhere else than to the inbox, or by way of somebody else. */
  smtpUrl?: string | ((inboxSmtpUrl: string) => string);
  /** Takes bounces at `server.bouncePort`. */
  bounces?: BounceMailbox;
  /** A Temporal server of one's own instead of the run's. */
  temporal?: TestTemporal;
  /** How workflows are woken; see the server's option. */
  wake?: (taskQueue: string) => WakeWorkflow;
  activityAttempts?: number;
  /** A database of one's own; closed with the system. */
  database?: Database;
  /** Other workflows than the product's. */
  workflowBundlePath?: string;
  logLevel?: string;
  logTo?: DestinationStream;
}

/**
 * Server, worker and inbox in this process on a database of their own, with the run's Temporal
 * server. Everything is real; only the ports are free ones.
 */
export async function startSystem(kind: DatabaseKind, options: SystemOptions = {}) {
  const temporal = options.temporal ?? (await openTemporal());
  const directory = await mkdtemp(path.join(tmpdir(), 'samverkan-system-'));
  const built = await buildAll(() => {});
  const [smtpPort = 0, httpPort = 0, port = 0] = await findFreePorts(3);
  const inbox = new MailServer(() => startInbox({ smtpPort, httpPort, directory }));
  await inbox.start();
  const database = options.database ?? (await openTestDatabase(kind));
  const taskQueue = uniqueTaskQueue();
  const municipalities =
    options.municipalities ?? configuredMunicipalities.map(({ municipality }) => municipality);
  const common = {
    database,
    temporal: { address: temporal.address, namespace: temporal.namespace, taskQueue },
    publicUrl: `http://127.0.0.1:${port}`,
    municipalities,
    logLevel: options.logLevel ?? 'silent',
    ...(options.logTo && { logTo: options.logTo }),
    ...(options.forms && { forms: options.forms }),
    ...(options.processes && { processes: options.processes }),
  };
  const server = await startTestServer(database, {
    ...common,
    port,
    pageDirectory: built.pageDirectory,
    ...providerAt(port),
    ...(options.clock && { clock: options.clock }),
    ...(options.bounces && { bounces: { ...options.bounces, port: 0 } }),
    ...(options.wake && { wake: options.wake(taskQueue) }),
  });
  const inboxSmtpUrl = `smtp://127.0.0.1:${smtpPort}`;
  const { smtpUrl = inboxSmtpUrl, activityAttempts } = options;
  const beginWork = () =>
    startWorker({
      ...common,
      smtpUrl: typeof smtpUrl === 'string' ? smtpUrl : smtpUrl(inboxSmtpUrl),
      workflowBundlePath: options.workflowBundlePath ?? built.workflowBundlePath,
      ...(activityAttempts && { activityAttempts }),
      bounces: options.bounces,
    });
  const workers = new Workers(beginWork);
  await workers.start();
  const inboxUrl = `http://127.0.0.1:${httpPort}`;
  return new System(temporal, server, workers, inbox, inboxUrl, taskQueue, async () => {
    await workers.stop();
    await server.close();
    await inbox.stop();
    await temporal.close();
    await rm(directory, { recursive: true, force: true });
  });
}

/** The system's worker, which tests may stop and start. */
class Workers {
  private running: RunningWorker | undefined;

  constructor(private readonly begin: () => Promise<RunningWorker>) {}

  async start(): Promise<void> {
    this.running = await this.begin();
  }

  async stop(): Promise<void> {
    await this.running?.stop();
    this.running = undefined;
  }
}

/** The system's mail server with its pages, which tests may stop and start on the same letters. */
class MailServer {
  private running: Inbox | undefined;

  constructor(private readonly begin: () => Promise<Inbox>) {}

  async start(): Promise<void> {
    this.running = await this.begin();
  }

  async stop(): Promise<void> {
    await this.running?.stop();
    this.running = undefined;
  }
}

export class System {
  constructor(
    readonly temporal: TestTemporal,
    readonly server: TestServer,
    readonly worker: Workers,
    readonly mailServer: MailServer,
    readonly inboxUrl: string,
    readonly taskQueue: string,
    readonly close: () => Promise<void>,
  ) {}

  get url(): string {
    return this.server.url;
  }

  /** Sends an application and returns its receipt. */
  async apply(answers: Record<string, unknown> = {}, language = 'sv'): Promise<ReceiptView> {
    const api = new ApiClient(this.url, language);
    const response = await api.post('/api/sodertalje/applications', anApplication(answers));
    if (response.status !== 201) throw new Error(await response.text());
    return (await response.json()) as ReceiptView;
  }

  /** The mails to an address, oldest first. */
  async mailsTo(address: string): Promise<Mail[]> {
    const query = new URLSearchParams({ to: address });
    const response = await fetch(`${this.inboxUrl}/api/messages?${query}`);
    return ((await response.json()) as Mail[]).reverse();
  }

  /** The mail to an address whose subject matches, as soon as it is there. */
  async mail(address: string, subject: RegExp): Promise<Mail> {
    return eventually(`a mail to ${address} with ${subject}`, async () =>
      (await this.mailsTo(address)).find((mail) => subject.test(mail.subject)),
    );
  }

  /** Opens the personal link of a mail, as its reader would. */
  async follow(mail: Mail, language = 'sv'): Promise<{ api: ApiClient; target: LinkTarget }> {
    const token = tokenIn(mail);
    return this.open(token, language);
  }

  async open(token: string, language = 'sv'): Promise<{ api: ApiClient; target: LinkTarget }> {
    const api = new ApiClient(this.url, language);
    const response = await api.post('/api/sodertalje/links/exchange', { token });
    if (!response.ok) throw new Error(await response.text());
    return { api, target: (await response.json()) as LinkTarget };
  }

  /** Answers the task behind a mail's link. */
  async answer(mail: Mail, answers: Record<string, unknown>): Promise<TaskView> {
    const { api, target } = await this.follow(mail);
    const response = await api.post(`/api/sodertalje/tasks/${target.id}/answer`, { answers });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as TaskView;
  }

  /** The status page of a receipt. */
  async status(receipt: ReceiptView): Promise<CaseView> {
    const { api } = await this.open(receipt.statusToken);
    return api.read(`/api/sodertalje/cases/${receipt.caseId}`);
  }

  /** Waits until the case has a state. */
  async until(receipt: ReceiptView, state: CaseView['state']): Promise<CaseView> {
    return eventually(`${receipt.number} is ${state}`, async () => {
      const status = await this.status(receipt);
      return status.state === state && status;
    });
  }

  workflowId(receipt: Pick<ReceiptView, 'caseId'>): string {
    return workflowId({ municipalityId: 'sodertalje', caseId: receipt.caseId });
  }
}

/** The token of the personal link in a mail. */
export function tokenIn(mail: Mail): string {
  const token = /#([\w-]{43})/.exec(mail.text)?.[1];
  if (!token) throw new Error(`No personal link in "${mail.subject}"`);
  return token;
}
