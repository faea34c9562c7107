import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { openDatabase, type Database } from '../../database/open';
import { runSql, withDatabase } from './postgres-admin';
import { sharedPart } from './run/shared-part';
import { areAllSuitesRequired, noteSkipped } from './suites';
import { findTool } from './tools';

export type DatabaseKind = Database['kind'];

/** Where `openDatabase` finds a database. */
export type DatabasePlace = { url: string } | { directory: string };

/** An empty, migrated database of its own, and how to be rid of it. */
export interface TestDatabasePlace {
  where: DatabasePlace;
  /** Call after every connection has been closed. */
  remove(): Promise<void>;
}

/**
 * The databases to test on: `describe.each(databaseKinds())('links on %s', (kind) => { … })`.
 * PostgreSQL is left out, loudly, where there is none.
 */
export function databaseKinds(): DatabaseKind[] {
  if (findTool('postgres') || areAllSuitesRequired) return ['pglite', 'postgres'];
  noteSkipped('the tests on PostgreSQL', 'postgres');
  return ['pglite'];
}

/** A fresh database, for tests that open it themselves, perhaps more than once. */
export function makeTestDatabase(kind: DatabaseKind): Promise<TestDatabasePlace> {
  return kind === 'postgres' ? makePostgres() : makePglite();
}

/** A fresh database that no other test sees; `close()` also removes it. */
export async function openTestDatabase(kind: DatabaseKind): Promise<Database> {
  const { where, remove } = await makeTestDatabase(kind);
  const database = await openDatabase(where);
  return {
    ...database,
    close: async () => {
      await database.close();
      await remove();
    },
  };
}

async function makePglite(): Promise<TestDatabasePlace> {
  const { template } = await sharedPart('pglite');
  const directory = await mkdtemp(path.join(tmpdir(), 'samverkan-pglite-'));
  await copyDirectory(template, directory);
  return {
    where: { directory },
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}

/** Its thousand files take Node ten times as long as the system's own tool, where that is. */
async function copyDirectory(from: string, to: string): Promise<void> {
  if (process.platform === 'win32') await cp(from, to, { recursive: true });
  else await promisify(execFile)('cp', ['-R', `${from}/.`, to]);
}

async function makePostgres(): Promise<TestDatabasePlace> {
  const { adminUrl, template } = await sharedPart('postgres');
  const name = `samverkan_test_${randomBytes(8).toString('hex')}`;
  await runSql(adminUrl, `create database ${name} template ${template}`);
  return {
    where: { url: withDatabase(adminUrl, name) },
    remove: async () => {
      await runSql(adminUrl, `drop database ${name} with (force)`);
    },
  };
}
