import { randomUUID } from 'node:crypto';
import type { Problem, ReceiptView, CaseView } from '../../domain/api/shapes';
import { ApiClient } from '../support/api-client';
import { anApplication, applicationTo, newOrganisationNumber } from '../support/applications';
import { databaseKinds, openTestDatabase } from '../support/databases';
import { startTestServer, type TestServer } from '../support/test-server';

const applications = '/api/sodertalje/applications';

describe.each(databaseKinds())('applications on %s, with Temporal dead', (kind) => {
  let server: TestServer;
  let api: ApiClient;

  beforeAll(async () => {
    server = await startTestServer(await openTestDatabase(kind));
    api = new ApiClient(server.url);
  });
  afterAll(() => server.close());

  const send = async (application = anApplication()) => {
    const response = await api.post(applications, application);
    return { status: response.status, receipt: (await response.json()) as ReceiptView };
  };

  it('gives a receipt with a number in the municipality’s style', async () => {
    const { status, receipt } = await send();
    expect(status).toBe(201);
    expect(receipt.number).toMatch(/^KFN \d\d\/\d+$/);
  });

  it('numbers cases one after the other', async () => {
    const running = async () => Number((await send()).receipt.number.split('/')[1]);
    const first = await running();
    expect(await running()).toBe(first + 1);
  });

  it('makes one case of the same submission sent again', async () => {
    const application = anApplication();
    const [first, again] = [await send(application), await send(application)];
    expect(again.receipt.caseId).toBe(first.receipt.caseId);
    expect(again.receipt.number).toBe(first.receipt.number);
  });

  it('makes one case of fifty parallel posts', async () => {
    const application = anApplication();
    const receipts = await Promise.all(Array.from({ length: 50 }, () => send(application)));
    expect(new Set(receipts.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(receipts.map(({ receipt }) => receipt.caseId)).size).toBe(1);
  });

  it('refuses a second application of an organisation with an open one', async () => {
    const organisationNumber = newOrganisationNumber();
    await send(anApplication({ organisationNumber }));
    const response = await api.post(applications, anApplication({ organisationNumber }));
    expect(response.status).toBe(409);
    expect(((await response.json()) as Problem).code).toBe('organisation.hasOpenCase');
  });

  it('lets only one of two parallel applications of an organisation through', async () => {
    const organisationNumber = newOrganisationNumber();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => send(anApplication({ organisationNumber }))),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(9);
  });

  it('names every faulty field and its fault', async () => {
    const response = await api.post(
      applications,
      anApplication({ organisationName: ' ', coordinatorEmail: 'nowhere', legalForm: 'king' }),
    );
    expect(response.status).toBe(422);
    expect(((await response.json()) as Problem).fields).toEqual({
      organisationName: 'required',
      coordinatorEmail: 'email',
      legalForm: 'choice',
    });
  });

  it('says what is wrong in the language of the reader', async () => {
    const faulty = anApplication({ organisationName: '' });
    const english = await new ApiClient(server.url, 'en').post(applications, faulty);
    const swedish = await api.post(applications, faulty);
    expect(((await english.json()) as Problem).detail).toMatch(/^Some answers need correcting/);
    expect(((await swedish.json()) as Problem).detail).toMatch(/^Några svar behöver rättas/);
  });

  it('shows the status behind the receipt’s link, and waits for nobody yet', async () => {
    const { receipt } = await send();
    const exchange = await api.post('/api/sodertalje/links/exchange', {
      token: receipt.statusToken,
    });
    expect(await exchange.json()).toEqual({ kind: 'case', id: receipt.caseId, language: 'sv' });
    const status = await api.read<CaseView>(`/api/sodertalje/cases/${receipt.caseId}`);
    expect(status).toMatchObject({ number: receipt.number, state: 'received', waitsFor: null });
    expect(status.timeline.map(({ event }) => event)).toEqual(['received']);
  });

  it('keeps text of any kind as it was typed', async () => {
    const name = 'Förening "Ö" <b>&amp;</b> 🎉 العربية =1+1';
    const { receipt } = await send(anApplication({ organisationName: `${name}\u0000\u0007` }));
    await api.post('/api/sodertalje/links/exchange', { token: receipt.statusToken });
    const status = await api.read<CaseView>(`/api/sodertalje/cases/${receipt.caseId}`);
    expect(status.organisationName).toBe(name);
  });

  it.each([
    ['a body that is not JSON', '{"formId": '],
    ['a body of the wrong shape', JSON.stringify({ hello: 'world' })],
    ['a submission key that is none', JSON.stringify({ ...anApplication(), submissionKey: 'x' })],
  ])('refuses %s as malformed', async (_what, body) => {
    const response = await fetch(server.url + applications, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(response.status).toBe(400);
    expect(((await response.json()) as Problem).code).toBe('request.malformed');
  });

  it('refuses a paste of twenty megabytes with a sentence', async () => {
    const response = await api.post(applications, anApplication({ community: 'x'.repeat(20e6) }));
    expect(response.status).toBe(413);
    expect(((await response.json()) as Problem).code).toBe('request.tooLarge');
  });

  it('refuses an old version of the form', async () => {
    const response = await api.post(applications, { ...anApplication(), formVersion: 99 });
    expect(((await response.json()) as Problem).code).toBe('form.outdated');
  });

  it('takes no application where no agreement has been adopted', async () => {
    const response = await api.post('/api/ekero/applications', applicationTo('ekero'));
    expect(((await response.json()) as Problem).code).toBe('agreement.none');
  });

  it('knows no other municipality', async () => {
    const response = await api.post(`/api/${randomUUID()}/applications`, anApplication());
    expect(response.status).toBe(404);
    expect(((await response.json()) as Problem).code).toBe('municipality.unknown');
  });
});
