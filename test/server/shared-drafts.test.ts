import { insertRounds } from '../../database/repositories/round.repository';
import { getCase } from '../../database/repositories/case.repository';
import type {
  Problem,
  SavedSharedDraft,
  SharedDraftChange,
  TaskView,
} from '../../domain/api/shapes';
import { mostPartLinks } from '../../domain/forms/shared-draft';
import { ApiClient } from '../support/api-client';
import { Cases } from '../support/cases';
import { databaseKinds, openTestDatabase } from '../support/databases';
import { ratingsFor } from '../support/follow-ups';
import { startTestServer, type TestServer } from '../support/test-server';

const api = '/api/sodertalje';

describe.each(databaseKinds())('a form that several people fill in, on %s', (kind) => {
  let server: TestServer;
  let cases: Cases;

  beforeAll(async () => {
    server = await startTestServer(await openTestDatabase(kind), {
      limits: { linkRequests: 1000, links: 1000 },
    });
    cases = new Cases(server);
  });
  afterAll(() => server.close());

  /** The follow-up's form as one of many is asked it. */
  async function asked(): Promise<string> {
    const { caseId } = await cases.apply();
    const at = new Date();
    const round = { rule: { kind: 'first' }, in_order: false, opened_at: at } as const;
    const [task] = await server.database.transaction('sodertalje', async (tx) =>
      insertRounds(tx, await getCase(tx, 'sodertalje', caseId), [
        {
          ...{ stepKey: 'ask/1/1', round },
          tasks: [
            {
              ...{ case_id: caseId, step_key: 'ask/1/1', kind: 'followUp', state: 'open' },
              ...{ assignee_role: 'partyCoordinator', assignee_name: 'Amina Ek' },
              ...{ assignee_email: 'amina@lyktan.example', assignee_postal: null, language: 'sv' },
              ...{ form_reference: 'follow-up-organisation-1@1', document_sha256: null },
              ...{ opened_at: at, deadline: '2099-01-01' },
            },
          ],
        },
      ]),
    );
    return task!.id;
  }

  async function coordinator(): Promise<{ taskId: string; browser: ApiClient }> {
    const taskId = await asked();
    return { taskId, browser: await cases.browserAt(taskId) };
  }

  async function give(browser: ApiClient, taskId: string): Promise<string> {
    const response = await browser.post(`${api}/tasks/${taskId}/part-links`, {});
    expect(response.status).toBe(201);
    const { url } = (await response.json()) as { url: string };
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1\/sodertalje\/part#[\w-]{43}$/);
    return url.slice(url.indexOf('#') + 1);
  }

  async function helperOf(browser: ApiClient, taskId: string): Promise<ApiClient> {
    const opened = await cases.open(await give(browser, taskId));
    expect(opened.target).toEqual({ kind: 'part', id: taskId, language: 'sv' });
    return opened.api;
  }

  type Who = 'tasks' | 'parts';
  const save = (
    browser: ApiClient,
    who: Who,
    taskId: string,
    changes: SharedDraftChange['changes'],
  ) => browser.put(`${api}/${who}/${taskId}/draft`, { changes });

  async function saved(...call: Parameters<typeof save>): Promise<SavedSharedDraft> {
    const response = await save(...call);
    expect(response.status).toBe(200);
    return (await response.json()) as SavedSharedDraft;
  }

  const read = (browser: ApiClient, who: Who, taskId: string) =>
    browser.read<TaskView>(`${api}/${who}/${taskId}`);

  async function refusal(response: Response) {
    return [response.status, ((await response.json()) as Problem).code];
  }

  const filled = (now: unknown, was: unknown = null) => ({ was, now });

  it('keeps what each has written for the others, before anything is sent', async () => {
    const { taskId, browser } = await coordinator();
    expect((await read(browser, 'tasks', taskId)).draft).toMatchObject({
      ...{ answers: {}, revision: 0, changedAt: null },
    });
    const helper = await helperOf(browser, taskId);
    await saved(browser, 'tasks', taskId, { longTermOwn: filled('4') });
    const matters = [{ theme: 'premises', text: 'Lokalen är kall.' }];
    const draft = await saved(helper, 'parts', taskId, { matters: filled(matters) });
    expect(draft).toMatchObject({
      ...{ answers: { longTermOwn: '4', matters }, revision: 2, conflicts: {} },
    });
    for (const [who, from] of [['tasks', browser] as const, ['parts', helper] as const]) {
      expect((await read(from, who, taskId)).draft?.answers).toEqual({ longTermOwn: '4', matters });
    }
    const emptied = await saved(browser, 'tasks', taskId, { longTermOwn: filled(null, '4') });
    expect(emptied.answers).toEqual({ matters });
  });

  it('names what two have written in the same field, and keeps the first until one has chosen', async () => {
    const { taskId, browser } = await coordinator();
    const helper = await helperOf(browser, taskId);
    await saved(browser, 'tasks', taskId, { longTermComment: filled('Min text.') });
    const late = await saved(helper, 'parts', taskId, {
      ...{ longTermComment: filled('En annan text.'), longTermOwn: filled('2') },
    });
    expect(late.conflicts).toEqual({ longTermComment: 'Min text.' });
    expect(late.answers).toEqual({ longTermComment: 'Min text.', longTermOwn: '2' });
    const chosen = await saved(helper, 'parts', taskId, {
      longTermComment: filled('En annan text.', 'Min text.'),
    });
    expect(chosen).toMatchObject({ conflicts: {}, answers: { longTermComment: 'En annan text.' } });
    // The same twice is no conflict, and nothing new.
    const again = await saved(browser, 'tasks', taskId, {
      longTermComment: filled('En annan text.'),
    });
    expect(again).toMatchObject({ conflicts: {}, revision: chosen.revision });
  });

  it('takes over every one of many who write at once', async () => {
    const { taskId, browser } = await coordinator();
    const helper = await helperOf(browser, taskId);
    const { form } = await read(browser, 'tasks', taskId);
    const ratings = Object.entries(ratingsFor(form, [1, 2, 3, 4, 5]));
    expect(ratings).toHaveLength(14);
    await Promise.all(
      ratings.map(([field, rating], i) => {
        const change = { [field]: filled(rating) };
        return i % 2
          ? saved(helper, 'parts', taskId, change)
          : saved(browser, 'tasks', taskId, change);
      }),
    );
    const { draft } = await read(browser, 'tasks', taskId);
    expect(draft).toMatchObject({
      ...{ answers: Object.fromEntries(ratings), revision: ratings.length },
    });
    // Of twenty in one field one is first; all others are told.
    const rivals = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        saved(helper, 'parts', taskId, { longTermComment: filled(`Text ${i}`) }),
      ),
    );
    expect(rivals.filter(({ conflicts }) => !('longTermComment' in conflicts))).toHaveLength(1);
  });

  it('is sent by whoever was asked alone, when they have read what there is', async () => {
    const { taskId, browser } = await coordinator();
    const helper = await helperOf(browser, taskId);
    const { form } = await read(browser, 'tasks', taskId);
    const answers = ratingsFor(form, [4]);
    await saved(helper, 'parts', taskId, { longTermOwn: filled('4') });
    const stale = await browser.post(`${api}/tasks/${taskId}/answer`, {
      ...{ answers, draftRevision: 0 },
    });
    expect(await refusal(stale)).toEqual([409, 'draft.othersWrote']);
    expect((await read(browser, 'tasks', taskId)).state).toBe('open');
    const sent = await browser.post(`${api}/tasks/${taskId}/answer`, { answers, draftRevision: 1 });
    expect(sent.status).toBe(200);
    expect((await read(browser, 'tasks', taskId)).draft).toBeNull();
    const left = await server.database.transaction('sodertalje', (tx) =>
      tx.selectFrom('task_draft').selectAll().where('task_id', '=', taskId).execute(),
    );
    expect(left).toEqual([]);
    const after = await save(browser, 'tasks', taskId, { longTermOwn: filled('1') });
    expect(await refusal(after)).toEqual([409, 'task.alreadyAnswered']);
  });

  it('keeps no draft of an answer that comes while others write', async () => {
    const { taskId, browser } = await coordinator();
    const helper = await helperOf(browser, taskId);
    const { form } = await read(browser, 'tasks', taskId);
    const answers = ratingsFor(form, [4]);
    const writing = Array.from({ length: 15 }, (_, i) =>
      save(helper, 'parts', taskId, { longTermComment: filled(`Text ${i}`, `Text ${i - 1}`) }),
    );
    const sent = browser.post(`${api}/tasks/${taskId}/answer`, { answers });
    const statuses = (await Promise.all(writing)).map(({ status }) => status);
    expect(statuses.filter((status) => ![200, 401, 409].includes(status))).toEqual([]);
    expect((await sent).status).toBe(200);
    const left = await server.database.transaction('sodertalje', (tx) =>
      tx.selectFrom('task_draft').selectAll().where('task_id', '=', taskId).execute(),
    );
    expect(left).toEqual([]);
  });

  describe('a link to fill in a part', () => {
    it('shows the form and nothing else of the case', async () => {
      const { taskId, browser } = await coordinator();
      const part = await read(await helperOf(browser, taskId), 'parts', taskId);
      expect(part).toMatchObject({ id: taskId, part: true, kind: 'followUp', state: 'open' });
      expect(part).toMatchObject({
        ...{ application: [], documents: [], opinions: [], standIns: [], answer: null },
        ...{ agreement: null, code: null, completion: null, conversation: null },
      });
    });

    it('cannot send, hand over, ask for links or open a file, whatever its session is called', async () => {
      const { taskId, browser } = await coordinator();
      const helper = await helperOf(browser, taskId);
      const stolen = helper.cookieHeader(`${api}/parts/${taskId}`);
      const asTask = stolen.replace('samverkan_part_', 'samverkan_task_');
      const { form } = await read(browser, 'tasks', taskId);
      const calls: [string, string, unknown?][] = [
        ['GET', `/tasks/${taskId}`],
        ['POST', `/tasks/${taskId}/answer`, { answers: ratingsFor(form, [4]) }],
        ['PUT', `/tasks/${taskId}/draft`, { changes: { longTermOwn: filled('1') } }],
        ['POST', `/tasks/${taskId}/part-links`],
        ['DELETE', `/tasks/${taskId}/part-links`],
        ['POST', `/tasks/${taskId}/code`],
        ['POST', `/tasks/${taskId}/delegation`, { to: 'a@b.example', reason: 'x' }],
        ['POST', `/tasks/${taskId}/conflict`, { reason: 'x' }],
        ['GET', `/tasks/${taskId}/files/${taskId}`],
        ['GET', `/tasks/${taskId}/documents/${taskId}`],
      ];
      for (const [method, path, body] of calls) {
        const response = await fetch(server.url + api + path, {
          method,
          headers: { cookie: `${stolen}; ${asTask}`, 'content-type': 'application/json' },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        });
        expect([method, path, response.status]).toEqual([method, path, 401]);
      }
      expect((await read(browser, 'tasks', taskId)).state).toBe('open');
    });

    it('is for one task, and a link to a task opens no part', async () => {
      const mine = await coordinator();
      const other = await coordinator();
      const helper = await helperOf(mine.browser, mine.taskId);
      const own = helper.cookieHeader(`${api}/parts/${mine.taskId}`);
      const asOther = own.replace(mine.taskId, other.taskId);
      const whole = other.browser
        .cookieHeader(`${api}/tasks/${other.taskId}`)
        .replace('samverkan_task_', 'samverkan_part_');
      for (const cookie of [own, asOther, whole]) {
        const response = await fetch(`${server.url}${api}/parts/${other.taskId}`, {
          headers: { cookie },
        });
        expect(response.status).toBe(401);
      }
    });

    it('is dead once the form is sent, for whoever has it open too', async () => {
      const { taskId, browser } = await coordinator();
      const token = await give(browser, taskId);
      const { api: helper } = await cases.open(token);
      const { form } = await read(browser, 'tasks', taskId);
      const answers = ratingsFor(form, [4]);
      await browser.post(`${api}/tasks/${taskId}/answer`, { answers });
      expect((await helper.get(`${api}/parts/${taskId}`)).status).toBe(401);
      const late = await save(helper, 'parts', taskId, { longTermOwn: filled('1') });
      expect(late.status).toBe(401);
      const reopened = await new ApiClient(server.url).post(`${api}/links/exchange`, { token });
      expect(await refusal(reopened)).toEqual([404, 'link.unusable']);
    });

    it('is dead once it was taken back, and what was written stays', async () => {
      const { taskId, browser } = await coordinator();
      const token = await give(browser, taskId);
      const { api: helper } = await cases.open(token);
      await saved(helper, 'parts', taskId, { longTermOwn: filled('3') });
      expect((await browser.delete(`${api}/tasks/${taskId}/part-links`)).status).toBe(204);
      expect((await helper.get(`${api}/parts/${taskId}`)).status).toBe(401);
      const reopened = await new ApiClient(server.url).post(`${api}/links/exchange`, { token });
      expect(await refusal(reopened)).toEqual([404, 'link.unusable']);
      expect((await read(browser, 'tasks', taskId)).draft?.answers).toEqual({ longTermOwn: '3' });
      // A new one works.
      await helperOf(browser, taskId);
    });

    it('is nothing in the other municipality, and its secret is nowhere in the record', async () => {
      const { taskId, browser } = await coordinator();
      const token = await give(browser, taskId);
      const away = await new ApiClient(server.url).post('/api/ekero/links/exchange', { token });
      expect(await refusal(away)).toEqual([404, 'link.unusable']);
      const links = await server.database.transaction('sodertalje', (tx) =>
        tx.selectFrom('link').selectAll().where('task_id', '=', taskId).execute(),
      );
      expect(links.filter(({ part }) => part)).toHaveLength(1);
      expect(JSON.stringify(links)).not.toContain(token);
    });

    it('is one of so many at a time', async () => {
      const { taskId, browser } = await coordinator();
      for (let i = 0; i < mostPartLinks; i += 1) await give(browser, taskId);
      const path = `${api}/tasks/${taskId}/part-links`;
      expect(await refusal(await browser.post(path, {}))).toEqual([409, 'draft.tooManyLinks']);
      await browser.delete(path);
      await give(browser, taskId);
    });

    it('is not there for a question that one person answers', async () => {
      const receipt = await cases.apply();
      const taskId = await cases.openReview(receipt);
      const browser = await cases.browserAt(taskId);
      const given = await browser.post(`${api}/tasks/${taskId}/part-links`, {});
      expect(await refusal(given)).toEqual([409, 'task.closed']);
      const written = await save(browser, 'tasks', taskId, { outcome: filled('approve') });
      expect(await refusal(written)).toEqual([409, 'task.closed']);
      expect((await read(browser, 'tasks', taskId)).draft).toBeNull();
    });
  });

  it('keeps nothing that is no answer to the form, or too long', async () => {
    const { taskId, browser } = await coordinator();
    const unfit: unknown[] = [
      ...[42, true, ['1'], { a: 1 }, 'x'.repeat(20_001)].map((now) => ({ longTermOwn: { now } })),
      { nobodyAsked: { now: 'x' } },
      { constructor: { now: 'x' } },
      { longTermSingle: { now: 'true' } },
      ...['x', {}, [1], [{ theme: 1 }], [{ other: 'x' }], Array(11).fill({})].map((now) => ({
        matters: { now },
      })),
    ];
    for (const changes of unfit) {
      const response = await save(browser, 'tasks', taskId, changes as never);
      expect([changes, response.status]).toEqual([changes, 400]);
    }
    const long = Array.from({ length: 10 }, () => ({ text: 'x'.repeat(20_000) }));
    const tooMuch = await save(browser, 'tasks', taskId, { matters: filled(long) });
    expect(tooMuch.status).toBe(413);
    expect((await read(browser, 'tasks', taskId)).draft?.revision).toBe(0);
  });
});
