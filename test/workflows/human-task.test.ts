import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { auditOfCase } from '../../database/repositories/audit.repository';
import { tasksOfCase } from '../../database/repositories/task.repository';
import { openDatabase } from '../../database/open';
import type { Problem, ReceiptView } from '../../domain/api/shapes';
import { clockworkOf } from '../../scripts/rehearsal/time-skipping';
import { createWakeWorkflow } from '../../server/relay/wake-workflow';
import { failureConverterPath } from '../../worker/run';
import { wakeSignal } from '../../workflows/messages';
import { databaseKinds, makeTestDatabase } from '../support/databases';
import { eventually } from '../support/eventually';
import { refuseRows } from '../support/refuse-rows';
import { suiteNeeding } from '../support/suites';
import { startSystem, type System } from '../support/system';
import { startTcpProxy } from '../support/tcp-proxy';
import { forward, openTemporal } from '../support/temporal';
import { officer, passFirstReminder, runsOf } from '../support/walks';
import { asksForReview } from '../support/subjects';

describe.each(databaseKinds())('a task that closes at its deadline, on %s', (kind) => {
  let directory: string;
  let system: System;
  /** While it is held, no word reaches the workflows. */
  let held = false;
  let mend = async () => {};

  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'samverkan-bundle-'));
    const temporal = await openTemporal();
    system = await startSystem(kind, {
      temporal,
      workflowBundlePath: await bundle(directory),
      activityAttempts: 2,
      wake: (taskQueue) => {
        const wake = createWakeWorkflow(temporal.client, taskQueue);
        return async (...word) => {
          if (held) throw new Error('held');
          await wake(...word);
        };
      },
    });
  });
  afterAll(async () => {
    await system.close();
    await rm(directory, { recursive: true });
  });

  afterEach(() => mend());

  it('takes an answer that was there just before, though nobody told the workflow', async () => {
    const receipt = await system.apply();
    const mail = await asked(system, receipt);
    held = true;
    await system.answer(mail, { outcome: 'approve' });
    await passDeadline(system, receipt);
    held = false;
    await system.until(receipt, 'completed');
    const { tasks, outbox } = await recordOf(system, receipt);
    expect(tasks.map(({ state }) => state)).toEqual(['answered']);
    expect(outbox).toEqual([]);
  });

  it('refuses an answer after it, by saying that the task is closed', async () => {
    const receipt = await system.apply();
    const { api, target } = await system.follow(await asked(system, receipt));
    await passDeadline(system, receipt);
    await system.until(receipt, 'rejected');
    const answer = { answers: { outcome: 'approve' } };
    const refused = await api.post(`/api/sodertalje/tasks/${target.id}/answer`, answer);
    expect(refused.status).toBe(409);
    expect((await refused.json()) as Problem).toMatchObject({ code: 'task.closed' });
    const { tasks } = await recordOf(system, receipt);
    expect(tasks.map(({ state }) => state)).toEqual(['closed']);
    expect((await api.get(`/api/sodertalje/tasks/${target.id}`)).status).toBe(200);
  });

  it('decides one way when an answer and the deadline come at once', async () => {
    for (let round = 0; round < 3; round += 1) {
      const receipt = await system.apply();
      const { api, target } = await system.follow(await asked(system, receipt));
      const [answered] = await Promise.all([
        api.post(`/api/sodertalje/tasks/${target.id}/answer`, { answers: { outcome: 'approve' } }),
        passDeadline(system, receipt),
      ]);
      await system.until(receipt, answered.status === 200 ? 'completed' : 'rejected');
      expect([200, 409]).toContain(answered.status);
    }
  });

  it('waits visibly when its step cannot be recorded, and doubles nothing afterwards', async () => {
    const { database } = system.server;
    mend = await refuseRows(database, 'letter', 'true');
    const receipt = await system.apply();
    await needsAttention(system, receipt, ['unexpected']);
    await retry(system, receipt);
    await eventually('it has tried again', async () => (await faults(system, receipt)) >= 2);
    await mend();
    await retry(system, receipt);
    await system.answer(await asked(system, receipt), { outcome: 'approve' });
    await system.until(receipt, 'completed');
    const { audit, letters, steps, attention } = await deliveredOf(system, receipt);
    expect(attention).toEqual(['unexpected']);
    expect(audit.filter((event) => event === 'reviewRequested')).toHaveLength(1);
    expect(letters).toEqual(['reviewRequested sent']);
    expect(steps).toEqual(['end/completed', 'review/ask', 'review/begin']);
  });

  it('hears an answer while its reminder cannot be recorded', async () => {
    const receipt = await system.apply();
    const mail = await asked(system, receipt);
    mend = await refuseRows(system.server.database, 'letter', "new.template = 'reviewReminder'");
    await passFirstReminder(system, receipt);
    await needsAttention(system, receipt, ['unexpected']);
    await system.answer(mail, { outcome: 'approve' });
    await system.until(receipt, 'completed');
    await mend();
    expect((await deliveredOf(system, receipt)).letters).toEqual(['reviewRequested sent']);
  });

  it('waits for its letters when they cannot go, and sends each once', async () => {
    mend = await refuseRows(system.server.database, 'link', 'new.task_id is not null');
    const receipt = await system.apply();
    await needsAttention(system, receipt, ['unexpected']);
    await mend();
    await retry(system, receipt);
    await system.answer(await asked(system, receipt), { outcome: 'approve' });
    await system.until(receipt, 'completed');
    expect((await deliveredOf(system, receipt)).letters).toEqual(['reviewRequested sent']);
    const mails = await system.mailsTo(officer);
    expect(mails.filter(({ subject }) => subject.endsWith(receipt.number))).toHaveLength(1);
  });
});

suiteNeeding('postgres')('a database that is away for longer than ten seconds', () => {
  it('is waited for by an ordinary activity, and nothing is doubled or needs attention', async () => {
    const { where, remove } = await makeTestDatabase('postgres');
    if (!('url' in where)) throw new Error('PostgreSQL has an address');
    const url = new URL(where.url);
    const proxy = await startTcpProxy(url.hostname, Number(url.port));
    url.host = `127.0.0.1:${proxy.port}`;
    const temporal = await openTemporal();
    // Word that could not be noted as sent goes again, perhaps when the database is back already.
    let away = false;
    const system = await startSystem('postgres', {
      temporal,
      database: await openDatabase({ url: url.href }),
      // In real time: a local activity's own timeouts do not know virtual time.
      wake: (taskQueue) => {
        const wake = createWakeWorkflow(temporal.client, taskQueue);
        return async (...word) => {
          if (!away) await proxy.cut();
          away = true;
          await wake(...word);
        };
      },
    });
    try {
      const receipt = await system.apply();
      await eventually('an ordinary activity has taken over', async () =>
        (await ordinaryActivities(system, receipt)).includes('recordSteps'),
      );
      await proxy.open();
      await asked(system, receipt);
      const { audit, attention } = await recordOf(system, receipt);
      expect(audit.filter((event) => event === 'reviewRequested')).toHaveLength(1);
      expect(attention).toEqual([]);
    } finally {
      await system.close();
      await proxy.cut();
      await remove();
    }
  }, 120_000);
});

async function bundle(directory: string): Promise<string> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: path.join(import.meta.dirname, 'fixtures', 'closing-process.ts'),
    failureConverterPath,
    logger: new DefaultLogger('WARN'),
  });
  const file = path.join(directory, 'bundle.js');
  await writeFile(file, code);
  return file;
}

function asked(system: System, { number }: ReceiptView) {
  return system.mail(officer, asksForReview(number));
}

/** A workflow that ends on the way, or just before, has been there, too. */
async function passDeadline(system: System, receipt: ReceiptView): Promise<void> {
  const { client } = system.temporal;
  const id = system.workflowId(receipt);
  await forward(client, id, '26 days').catch(async (error: Error) => {
    if (error.message.includes('ended')) return;
    if ((await clockworkOf(client, id)).running) throw error;
  });
}

async function retry(system: System, receipt: ReceiptView): Promise<void> {
  const handle = system.temporal.client.workflow.getHandle(system.workflowId(receipt));
  await handle.signal(wakeSignal, 'retry');
}

async function needsAttention(
  system: System,
  receipt: ReceiptView,
  codes: readonly string[],
): Promise<void> {
  await eventually('it needs attention', async () => {
    const { attention } = await recordOf(system, receipt);
    return codes.every((code) => attention.includes(code));
  });
  const handle = system.temporal.client.workflow.getHandle(system.workflowId(receipt));
  expect((await handle.describe()).status.name).toBe('RUNNING');
}

async function eventsOf(system: System, receipt: ReceiptView) {
  return (await runsOf(system, receipt)).flatMap(({ events }) => events ?? []);
}

/** How many local activities have failed for good. */
async function faults(system: System, receipt: ReceiptView): Promise<number> {
  const events = await eventsOf(system, receipt);
  return events.filter((event) => event.markerRecordedEventAttributes?.failure).length;
}

async function ordinaryActivities(system: System, receipt: ReceiptView): Promise<string[]> {
  const events = await eventsOf(system, receipt);
  return events.flatMap(
    (event) => event.activityTaskScheduledEventAttributes?.activityType?.name ?? [],
  );
}

/** Once no letter waits: a mail is there a little before its letter stands as sent. */
function deliveredOf(system: System, receipt: ReceiptView) {
  return eventually('no letter waits', async () => {
    const record = await recordOf(system, receipt);
    return record.letters.every((letter) => !letter.endsWith('pending')) && record;
  });
}

async function recordOf(system: System, { caseId }: ReceiptView) {
  return system.server.database.transaction('sodertalje', async (tx) => {
    const letters = await tx
      .selectFrom('letter')
      .select(['template', 'state'])
      .where('case_id', '=', caseId)
      .execute();
    const steps = await tx
      .selectFrom('step')
      .select('step_key')
      .where('case_id', '=', caseId)
      .execute();
    const attention = await tx
      .selectFrom('attention')
      .select('code')
      .where('case_id', '=', caseId)
      .execute();
    const waiting = await tx
      .selectFrom('outbox')
      .select('kind')
      .where('case_id', '=', caseId)
      .where('consumed_at', 'is', null)
      .execute();
    return {
      tasks: await tasksOfCase(tx, 'sodertalje', caseId),
      audit: (await auditOfCase(tx, 'sodertalje', caseId)).map(({ event }) => event),
      letters: letters.map(({ template, state }) => `${template} ${state}`),
      steps: steps.map(({ step_key }) => step_key).sort(),
      attention: attention.map(({ code }) => code),
      outbox: waiting.map(({ kind }) => kind),
    };
  });
}
