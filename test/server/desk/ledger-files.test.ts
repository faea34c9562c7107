import type { LedgerAnswer, LedgerFilesAnswer } from '../../../domain/api/ledger';
import type { Problem } from '../../../domain/api/shapes';
import { reverseTransaction } from '../../../database/repositories/ledger.repository';
import { carryOverEntries } from '../../../domain/ledger/posting';
import type { ApiClient } from '../../support/api-client';
import { databaseKinds, openTestDatabase } from '../../support/databases';
import { aTransfer, book, LedgerForTest } from '../../support/ledger';
import { signIn, startDeskServer } from '../../support/officials';
import { readSie, type SieContents } from '../../support/sie';
import { suiteNeeding } from '../../support/suites';
import type { TestServer } from '../../support/test-server';

const desk = '/api/sodertalje/desk';
const files = `${desk}/ledger-files`;

/** What an accounting system has after it has imported files: öre by committee and line. */
function imported(contents: readonly SieContents[]): Record<string, number> {
  const owner = new Map(
    Object.entries(book.accounts).map(([id, { objects }]) => [objects[20], id]),
  );
  const sums: Record<string, number> = {};
  for (const { vouchers } of contents) {
    for (const [, objects, amount, , line] of vouchers.flatMap((each) => each.transactions)) {
      const committee = owner.get(objects?.[1] ?? '') ?? 'nobody';
      const key = `${committee} ${String(line)}`;
      // A committee's money stands in credit.
      sums[key] = (sums[key] ?? 0) - Math.round(Number(amount) * 100);
    }
  }
  return Object.fromEntries(Object.entries(sums).filter(([, ore]) => ore !== 0));
}

suiteNeeding('cargo')('the files for the accounting system', () => {
  describe.each(databaseKinds())('on %s', (kind) => {
    let server: TestServer;
    let ledger: LedgerForTest;
    let controller: ApiClient;
    let caseId: string;

    beforeEach(async () => {
      const database = await openTestDatabase(kind);
      ledger = await LedgerForTest.on(database);
      server = await startDeskServer(database);
      controller = await signIn(server.url, 'sodertalje', 'controller');
      caseId = await ledger.aCase('KS 17/53');
    });
    afterEach(() => server.close());

    const made = () => controller.read<LedgerFilesAnswer>(files);
    const make = async (year: number, after: number) => {
      const response = await controller.post(`${files}/${year}`, { after });
      return response.ok ? response.status : ((await response.json()) as Problem).code;
    };
    const read = async (year: number, number: number) => {
      const file = await controller.get(`${files}/${year}/${number}`);
      return readSie(new Uint8Array(await file.arrayBuffer()));
    };
    const readAll = async (year: number) => {
      const { files: all = [] } = (await made()).years.find((each) => each.year === year) ?? {};
      return Promise.all(all.map(({ number }) => read(year, number)));
    };
    /** The same from the ledger itself; öre by committee and line, the source left out. */
    const kept = async (year: number) => {
      const rows = await server.database.transaction('sodertalje', (tx) =>
        tx
          .selectFrom('ledger_entry')
          .select((of) => ['committee', 'line', of.fn.sum<string>('ore').as('ore')])
          .where('year', '=', year)
          .where('committee', '!=', book.source)
          .groupBy(['committee', 'line'])
          .execute(),
      );
      const sums = rows.map(({ committee, line, ore }) => [`${committee} ${line}`, Number(ore)]);
      return Object.fromEntries(sums.filter(([, ore]) => ore !== 0)) as Record<string, number>;
    };
    const ofCommittees = (sums: Record<string, number>) =>
      Object.fromEntries(
        Object.entries(sums).filter(([key]) => !key.startsWith(`${book.source} `)),
      );

    const carryOver = (step: string, ore: number) =>
      ledger.post({
        ...aTransfer(caseId, step, 1),
        ...{ kind: 'carryOver', postedOn: '2019-02-01', decision: 'KF 2019-01-28 § 12' },
        entries: carryOverEntries('KFN', 2018, ore, 'Konferens'),
      });

    it('have together what the ledger has of a year, by committee and line, to the öre, each once', async () => {
      await ledger.adopt('KS', 2018, 100_000);
      await ledger.adopt('KFN', 2018, 20_000);
      await ledger.post(aTransfer(caseId, '2018', 43_000));
      expect(await make(2018, 0)).toBe(201);
      // More is posted when the first file has been imported: a transfer back, a carry-over, a new budget.
      await ledger.post(aTransfer(caseId, 'back', 1_000, { giver: 'KFN', receiver: 'EN' }));
      const { id } = await carryOver('carry', 850_049);
      await ledger.adopt('KS', 2018, 90_000, 1);
      expect(await make(2018, 1)).toBe(201);
      expect(await make(2019, 0)).toBe(201);
      for (const year of [2018, 2019]) {
        expect(ofCommittees(imported(await readAll(year)))).toEqual(await kept(year));
      }
      // Taken back, the carry-over comes once more, the other way, in a file of each of its years.
      await server.database.transaction('sodertalje', (tx) => {
        const key = { caseId, phase: 'reverse', step: id };
        const on = { postedOn: '2019-06-03', decision: 'Upphävt', recordedBy: 'system' };
        return reverseTransaction(tx, 'sodertalje', { id, key, ...on }, book);
      });
      expect(await make(2018, 2)).toBe(201);
      expect(await make(2019, 1)).toBe(201);
      for (const year of [2018, 2019]) {
        expect(ofCommittees(imported(await readAll(year)))).toEqual(await kept(year));
      }
      expect(imported(await readAll(2019))).toEqual({});
      // The whole of the municipality neither has nor lacks anything by what its committees give each other.
      const sums = imported(await readAll(2018));
      expect(Object.values(sums).reduce((a, b) => a + b, 0)).toBe(0);
    });

    it('say of a carry-over what leaves the one year and what comes in to the other', async () => {
      await ledger.adopt('KFN', 2018, 20_000);
      expect(await make(2018, 0)).toBe(201);
      await carryOver('carry', 850_049);
      await make(2018, 1);
      await make(2019, 0);
      const [leaves, comes] = [await read(2018, 2), await read(2019, 1)];
      const decision = 'KF 2019-01-28 par. 12, KS 17/53';
      expect(leaves.vouchers).toEqual([
        {
          header: ['', '', '20181231', `Ombudgetering till 2019, ${decision}`, '20190201'],
          transactions: [
            ['4950', ['20', '3100', '21', '315'], '8500.49', '20181231', 'Konferens'],
            ['2990', ['20', '1000'], '-8500.49', '20181231', 'Konferens'],
          ],
        },
      ]);
      expect(comes.vouchers).toEqual([
        {
          header: ['', '', '20190201', `Ombudgetering från 2018, ${decision}`],
          transactions: [
            ['4950', ['20', '3100', '21', '315'], '-8500.49', '20190201', 'Konferens'],
            ['2990', ['20', '1000'], '8500.49', '20190201', 'Konferens'],
          ],
        },
      ]);
      expect(comes.records.PROSA).toEqual([
        ['Budgetåret 2019, fil 1. Varje fil läses in en gång.'],
      ]);
    });

    it('are apart from a committee’s own statement, which has its half of everything, to the öre', async () => {
      await ledger.adopt('KS', 2018, 100_000);
      await ledger.adopt('KFN', 2018, 20_000);
      await ledger.post(aTransfer(caseId, '2018', 43_000));
      await carryOver('carry', 850_049);
      const statement = async (committee: string, year: number) => {
        const file = await controller.get(`${desk}/ledger/${committee}/${year}/statement.si`);
        return readSie(new Uint8Array(await file.arrayBuffer()));
      };
      const own = await statement('KFN', 2018);
      expect(own.records.PROSA).toEqual([
        [
          'Kontoutdrag Kultur- och fritidsnämnden 2018. Bokförs genom kommunens filer, inte härifrån.',
        ],
      ]);
      expect(own.vouchers.map(({ header }) => header[3])).toEqual([
        'Budget, KF 2017-11-26 par. 210',
        'Överföring, KF 2018-09-24 par. 142, KS 17/53',
        'Ombudgetering till 2019, KF 2019-01-28 par. 12, KS 17/53',
      ]);
      expect(own.vouchers[1]?.transactions).toEqual([
        ['4950', ['20', '3100', '21', '315'], '-43000.00', '20181001', 'Konferens'],
        ['2990', ['20', '1000'], '43000.00', '20181001', 'Konferens'],
      ]);
      for (const [committee, year] of [['KS', 2018] as const, ['KFN', 2018] as const]) {
        const all = Object.entries(await kept(year));
        const theirs = all.filter(([key]) => key.startsWith(`${committee} `));
        const read = ofCommittees(imported([await statement(committee, year)]));
        expect(read).toEqual(Object.fromEntries(theirs));
      }
    });

    it('are made once of each transaction, also by two at once, and stay as they are', async () => {
      await ledger.adopt('KS', 2018, 100_000);
      await ledger.post(aTransfer(caseId, '2018', 43_000));
      expect((await made()).years).toEqual([{ year: 2018, waiting: 4, files: [] }]);
      const both = await Promise.all([make(2018, 0), make(2018, 0)]);
      expect(both.sort()).toEqual([201, 'ledger.fileMadeBy']);
      expect((await made()).years).toMatchObject([
        { waiting: 0, files: [{ number: 1, entries: 4, madeBy: 'Clara Dal' }] },
      ]);
      expect(await make(2018, 1)).toBe('ledger.nothingNew');
      const first = await read(2018, 1);
      await ledger.post(aTransfer(caseId, 'more', 1_000));
      expect((await made()).years).toMatchObject([{ waiting: 2 }]);
      expect(await read(2018, 1)).toEqual(first);
      expect(await make(2030, 0)).toBe('page.unknown');
      expect((await controller.get(`${files}/2018/2`)).status).toBe(404);
      const { pots } = await controller.read<LedgerAnswer>(`${desk}/ledger`);
      expect(pots).toHaveLength(2);
    });
  });
});
