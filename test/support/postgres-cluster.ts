import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePorts } from '../../scripts/temporal/free-ports';
import { runSql } from './postgres-admin';
import { adviceFor, findPostgres } from './tools';

export interface PostgresCluster {
  /** As the superuser, on its database `postgres`. */
  url: string;
  /** Ends the server (SIGINT: clients are cut off; SIGKILL: as in a power failure). */
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it again on the same port and data after `stop`. */
  start(): Promise<void>;
  /** Ends it and removes the data. */
  remove(): Promise<void>;
}

export interface PostgresOptions {
  /** Whether commits survive a power failure; tests seldom need to pay for it. */
  durable?: boolean;
}

const START_LIMIT_MS = 30_000;

/**
 * A PostgreSQL server of one's own on 127.0.0.1, in a temporary directory. As root it runs as the
 * user `postgres`, since PostgreSQL refuses root.
 */
export async function startPostgres(options: PostgresOptions = {}): Promise<PostgresCluster> {
  const owner = serverUser();
  const directory = mkdtempSync(path.join(tmpdir(), 'samverkan-postgres-'));
  if (owner) chownSync(directory, owner.uid, owner.gid);
  initialise(directory, owner);
  const [port] = await findFreePorts(1);
  const log = path.join(directory, 'log');
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const settings = serverSettings(directory, port!, options.durable ?? false);
  let server: ChildProcess | undefined;

  const start = async () => {
    server = spawn(program('postgres'), ['-D', path.join(directory, 'data'), ...settings], {
      ...owner,
      cwd: directory,
      stdio: ['ignore', 'ignore', openSync(log, 'a')],
    });
    await untilReady(url, server, log);
  };
  const stop = async (signal: NodeJS.Signals = 'SIGINT') => {
    if (server?.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
  };
  const remove = async () => {
    await stop();
    await rm(directory, { recursive: true, force: true });
  };
  await start();
  return { url, start, stop, remove };
}

interface Owner {
  uid: number;
  gid: number;
}

/** Whom the server runs as: `postgres` when we are root, else ourselves. */
function serverUser(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function program(name: string): string {
  const found = findPostgres(name);
  if (!found) throw new Error(adviceFor('postgres'));
  return found;
}

function initialise(directory: string, owner: Owner | undefined): void {
  execFileSync(
    program('initdb'),
    [
      ...['-D', path.join(directory, 'data'), '-U', 'postgres', '--auth=trust'],
      ...['--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    ],
    { ...owner, cwd: directory, stdio: ['ignore', 'ignore', 'pipe'] },
  );
}

function serverSettings(directory: string, port: number, durable: boolean): string[] {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: directory,
    max_connections: 300,
    log_min_messages: 'fatal',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function untilReady(url: string, server: ChildProcess, log: string): Promise<void> {
  const giveUp = Date.now() + START_LIMIT_MS;
  for (;;) {
    try {
      await runSql(url, 'select 1');
      return;
    } catch (error) {
      if (server.exitCode !== null || Date.now() > giveUp) {
        throw new Error(`PostgreSQL did not start.\n${readFileSync(log, 'utf8')}`, {
          cause: error,
        });
      }
      await sleep(50);
    }
  }
}
