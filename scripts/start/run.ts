import { configuredMunicipalities } from '../../config/municipalities';
import type { Running } from '../../config/run-process';
import type { Database } from '../../database/open';
import { isLoopback } from '../../config/settings';
import { startServer } from '../../server/run';
import { keepRunning } from '../../worker/keep-running';
import { startWorker } from '../../worker/run';
import { installRuntime } from '../../worker/runtime';
import { buildAll, type Built } from '../build/index';
import { createDevelopmentProvider } from '../development-provider';
import { startInbox } from '../inbox/index';
import { SetupError } from '../project';
import { findTemporal, type ExternalTemporal } from '../temporal/find-server';
import type { TemporalBinary } from '../temporal/server-process';
import { claimDataDirectory, emptyDataDirectory, type DataDirectory } from './data-directory';
import { prepareDatabase } from './database';
import type { StartOptions } from './options';
import { Parts } from './parts';
import { requireFreePorts } from './require-free-ports';
import { describeAddresses } from './describe-addresses';
import { startTemporal } from './temporal';
import { startTemporalUi } from './temporal-ui';
import { waitUntilReady } from './wait-until-ready';

type Report = (line: string) => void;

/**
 * For the inbox that `npm start` brings along, whose letters anybody on this machine can read and return: a
 * secret that is none does no harm there.
 */
const bouncesOfInbox = {
  address: 'studs@studs.localhost.example',
  secret: 'of the inbox on this machine alone',
  port: 0,
};

/**
 * Starts everything on this machine and reports its addresses.
 * @throws {SetupError | SettingsError} with a sentence that says what to do
 */
export async function startEverything(
  options: StartOptions,
  report: Report,
  signal: AbortSignal,
): Promise<Running> {
  const parts = new Parts(report);
  try {
    const lines = await unlessAborted(signal, new Start(options, report, signal, parts).run());
    lines.forEach(report);
    return { stop: () => end(parts, report) };
  } catch (error) {
    if (signal.aborted) await end(parts, report);
    else await parts.stop();
    throw error;
  }
}

async function end(parts: Parts, report: Report): Promise<void> {
  await parts.stop();
  report('Samverkan has stopped.');
}

class Start {
  /** Where bounces are taken, once the site is up. */
  private bouncePort: number | undefined;

  constructor(
    private readonly options: StartOptions,
    private readonly report: Report,
    private readonly signal: AbortSignal,
    private readonly parts: Parts,
  ) {}

  async run(): Promise<string[]> {
    const { options, signal, parts, report } = this;
    installRuntime(options.settings.logLevel);
    const directory = await claimDataDirectory(options.dataDirectory);
    parts.add('The lock', () => directory.release());
    if (options.fresh) await this.beginAnew(directory);
    await this.checkPorts();
    const [found, built] = await Promise.all([this.findServer(), buildAll(report)]);
    signal.throwIfAborted();
    const [smtpUrl, database, temporal] = await this.startStores(directory, found);
    const ui = await this.startUi(found, directory, temporal);
    await this.startSite(database, temporal, built);
    await this.startWork(database, temporal, built, smtpUrl);
    await waitUntilReady(this.siteUrl, signal);
    return describeAddresses(options, { site: this.publicUrl, temporal, ui });
  }

  private async findServer(): Promise<TemporalBinary | ExternalTemporal> {
    const found = await findTemporal({ report: this.report });
    this.report(describeServer(found));
    return found;
  }

  private async beginAnew(directory: DataDirectory): Promise<void> {
    const { databaseUrl, temporalAddress } = this.options.settings;
    const foreign = [databaseUrl && 'DATABASE_URL', temporalAddress && 'TEMPORAL_ADDRESS'];
    const names = foreign.filter(Boolean).join(' and ');
    if (names) {
      throw new SetupError(
        `--fresh empties only what npm start itself keeps: unset ${names}, or leave out --fresh ` +
          'and name empty ones.',
      );
    }
    await emptyDataDirectory(directory);
  }

  private async checkPorts(): Promise<void> {
    const { settings, ports } = this.options;
    const given = settings.bounces ? [settings.bounces.port] : [];
    await requireFreePorts([ports.site, ...given], settings.host);
    const own = [
      ...(settings.smtpUrl ? [] : [ports.inbox]),
      ...(settings.temporalAddress ? [] : [ports.temporal, ports.temporalUi]),
    ];
    await requireFreePorts(own, '127.0.0.1');
  }

  /** Inbox, database and Temporal know nothing of each other. */
  private async startStores(directory: DataDirectory, found: TemporalBinary | ExternalTemporal) {
    const { settings, ports } = this.options;
    const started = await Promise.allSettled([
      this.startMail(directory),
      this.openDatabase(directory),
      startTemporal(
        {
          found,
          namespace: settings.temporalNamespace,
          directory: directory.temporal,
          grpcPort: ports.temporal,
          uiPort: ports.temporalUi,
          report: this.report,
          signal: this.signal,
        },
        this.parts,
      ),
    ]);
    return started.map(valueOf) as [string, Database, string];
  }

  private async startMail(directory: DataDirectory): Promise<string> {
    const { settings, ports } = this.options;
    if (settings.smtpUrl) return settings.smtpUrl;
    const inbox = await startInbox({
      smtpPort: 0,
      httpPort: ports.inbox,
      directory: directory.inbox,
      bouncePort: () => this.bouncePort,
    });
    this.parts.add('The inbox', () => inbox.stop());
    return inbox.smtpUrl;
  }

  private async openDatabase(directory: DataDirectory): Promise<Database> {
    const database = await prepareDatabase(this.options.settings.databaseUrl, directory.database);
    this.parts.add('The database', () => database.close());
    return database;
  }

  private startUi(found: TemporalBinary | ExternalTemporal, directory: DataDirectory, to: string) {
    const { temporalUi: port } = this.options.ports;
    return startTemporalUi(
      { found, directory: directory.temporalUi, port, address: to },
      this.parts,
    );
  }

  private async startSite(database: Database, address: string, built: Built): Promise<void> {
    const server = await startServer({
      ...this.common(database, address),
      host: this.options.settings.host,
      port: this.options.ports.site,
      trustedProxies: this.options.settings.trustedProxies,
      pageDirectory: built.pageDirectory,
      bounces: this.bounces,
      ...this.signIn(),
    });
    this.bouncePort = server.bouncePort;
    this.parts.add('The site', () => server.close());
  }

  /** By the provider that was named; otherwise made-up people, where nobody else can reach the site. */
  private signIn() {
    const { oidc, host } = this.options.settings;
    if (oidc) return { oidc };
    const isLocal = isLoopback(host) && isLoopback(new URL(this.publicUrl).hostname);
    if (!isLocal) return {};
    const municipalities = configuredMunicipalities.map(({ municipality }) => municipality);
    const provider = createDevelopmentProvider(this.publicUrl, municipalities);
    return { oidc: provider.oidc, beside: provider };
  }

  private async startWork(database: Database, address: string, built: Built, smtpUrl: string) {
    const begin = () =>
      startWorker({
        ...this.common(database, address),
        smtpUrl,
        bounces: this.bounces,
        workflowBundlePath: built.workflowBundlePath,
      });
    const kept = await keepRunning({
      onFault: () => this.report('The worker has ended; starting it again.'),
      begin: async () => {
        const worker = await begin();
        return { ended: worker.done, stop: () => worker.stop() };
      },
    });
    this.parts.add('The worker', () => kept.stop());
  }

  private common(database: Database, address: string) {
    const { settings } = this.options;
    return {
      database,
      temporal: {
        address,
        namespace: settings.temporalNamespace,
        taskQueue: settings.temporalTaskQueue,
      },
      publicUrl: this.publicUrl,
      municipalities: configuredMunicipalities.map(({ municipality }) => municipality),
      logLevel: settings.logLevel,
    };
  }

  /** What was named; otherwise the inbox's letters can come back. */
  private get bounces() {
    const { bounces, smtpUrl } = this.options.settings;
    return bounces ?? (smtpUrl === undefined ? bouncesOfInbox : undefined);
  }

  private get publicUrl(): string {
    return this.options.settings.publicUrl ?? this.siteUrl;
  }

  /** Where this machine reaches the site. */
  private get siteUrl(): string {
    const { host } = this.options.settings;
    const isAnywhere = host === '0.0.0.0' || host === '::';
    return `http://${isAnywhere ? '127.0.0.1' : host}:${this.options.ports.site}`;
  }
}

function describeServer(found: TemporalBinary | ExternalTemporal): string {
  if (found.kind === 'external') return `Using the Temporal server at ${found.address}.`;
  const place = found.route === 'path' ? 'of the temporal command line' : `at ${found.path}`;
  return `Using Temporal server ${found.version} ${place}.`;
}

function valueOf(result: PromiseSettledResult<unknown>): unknown {
  if (result.status === 'rejected') throw result.reason;
  return result.value;
}

/** A long step need not be waited for: its child processes end with this one. */
function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  return Promise.race([work, aborted]);
}
