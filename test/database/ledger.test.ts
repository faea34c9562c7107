import { randomUUID } from 'node:crypto';
import { openDatabase, type Database } from '../../database/open';
import {
  budgetVersions,
  plannedKey,
  plannedYears,
  recordPlan,
} from '../../database/repositories/budget.repository';
import { findTransaction, reverseTransaction } from '../../database/repositories/ledger.repository';
import { plannedEntries, planOf } from '../../domain/ledger/plan';
import { carryOverEntries } from '../../domain/ledger/posting';
import { databaseKinds, makeTestDatabase, type TestDatabasePlace } from '../support/databases';
import { aTransfer, book, LedgerForTest } from '../support/ledger';
import { openRaw } from '../support/raw-sql';

const municipality = 'sodertalje';

describe.each(databaseKinds())('the ledger on %s', (kind) => {
  let place: TestDatabasePlace;
  let database: Database;
  let ledger: LedgerForTest;
  let caseId: string;

  beforeEach(async () => {
    place = await makeTestDatabase(kind);
    database = await openDatabase(place.where);
    ledger = await LedgerForTest.on(database);
    caseId = await ledger.aCase('KS 18/1');
    await ledger.adopt('KS', 2018, 100_000);
  });
  afterEach(async () => {
    await database.close();
    await place.remove();
  });

  /** Kronor by committee and year, the source among them. */
  async function pots(): Promise<Record<string, number>> {
    const rows = await database.transaction(municipality, (tx) =>
      tx.selectFrom('ledger_balance').selectAll().execute(),
    );
    const entries = rows.map(({ committee, year, ore }) => [`${committee} ${year}`, +ore / 100]);
    return Object.fromEntries(entries) as Record<string, number>;
  }

  const counted = (table: 'ledger_entry' | 'ledger_transaction') =>
    database.transaction(municipality, async (tx) => {
      const rows = await tx.selectFrom(table).select('municipality_id').execute();
      return rows.length;
    });

  it('posts the same key once, and refuses another content under it', async () => {
    const transfer = aTransfer(caseId, '2018', 43_000);
    const first = await ledger.post(transfer);
    expect(first.again).toBe(false);
    expect(await ledger.post({ ...transfer, postedOn: '2018-10-02' })).toEqual({
      id: first.id,
      again: true,
    });
    await expect(ledger.post(aTransfer(caseId, '2018', 42_000))).rejects.toMatchObject({
      code: 'ledger.differentPosting',
    });
    expect(await pots()).toEqual({ 'KF 2018': -100_000, 'KS 2018': 57_000, 'KFN 2018': 43_000 });
  });

  it('answers again also when the money is gone meanwhile', async () => {
    const all = aTransfer(caseId, 'all', 100_000);
    const { id } = await ledger.post(all);
    expect(await ledger.post(all)).toEqual({ id, again: true });
  });

  it('posts nothing beyond what is decided for the year', async () => {
    await expect(ledger.post(aTransfer(caseId, 'a', 100_001))).rejects.toMatchObject({
      code: 'ledger.notCovered',
      values: { committee: 'KS', year: '2018', available: '100\u00a0000', amount: '100\u00a0001' },
    });
    await expect(ledger.post(aTransfer(caseId, 'b', 1, { year: 2019 }))).rejects.toMatchObject({
      code: 'ledger.yearNotDecided',
    });
    await expect(ledger.post(aTransfer(caseId, 'c', 1, { giver: 'SN' }))).rejects.toMatchObject({
      code: 'ledger.noAccount',
      values: { committee: 'SN' },
    });
    expect(await pots()).toEqual({ 'KF 2018': -100_000, 'KS 2018': 100_000 });
    expect(await counted('ledger_transaction')).toBe(1);
  });

  it('lets one of two win who want the same money at once', async () => {
    const both = ['a', 'b'].map((step) => ledger.post(aTransfer(caseId, step, 60_000)));
    const settled = await Promise.allSettled(both);
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = settled.find(({ status }) => status === 'rejected');
    expect(refused).toMatchObject({ reason: { code: 'ledger.notCovered' } });
    expect(await pots()).toMatchObject({ 'KS 2018': 40_000, 'KFN 2018': 60_000 });
  });

  it('gives one transaction to all who post the same at once', async () => {
    const all = Array.from({ length: 20 }, () => ledger.post(aTransfer(caseId, 'a', 1000)));
    const posted = await Promise.all(all);
    expect(new Set(posted.map(({ id }) => id)).size).toBe(1);
    expect(posted.filter(({ again }) => !again)).toHaveLength(1);
    expect(await pots()).toMatchObject({ 'KFN 2018': 1000 });
  });

  it('keeps the place and the balance of every entry of a pot', async () => {
    const steps = Array.from({ length: 12 }, (_, i) => aTransfer(caseId, String(i), i + 1));
    await Promise.all(steps.map((posting) => ledger.post(posting)));
    const entries = await database.transaction(municipality, (tx) =>
      tx
        .selectFrom('ledger_entry')
        .select(['sequence', 'ore', 'balance'])
        .where('committee', '=', 'KFN')
        .orderBy('sequence')
        .execute(),
    );
    expect(entries.map(({ sequence }) => sequence)).toEqual(steps.map((_, i) => i + 1));
    let balance = 0;
    for (const entry of entries) expect(Number(entry.balance)).toBe((balance += Number(entry.ore)));
    expect(balance).toBe(78 * 100);
  });

  it('takes a transaction back by a new one, once', async () => {
    const { id } = await ledger.post(aTransfer(caseId, '2018', 43_000));
    const reverse = (step: string, which = id) =>
      database.transaction(municipality, (tx) =>
        reverseTransaction(
          tx,
          municipality,
          {
            id: which,
            key: { caseId, phase: 'reverse', step },
            postedOn: '2018-11-01',
            decision: 'KF 2018-10-29 § 190',
            recordedBy: 'controller',
          },
          book,
        ),
      );
    const settled = await Promise.allSettled([reverse('a'), reverse('b')]);
    const done = settled.find((each) => each.status === 'fulfilled');
    expect(settled.find((each) => each.status === 'rejected')).toMatchObject({
      reason: { code: 'ledger.alreadyReversed' },
    });
    expect(await pots()).toEqual({ 'KF 2018': -100_000, 'KS 2018': 100_000, 'KFN 2018': 0 });
    await expect(reverse('c', done!.value.id)).rejects.toMatchObject({
      code: 'ledger.notReversible',
    });
    await expect(reverse('d', randomUUID())).rejects.toMatchObject({ code: 'ledger.unknown' });
    const found = await database.transaction(municipality, (tx) =>
      findTransaction(tx, municipality, done!.value.id),
    );
    expect(found).toMatchObject({ kind: 'reversal', caseId, postedOn: '2018-11-01' });
    expect(found?.entries.map(({ committee, ore }) => [committee, ore])).toEqual([
      ['KFN', -4_300_000],
      ['KS', 4_300_000],
    ]);
  });

  it('does not take back what the receiver no longer has', async () => {
    const { id } = await ledger.post(aTransfer(caseId, 'a', 43_000));
    const onwards = { giver: 'KFN', receiver: 'EN' };
    await ledger.post(aTransfer(caseId, 'b', 40_000, onwards));
    const reversal = {
      id,
      key: { caseId, phase: 'reverse', step: 'a' },
      postedOn: '2018-11-01',
      decision: 'KF 2018-10-29 § 190',
      recordedBy: 'controller',
    };
    await expect(
      database.transaction(municipality, (tx) =>
        reverseTransaction(tx, municipality, reversal, book),
      ),
    ).rejects.toMatchObject({ code: 'ledger.notCovered', values: { committee: 'KFN' } });
  });

  it('carries over what is left, and no more', async () => {
    const carry = (ore: number) =>
      ledger.post({
        ...aTransfer(caseId, `carry ${ore}`, 1),
        kind: 'carryOver',
        entries: carryOverEntries('KS', 2018, ore),
      });
    await expect(carry(10_000_001)).rejects.toMatchObject({ code: 'ledger.notCovered' });
    await carry(10_000_000);
    expect(await pots()).toMatchObject({ 'KS 2018': 0, 'KS 2019': 100_000 });
  });

  it('keeps every version of a budget and posts what each changes', async () => {
    await ledger.post(aTransfer(caseId, 'a', 80_000));
    await ledger.adopt('KS', 2018, 90_000, 1);
    expect(await pots()).toEqual({ 'KF 2018': -90_000, 'KS 2018': 10_000, 'KFN 2018': 80_000 });
    await expect(ledger.adopt('KS', 2018, 79_999, 2)).rejects.toMatchObject({
      code: 'budget.belowPosted',
      values: { available: '10\u00a0000', amount: '10\u00a0001' },
    });
    await expect(ledger.adopt('KS', 2018, 90_000, 2)).rejects.toMatchObject({
      code: 'budget.unchanged',
    });
    await expect(ledger.adopt('KS', 2018, 95_000, 1)).rejects.toMatchObject({
      code: 'budget.changed',
    });
    const versions = await database.transaction(municipality, (tx) =>
      budgetVersions(tx, municipality, 'KS', 2018),
    );
    expect(versions.map(({ version, ore }) => [version, ore])).toEqual([
      [1, 10_000_000],
      [2, 9_000_000],
    ]);
  });

  it('lets one of two win who record a budget at once', async () => {
    const both = [80_000, 90_000].map((kronor) => ledger.adopt('KFN', 2018, kronor));
    const settled = await Promise.allSettled(both);
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(settled.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'budget.changed' },
    });
  });

  it('plans the case of 2018, posts each year once its budget is there, and says what is missing', async () => {
    const amounts = {
      years: [2018, 2019, 2020],
      lines: [
        { name: 'Facilitator (konsult)', amounts: [40_000, 80_000, 40_000] },
        { name: 'Konferens', amounts: [3_000, 6_000, 3_000] },
      ],
    };
    const plan = planOf(amounts, { giver: 'KS', receiver: 'KFN' });
    const keep = () =>
      database.transaction(municipality, (tx) =>
        recordPlan(tx, municipality, caseId, 'KF 2018-09-24 § 142', plan),
      );
    await keep();
    await keep();
    const stand = async () => {
      const years = await database.transaction(municipality, (tx) =>
        plannedYears(tx, municipality, { caseId }),
      );
      return years.map(({ year, state, missing, posted }) => [year, state, missing, posted]);
    };
    const postYear = (year: number) => {
      const planned = plan.find((each) => each.year === year)!;
      const key = plannedKey(caseId, year);
      return ledger.post({ ...aTransfer(caseId, '', 1), key, entries: plannedEntries(planned) });
    };
    await postYear(2018);
    await ledger.adopt('KS', 2019, 80_000);
    expect(await stand()).toEqual([
      [2018, 'posted', 0, 4_300_000],
      [2019, 'short', 600_000, 0],
      [2020, 'planned', 0, 0],
    ]);
    await expect(postYear(2019)).rejects.toMatchObject({ code: 'ledger.notCovered' });
    await ledger.adopt('KS', 2019, 500_000, 1);
    await ledger.adopt('KS', 2020, 500_000);
    await postYear(2019);
    await postYear(2020);
    expect(await stand()).toEqual([
      [2018, 'posted', 0, 4_300_000],
      [2019, 'posted', 0, 8_600_000],
      [2020, 'posted', 0, 4_300_000],
    ]);
    expect(await pots()).toMatchObject({
      ...{ 'KFN 2018': 43_000, 'KFN 2019': 86_000, 'KFN 2020': 43_000 },
      ...{ 'KS 2018': 57_000, 'KS 2019': 414_000, 'KS 2020': 457_000 },
    });
    const received = await database.transaction(municipality, (tx) =>
      plannedYears(tx, municipality, { committee: 'KFN', year: 2019 }),
    );
    expect(received).toMatchObject([{ number: 'KS 18/1', giver: 'KS', ore: 8_600_000 }]);
  });

  describe('against everybody, the owner of the database among them', () => {
    /** The message and code of what a statement runs into, as superuser or as the application. */
    async function refusals(works: readonly (string | string[])[], role?: string) {
      await database.close();
      const raw = await openRaw(place.where);
      const found: string[] = [];
      for (const work of works) {
        await raw.query('begin');
        try {
          if (role) await raw.query(`select set_config('role', $1, true)`, [role]);
          await raw.query(`select set_config('samverkan.municipality', $1, true)`, [municipality]);
          for (const sql of [work].flat()) await raw.query(sql);
          await raw.query('commit');
          found.push('done');
        } catch (error) {
          found.push((error as { code: string }).code);
          await raw.query('rollback');
        }
      }
      await raw.close();
      database = await openDatabase(place.where);
      return found;
    }
    const restricted = '23001';
    const forbidden = '42501';
    const tables = [
      'budget',
      'planned_transfer',
      'dropped_year',
      'mistaken_reversal',
      'ledger_account',
      'ledger_transaction',
      'ledger_entry',
      'ledger_file',
      'ledger_file_transaction',
      'settled_again',
    ];

    it('stays as it was written', async () => {
      const changes = tables.flatMap((table) => [
        `update ${table} set municipality_id = municipality_id`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ]);
      expect(new Set(await refusals(changes))).toEqual(new Set([restricted]));
      expect(new Set(await refusals(changes, 'samverkan_app'))).toEqual(new Set([forbidden]));
    });

    it('has no balance that its entries do not have', async () => {
      const changes = [
        'update ledger_balance set ore = ore + 1',
        'delete from ledger_balance',
        'truncate ledger_balance',
        `insert into ledger_balance values ('${municipality}', 'KFN', 2018, false, 1, 1)`,
      ];
      expect(await refusals(changes)).toEqual(changes.map(() => restricted));
      const asApplication = await refusals(changes, 'samverkan_app');
      expect(asApplication).toEqual([restricted, forbidden, forbidden, restricted]);
    });

    it('has no transaction that does not balance, and none that grows', async () => {
      const transaction = (id: string, entries: number) => `
        insert into ledger_transaction (id, municipality_id, phase, step, kind, posted_on, decision,
            entries, fingerprint, recorded_by)
          values ('${id}', '${municipality}', 'raw', '${id}', 'transfer', '2018-10-01', 'KF',
            ${entries}, 'x', 'x')`;
      const entry = (transactionId: string, committee: string, ore: string) => `
        insert into ledger_entry (municipality_id, committee, year, transaction_id, account_id, ore,
            line, counterpart)
          select municipality_id, committee, year, '${transactionId}', id, ${ore}, '', ''
            from ledger_account where committee = '${committee}' and year = 2018`;
      const [a, b, c, d] = Array.from({ length: 4 }, () => randomUUID()) as [
        string,
        string,
        string,
        string,
      ];
      const balanced = [transaction(d, 2), entry(d, 'KS', '-5'), entry(d, 'KF', '5')];
      const statements = [
        [transaction(a, 2), entry(a, 'KS', '-5'), entry(a, 'KF', '6')],
        transaction(b, 2),
        [transaction(c, 3), entry(c, 'KS', '-5'), entry(c, 'KF', '5')],
        balanced,
        [entry(d, 'KS', '-5'), entry(d, 'KF', '5')],
      ];
      const check = '23514';
      expect(await refusals(statements)).toEqual([...[check, check, check, 'done'], restricted]);
      expect(await pots()).toMatchObject({ 'KS 2018': 99_999.95 });
    });
  });
});
