import { mkdirSync, mkdtempSync } from 'node:fs';
import { rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildAll } from '../../scripts/build/index';
import { cacheDirectory } from '../../scripts/project';
import { findFreePorts, isPortFree } from '../../scripts/temporal/free-ports';
import { cached } from '../../scripts/temporal/routes/cache';
import { goInstall } from '../../scripts/temporal/routes/go-install';
import { builtServer, format } from '../../scripts/temporal/versions';
import { eventually } from '../support/eventually';
import { goModuleDirectory, goTool } from '../support/go-tool';
import { startPostgres, type PostgresCluster } from '../support/postgres-cluster';
import { operatorSettings, readComposeFile, root, type ComposeFile } from './compose-file';
import { startProgram, type RunningProgram } from './running-program';

const HOST = '127.0.0.1';
const READY_LIMIT_MS = 120_000;
const temporalSource = `go.temporal.io/server`;
const temporalVersion = `v${format(builtServer)}`;

/**
 * The layout of docker-compose.yml without containers: the same programs with the same settings,
 * each a process of its own, on PostgreSQL. Only host names, ports and paths differ.
 */
export class Production {
  private readonly running = new Set<RunningProgram>();

  private constructor(
    private readonly directory: string,
    private readonly postgres: PostgresCluster,
    private readonly compose: ComposeFile,
    private readonly temporalPorts: readonly number[],
  ) {}

  /** Starts what server and worker need, in the order of the file. */
  static async start(settings: Partial<typeof operatorSettings> = {}): Promise<Production> {
    await buildAll(() => undefined);
    const production = new Production(
      mkdtempSync(path.join(tmpdir(), 'samverkan-production-')),
      await startPostgres(),
      readComposeFile({ ...operatorSettings, ...settings }),
      await findFreePorts(9),
    );
    try {
      await production.prepare();
    } catch (error) {
      await production.stop();
      throw error;
    }
    return production;
  }

  private async prepare(): Promise<void> {
    await this.createDatabases();
    await this.createTemporalSchema();
    await this.startTemporal();
    await this.prepareNamespace();
  }

  /** Runs the one-off service `databases`. */
  async createDatabases(): Promise<void> {
    await this.complete('/bin/sh', [this.script('create-databases.sh')], {
      ...this.settingsOf('databases'),
      PGHOST: HOST,
      PGPORT: this.postgresPort,
    });
  }

  /** Runs the one-off service `temporal-schema`. */
  async createTemporalSchema(): Promise<void> {
    const module = await goModuleDirectory(`${temporalSource}@${temporalVersion}`);
    await this.complete('/bin/sh', [this.script('temporal-schema.sh')], {
      ...this.settingsOf('temporal-schema'),
      SQL_HOST: HOST,
      SQL_PORT: this.postgresPort,
      PATH: `${await this.schemaTool()}${path.delimiter}${process.env.PATH ?? ''}`,
      TEMPORAL_SCHEMA_DIRECTORY: path.join(module, 'schema/postgresql/v12'),
    });
  }

  /** Starts the service `temporal`; again, after it was ended. */
  async startTemporal(): Promise<RunningProgram> {
    const [grpc, http, ...internal] = this.temporalPorts.map(String);
    const [frontend, matching, matchingMembers, history, historyMembers, worker, workerMembers] =
      internal;
    const server = this.launch(await temporalServer(), ['start'], {
      ...this.settingsOf('temporal'),
      POSTGRES_SEEDS: HOST,
      DB_PORT: this.postgresPort,
      BIND_ON_IP: HOST,
      FRONTEND_GRPC_PORT: grpc,
      FRONTEND_HTTP_PORT: http,
      FRONTEND_MEMBERSHIP_PORT: frontend,
      MATCHING_GRPC_PORT: matching,
      MATCHING_MEMBERSHIP_PORT: matchingMembers,
      HISTORY_GRPC_PORT: history,
      HISTORY_MEMBERSHIP_PORT: historyMembers,
      WORKER_GRPC_PORT: worker,
      WORKER_MEMBERSHIP_PORT: workerMembers,
    });
    await untilListening(server, Number(grpc));
    return server;
  }

  /** Runs the one-off service `temporal-namespace`. */
  async prepareNamespace(): Promise<void> {
    const [program, ...args] = this.commandOf('temporal-namespace');
    await this.complete(program, args, this.settingsOf('temporal-namespace'));
  }

  /** Starts the service `server`, or one more of it, on this port. */
  startServer(port: number): RunningProgram {
    const [program, ...args] = this.commandOf('server');
    const settings = { ...this.settingsOf('server'), HOST, PORT: String(port) };
    return this.launch(program, args, settings);
  }

  /** Starts the service `worker`, or one more of it. */
  startWorker(): RunningProgram {
    const [program, ...args] = this.commandOf('worker');
    return this.launch(program, args, this.settingsOf('worker'));
  }

  /** The exit code of the worker's health check. */
  async workerHealth(): Promise<number | null> {
    const [, program, ...args] = this.compose.services['worker']?.healthcheck?.test ?? [];
    return this.launch(program ?? '', args, this.settingsOf('worker')).exited;
  }

  /** Where `docker-compose.yml` would put the database of Samverkan. */
  get databaseUrl(): string {
    return this.settingsOf('server')['DATABASE_URL'] ?? '';
  }

  get temporalAddress(): string {
    return `${HOST}:${this.temporalPorts[0]}`;
  }

  /** Ends everything, last started first. */
  async stop(): Promise<void> {
    for (const program of [...this.running].reverse()) await program.end();
    await this.postgres.remove();
    await rm(this.directory, { recursive: true, force: true });
  }

  private launch(program: string, args: string[], settings: Settings): RunningProgram {
    const running = startProgram(program, args, { cwd: root, settings });
    this.running.add(running);
    void running.exited.then(() => this.running.delete(running));
    return running;
  }

  private async complete(program: string, args: string[], settings: Settings): Promise<void> {
    const running = this.launch(program, args, settings);
    if ((await running.exited) !== 0) throw new Error(`${args.join(' ')}:\n${running.output()}`);
  }

  private commandOf(service: string): [program: string, ...args: string[]] {
    const [program = '', ...args] = this.compose.services[service]?.command ?? [];
    return [program, ...args];
  }

  /** A service's settings, with this machine's places instead of the containers'. */
  private settingsOf(service: string): Settings {
    const settings = Object.entries(this.compose.services[service]?.environment ?? {});
    return Object.fromEntries(settings.map(([name, value]) => [name, this.onThisMachine(value)]));
  }

  private onThisMachine(value: string): string {
    return value
      .replace('@postgres:5432', `@${HOST}:${this.postgresPort}`)
      .replace('temporal:7233', this.temporalAddress)
      .replace(/^\/deployment\//, `${path.join(root, 'scripts/deployment')}/`);
  }

  private get postgresPort(): string {
    return new URL(this.postgres.url).port;
  }

  private script(name: string): string {
    return path.join(root, 'scripts/deployment', name);
  }

  /** A directory with Temporal's schema tool under the name it has in its image. */
  private async schemaTool(): Promise<string> {
    const tool = await goTool('sql', `${temporalSource}/cmd/tools/sql@${temporalVersion}`);
    const directory = path.join(this.directory, 'bin');
    mkdirSync(directory, { recursive: true });
    const link = path.join(directory, 'temporal-sql-tool');
    await rm(link, { force: true });
    await symlink(tool, link);
    return directory;
  }
}

type Settings = Record<string, string | undefined>;

/** The server itself; the command line keeps its workflows in SQLite only. */
async function temporalServer(): Promise<string> {
  const cache = path.join(cacheDirectory(), `temporal-${format(builtServer)}`);
  for (const route of [cached, goInstall]) {
    const result = await route({ cache, env: process.env, report: () => undefined });
    if (!('passedOver' in result) && result.kind === 'server') return result.path;
  }
  throw new Error('No Temporal server can be built here.');
}

/** Resolves when the program takes connections, as the health check of `temporal` asks. */
async function untilListening(program: RunningProgram, port: number): Promise<void> {
  const listening = eventually(`port ${port} answers`, async () => !(await isPortFree(port)), {
    timeoutMs: READY_LIMIT_MS,
  });
  const ended = program.exited.then(() => {
    throw new Error(`Temporal ended at once:\n${program.output()}`);
  });
  await Promise.race([listening, ended]);
}

/**
 * Resolves when the server says that every part is up.
 * @throws Error with what it printed, when it ends or when it takes too long
 */
export async function untilReady(server: RunningProgram, url: string): Promise<void> {
  const ready = eventually(`${url} is ready`, async () => isOk(`${url}/health/ready`), {
    timeoutMs: READY_LIMIT_MS,
    intervalMs: 100,
  });
  const ended = server.exited.then((code) => {
    throw new Error(`It ended with code ${code}.`);
  });
  await Promise.race([ready, ended]).catch((cause: unknown) => {
    throw new Error(`The server did not get ready:\n${server.output()}`, { cause });
  });
}

/** Whether the address answers well, and soon. */
export async function isOk(url: string): Promise<boolean> {
  return (await fetch(url, { signal: AbortSignal.timeout(5000) })).ok;
}
