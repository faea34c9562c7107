import { randomUUID } from 'node:crypto';
import { recordPlan } from '../../../database/repositories/budget.repository';
import type { BeginReceipt } from '../../../domain/api/desk';
import type { CoverAnswer } from '../../../domain/api/ledger';
import type { Problem, TaskView } from '../../../domain/api/shapes';
import { stockholmDate } from '../../../domain/calendar';
import { planOf } from '../../../domain/ledger/plan';
import type { ApiClient } from '../../support/api-client';
import { Cases } from '../../support/cases';
import { databaseKinds, openTestDatabase } from '../../support/databases';
import { aTransfer, LedgerForTest } from '../../support/ledger';
import { signIn, startDeskServer } from '../../support/officials';
import type { TestServer } from '../../support/test-server';
import { forumMoney } from '../../support/transfers';
import { yearOf } from '../../support/years';

const desk = '/api/sodertalje/desk';
const thisYear = yearOf();

/** Two years of one line, behind one that nobody has filled in. */
function matrix(kronor: readonly [string, string], year = thisYear) {
  const lines = [
    { name: '', amounts: ['', ''] },
    { name: 'Facilitator', amounts: kronor },
  ];
  return { years: [String(year), String(year + 1)], lines };
}

describe.each(databaseKinds())('cover for a requested transfer, on %s', (kind) => {
  let server: TestServer;
  let ledger: LedgerForTest;
  let officer: ApiClient;

  beforeEach(async () => {
    const database = await openTestDatabase(kind);
    ledger = await LedgerForTest.on(database);
    server = await startDeskServer(database);
    officer = await signIn(server.url, 'sodertalje', 'officer');
  });
  afterEach(() => server.close());

  const begin = (
    kronor: readonly [string, string],
    { year = thisYear, from = 'KS', submissionKey = randomUUID() } = {},
  ) => {
    const answers = { ...forumMoney, from, amounts: matrix(kronor, year) };
    return officer.post(`${desk}/begin/budget-transfer`, { submissionKey, answers });
  };
  const faultsOf = async (response: Response) => {
    expect(response.status).toBe(422);
    return ((await response.json()) as Problem).fields;
  };
  const begun = async (response: Response) => {
    expect(response.status).toBe(201);
    return (await response.json()) as BeginReceipt;
  };
  const plan = (caseId: string, kronor: number) =>
    server.database.transaction('sodertalje', (tx) => {
      const amounts = { years: [thisYear], lines: [{ name: 'Konferens', amounts: [kronor] }] };
      const planned = planOf(amounts, { giver: 'KS', receiver: 'HM' });
      return recordPlan(tx, 'sodertalje', caseId, 'KF § 1', planned);
    });
  const open = (caseId: string) =>
    server.database.transaction('sodertalje', (tx) =>
      tx.updateTable('cases').set({ closed_at: null }).where('id', '=', caseId).execute(),
    );

  it('is there to the krona; a later year without a budget is told to be planned', async () => {
    await ledger.adopt('KS', thisYear, 40_000);
    const fault = { 'amounts.lines.1.amounts.0': 'amountNotCovered' };
    expect(await faultsOf(await begin(['40 001', '0']))).toEqual(fault);
    const submissionKey = randomUUID();
    const { planned, caseId } = await begun(await begin(['40 000', '80 000'], { submissionKey }));
    expect(planned).toEqual([thisYear + 1]);
    // The money may be gone when the same is sent again: what was received stays received.
    await ledger.post(aTransfer(await ledger.aCase('KS 1'), '1', 40_000, { year: thisYear }));
    expect((await begun(await begin(['40 000', '80 000'], { submissionKey }))).caseId).toBe(caseId);
    expect(await faultsOf(await begin(['1', '0']))).toEqual(fault);
  });

  it('is refused for a year that has begun, or is over, without a budget', async () => {
    const fault = { 'amounts.lines.1.amounts.0': 'amountYearUndecided' };
    expect(await faultsOf(await begin(['1', '0']))).toEqual(fault);
    expect(await faultsOf(await begin(['1', '0'], { year: thisYear - 1 }))).toEqual(fault);
    expect((await begun(await begin(['0', '1']))).planned).toEqual([thisYear + 1]);
  });

  it('is less by what other decided transfers are to take, as long as they are open and unposted', async () => {
    await ledger.adopt('KS', thisYear, 50_000);
    const other = await ledger.aCase('KS 17/53');
    await plan(other, 20_000);
    expect((await begin(['50 000', '0'])).status).toBe(201);
    await open(other);
    const asked = await faultsOf(await begin(['30 001', '0']));
    expect(asked).toEqual({ 'amounts.lines.1.amounts.0': 'amountNotCovered' });
    expect((await begin(['30 000', '0'])).status).toBe(201);
    const { cover } = await officer.read<CoverAnswer>(`${desk}/cover/KS?language=en`);
    expect(cover).toEqual({
      ...{ committee: 'Municipal Executive Board', currentYear: thisYear },
      years: [{ year: thisYear, ore: 3_000_000, reserved: 2_000_000 }],
    });
    // Once it is posted the balance has it, and nothing counts twice.
    await ledger.post(aTransfer(other, String(thisYear), 20_000, { year: thisYear }));
    expect((await begin(['30 000', '0'])).status).toBe(201);
    expect((await begin(['30 001', '0'])).status).toBe(422);
  });

  it.each(['adjust', 'complete'] as const)(
    'is there too when a request is sent in again by its link: %s',
    async (kind) => {
      await ledger.adopt('KS', thisYear, 50_000);
      const cases = new Cases(server);
      const { caseId } = await begun(await begin(['40 000', '80 000']));
      // Its own money, planned already, is not in its way; that of others is.
      await plan(caseId, 40_000);
      const other = await ledger.aCase('KS 17/53');
      await plan(other, 10_000);
      await open(other);
      const taskId = await cases.openAgain({ caseId }, kind);
      const api = await cases.browserAt(taskId);
      const path = `/api/sodertalje/tasks/${taskId}`;
      const read = async () => (await api.read<TaskView>(path)).completion!;
      const { covers, answers } = await read();
      expect(covers['KS']).toEqual({
        ...{ committee: 'Kommunstyrelsen', currentYear: thisYear },
        years: [{ year: thisYear, ore: 4_000_000, reserved: 1_000_000 }],
      });
      expect(covers['KFN']?.years).toEqual([]);
      // Nothing limits the council.
      expect(covers).not.toHaveProperty('KF');
      const send = (kronor: readonly [string, string], year = thisYear, from = 'KS') => {
        const amounts = matrix(kronor, year);
        return api.post(`${path}/answer`, { answers: { ...answers, from, amounts } });
      };
      const notCovered = { 'amounts.lines.1.amounts.0': 'amountNotCovered' };
      const undecided = { 'amounts.lines.1.amounts.0': 'amountYearUndecided' };
      expect(await faultsOf(await send(['40 001', '0']))).toEqual(notCovered);
      expect(await faultsOf(await send(['1', '0'], thisYear - 1))).toEqual(undecided);
      expect(await faultsOf(await send(['1', '0'], thisYear, 'HM'))).toEqual(undecided);
      expect(await read()).toMatchObject({ answers });
      expect((await send(['40 000', '90 000'])).status).toBe(200);
    },
  );

  it('is there too when an answer on paper is entered', async () => {
    await ledger.adopt('KS', thisYear, 50_000);
    const { caseId } = await begun(await begin(['40 000', '80 000']));
    const taskId = await new Cases(server).openAgain({ caseId }, 'complete');
    const registrar = await signIn(server.url, 'sodertalje', 'registrar');
    const arrivedOn = stockholmDate(new Date());
    const send = (kronor: readonly [string, string]) =>
      registrar.post(`${desk}/cases/${caseId}/tasks/${taskId}/answer`, {
        answers: { ...forumMoney, amounts: matrix(kronor) },
        arrivedOn,
      });
    const fault = { 'amounts.lines.1.amounts.0': 'amountNotCovered' };
    expect(await faultsOf(await send(['50 001', '0']))).toEqual(fault);
    expect((await send(['50 000', '0'])).status).toBe(204);
  });

  it('is shown at the desk to those who have signed in there, of their own municipality', async () => {
    await ledger.adopt('KS', thisYear, 50_000);
    const auditor = await signIn(server.url, 'sodertalje', 'auditor');
    expect((await auditor.read<CoverAnswer>(`${desk}/cover/KS`)).cover?.years).toHaveLength(1);
    // Nothing limits the council, and DB has no account.
    expect(await auditor.read(`${desk}/cover/KF`)).toEqual({ cover: null });
    for (const none of ['DB', 'constructor']) {
      expect((await auditor.get(`${desk}/cover/${none}`)).status).toBe(404);
    }
    expect((await fetch(`${server.url}${desk}/cover/KS`)).status).toBe(401);
    const ekero = await signIn(server.url, 'ekero', 'controller');
    expect((await ekero.get(`${desk}/cover/KS`)).status).toBe(401);
    const theirs = await ekero.read<CoverAnswer>('/api/ekero/desk/cover/KS');
    expect(theirs.cover?.years).toEqual([]);
  });
});
