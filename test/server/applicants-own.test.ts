import type { DeskCaseView } from '../../domain/api/desk';
import type { CaseView, PartyView, Problem, ReceiptView, TaskView } from '../../domain/api/shapes';
import type { FileAnswer } from '../../domain/forms/types';
import type { ApiClient } from '../support/api-client';
import { Cases } from '../support/cases';
import { databaseKinds, openTestDatabase } from '../support/databases';
import { signIn, startDeskServer } from '../support/officials';
import type { TestServer } from '../support/test-server';
import { png } from '../support/uploads';

const base = '/api/sodertalje';

describe.each(databaseKinds())('what an applicant does at the status page on %s', (kind) => {
  let server: TestServer;
  let cases: Cases;
  let now = new Date('2026-03-10T09:00:00Z');

  beforeAll(async () => {
    server = await startDeskServer(await openTestDatabase(kind), { clock: () => now });
    cases = new Cases(server, 'sodertalje', () => now);
  });
  afterAll(() => server.close());

  interface Own {
    receipt: ReceiptView;
    api: ApiClient;
    path: string;
  }

  async function own(answers: Record<string, unknown> = {}): Promise<Own> {
    const receipt = await cases.apply(answers);
    const { api } = await cases.open(receipt.statusToken);
    return { receipt, api, path: `${base}/cases/${receipt.caseId}` };
  }

  const read = ({ api, path }: Own) => api.read<CaseView>(path);
  const codeOf = async (response: Response) => ((await response.json()) as Problem).code;
  const letters = async ({ receipt }: Own, template: string) =>
    server.database.transaction('sodertalje', (tx) =>
      tx
        .selectFrom('letter')
        .selectAll()
        .where('case_id', '=', receipt.caseId)
        .where('template', '=', template)
        .execute(),
    );

  it('is told how long a step usually takes, by configuration', async () => {
    const mine = await own();
    expect((await read(mine)).usuallyWithinDays).toBe(14);
    await cases.openCompletion(mine.receipt);
    expect((await read(mine)).usuallyWithinDays).toBeNull();
  });

  it('adds records, of which the officer is told once in a burst', async () => {
    const mine = await own();
    const note = 'Protokoll från årsmötet; kör';
    for (const name of ['a.png', 'b.png']) {
      const response = await mine.api.upload(`${mine.path}/files`, name, png, {
        'content-description': encodeURIComponent(note),
      });
      expect(response.status).toBe(201);
    }
    const view = await read(mine);
    expect(view.files.map(({ name }) => name)).toEqual(['a.png', 'b.png']);
    expect(view.timeline.filter(({ event }) => event === 'recordAdded')).toHaveLength(2);
    expect(await letters(mine, 'recordsAdded')).toMatchObject([
      { recipient_email: 'handlaggare@sodertalje.example' },
    ]);
    now = new Date(now.getTime() + 31 * 60 * 1000);
    await mine.api.upload(`${mine.path}/files`, 'c.png', png);
    expect(await letters(mine, 'recordsAdded')).toHaveLength(2);
    const registrar = await signIn(server.url, 'sodertalje', 'registrar');
    const desk = await registrar.read<DeskCaseView>(`${base}/desk/cases/${mine.receipt.caseId}`);
    expect(desk.records.map((record) => [record.number, record.title, record.note])).toEqual([
      [`${mine.receipt.number}-1`, 'a.png', note],
      [`${mine.receipt.number}-2`, 'b.png', note],
      [`${mine.receipt.number}-3`, 'c.png', null],
    ]);
  });

  it('adds nothing to a closed case, nor what is no record', async () => {
    const mine = await own();
    const text = new TextEncoder().encode('just text');
    expect((await mine.api.upload(`${mine.path}/files`, 'a.png', text)).status).toBe(415);
    await cases.accede(mine.receipt);
    expect(await codeOf(await mine.api.upload(`${mine.path}/files`, 'a.png', png))).toBe(
      'case.closed',
    );
    expect((await read(mine)).files).toEqual([]);
  });

  it('asks a person, who is told, and sees that it has arrived', async () => {
    const mine = await own();
    const ask = (question: string) =>
      mine.api.post(`${mine.path}/questions`, { question, phone: ' 08-123 456 78 ' });
    expect((await ask('  ')).status).toBe(400);
    expect((await ask('När kommer beslutet?')).status).toBe(204);
    const view = await read(mine);
    expect(view.questionsAskedAt).toEqual([now.toISOString()]);
    expect(view.timeline.at(-1)?.event).toBe('personAsked');
    expect(await letters(mine, 'personAsked')).toMatchObject([
      { recipient_email: 'samverkan@sodertalje.example' },
    ]);
    for (let i = 0; i < 4; i += 1) await ask('En till.');
    expect(await codeOf(await ask('En för mycket.'))).toBe('request.tooMany');
    now = new Date(now.getTime() + 24 * 3600 * 1000 + 1);
    // The session of the day before has ended.
    await cases.open(mine.receipt.statusToken, mine.api);
    expect((await ask('Nästa dag.')).status).toBe(204);
  });

  it('takes the contact out of the register, and puts it back, at once', async () => {
    const mine = await own({ publishContact: 'yes', organisationName: 'Växlingen' });
    const publish = (published: boolean) => mine.api.put(`${mine.path}/publication`, { published });
    const contact = async () => {
      const { parties } = await mine.api.read<{ parties: PartyView[] }>(`${base}/parties`);
      return parties.find(({ organisationName }) => organisationName === 'Växlingen')?.contact;
    };
    expect((await read(mine)).contactPublished).toBe(true);
    await cases.accede(mine.receipt);
    expect(await contact()).toMatchObject({ name: 'Amina Ek' });
    expect((await publish(false)).status).toBe(204);
    expect(await contact()).toBeNull();
    expect((await publish(false)).status).toBe(204);
    await publish(true);
    expect(await contact()).toMatchObject({ name: 'Amina Ek' });
    const { timeline } = await read(mine);
    expect(timeline.slice(-2).map(({ event }) => event)).toEqual(['contactHidden', 'contactShown']);
  });

  it('may choose before the organisation has joined', async () => {
    const mine = await own({ publishContact: 'yes', organisationName: 'Tidig' });
    await mine.api.put(`${mine.path}/publication`, { published: false });
    await cases.accede(mine.receipt);
    const { parties } = await mine.api.read<{ parties: PartyView[] }>(`${base}/parties`);
    expect(
      parties.find(({ organisationName }) => organisationName === 'Tidig')?.contact,
    ).toBeNull();
  });

  it('sends new files with a completion, which are records of the case', async () => {
    const mine = await own();
    const taskId = await cases.openCompletion(mine.receipt);
    const api = await cases.browserAt(taskId);
    const path = `${base}/tasks/${taskId}`;
    const sent = await api.upload(`${path}/files`, 'stadgar.png', png);
    expect(sent.status).toBe(201);
    const file = (await sent.json()) as FileAnswer;
    expect((await api.get(`${path}/files/${file.id}`)).status).toBe(200);
    const { completion } = await api.read<TaskView>(path);
    const answers = { ...completion?.answers, bylaws: [file] };
    const answered = await api.post(`${path}/answer`, { answers });
    expect(answered.status).toBe(200);
    expect(await codeOf(await api.upload(`${path}/files`, 'x.png', png))).toBe('task.closed');
    expect((await read(mine)).files.map(({ name }) => name)).toEqual(['stadgar.png']);
  });

  it('sends no files to a question that asks for none', async () => {
    const mine = await own();
    const taskId = await cases.openReview(mine.receipt);
    const api = await cases.browserAt(taskId);
    const response = await api.upload(`${base}/tasks/${taskId}/files`, 'x.png', png);
    expect(await codeOf(response)).toBe('task.closed');
  });
});
