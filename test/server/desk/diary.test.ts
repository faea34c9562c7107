import type { CaseListAnswer, DeskCaseView } from '../../../domain/api/desk';
import type { CaseView, PartyView, Problem, ReceiptView } from '../../../domain/api/shapes';
import { ApiClient } from '../../support/api-client';
import { newOrganisationNumber } from '../../support/applications';
import { Cases } from '../../support/cases';
import { databaseKinds, openTestDatabase } from '../../support/databases';
import { signIn, startDeskServer } from '../../support/officials';
import type { TestServer } from '../../support/test-server';

const desk = '/api/sodertalje/desk';
const reason = 'Enligt nämndens diarium.';
const provision = '21 kap. 1 § OSL';

describe.each(databaseKinds())('the diary on %s', (kind) => {
  let server: TestServer;
  let cases: Cases;
  let registrar: ApiClient;
  let auditor: ApiClient;

  beforeAll(async () => {
    server = await startDeskServer(await openTestDatabase(kind));
    cases = new Cases(server);
    registrar = await signIn(server.url, 'sodertalje', 'registrar');
    auditor = await signIn(server.url, 'sodertalje', 'auditor');
  });
  afterAll(() => server.close());

  const read = ({ caseId }: ReceiptView, api = registrar) =>
    api.read<DeskCaseView>(`${desk}/cases/${caseId}`);
  const give = ({ caseId }: ReceiptView, number: string) =>
    registrar.post(`${desk}/cases/${caseId}/number`, { number, reason });
  const mark = ({ caseId }: ReceiptView, record: number | null, by: string | null = provision) =>
    registrar.post(`${desk}/cases/${caseId}/secrecy`, { record, provision: by, reason });
  const codeOf = async (response: Response) => ((await response.json()) as Problem).code;

  async function find(search: string, api = registrar) {
    const response = await api.post(`${desk}/cases/search`, { search, view: 'all' });
    return ((await response.json()) as CaseListAnswer).cases;
  }

  describe('number', () => {
    it('is given with a reason, and the old one still leads to the case', async () => {
      const receipt = await cases.apply({ coordinatorEmail: 'ny@lyktan.example' });
      expect((await give(receipt, ' kfn  18/058 ')).status).toBe(204);
      const view = await read(receipt);
      expect(view).toMatchObject({ number: 'kfn 18/058', earlierNumbers: [receipt.number] });
      for (const search of ['KFN18/58', receipt.number]) {
        expect((await find(search)).map(({ id }) => id)).toEqual([receipt.caseId]);
      }
      expect(view.events.at(-1)).toMatchObject({
        event: 'numberGiven',
        actor: 'official',
        by: 'Rut Holm',
        reason,
      });
      expect(view.brokenAt).toBeNull();
      const status = await cases.open(receipt.statusToken);
      const shown = await status.api.read<CaseView>(`/api/sodertalje/cases/${receipt.caseId}`);
      expect(shown.number).toBe('kfn 18/058');
    });

    it('is asked for by its holder under either name', async () => {
      const coordinatorEmail = 'samordnare@lyktan.example';
      const receipt = await cases.apply({ coordinatorEmail });
      await give(receipt, 'KFN 18/59');
      for (const number of [receipt.number, 'KFN 18/59']) {
        await new ApiClient(server.url).post('/api/sodertalje/links/requests', {
          number,
          email: coordinatorEmail,
        });
      }
      expect((await read(receipt)).letters).toHaveLength(2);
    });

    it('belongs to one case for ever', async () => {
      const [one, other] = [await cases.apply(), await cases.apply()];
      await give(one, 'KFN 19/1');
      expect(await codeOf(await give(other, 'KFN19/01'))).toBe('number.taken');
      await give(one, 'KFN 19/2');
      expect(await codeOf(await give(other, 'KFN 19/1'))).toBe('number.taken');
      expect(await codeOf(await give(other, one.number))).toBe('number.taken');
      expect((await give(one, 'KFN 19/1')).status).toBe(204);
      expect((await read(one)).number).toBe('KFN 19/1');
    });

    it('is not given by the product’s own series once a registrar has', async () => {
      const receipt = await cases.apply();
      const [, year = '', running = ''] = /(\d+)\/(\d+)/.exec(receipt.number) ?? [];
      const next = Number(running) + 1;
      await give(receipt, `KFN ${year}/${next}`);
      expect((await cases.apply()).number).toBe(`KFN ${year}/${next + 1}`);
    });

    it.each(['', 'KFN', '18/58', 'KFN 18/58-3', 'KFN 18-58', '<b>', 'x'.repeat(60)])(
      'is not %s',
      async (number) => {
        expect(await codeOf(await give(await cases.apply(), number))).toBe('number.malformed');
      },
    );

    it('changes nothing without a reason or when it is the same', async () => {
      const receipt = await cases.apply();
      expect(await codeOf(await give(receipt, receipt.number))).toBe('number.unchanged');
      const path = `${desk}/cases/${receipt.caseId}/number`;
      for (const without of [{}, { reason: '' }, { reason: ' \n ' }]) {
        const response = await registrar.post(path, { number: 'KFN 20/1', ...without });
        expect(response.status).toBe(400);
      }
      expect((await read(receipt)).events).toHaveLength(1);
    });
  });

  describe('secrecy', () => {
    it('of a record hides it from those without the role, and what it says', async () => {
      const organisationName = 'Skyddade boendet';
      const receipt = await cases.apply({ organisationName });
      await cases.file(receipt.caseId, 'application');
      expect((await mark(receipt, 1)).status).toBe(204);
      const [shown] = (await read(receipt)).records;
      expect(shown).toMatchObject({ record: 1, provision });
      expect(shown?.open).not.toBeNull();
      const hidden = await read(receipt, auditor);
      expect(hidden.records).toEqual([{ ...shown, title: null, open: null }]);
      expect(hidden.application).toEqual([]);
      const path = `${desk}/cases/${receipt.caseId}/documents/${shown?.open?.id}`;
      expect((await registrar.get(path)).status).toBe(200);
      expect(await codeOf(await auditor.get(path))).toBe('record.secret');
    });

    it('of a case hides all but its number, also from searches', async () => {
      const organisationName = 'Hemliga gården';
      const organisationNumber = newOrganisationNumber();
      const receipt = await cases.apply({ organisationName, organisationNumber });
      await cases.file(receipt.caseId, 'application');
      await mark(receipt, null);
      const [entry] = await find(receipt.number, auditor);
      expect(entry).toMatchObject({
        number: receipt.number,
        organisationName: null,
        organisationNumber: null,
        secret: true,
      });
      for (const search of [organisationName, organisationNumber]) {
        expect(await find(search, auditor)).toEqual([]);
        expect(await find(search)).toMatchObject([{ organisationName, secret: true }]);
      }
      const { records } = await read(receipt);
      const base = `${desk}/cases/${receipt.caseId}`;
      for (const path of [base, `${base}/documents/${records[0]?.open?.id}`]) {
        expect(await codeOf(await auditor.get(path))).toBe('case.secret');
      }
      expect((await auditor.head(`${base}/events`)).status).toBe(403);
      expect((await read(receipt)).provision).toBe(provision);
    });

    it('keeps an organisation out of the public register until it is lifted', async () => {
      const receipt = await cases.apply({ organisationName: 'Dolda föreningen' });
      await cases.accede(receipt);
      const isPublic = async () => {
        const api = new ApiClient(server.url);
        const { parties } = await api.read<{ parties: PartyView[] }>('/api/sodertalje/parties');
        return parties.some((party) => party.organisationName === 'Dolda föreningen');
      };
      expect(await isPublic()).toBe(true);
      await mark(receipt, null);
      expect(await isPublic()).toBe(false);
      expect((await mark(receipt, null, null)).status).toBe(204);
      expect(await isPublic()).toBe(true);
      const events = (await read(receipt)).events.map(({ event }) => event);
      expect(events.slice(-2)).toEqual(['secrecyMarked', 'secrecyLifted']);
    });

    it('stands once, is lifted once, and only on what there is', async () => {
      const receipt = await cases.apply();
      expect(await codeOf(await mark(receipt, 1))).toBe('record.unknown');
      expect(await codeOf(await mark(receipt, null, null))).toBe('secrecy.none');
      await mark(receipt, null);
      expect(await codeOf(await mark(receipt, null))).toBe('secrecy.standing');
      await mark(receipt, null, null);
      expect((await mark(receipt, null)).status).toBe(204);
    });
  });

  it('numbers records within their case in the order they are filed', async () => {
    const receipt = await cases.apply();
    await cases.file(receipt.caseId, 'application');
    await cases.file(receipt.caseId, 'application');
    const task = await cases.openReview(receipt);
    const officer = await cases.browserAt(task);
    await officer.post(`/api/sodertalje/tasks/${task}/answer`, {
      answers: { outcome: 'refuse', reasons: 'Finns inte.' },
    });
    await cases.file(receipt.caseId, 'decision');
    await give(receipt, 'BUN17/170');
    const { records } = await read(receipt);
    expect(records.map(({ number }) => number)).toEqual(['BUN17/170-1', 'BUN17/170-2']);
  });

  it('keeps what was written out of the audit chain', async () => {
    const receipt = await cases.apply();
    const path = `${desk}/cases/${receipt.caseId}/secrecy`;
    await registrar.post(path, { record: null, provision, reason: 'Om Astrid i Järna.' });
    const rows = await server.database.transaction('sodertalje', (tx) =>
      tx
        .selectFrom('audit')
        .selectAll()
        .where('case_id', '=', receipt.caseId)
        .orderBy('sequence')
        .execute(),
    );
    expect(JSON.stringify(rows)).not.toMatch(/Astrid|Rut Holm/);
    expect(rows.at(-1)?.details).toMatchObject({ by: 'sodertalje-registrar' });
  });
});
