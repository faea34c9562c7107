import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { choosePorts, keepPorts } from './kept-ports';
import { endRecordedProcess, removeProcessRecord, writeProcessRecord } from './process-record';
import { prepareNamespace } from './ready';
import {
  configFileName,
  dynamicConfig,
  dynamicConfigFileName,
  dynamicSettings,
  portCount,
  serverConfig,
  sqliteFileName,
  type TemporalStore,
} from './server-config';
import { recordStore, setAsideForeignStore } from './store-version';

/** A program that can be a Temporal server: the server itself, or the `temporal` command line. */
export interface TemporalBinary {
  kind: 'server' | 'cli';
  path: string;
  /** Of the server, e.g. `1.32.1`. */
  version: string;
  /** How it was found, e.g. `cache`. */
  route: string;
}

export interface TemporalServerOptions {
  binary: TemporalBinary;
  /** Belongs to this server alone: configuration, log, process record and the SQLite file. */
  directory: string;
  /** A free one when left out. */
  grpcPort?: number;
  /** Only the command line brings a web page; left out, there is none. */
  uiPort?: number;
  /** Lets clients move a workflow's clock: for tests and rehearsal only. */
  timeSkipping: boolean;
  store: TemporalStore;
  /** Takes what a reader of the console should know. */
  report?: (line: string) => void;
}

export interface RunningTemporalServer {
  /** host:port for gRPC. */
  address: string;
  pid: number;
  /** Resolves when the process has ended, for whatever reason. */
  exited: Promise<void>;
  /** Ends the process (SIGTERM unless told otherwise, SIGKILL after 7 s) and waits for its end. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

export const namespace = 'default';

/**
 * Starts a Temporal server on 127.0.0.1 and waits until namespace `default` is usable. A server
 * that an earlier, killed parent left on the same directory is ended first.
 * @throws {Error} with the place of the log when the server does not come up.
 */
export async function startTemporalServer(
  options: TemporalServerOptions,
): Promise<RunningTemporalServer> {
  mkdirSync(options.directory, { recursive: true });
  await endRecordedProcess(options.directory);
  if (options.store.kind === 'sqlite') keepOwnStore(options);
  const ports = await keepPorts(options.directory, portCount);
  try {
    return await run(options, ports);
  } catch (error) {
    if (!(error instanceof EndedEarly)) throw error;
    // Another program may have taken one of the ports since they were found free.
    return run(options, await choosePorts(options.directory, portCount));
  }
}

/** The server ended before it was ready. */
class EndedEarly extends Error {}

async function run(
  options: TemporalServerOptions,
  [freePort = 0, ...internalPorts]: readonly number[],
): Promise<RunningTemporalServer> {
  const grpcPort = options.grpcPort ?? freePort;
  const address = `127.0.0.1:${grpcPort}`;
  writeConfig(options, grpcPort, internalPorts);
  const child = spawnServer(options, commandLine(options, grpcPort, internalPorts));
  const exited = exitOf(child);
  const abort = new AbortController();
  const stop = (signal: NodeJS.Signals = 'SIGTERM') => stopServer(child, exited, signal);
  void exited.then(() => {
    removeProcessRecord(options.directory);
    abort.abort(new EndedEarly('it ended at once'));
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${options.binary.path} cannot be started.`);
  writeProcessRecord(options.directory, pid);
  guardAgainstExit(child, exited);
  try {
    await prepareNamespace(address, namespace, abort.signal);
  } catch (error) {
    await stop();
    const Kind = error instanceof EndedEarly ? EndedEarly : Error;
    const message = `The Temporal server did not come up (${reason(error)}); see ${logFile(options.directory)}.`;
    throw new Kind(message, { cause: error });
  }
  recordStore(options.directory, options.binary);
  return { address, pid, exited, stop };
}

function keepOwnStore({ directory, binary, report }: TemporalServerOptions): void {
  const sentence = setAsideForeignStore(directory, binary, new Date());
  if (sentence) report?.(sentence);
}

function writeConfig(options: TemporalServerOptions, grpcPort: number, ports: readonly number[]) {
  const write = (name: string, text: string) =>
    writeFileSync(join(options.directory, name), text, { mode: 0o600 });
  write(configFileName, serverConfig(grpcPort, ports, options.store));
  write(dynamicConfigFileName, dynamicConfig(options.timeSkipping));
}

function commandLine(
  options: TemporalServerOptions,
  grpcPort: number,
  [httpPort]: readonly number[],
): string[] {
  if (options.binary.kind === 'server') {
    return ['--config-file', configFileName, '--allow-no-auth', 'start'];
  }
  if (options.store.kind !== 'sqlite') {
    throw new Error('The temporal command line keeps its workflows in SQLite only.');
  }
  const ui = options.uiPort === undefined ? ['--headless'] : ['--ui-port', String(options.uiPort)];
  const settings = Object.entries(dynamicSettings(options.timeSkipping));
  return [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(grpcPort)],
    ...['--http-port', String(httpPort), '--db-filename', sqliteFileName],
    ...['--namespace', namespace, '--log-level', 'warn', ...ui],
    ...settings.flatMap(([name, value]) => [
      '--dynamic-config-value',
      `${name}=${JSON.stringify(value)}`,
    ]),
  ];
}

function spawnServer(options: TemporalServerOptions, args: readonly string[]): ChildProcess {
  const log = openLog(options.directory);
  try {
    return spawn(options.binary.path, args, {
      cwd: options.directory,
      stdio: ['ignore', log, log],
      // A process group of its own: Ctrl-C reaches the parent alone, which stops things in order.
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
  } finally {
    closeSync(log);
  }
}

function logFile(directory: string): string {
  return join(directory, 'temporal.log');
}

/** A new log for each start; the one before is kept beside it. */
function openLog(directory: string): number {
  const file = logFile(directory);
  try {
    renameSync(file, `${file}.1`);
  } catch {
    // The first start has none.
  }
  return openSync(file, 'a', 0o600);
}

function exitOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
}

/** When this process ends in a way that still runs handlers, the server ends with it. */
function guardAgainstExit(child: ChildProcess, exited: Promise<void>): void {
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  void exited.then(() => process.off('exit', end));
}

async function stopServer(
  child: ChildProcess,
  exited: Promise<void>,
  signal: NodeJS.Signals,
): Promise<void> {
  child.kill(signal);
  const force = setTimeout(() => child.kill('SIGKILL'), 7_000);
  await exited;
  clearTimeout(force);
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
