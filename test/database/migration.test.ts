import { spawn } from 'node:child_process';
import path from 'node:path';
import { openDatabase } from '../../database/open';
import { migrations } from '../../database/migrate';
import { databaseKinds, makeTestDatabase, type TestDatabasePlace } from '../support/databases';
import { runSql, withDatabase } from '../support/postgres-admin';
import { openRaw } from '../support/raw-sql';
import { sharedPart } from '../support/run/shared-part';
import { suiteNeeding } from '../support/suites';

const root = path.resolve(import.meta.dirname, '../..');

describe.each(databaseKinds())('migration on %s', (kind) => {
  let place: TestDatabasePlace;

  beforeAll(async () => {
    place = await makeTestDatabase(kind);
  });
  afterAll(() => place.remove());

  it('changes nothing the second time', async () => {
    await migrateHere();
    const first = await schema();
    await migrateHere();
    expect(await schema()).toEqual(first);
  });

  async function migrateHere(): Promise<void> {
    await (await openDatabase(place.where)).close();
  }

  async function schema() {
    const raw = await openRaw(place.where);
    const tables = await raw.query(
      `select table_name, column_name, data_type, is_nullable from information_schema.columns
       where table_schema = 'public' order by 1, 2`,
    );
    const migrations = await raw.query('select number, recorded_at::text from migration');
    await raw.close();
    expect(tables.rows.length).toBeGreaterThan(50);
    return { tables: tables.rows, migrations: migrations.rows };
  }
});

suiteNeeding('postgres')('migration of an empty PostgreSQL', () => {
  const name = `samverkan_migration_${process.pid}`;
  let adminUrl: string;

  beforeAll(async () => {
    ({ adminUrl } = await sharedPart('postgres'));
    await runSql(adminUrl, `create database ${name}`);
  });
  afterAll(() => runSql(adminUrl, `drop database if exists ${name} with (force)`));

  it('is done once by four processes that start at the same moment', async () => {
    const url = withDatabase(adminUrl, name);
    const ends = await Promise.all(Array.from({ length: 4 }, () => migrateInOwnProcess(url)));
    expect(ends).toEqual(Array.from({ length: 4 }, () => ({ code: 0, said: 'migrated\n' })));
    expect(await runSql(url, 'select number from migration order by number')).toEqual(
      migrations.map(({ number }) => ({ number })),
    );
    expect(await runSql(url, 'select count(*)::int as count from cases')).toEqual([{ count: 0 }]);
  });

  function migrateInOwnProcess(url: string): Promise<{ code: number | null; said: string }> {
    const script = path.join(import.meta.dirname, 'migrate.process.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', script, url], {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    }
    return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
  }
});
