import type { Server } from 'node:http';
import { Client, Connection } from '@temporalio/client';
import { pino, type DestinationStream } from 'pino';
import type { OidcSettings } from '../config/settings';
import type { BounceMailbox } from '../database/bounce-address';
import type { Database } from '../database/database';
import type { FormDefinition } from '../domain/forms/types';
import { requireSound } from '../domain/check-municipality';
import type { Municipality } from '../domain/municipality';
import { builtInProcesses } from '../domain/processes';
import type { ProcessDefinition } from '../domain/processes/definition';
import { createProcessRegistry } from '../domain/processes/registry';
import { createApp, type Beside } from './app';
import { realClock, type Clock } from './clock';
import type { RateLimits, ServerContext } from './context';
import { takeBounces } from './bounces';
import { createLiveEvents } from './live-events';
import { startOutboxRelay } from './relay/outbox-relay';
import { startReconciler } from './relay/reconciler';
import { startWeeder } from './relay/weeder';
import { createWakeWorkflow, type WakeWorkflow } from './relay/wake-workflow';
import { createSignIn } from './sign-in/sign-in';

export interface ServerOptions {
  database: Database;
  temporal: { address: string; namespace: string; taskQueue: string };
  publicUrl: string;
  host: string;
  port: number;
  /** Proxies before it that name the visitor's address; see `ListenSettings`. */
  trustedProxies?: number;
  pageDirectory: string;
  municipalities: readonly Municipality[];
  /** Where officials sign in; without it the desk says that nobody can. */
  oidc?: OidcSettings | undefined;
  /** Takes what comes back of letters that did not arrive, by SMTP on the same host; port 0 for any free one. */
  bounces?: (BounceMailbox & { port: number }) | undefined;
  /** Served under the site's address beside the product: the provider that `npm start` brings along. */
  beside?: Beside | undefined;
  logLevel: string;
  /** Process time; the real clock unless a rehearsal holds its own. */
  clock?: Clock;
  /** How workflows are woken; a rehearsal's conductor does it at its virtual date. */
  wake?: WakeWorkflow;
  /** Processes beside the built-in ones. */
  processes?: readonly ProcessDefinition[];
  /** Forms beside those of the processes. */
  forms?: readonly FormDefinition[];
  limits?: Partial<RateLimits>;
  /** Where log lines go; standard output unless told otherwise. */
  logTo?: DestinationStream;
}

export interface RunningServer {
  /** The port it listens on, also when 0 was asked for. */
  port: number;
  /** Where it takes bounces, where it does. */
  bouncePort: number | undefined;
  /** Compares the record with Temporal now. */
  reconcile(): Promise<number>;
  /** Takes away what is not to be known any more. */
  weed(): Promise<void>;
  /** Something was put in the outbox by somebody else. */
  nudgeRelay(): void;
  close(): Promise<void>;
}

/** Stands in every history: it says which part spoke, not on which machine. */
const identity = 'samverkan-server';

const defaultLimits: RateLimits = {
  applications: 60,
  links: 120,
  linkRequests: 10,
  drafts: 30,
  uploads: 60,
  signIns: 60,
};
/** Longer than proxies and browsers keep an idle connection: who closes it is never who is spoken to. */
const keepAliveMs = 75_000;
const describeTimeoutMs = 2_000;

/**
 * Calls fail at once while Temporal is away: relay and reconciler try again themselves. (The
 * client's own retries would go on after the connection was closed and end the process.) It looks
 * for the server again every few seconds, however long it was away.
 */
const temporalCalls = {
  interceptors: [],
  channelArgs: {
    'grpc.initial_reconnect_backoff_ms': 500,
    'grpc.max_reconnect_backoff_ms': 5_000,
  },
};

/** Starts API, pages, relay and reconciler. Comes up and answers while Temporal is down. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { database, temporal, municipalities } = options;
  requireSound(municipalities);
  const log = pino({ level: options.logLevel, name: 'server' }, options.logTo);
  const connection = Connection.lazy({ address: temporal.address, ...temporalCalls });
  const client = new Client({ connection, namespace: temporal.namespace, identity });
  const clock = options.clock ?? realClock;
  const municipalityIds = municipalities.map(({ id }) => id);
  const wake = options.wake ?? createWakeWorkflow(client, temporal.taskQueue);
  const relay = startOutboxRelay({ database, municipalityIds, wake, clock, log });
  const reconciler = startReconciler({
    ...{ database, municipalityIds, client, taskQueue: temporal.taskQueue, wake, log },
  });
  const weeder = startWeeder({ database, municipalityIds, clock, log });
  const processes = createProcessRegistry(
    [...builtInProcesses, ...(options.processes ?? [])],
    options.forms,
  );
  const context: ServerContext = {
    database,
    forms: processes.forms,
    processes,
    municipalities: new Map(municipalities.map((each) => [each.id, each])),
    clock,
    live: await createLiveEvents(database, () => relay.nudge()),
    nudgeRelay: () => relay.nudge(),
    checkReady: async () => {
      await database.ping();
      await requireWorker(client, temporal);
    },
    publicUrl: options.publicUrl,
    signIn: options.oidc && createSignIn(options.oidc, options.publicUrl),
    limits: { ...defaultLimits, ...options.limits },
    log,
  };
  const app = createApp(context, options.pageDirectory, options.beside);
  // Without it every visitor behind a proxy shares the proxy's address and its limits; with it a
  // visitor who reaches the site directly could name any address.
  app.set('trust proxy', options.trustedProxies ?? 0);
  const http = await listen(app, options);
  const bounces = await takeBounces(context, options);
  return {
    port: (http.address() as { port: number }).port,
    bouncePort: bounces?.port,
    reconcile: () => reconciler.reconcile(),
    weed: () => weeder.weed(),
    nudgeRelay: () => relay.nudge(),
    async close() {
      await Promise.all([closeHttp(http), bounces?.close()]);
      await Promise.all([
        ...[relay.stop(), reconciler.stop(), weeder.stop()],
        context.live.close(),
      ]);
      await connection.close();
    },
  };
}

/** Temporal answers and a worker asks it for work. */
async function requireWorker(
  client: Client,
  { namespace, taskQueue }: ServerOptions['temporal'],
): Promise<void> {
  const answer = await client.connection.withDeadline(Date.now() + describeTimeoutMs, () =>
    client.workflowService.describeTaskQueue({
      namespace,
      taskQueue: { name: taskQueue },
      taskQueueType: 1,
    }),
  );
  if (answer.pollers.length === 0) throw new Error('worker.missing');
}

function listen(app: ReturnType<typeof createApp>, { host, port }: ServerOptions): Promise<Server> {
  return new Promise((resolve, reject) => {
    const http = app.listen(port, host, (error?: Error) => (error ? reject(error) : resolve(http)));
    http.keepAliveTimeout = keepAliveMs;
  });
}

/** Open event streams would keep the server waiting for ever. */
function closeHttp(http: Server): Promise<void> {
  return new Promise((resolve) => {
    http.close(() => resolve());
    http.closeAllConnections();
  });
}
