import { statfs } from 'node:fs/promises';
import { cpus, loadavg, release, tmpdir, totalmem, type } from 'node:os';
import { sql } from 'kysely';
import type { Database } from '../../database/database';

const tmpfs = 0x01021994;

/** The machine and what runs on it, in lines for the reader of the figures. */
export async function describeMachine(temporalVersion: string): Promise<string[]> {
  const processors = cpus();
  const { type: kind } = await statfs(tmpdir());
  return [
    `Machine: ${processors.length} × ${processors[0]?.model.trim()}, ` +
      `${Math.round(totalmem() / 2 ** 30)} GB of memory, ${type()} ${release()}`,
    `Node ${process.versions.node}; Temporal server ${temporalVersion}, SQLite with WAL and ` +
      `synchronous=2 on ${kind === tmpfs ? 'a file system IN MEMORY (not durable)' : 'disk'}`,
    loadLine(),
  ];
}

/** Others on the machine make figures worse and their spread wider. */
export function loadLine(): string {
  return `Load of the last 1, 5 and 15 minutes: ${loadavg()
    .map((load) => load.toFixed(1))
    .join(', ')}`;
}

/** The database's version and how durable its commits are, as it says itself. */
export async function describeDatabase(database: Database, municipalityId: string) {
  const { rows } = await database.transaction(municipalityId, (tx) =>
    sql<{ version: string; fsync: string; commit: string }>`select
      current_setting('server_version') as version, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as commit`.execute(tx),
  );
  const [settings] = rows;
  if (!settings) throw new Error('The database does not say what it is.');
  const name = database.kind === 'pglite' ? 'PGlite (PostgreSQL in this process)' : 'PostgreSQL';
  return `${name} ${settings.version}: fsync ${settings.fsync}, synchronous_commit ${settings.commit}`;
}
