import { TestWorkflowEnvironment } from '@temporalio/testing';
import { fetchedCli, format } from './versions';

/**
 * Run as a process of its own by `routes/sdk-download.ts`: has Temporal's SDK fetch the command
 * line into the directory given as the only argument. The SDK downloads only in order to start
 * what it has downloaded, so the server is started and ended again.
 */
const [downloadDir] = process.argv.slice(2);
if (downloadDir === undefined) throw new Error('Name the directory to download into.');

const environment = await TestWorkflowEnvironment.createLocal({
  server: {
    executable: {
      type: 'cached-download',
      downloadDir,
      version: `v${format(fetchedCli)}`,
      ttl: '3650 days',
    },
  },
});
await environment.teardown();
