import { randomUUID } from 'node:crypto';
import { recordPlan } from '../../../database/repositories/budget.repository';
import type { CaseListAnswer, DeskCaseView, ListView } from '../../../domain/api/desk';
import type { DeskForumsAnswer } from '../../../domain/api/forum';
import type { Problem } from '../../../domain/api/shapes';
import type { AmountsAnswer, FormDefinition } from '../../../domain/forms/types';
import { planOf } from '../../../domain/ledger/plan';
import type { ApiClient } from '../../support/api-client';
import { databaseKinds, openTestDatabase } from '../../support/databases';
import { anAnnouncement, insertForum } from '../../support/forums';
import { aTransfer, LedgerForTest } from '../../support/ledger';
import { signIn, startDeskServer } from '../../support/officials';
import type { TestServer } from '../../support/test-server';
import { yearOf } from '../../support/years';

const base = '/api/sodertalje/desk';
const year = yearOf();
const decision = `KF ${year - 1}-11-20 § 142`;

describe.each(databaseKinds())('what dialogue forums cost, at the desk on %s', (kind) => {
  let server: TestServer;
  let ledger: LedgerForTest;
  let controller: ApiClient;

  beforeEach(async () => {
    const database = await openTestDatabase(kind);
    ledger = await LedgerForTest.on(database);
    server = await startDeskServer(database);
    controller = await signIn(server.url, 'sodertalje', 'controller');
    await ledger.adopt('KS', year, 1_000_000);
  });
  afterEach(() => server.close());

  /** A transfer to the leading committee that was decided, and posted for this year; returns the posting. */
  const transfer = async (number: string, lines: Record<string, number[]>): Promise<string> => {
    const caseId = await ledger.aCase(number);
    const amounts: AmountsAnswer = {
      years: [year, year + 1],
      lines: Object.entries(lines).map(([name, each]) => ({ name, amounts: each })),
    };
    const plan = planOf(amounts, { giver: 'KS', receiver: 'KFN' });
    await server.database.transaction('sodertalje', (tx) =>
      recordPlan(tx, 'sodertalje', caseId, decision, plan),
    );
    const sum = Object.values(lines).reduce((total, [first = 0]) => total + first, 0);
    return (await ledger.post(aTransfer(caseId, String(year), sum, { year }))).id;
  };
  const forum = (answers: Record<string, unknown>) =>
    server.database.transaction('sodertalje', (tx) =>
      insertForum(tx, 'sodertalje', anAnnouncement({ day: `${year}-06-10`, ...answers })),
    );

  it('are found among what goes on while they are announced, and wait for nobody’s reply', async () => {
    await forum({});
    const search = async (view: ListView) => {
      const found = await controller.post(`${base}/cases/search`, { search: '', view });
      const { cases, counts } = (await found.json()) as CaseListAnswer;
      return { listed: cases.length, counted: counts?.[view] };
    };
    expect(await search('awaitingReplies')).toEqual({ listed: 0, counted: 0 });
    expect(await search('open')).toEqual({ listed: 1, counted: 1 });
  });

  it('take no organisation that signed where nobody can have signed', async () => {
    const registrar = await signIn(server.url, 'sodertalje', 'registrar');
    const ended = async (id: string, at: string) => {
      await server.database.transaction('sodertalje', (tx) =>
        tx
          .updateTable('cases')
          .set({ ending: 'cancelled', closed_at: new Date(at) })
          .where('id', '=', id)
          .execute(),
      );
      return id;
    };
    const codeOf = async (response: Response) => ((await response.json()) as Problem).code;
    const refused = async (id: string) => {
      const path = `${base}/cases/${id}`;
      const { forum: shown } = await registrar.read<DeskCaseView>(path);
      const body = { submissionKey: randomUUID(), answers: {} };
      return {
        offered: shown?.signable,
        read: await codeOf(await registrar.get(`${path}/forum/accession`)),
        sent: await codeOf(await registrar.post(`${path}/forum/accession`, body)),
      };
    };
    const off = await ended(await forum({}), `${year}-01-02T09:00:00Z`);
    const notHeld = 'forum.notHeld';
    expect(await refused(off)).toEqual({ offered: false, read: notHeld, sent: notHeld });
    const within = await forum({ occasion: `meeting:${off}` });
    const before = 'forum.beforeAgreement';
    expect(await refused(within)).toEqual({ offered: false, read: before, sent: before });
    // Where the case was ended after the forum had been, people may have signed.
    const held = await forum({ day: `${year - 1}-06-10` });
    await ended(held, `${year - 1}-07-01T09:00:00Z`);
    expect(await refused(held)).toEqual({ offered: true, read: undefined, sent: 'form.invalid' });
  });

  it('stands beside what the committee was given, line by line and year by year', async () => {
    await transfer('KS 17/53', { Facilitator: [40_000, 80_000], Konferens: [3_000, 6_000] });
    await transfer('KS 17/54', { Facilitator: [2_000, 0] });
    const taken = await transfer('KS 17/55', { Facilitator: [90_000, 0], Lokaler: [500, 0] });
    const reversal = await controller.post(`${base}/ledger/transactions/${taken}/reversal`, {
      decision: `KF ${year}-01-29 § 9`,
    });
    expect(reversal.status).toBe(201);
    const facilitator = { facilitatorCost: '20000', facilitatorLine: 'Facilitator' };
    await forum({ ...facilitator, otherCost: '3000', otherLine: 'Konferens' });
    await forum({ ...facilitator, facilitatorCost: '25000', otherCost: '700' });
    const off = await forum({ ...facilitator, otherCost: '100' });
    await server.database.transaction('sodertalje', (tx) =>
      tx
        .updateTable('cases')
        .set({ ending: 'cancelled', closed_at: new Date(`${year}-01-02T09:00:00Z`) })
        .where('id', '=', off)
        .execute(),
    );
    await forum({
      ...facilitator,
      day: `${year + 1}-03-10`,
      facilitatorCost: '80500',
      otherCost: '',
    });

    const { costs } = await controller.read<DeskForumsAnswer>(`${base}/forums`);
    expect(costs).toEqual([
      {
        year: year + 1,
        lines: [
          { line: 'Facilitator', budget: 80_000, cost: 80_500 },
          { line: 'Konferens', budget: 6_000, cost: 0 },
        ],
      },
      {
        year,
        lines: [
          { line: 'Facilitator', budget: 42_000, cost: 45_000 },
          { line: 'Konferens', budget: 3_000, cost: 3_000 },
          { line: '', budget: 0, cost: 700 },
        ],
      },
    ]);
    // Whoever announces a forum chooses among the same lines.
    const officer = await signIn(server.url, 'sodertalje', 'officer');
    const { form } = await officer.read<{ form: FormDefinition }>(
      `${base}/begin/dialogue-forum/form`,
    );
    const asked = form.pages.flatMap(({ fields }) => fields);
    expect(asked.find(({ id }) => id === 'facilitatorLine')?.options).toEqual([
      'Facilitator',
      'Konferens',
    ]);
  });
});
