import { fileURLToPath } from 'node:url';
import { configuredMunicipalities } from '../config/municipalities';
import { runProcess, type Running } from '../config/run-process';
import { explainSettings, readServerSettings } from '../config/settings';
import { beginWheels } from '../database/begin-wheels';
import { loadMunicipalities } from '../database/load';
import { openDatabase } from '../database/open';
import { startServer } from './run';

const pageDirectory = fileURLToPath(new URL('../dist/page', import.meta.url));

/** The server as a process of its own, on PostgreSQL; see docker-compose.yml. */
async function begin(): Promise<Running> {
  const settings = readServerSettings();
  const database = await openDatabase({ url: settings.databaseUrl });
  await loadMunicipalities(database, configuredMunicipalities);
  const municipalities = configuredMunicipalities.map(({ municipality }) => municipality);
  await beginWheels(database, municipalities, new Date());
  const server = await startServer({
    database,
    temporal: {
      address: settings.temporalAddress,
      namespace: settings.temporalNamespace,
      taskQueue: settings.temporalTaskQueue,
    },
    publicUrl: settings.publicUrl,
    host: settings.host,
    port: settings.port,
    trustedProxies: settings.trustedProxies,
    pageDirectory,
    municipalities,
    oidc: settings.oidc,
    bounces: settings.bounces,
    logLevel: settings.logLevel,
  });
  return {
    async stop() {
      await server.close();
      await database.close();
    },
  };
}

await runProcess(begin, { explain: explainSettings });
