import { openDatabase } from '../../../../database/open';
import { runSql, withDatabase } from '../../postgres-admin';
import { startPostgres } from '../../postgres-cluster';

const template = `samverkan_template_${process.pid}`;

/** TEST_DATABASE_URL when given, else a cluster of the run's own; and a migrated database to copy. */
export async function start() {
  const given = process.env.TEST_DATABASE_URL;
  const cluster = given ? undefined : await startPostgres();
  const adminUrl = given ?? cluster!.url;
  await runSql(adminUrl, `create database ${template}`);
  const database = await openDatabase({ url: withDatabase(adminUrl, template) });
  await database.close();
  await cutConnections(adminUrl);
  return {
    where: { adminUrl, template },
    stop: async () => {
      if (cluster) await cluster.remove();
      else await runSql(adminUrl, `drop database if exists ${template} with (force)`);
    },
  };
}

/** A database can be copied only while nobody is connected to it. */
async function cutConnections(adminUrl: string): Promise<void> {
  await runSql(
    adminUrl,
    `select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '${template}'`,
  );
}
