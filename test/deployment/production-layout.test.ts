import { findFreePorts } from '../../scripts/temporal/free-ports';
import { eventually } from '../support/eventually';
import { runSql, withDatabase } from '../support/postgres-admin';
import { suiteNeeding } from '../support/suites';
import { isOk, Production, untilReady } from './production';
import type { RunningProgram } from './running-program';

// Each program starts from its sources, on a busy machine several at once.
const LIMIT_MS = 150_000;

suiteNeeding('postgres', 'go')('the layout of docker-compose.yml', () => {
  let production: Production;
  let server: RunningProgram;
  let worker: RunningProgram;
  let url: string;

  beforeAll(async () => {
    production = await Production.start();
    const [port = 0] = await findFreePorts(1);
    url = `http://127.0.0.1:${port}`;
    server = production.startServer(port);
    await eventually('the server is live', () => isOk(`${url}/health/live`), {
      timeoutMs: LIMIT_MS,
    });
  }, 600_000);

  afterAll(() => production.stop());

  it('is not ready while there is no worker', async () => {
    expect(await production.workerHealth()).toBe(1);
    expect((await fetch(`${url}/health/ready`)).status).toBe(503);
  });

  it(
    'is ready with a worker',
    async () => {
      worker = production.startWorker();
      await untilReady(server, url);
      expect(await production.workerHealth()).toBe(0);
    },
    LIMIT_MS,
  );

  it('shows the site', async () => {
    const page = await fetch(`${url}/sodertalje`);
    expect(page.status).toBe(200);
    expect(await page.text()).toMatch(/<div id="root">/);
  });

  it('gives the site a role that sees rows of its municipality only', async () => {
    const [role] = await runSql(
      production.databaseUrl,
      'select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user',
    );
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
    });
  });

  it("keeps the site out of Temporal's databases", async () => {
    const foreign = withDatabase(production.databaseUrl, 'temporal');
    await expect(runSql(foreign, 'select 1')).rejects.toThrow(/permission denied/);
  });

  it(
    'can be prepared again while it runs, as after an update',
    async () => {
      await production.createDatabases();
      await production.createTemporalSchema();
      await production.prepareNamespace();
      await untilReady(server, url);
    },
    LIMIT_MS,
  );

  it(
    'serves from a second server as well',
    async () => {
      const [port = 0] = await findFreePorts(1);
      const second = production.startServer(port);
      await untilReady(second, `http://127.0.0.1:${port}`);
      expect(await second.end()).toBe(0);
    },
    LIMIT_MS,
  );

  it('ends server and worker with code 0 when asked to', async () => {
    expect(await Promise.all([server.end(), worker.end()])).toEqual([0, 0]);
  });
});
