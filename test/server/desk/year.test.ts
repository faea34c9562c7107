import { beginWheels } from '../../../database/begin-wheels';
import {
  closeCollection,
  openCollection,
} from '../../../database/repositories/collection.repository';
import {
  freezeReport,
  keepReport,
  publishReport,
} from '../../../database/repositories/report.repository';
import { insertRound } from '../../../database/repositories/round.repository';
import { changeTurn, planTurns } from '../../../database/repositories/wheel.repository';
import { configuredMunicipalities } from '../../../config/municipalities';
import type { YearAnswer } from '../../../domain/api/follow-up';
import type { Problem } from '../../../domain/api/shapes';
import type { Turn } from '../../../domain/follow-up/wheel';
import type { ApiClient } from '../../support/api-client';
import { Cases } from '../../support/cases';
import { databaseKinds, openTestDatabase } from '../../support/databases';
import { anAnnouncement, insertForum } from '../../support/forums';
import { signIn, startDeskServer } from '../../support/officials';
import type { TestServer } from '../../support/test-server';

const address = '/api/sodertalje/desk/year';
const now = new Date('2027-05-10T09:00:00Z');
const planned = (year: number): Turn => ({ year, opensOn: `${year}-09-15`, state: 'planned' });

describe.each(databaseKinds())('the wheel at the desk, on %s', (kind) => {
  let server: TestServer;
  let administrator: ApiClient;

  beforeEach(async () => {
    server = await startDeskServer(await openTestDatabase(kind), { clock: () => now });
    administrator = await signIn(server.url, 'sodertalje', 'administrator');
  });
  afterEach(() => server.close());

  const inDatabase = <T>(work: Parameters<typeof server.database.transaction<T>>[1]) =>
    server.database.transaction('sodertalje', work);

  /** As it was begun and first looked at. */
  async function layOut(): Promise<void> {
    const municipalities = configuredMunicipalities.map(({ municipality }) => municipality);
    await beginWheels(server.database, municipalities, now);
    await inDatabase((tx) => planTurns(tx, 'sodertalje', [planned(2027), planned(2028)]));
  }
  const read = () => administrator.read<YearAnswer>(address);
  const act = (year: number | string, kind: string, day?: string, reason = 'Val i september.') =>
    administrator.post(`${address}/${year}/acts`, { kind, reason, ...(day && { day }) });
  const refusal = async (response: Response) => [
    response.status,
    ((await response.json()) as Problem).code,
  ];
  const words = () =>
    inDatabase((tx) => tx.selectFrom('outbox').selectAll().where('kind', '=', 'look').execute());

  it('is empty before it has begun, and nothing can be done to it', async () => {
    expect(await read()).toEqual({ turns: [], acts: [], others: [], today: '2027-05-10' });
    expect(await refusal(await act(2027, 'skip'))).toEqual([404, 'wheel.none']);
  });

  it('tells when a year opens, and the last day to answer as it would be then', async () => {
    await layOut();
    const { turns } = await read();
    expect(turns.map(({ year }) => year)).toEqual([2027, 2028]);
    expect(turns[0]).toEqual({
      ...{ year: 2027, opensOn: '2027-09-15', state: 'planned', caseId: null, number: null },
      ...{ askedOn: null, deadline: '2027-10-13', closedOn: null, frozenOn: null },
      ...{ publishedOn: null, endedOn: null },
    });
  });

  it('moves a year, says who did so and why, and wakes the wheel', async () => {
    await layOut();
    expect((await act(2027, 'move', '2028-01-10')).status).toBe(204);
    const { turns, acts } = await read();
    expect(turns[0]).toMatchObject({ opensOn: '2028-01-10', deadline: '2028-02-07' });
    expect(acts).toEqual([
      {
        ...{ year: 2027, kind: 'move', from: '2027-09-15', to: '2028-01-10' },
        ...{ reason: 'Val i september.', at: now.toISOString() },
        name: expect.stringMatching(/\w/) as string,
      },
    ]);
    expect(await words()).toHaveLength(1);
  });

  it('skips a year, restores it on another day, and opens it today', async () => {
    await layOut();
    expect((await act(2027, 'skip')).status).toBe(204);
    expect((await read()).turns[0]).toMatchObject({ state: 'skipped', deadline: null });
    expect((await act(2027, 'restore', '2027-10-01')).status).toBe(204);
    expect((await act(2027, 'openNow')).status).toBe(204);
    const { turns, acts } = await read();
    expect(turns[0]).toMatchObject({ state: 'planned', opensOn: '2027-05-10' });
    expect(acts).toHaveLength(3);
    expect(await words()).toHaveLength(3);
  });

  it('refuses what cannot be, without a trace', async () => {
    await layOut();
    const refused = async (...asked: Parameters<typeof act>) => refusal(await act(...asked));
    expect(await refused(2027, 'restore')).toEqual([409, 'wheel.notSkipped']);
    expect(await refused(2027, 'move', '2027-05-09')).toEqual([422, 'wheel.day']);
    expect(await refused(2027, 'move')).toEqual([422, 'wheel.day']);
    expect(await refused(2028, 'openNow')).toEqual([422, 'wheel.day']);
    expect(await refused(2031, 'skip')).toEqual([404, 'wheel.none']);
    expect(await refused('allting', 'skip')).toEqual([404, 'wheel.none']);
    expect(await refused(2027, 'turn')).toEqual([400, 'request.malformed']);
    // Without a reason.
    expect(await refused(2027, 'skip', undefined, ' ')).toEqual([400, 'request.malformed']);
    expect((await read()).acts).toEqual([]);
    expect(await words()).toEqual([]);
    await act(2027, 'skip');
    expect(await refused(2027, 'skip')).toEqual([409, 'wheel.notPlanned']);
    expect(await refused(2027, 'move', '2027-12-01')).toEqual([409, 'wheel.notPlanned']);
  });

  it('tells what has become of a year that has opened, and leaves it alone', async () => {
    await layOut();
    const { caseId } = await new Cases(server, 'sodertalje').apply({});
    const key = { caseId, key: 'ask' };
    const ofCase = { municipality_id: 'sodertalje', id: caseId };
    await inDatabase(async (tx) => {
      await changeTurn(tx, 'sodertalje', { ...planned(2027), state: 'opened', caseId });
      const at = new Date('2027-09-15T09:00:00Z');
      const collection = { key: 'ask', kind: 'followUp', deadline: '2027-10-13' } as const;
      await openCollection(tx, ofCase, { ...collection, remindAt: [], at }, []);
      // In Sweden it is the next day by then.
      await closeCollection(tx, 'sodertalje', key, new Date('2027-10-13T22:00:00Z'));
      for (const version of [1, 2]) {
        const report = { content: {}, sha256: 'a', made_at: at };
        await keepReport(tx, 'sodertalje', { ...report, case_id: caseId, version });
      }
      await freezeReport(tx, 'sodertalje', caseId, new Date('2027-11-02T09:00:00Z'));
      await publishReport(tx, 'sodertalje', caseId, new Date('2027-11-20T09:00:00Z'));
    });
    const { turns } = await read();
    expect(turns).toHaveLength(2);
    expect(turns[0]).toMatchObject({
      ...{ state: 'opened', caseId, askedOn: '2027-09-15', deadline: '2027-10-13' },
      ...{ closedOn: '2027-10-14', frozenOn: '2027-11-02', publishedOn: '2027-11-20' },
    });
    expect(turns[0]?.number).toMatch(/\d/);
    expect(await refusal(await act(2027, 'move', '2027-12-01'))).toEqual([409, 'wheel.opened']);
  });

  it('tells what else has its day: forums, last days to vote and to evaluate, terms that end', async () => {
    const cases = new Cases(server, 'sodertalje');
    const [{ caseId: vote }, { caseId: plan }] = [await cases.apply({}), await cases.apply({})];
    const forum = await inDatabase(async (tx) => {
      const collection = { key: 'ask', kind: 'voteFocus', deadline: '2027-06-04' } as const;
      const ofVote = { municipality_id: 'sodertalje', id: vote };
      await openCollection(tx, ofVote, { ...collection, remindAt: [], at: now }, []);
      const round = { rule: { kind: 'first' }, in_order: false, opened_at: now } as const;
      const asked = {
        ...{ kind: 'evaluate', state: 'open' as const, deadline: '2027-06-11', opened_at: now },
        ...{ case_id: plan, step_key: 'ask', form_reference: 'plan@1', document_sha256: null },
        ...{
          assignee_role: 'contactPoint' as const,
          assignee_name: 'A',
          assignee_email: 'a@a.example',
        },
        language: 'sv',
      } as const;
      await insertRound(tx, { municipality_id: 'sodertalje', id: plan }, 'ask', round, [asked]);
      await tx.updateTable('group_member').set({ to_day: '2027-12-31' }).execute();
      return insertForum(tx, 'sodertalje', anAnnouncement({ day: '2027-05-20' }));
    });
    const { others } = await read();
    const what = others.map(({ kind, day, caseId }) => [kind, day, caseId]);
    expect(what).toEqual([
      ['forum', '2027-05-20', forum],
      ['voteDeadline', '2027-06-04', vote],
      ['planDeadline', '2027-06-11', plan],
      ['termsEnd', '2027-12-31', null],
    ]);
    expect(others[0]).toMatchObject({ what: 'Unga och föreningslivet', number: `KFN F/${forum}` });
    expect(others[3]).toMatchObject({ what: 'Samverkansgruppen', count: 3 });
  });
});
