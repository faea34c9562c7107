import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { configuredMunicipalities } from '../../config/municipalities';
import { loadMunicipalities } from '../../database/load';
import type { Database } from '../../database/open';
import { startServer, type RunningServer, type ServerOptions } from '../../server/run';

export interface TestServer extends RunningServer {
  url: string;
  database: Database;
}

/** Nothing listens there: the API must work without Temporal. */
const nowhere = { address: '127.0.0.1:9', namespace: 'default', taskQueue: 'none' };

/** The real server on a database of its own, on any free port. Closing it closes the database too. */
export async function startTestServer(
  database: Database,
  options: Partial<ServerOptions> = {},
): Promise<TestServer> {
  const given = options.municipalities ?? [];
  await loadMunicipalities(
    database,
    configuredMunicipalities.map((each) => ({
      ...each,
      municipality: given.find(({ id }) => id === each.municipality.id) ?? each.municipality,
    })),
  );
  const pageDirectory = await mkdtemp(path.join(tmpdir(), 'samverkan-page-'));
  await writeFile(path.join(pageDirectory, 'index.html'), '<!doctype html><title>page</title>');
  const server = await startServer({
    database,
    temporal: nowhere,
    publicUrl: 'http://127.0.0.1',
    host: '127.0.0.1',
    port: 0,
    pageDirectory,
    municipalities: configuredMunicipalities.map(({ municipality }) => municipality),
    logLevel: 'silent',
    limits: {
      applications: 10_000,
      links: 10_000,
      linkRequests: 10_000,
      drafts: 10_000,
      uploads: 10_000,
    },
    ...options,
  });
  return {
    ...server,
    url: `http://127.0.0.1:${server.port}`,
    database,
    async close() {
      await server.close();
      await database.close();
      await rm(pageDirectory, { recursive: true, force: true });
    },
  };
}
