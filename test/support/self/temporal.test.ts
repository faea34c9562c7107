import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { NativeConnection, Worker } from '@temporalio/worker';
import { eventually } from '../eventually';
import {
  forward,
  historyJson,
  namespace,
  openTemporal,
  skipFreely,
  startSkipping,
  uniqueTaskQueue,
  virtualTime,
  type TestTemporal,
} from '../temporal';
import type { sleeper } from './workflows/sleeper';

const DAY = 24 * 60 * 60 * 1000;
const taskQueue = uniqueTaskQueue();

let temporal: TestTemporal;
let connection: NativeConnection;
let worker: Worker;
let running: Promise<void>;

beforeAll(async () => {
  temporal = await openTemporal();
  connection = await NativeConnection.connect({ address: temporal.address });
  worker = await Worker.create({
    connection,
    namespace,
    taskQueue,
    workflowsPath: fileURLToPath(new URL('./workflows/sleeper.ts', import.meta.url)),
  });
  running = worker.run();
});

afterAll(async () => {
  worker.shutdown();
  await running;
  await connection.close();
  await temporal.close();
});

async function startSleeper(days: number) {
  return temporal.client.workflow.start<typeof sleeper>('sleeper', {
    workflowId: `sleeper-${randomUUID()}`,
    taskQueue,
    args: [days],
  });
}

async function mornings(workflowId: string): Promise<string[]> {
  return temporal.client.workflow.getHandle(workflowId).query<string[]>('mornings');
}

describe('a workflow that skips time', () => {
  it('sleeps a week in no time', async () => {
    const handle = await startSkipping(temporal.client, 'sleeper', {
      workflowId: `sleeper-${randomUUID()}`,
      taskQueue,
      args: [7],
    });
    expect(await handle.result()).toHaveLength(7);
  });

  it('gets exactly as far as it is forwarded', async () => {
    const before = Date.now();
    const { workflowId } = await startSleeper(3);
    const now = await forward(temporal.client, workflowId, '36 hours');
    expect(now.getTime() - before).toBeGreaterThanOrEqual(1.5 * DAY);
    expect(now.getTime() - before).toBeLessThan(2 * DAY);
    expect(await mornings(workflowId)).toHaveLength(1);
    await temporal.client.workflow.getHandle(workflowId).terminate();
  });

  it('is born in the future of the virtual calendar', async () => {
    const before = Date.now();
    const workflowId = `sleeper-${randomUUID()}`;
    await startSkipping(temporal.client, 'sleeper', {
      workflowId,
      taskQueue,
      args: [1],
      bornIn: '100 days',
    });
    const now = await eventually('the workflow is born', async () => {
      const time = await virtualTime(temporal.client, workflowId);
      return time.getTime() > before + 99 * DAY && time;
    });
    expect(now.getTime() - before).toBeGreaterThanOrEqual(100 * DAY);
    await temporal.client.workflow.getHandle(workflowId).terminate();
  });

  it('runs to its end once it may skip freely', async () => {
    const handle = await startSleeper(30);
    await skipFreely(temporal.client, handle.workflowId);
    expect(await handle.result()).toHaveLength(30);
  });

  it('refuses to be forwarded after its end', async () => {
    const handle = await startSleeper(0);
    await handle.result();
    await expect(forward(temporal.client, handle.workflowId, '1 day')).rejects.toThrow();
  });

  it('leaves a history that can be replayed', async () => {
    const handle = await startSleeper(0);
    await handle.result();
    const history = JSON.parse(await historyJson(temporal.client, handle.workflowId)) as unknown;
    await expect(
      Worker.runReplayHistory(
        { workflowsPath: fileURLToPath(new URL('./workflows/sleeper.ts', import.meta.url)) },
        history,
        handle.workflowId,
      ),
    ).resolves.toBeUndefined();
  });
});

describe('waiting', () => {
  it('says what it waited for in vain, and why', async () => {
    const waiting = eventually(
      'the cows come home',
      () => {
        throw new Error('no cows');
      },
      { timeoutMs: 50 },
    );
    await expect(waiting).rejects.toMatchObject({
      message: 'Waited in vain (50 ms) until the cows come home.',
      cause: { message: 'no cows' },
    });
  });
});
