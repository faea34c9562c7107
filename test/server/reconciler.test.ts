import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { Client } from '@temporalio/client';
import { pino } from 'pino';
import { startReconciler } from '../../server/relay/reconciler';
import { openTestDatabase } from '../support/databases';
import { eventually } from '../support/eventually';
import { namespace, openTemporal, uniqueTaskQueue } from '../support/temporal';

/** More than one page of the server's list holds. */
const ofOthers = 1_001;

it('asks for no list of what others run in its namespace: the server answers ten such questions a second', async () => {
  const temporal = await openTemporal();
  const { workflow } = temporal.client;
  const others = uniqueTaskQueue('others');
  const query = `ExecutionStatus = 'Running' AND TaskQueue = '${others}'`;
  const start = () =>
    workflow.start('nobody', { taskQueue: others, workflowId: randomUUID(), args: [] });
  for (let begun = 0; begun < ofOthers; begun += 77) {
    await Promise.all(Array.from({ length: 77 }, start));
  }
  await eventually('all of them are listed', async () => {
    return (await workflow.count(query)).count >= ofOthers;
  });
  const client = new Client({ connection: temporal.client.connection, namespace });
  const asked = jest.spyOn(client.workflowService, 'listWorkflowExecutions');
  const database = await openTestDatabase('pglite');
  const reconciler = startReconciler({
    database,
    municipalityIds: [],
    client,
    taskQueue: uniqueTaskQueue(),
    wake: () => Promise.reject(new Error('nothing is to be woken')),
    log: pino({ level: 'silent' }),
  });
  try {
    await reconciler.reconcile();
    expect(asked).toHaveBeenCalledTimes(1);
  } finally {
    await reconciler.stop();
    asked.mockRestore();
    await database.close();
    for await (const { workflowId } of workflow.list({ query })) {
      await workflow.getHandle(workflowId).terminate();
    }
    await temporal.close();
  }
}, 300_000);
