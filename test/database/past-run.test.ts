import { hearWord } from '../../activities/records/past-run';
import { recordSteps } from '../../activities/records/record-steps';
import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import type { Database } from '../../database/open';
import { getCase, lockCase, reopenCase } from '../../database/repositories/case.repository';
import { addToOutbox, hasWord } from '../../database/repositories/outbox.repository';
import { builtInProcesses } from '../../domain/processes';
import { createProcessRegistry } from '../../domain/processes/registry';
import { databaseKinds, openTestDatabase } from '../support/databases';
import { LedgerForTest } from '../support/ledger';

const { id } = sodertalje;
const at = new Date('2028-03-01T09:00:00Z');

/** Temporal repeats the last task of a run when word comes while it ends; by then its case may go on elsewhere. */
describe.each(databaseKinds())('a run that repeats itself, on %s', (kind) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  });
  afterAll(() => database.close());

  it('takes no word from the one after it, and does not say where its case stands', async () => {
    const caseId = await (await LedgerForTest.on(database)).aCase('KS 28/1');
    const processes = createProcessRegistry(builtInProcesses);
    const dependencies = { database, processes, forms: processes.forms };
    const records = { ...dependencies, municipality: () => sodertalje };
    const inCase = <T>(run: Parameters<typeof database.transaction<T>>[1]) =>
      database.transaction(id, run);
    const past = { municipalityId: id, caseId, phase: 'settledAnew', generation: 1 };
    const end = {
      ...{ process: past, at: at.getTime() },
      steps: [{ key: 'settledAnew/end/1', close: true }] as const,
    };
    await recordSteps(records, end);
    await inCase(async (tx) => {
      const again = { phase: 'restAnew', state: 'awaitingDecision', again: true } as const;
      await reopenCase(tx, await lockCase(tx, id, caseId), again);
      await addToOutbox(tx, id, { caseId, kind: 'look', at });
    });
    const next = { phase: 'restAnew', generation: 2, lap: 2 };

    const hear = (generation: number) =>
      inCase(async (tx) => hearWord(tx, await lockCase(tx, id, caseId), { generation }, at));
    await hear(past.generation);
    await recordSteps(records, end);
    expect(await inCase((tx) => hasWord(tx, id, caseId))).toBe(true);
    expect((await inCase((tx) => getCase(tx, id, caseId))).phase).toEqual(next);

    await hear(next.generation);
    expect(await inCase((tx) => hasWord(tx, id, caseId))).toBe(false);
  });
});
