/**
 * Posts five hundred transfers of the case that is named, all at once and in an order of its own, in the
 * database that is given: `{"url": …}` or `{"directory": …}`. It may be killed and started again.
 */
import { openDatabase } from '../../database/open';
import { LedgerForTest } from '../support/ledger';
import { manyTransfers, postStubbornly } from './many-transfers';

const [where = '', caseId = ''] = process.argv.slice(2);
const database = await openDatabase(JSON.parse(where) as Parameters<typeof openDatabase>[0]);
const ledger = await LedgerForTest.on(database);
const inAnyOrder = manyTransfers(caseId)
  .map((transfer) => ({ transfer, rank: Math.random() }))
  .sort((a, b) => a.rank - b.rank);
process.stdout.write('begun\n');
await Promise.all(
  inAnyOrder.map(async ({ transfer }) => {
    // A dot for each that is new.
    if (!(await postStubbornly(ledger, transfer))) process.stdout.write('.');
  }),
);
await database.close();
process.stdout.write('all posted\n');
