import { randomUUID } from 'node:crypto';
import type { DeskCaseView } from '../../../domain/api/desk';
import type { Problem } from '../../../domain/api/shapes';
import type { LedgerAnswer, StatementAnswer } from '../../../domain/api/ledger';
import { dropYears, recordPlan } from '../../../database/repositories/budget.repository';
import { fileDocument } from '../../../database/repositories/document.repository';
import { planOf } from '../../../domain/ledger/plan';
import type { ApiClient } from '../../support/api-client';
import { databaseKinds, openTestDatabase } from '../../support/databases';
import { aTransfer, LedgerForTest } from '../../support/ledger';
import { signIn, startDeskServer } from '../../support/officials';
import { forumMoney } from '../../support/transfers';
import type { TestServer } from '../../support/test-server';

const base = '/api/sodertalje/desk/ledger';

/** What KS is still to give KFN. */
const planned = (...amounts: [number, number]) =>
  planOf(
    { years: [2018, 2019], lines: [{ name: 'Konferens', amounts }] },
    { giver: 'KS', receiver: 'KFN' },
  );

describe.each(databaseKinds())('the ledger at the desk on %s', (kind) => {
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

  const statement = (pot = 'KFN/2018', query = '') =>
    controller.read<StatementAnswer>(`${base}/${pot}${query}`);
  const codeOf = async (response: Response) => ((await response.json()) as Problem).code;
  const budget = (changes: object = {}) => ({
    ...{ committee: 'KS', year: 2018, kronor: 100_000, after: 0 },
    ...{ decidedOn: '2017-11-27', decision: 'KF 2017-11-27 § 210' },
    ...changes,
  });

  it('takes a budget from a controller, once, and says who has been there before', async () => {
    const both = [budget(), budget({ kronor: 90_000 })];
    const answers = await Promise.all(both.map((body) => controller.post(`${base}/budgets`, body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const late = answers.find(({ status }) => status === 409)!;
    expect(await late.json()).toMatchObject({
      code: 'budget.changedBy',
      detail: expect.stringMatching(/^Clara Dal har registrerat budgeten/) as string,
    });
    const { budgets, balance } = await statement('KS/2018');
    expect(budgets).toMatchObject([{ version: 1, recordedBy: 'Clara Dal' }]);
    expect(balance).toBe(budgets[0]?.ore);
  });

  it.each([{ kronor: '43 000' }, { year: 2018.5 }, { decision: ' ' }])(
    'refuses the budget %j',
    async (changes) => {
      const answer = await controller.post(`${base}/budgets`, budget(changes));
      expect(answer.status).toBe(400);
    },
  );

  it('takes no budget of a day to come, and a day that was written wrong once more', async () => {
    const send = (changes: object) => controller.post(`${base}/budgets`, budget(changes));
    const ahead = await send({ year: 1999, decidedOn: '2072-11-27' });
    expect(await ahead.json()).toMatchObject({
      ...{ status: 422, fields: { year: 'budgetYear', decidedOn: 'dayAhead' } },
    });
    expect(await (await send({ year: 18 })).json()).toMatchObject({
      fields: { year: 'budgetYear' },
    });
    for (const [kronor, fault] of [
      [-1, 'amountNegative'],
      [0.5, 'amountFraction'],
      [10_000_000_001, 'amountTooLarge'],
    ]) {
      expect(await (await send({ kronor })).json()).toMatchObject({ fields: { kronor: fault } });
    }
    expect((await send({})).status).toBe(201);
    expect(await codeOf(await send({ after: 1 }))).toBe('budget.unchanged');
    const right = { after: 1, decidedOn: '2017-11-26', decision: 'KF 2017-11-26 § 212' };
    expect((await send(right)).status).toBe(201);
    const { budgets, entries } = await statement('KS/2018');
    expect(budgets.map(({ decidedOn, decision }) => [decidedOn, decision])).toEqual([
      ['2017-11-27', 'KF 2017-11-27 § 210'],
      ['2017-11-26', 'KF 2017-11-26 § 212'],
    ]);
    expect(entries).toHaveLength(1);
  });

  it('shows a committee’s year: budget, entries, balances and what is planned', async () => {
    await ledger.adopt('KS', 2018, 100_000);
    await ledger.adopt('KFN', 2018, 500_000);
    await ledger.post(aTransfer(caseId, '2018', 43_000));
    await server.database.transaction('sodertalje', (tx) =>
      recordPlan(tx, 'sodertalje', caseId, 'KF 2018-09-24 § 142', planned(0, 86_000)),
    );
    expect(await statement()).toMatchObject({
      committee: { id: 'KFN', name: 'Kultur- och fritidsnämnden' },
      coding: 'Konto 4950, Ansvar 3100, Verksamhet 315',
      balance: 54_300_000,
      more: false,
      entries: [
        { sequence: 1, kind: 'budget', ore: 50_000_000, balance: 50_000_000, counterpart: 'KF' },
        {
          ...{ sequence: 2, kind: 'transfer', ore: 4_300_000, balance: 54_300_000 },
          ...{ counterpart: 'KS', line: 'Konferens', number: 'KS 17/53', reversed: false },
        },
      ],
    });
    expect((await statement('KFN/2019')).planned).toMatchObject([
      { giver: { id: 'KS' }, ore: 8_600_000, state: 'planned', number: 'KS 17/53' },
    ]);
    const { pots } = await controller.read<LedgerAnswer>(base);
    expect(pots.map(({ committee, year, balance }) => [committee.id, year, balance])).toEqual([
      ['KFN', 2018, 54_300_000],
      ['KS', 2018, 5_700_000],
    ]);
  });

  it('stands with the transfer that it is of, year by year, for those who may read the case', async () => {
    const officer = await signIn(server.url, 'sodertalje', 'officer');
    const begun = await officer.post('/api/sodertalje/desk/begin/budget-transfer', {
      ...{ submissionKey: randomUUID(), answers: forumMoney },
    });
    const of = ((await begun.json()) as { caseId: string }).caseId;
    const read = (reader: ApiClient) =>
      reader.read<DeskCaseView>(`/api/sodertalje/desk/cases/${of}`);
    const states = async (reader = controller) =>
      (await read(reader)).planned.map(({ year, state, missing }) => [year, state, missing]);
    expect(await states()).toEqual([]);
    const years = [2018, 2019, 2020, 2021, 2022];
    const amounts = years.map(() => 43_000);
    const plan = planOf(
      { years, lines: [{ name: 'Konferens', amounts }] },
      { giver: 'KS', receiver: 'KFN' },
    );
    for (const year of [2018, 2019, 2020]) await ledger.adopt('KS', year, 43_000);
    await ledger.adopt('KS', 2021, 42_000);
    const posted = await ledger.post(aTransfer(of, '2019', 43_000, { year: 2019 }));
    await ledger.post(aTransfer(of, '2018', 43_000));
    await server.database.transaction('sodertalje', async (tx) => {
      await recordPlan(tx, 'sodertalje', of, 'KF 2018-09-24 § 142', plan);
      await dropYears(tx, 'sodertalje', { caseId: of, years: [2020], at: new Date() });
    });
    const path = `${base}/transactions/${posted.id}/reversal`;
    expect((await controller.post(path, { decision: 'KF 2019-09-24 § 1' })).ok).toBe(true);
    expect(await states()).toEqual([
      [2018, 'posted', 0],
      [2019, 'reversed', 0],
      [2020, 'dropped', 0],
      [2021, 'short', 100_000],
      [2022, 'planned', 0],
    ]);
    expect((await read(controller)).planned[0]).toMatchObject({
      ...{ ore: 4_300_000, giver: { name: 'Kommunstyrelsen' }, receiver: { id: 'KFN' } },
    });
    // What is asked for in a record that is secret is not told by its sums.
    const pdf = { case_id: of, document_key: of, kind: 'application', language: 'sv' as const };
    await server.database.transaction('sodertalje', (tx) =>
      fileDocument(tx, 'sodertalje', {
        ...{ ...pdf, title: 'Begäran', bytes: Buffer.from('%PDF'), created_at: new Date() },
      }),
    );
    const registrar = await signIn(server.url, 'sodertalje', 'registrar');
    const secret = { record: 1, provision: 'OSL 21:1', reason: 'Uppgift om hälsa.' };
    const marked = await registrar.post(`/api/sodertalje/desk/cases/${of}/secrecy`, secret);
    expect(marked.status).toBe(204);
    expect(await states()).toEqual([]);
    expect(await states(registrar)).toHaveLength(5);
  });

  it('gives long statements page by page', async () => {
    await ledger.adopt('KS', 2018, 1_000_000);
    const transfers = Array.from({ length: 205 }, (_, i) => aTransfer(caseId, `t${i}`, 10));
    for (const transfer of transfers) await ledger.post(transfer);
    const first = await statement();
    expect([first.entries.length, first.more]).toEqual([200, true]);
    const rest = await statement('KFN/2018', `?after=${first.entries.at(-1)!.sequence}`);
    expect([rest.entries.length, rest.more]).toEqual([5, false]);
    expect(rest.entries.at(-1)?.balance).toBe(205 * 1000);
    const csv = await (await controller.get(`${base}/KFN/2018/statement.csv`)).text();
    expect(csv.trim().split('\r\n')).toHaveLength(206);
  });

  it('is a spreadsheet too, to the öre', async () => {
    await ledger.adopt('KS', 2018, 100_000);
    await ledger.post(aTransfer(caseId, '2018', 43_000));
    const csv = await controller.get(`${base}/KS/2018/statement.csv`);
    expect((await csv.text()).split('\r\n').slice(0, 3)).toEqual([
      'Dag;Händelse;Avser;Från eller till;Beslut;Ärende;Belopp, kronor;Kvar, kronor',
      '2017-11-26;Budget;;KF;KF 2017-11-26 § 210;;100000,00;100000,00',
      '2018-10-01;Överföring;Konferens;KFN;KF 2018-09-24 § 142;KS 17/53;-43000,00;57000,00',
    ]);
  });

  it('takes a transfer back by a decision, once, and never a budget', async () => {
    await ledger.adopt('KS', 2018, 100_000);
    const { id } = await ledger.post(aTransfer(caseId, '2018', 43_000));
    const waiting = await ledger.aCase('KS 18/7');
    await server.database.transaction('sodertalje', async (tx) => {
      await tx.updateTable('cases').set({ closed_at: null }).where('id', '=', waiting).execute();
      await recordPlan(tx, 'sodertalje', waiting, 'KF 2018-09-24 § 143', planned(60_000, 0));
    });
    const reverse = (transaction: string) =>
      controller.post(`${base}/transactions/${transaction}/reversal`, {
        decision: 'KF 2018-10-29 § 190',
      });
    expect((await reverse(id)).status).toBe(201);
    // The same step again is the same posting.
    expect((await reverse(id)).status).toBe(201);
    const noted = await server.database.transaction('sodertalje', (tx) =>
      tx.selectFrom('audit').select('event').where('event', '=', 'yearReversed').execute(),
    );
    expect(noted).toHaveLength(1);
    // Whoever takes it back by another decision reads who was first.
    const other = await controller.post(`${base}/transactions/${id}/reversal`, {
      decision: 'KF 2018-10-29 § 191',
    });
    expect(await other.json()).toMatchObject({
      code: 'ledger.reversedBy',
      detail: expect.stringMatching(/^Clara Dal har redan återfört/) as string,
    });
    const { entries, balance } = await statement();
    expect(entries).toMatchObject([{ reversed: true }, { kind: 'reversal', ore: -4_300_000 }]);
    expect(balance).toBe(0);
    // The transfer looks at its years, and so does whoever waits for money where it came from.
    const words = await server.database.transaction('sodertalje', (tx) =>
      tx.selectFrom('outbox').select(['case_id', 'kind']).where('kind', '=', 'look').execute(),
    );
    expect(new Set(words.map(({ case_id: of }) => of))).toEqual(new Set([caseId, waiting]));
    expect(await codeOf(await reverse(entries[1]!.transactionId))).toBe('ledger.notReversible');
    const [adopted] = (await statement('KS/2018')).entries;
    expect(await codeOf(await reverse(adopted!.transactionId))).toBe('ledger.notReversible');
  });

  it('knows no committee without an account, and no year that is none', async () => {
    for (const pot of ['SN/2018', 'KF/2018', 'KFN/18', 'toString/2018']) {
      expect((await controller.get(`${base}/${pot}`)).status).toBe(404);
    }
  });
});
