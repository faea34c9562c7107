import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { CaseView, Problem, ReceiptView, TaskView } from '../../domain/api/shapes';
import { ApiClient } from '../support/api-client';
import { anApplication } from '../support/applications';
import { Cases } from '../support/cases';
import { databaseKinds, openTestDatabase } from '../support/databases';
import { dumpRows } from '../support/rows';
import { startTestServer, type TestServer } from '../support/test-server';

const exchange = '/api/sodertalje/links/exchange';
const hours = 3600 * 1000;

/** Everything of an answer that its receiver could compare, clocks and counters aside. */
async function comparable(response: Response) {
  const headers = Object.fromEntries(response.headers);
  delete headers['date'];
  delete headers['ratelimit'];
  return { status: response.status, headers, body: await response.text() };
}

describe.each(databaseKinds())('links on %s', (kind) => {
  let server: TestServer;
  let cases: Cases;
  let now = new Date('2026-03-02T10:00:00Z');
  const clock = () => now;
  const after = (milliseconds: number) => (now = new Date(now.getTime() + milliseconds));

  beforeAll(async () => {
    server = await startTestServer(await openTestDatabase(kind), { clock });
    cases = new Cases(server, 'sodertalje', clock);
  });
  afterAll(() => server.close());

  async function openedReview() {
    const receipt = await cases.apply();
    const taskId = await cases.openReview(receipt);
    return { receipt, taskId };
  }

  async function answerTo(token: string, path = exchange) {
    const response = await fetch(server.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'sv' },
      body: JSON.stringify({ token }),
    });
    return comparable(response);
  }

  async function expire(token: string): Promise<void> {
    const hash = createHash('sha256').update(token).digest('hex');
    await server.database.transaction('sodertalje', (tx) =>
      sql`update link set expires_at = ${now} where token_sha256 = ${hash}`.execute(tx),
    );
  }

  it('look the same when unknown, truncated, expired, superseded or foreign', async () => {
    const { taskId } = await openedReview();
    const [expired, superseded] = [await cases.linkTo(taskId), await cases.linkTo(taskId)];
    await expire(expired);
    await server.database.transaction('sodertalje', (tx) =>
      sql`update task set link_generation = link_generation + 1 where id = ${taskId}`.execute(tx),
    );
    const usable = await cases.linkTo(taskId);
    const unusable = {
      unknown: await answerTo('A'.repeat(43)),
      truncated: await answerTo(usable.slice(0, -1)),
      prolonged: await answerTo(`${usable}A`),
      empty: await answerTo(''),
      expired: await answerTo(expired),
      superseded: await answerTo(superseded),
      foreign: await answerTo(usable, '/api/ekero/links/exchange'),
      'a hash': await answerTo(createHash('sha256').update(usable).digest('hex')),
    };
    const { unknown } = unusable;
    expect(unusable).toEqual(
      Object.fromEntries(Object.keys(unusable).map((name) => [name, unknown])),
    );
    expect(unknown.status).toBe(404);
    expect(unknown.headers).not.toHaveProperty('set-cookie');
    const { code, detail } = JSON.parse(unknown.body) as Problem;
    expect(code).toBe('link.unusable');
    expect(detail).toMatch(/Be om en ny länk/);
    expect((await answerTo(usable)).status).toBe(200);
  });

  it('stand nowhere but in the mail: the record knows only their hash', async () => {
    const { receipt, taskId } = await openedReview();
    const token = await cases.linkTo(taskId);
    const { api } = await cases.open(token);
    const secret = api.cookieHeader(`/api/sodertalje/tasks/${taskId}`).split('=')[1] ?? '';
    expect(secret).toHaveLength(43);
    const everything = await server.database.transaction('sodertalje', async (tx) =>
      JSON.stringify([
        await tx.selectFrom('link').selectAll().execute(),
        await tx.selectFrom('link_session').selectAll().execute(),
      ]),
    );
    expect(everything).toContain(createHash('sha256').update(token).digest('hex'));
    for (const text of [token, receipt.statusToken, secret]) expect(everything).not.toContain(text);
  });

  it('give a cookie that scripts cannot read, other sites cannot send and only the task gets', async () => {
    const { receipt, taskId } = await openedReview();
    const cookieOf = async (token: string) => {
      const response = await new ApiClient(server.url).post(exchange, { token });
      const cookies = response.headers.getSetCookie();
      expect(cookies).toHaveLength(1);
      return cookies[0]!.split('; ').slice(1).sort();
    };
    const attributes = (path: string) => [
      `Expires=${new Date(Math.floor((Date.now() + 8 * hours) / 1000) * 1000).toUTCString()}`,
      'HttpOnly',
      'Max-Age=28800',
      `Path=/api/sodertalje/${path}`,
      'SameSite=Strict',
    ];
    const withoutExpiry = (list: string[]) => list.filter((each) => !each.startsWith('Expires='));
    expect(withoutExpiry(await cookieOf(await cases.linkTo(taskId)))).toEqual(
      withoutExpiry(attributes(`tasks/${taskId}`)),
    );
    expect(withoutExpiry(await cookieOf(receipt.statusToken))).toEqual(
      withoutExpiry(attributes(`cases/${receipt.caseId}`)),
    );
  });

  it('open one session each: a second link never replaces the first', async () => {
    const first = await openedReview();
    const second = await openedReview();
    const api = await cases.browserAt(first.taskId);
    await cases.open(await cases.linkTo(second.taskId), api);
    await cases.open(first.receipt.statusToken, api);
    await cases.open(second.receipt.statusToken, api);
    for (const { taskId, receipt } of [first, second]) {
      expect((await api.read<TaskView>(`/api/sodertalje/tasks/${taskId}`)).id).toBe(taskId);
      const status = await api.read<CaseView>(`/api/sodertalje/cases/${receipt.caseId}`);
      expect(status.number).toBe(receipt.number);
    }
  });

  it('open nothing but their own task or case', async () => {
    const first = await openedReview();
    const second = await openedReview();
    const api = await cases.browserAt(first.taskId);
    const mine = api.cookieHeader(`/api/sodertalje/tasks/${first.taskId}`);
    const attempts: [string, string][] = [
      [`tasks/${second.taskId}`, mine],
      [`tasks/${second.taskId}`, mine.replace(first.taskId, second.taskId)],
      [`cases/${first.receipt.caseId}`, mine],
      [
        `cases/${first.receipt.caseId}`,
        mine.replace(/task_[\w-]+/, `case_${first.receipt.caseId}`),
      ],
      [`cases/${first.taskId}`, mine.replace('task_', 'case_')],
      [`tasks/${first.taskId}`, `${mine.slice(0, -1)}${mine.endsWith('A') ? 'B' : 'A'}`],
      [`tasks/${first.taskId}`, ''],
    ];
    const answers = [];
    for (const [path, cookie] of attempts) {
      const response = await fetch(`${server.url}/api/sodertalje/${path}`, { headers: { cookie } });
      answers.push(`${response.status} ${await response.text()}`);
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^401 .*session\.missing/);
  });

  it('end their session after eight hours and can be opened again', async () => {
    const { taskId } = await openedReview();
    const token = await cases.linkTo(taskId);
    const { api } = await cases.open(token);
    const path = `/api/sodertalje/tasks/${taskId}`;
    after(8 * hours - 1);
    expect((await api.get(path)).status).toBe(200);
    after(1);
    const ended = await api.get(path);
    expect(ended.status).toBe(401);
    expect(((await ended.json()) as Problem).detail).toMatch(/Klicka på länken/);
    await cases.open(token, api);
    expect((await api.get(path)).status).toBe(200);
  });

  it('end with their sessions when a newer one was asked for', async () => {
    const { receipt, taskId } = await openedReview();
    const old = await cases.linkTo(taskId);
    const { api } = await cases.open(old);
    await request(receipt.number, 'handlaggare@sodertalje.example');
    expect((await answerTo(old)).status).toBe(404);
    expect((await api.get(`/api/sodertalje/tasks/${taskId}`)).status).toBe(401);
    const answer = { answers: { outcome: 'approve' } };
    expect((await api.post(`/api/sodertalje/tasks/${taskId}/answer`, answer)).status).toBe(401);
    expect((await cases.browserAt(taskId)).cookieHeader(`/api/sodertalje/tasks/${taskId}`)).toMatch(
      /=/,
    );
  });

  describe('asked for anew', () => {
    const planned = () =>
      server.database.transaction('sodertalje', (tx) =>
        tx
          .selectFrom('letter')
          .select(['recipient_email', 'template', 'link', 'case_id'])
          .where('template', '=', 'newLink')
          .orderBy('position')
          .execute(),
      );

    it('are answered alike for known and unknown numbers and addresses', async () => {
      const { receipt } = await openedReview();
      const coordinator = 'amina@lyktan.example';
      const before = await planned();
      const answers = {
        known: await request(receipt.number, coordinator),
        'unknown number': await request('KFN 26/99999', coordinator),
        'unknown address': await request(receipt.number, 'stranger@nowhere.example'),
        'no number at all': await request("'; drop table cases; --", coordinator),
        'no address at all': await request(receipt.number, 'x'),
      };
      expect(answers).toEqual(
        Object.fromEntries(Object.keys(answers).map((name) => [name, answers.known])),
      );
      expect(answers.known).toMatchObject({ status: 202, body: '' });
      expect(await planned()).toEqual([
        ...before,
        {
          recipient_email: coordinator,
          template: 'newLink',
          link: 'case',
          case_id: receipt.caseId,
        },
      ]);
    });

    it('go to the registered address, however the request writes it', async () => {
      const { receipt } = await openedReview();
      await request(receipt.number, '  HANDLAGGARE@Sodertalje.Example ');
      expect((await planned()).at(-1)).toMatchObject({
        recipient_email: 'handlaggare@sodertalje.example',
        link: 'task',
        case_id: receipt.caseId,
      });
    });

    it('are found by the number in any style', async () => {
      const { receipt } = await openedReview();
      const [year, running] = receipt.number.slice('KFN '.length).split('/');
      const styles = [
        `KFN ${year}/${running}`,
        `kfn${year}/${running}`,
        ` KFN  ${year} / 00${running} `,
        `kfn ${year} ${running}`,
      ];
      for (const style of styles) {
        const before = (await planned()).length;
        await request(style, 'amina@lyktan.example');
        expect([style, (await planned()).length]).toEqual([style, before + 1]);
      }
    });
  });

  async function request(number: string, email: string) {
    const response = await fetch(`${server.url}/api/sodertalje/links/requests`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ number, email }),
    });
    return comparable(response);
  }

  describe('read a hundred times', () => {
    it('change nothing', async () => {
      const { receipt, taskId } = await openedReview();
      await cases.file(receipt.caseId, 'application');
      const token = await cases.linkTo(taskId);
      const { api } = await cases.open(token);
      await cases.open(receipt.statusToken, api);
      const task = await api.read<TaskView>(`/api/sodertalje/tasks/${taskId}`);
      const documentId = task.documents[0]!.id;
      const paths = [
        '/sodertalje',
        `/sodertalje/task`,
        `/sodertalje/task?token=${token}`,
        `/sodertalje/case`,
        `/api/sodertalje/tasks/${taskId}`,
        `/api/sodertalje/tasks/${taskId}/documents/${documentId}`,
        `/api/sodertalje/tasks/${taskId}/answer`,
        `/api/sodertalje/cases/${receipt.caseId}`,
        `/api/sodertalje/cases/${receipt.caseId}/documents/${documentId}`,
        `/api/sodertalje/links/exchange`,
        `/api/sodertalje/links/exchange?token=${token}`,
        '/api/sodertalje/parties',
      ];
      const before = await dumpRows(server.database, 'sodertalje');
      expect(before['task']).not.toEqual([]);
      const stranger = new ApiClient(server.url);
      const statuses = new Set<number>();
      for (let round = 0; round < 100; round += 1) {
        const answers = await Promise.all(
          paths.map(async (path) => {
            const browser = round % 2 === 0 ? api : stranger;
            const response = await (round % 4 < 2 ? browser.get(path) : browser.head(path));
            await response.arrayBuffer();
            return response.status;
          }),
        );
        for (const status of answers) statuses.add(status);
      }
      expect([...statuses].sort()).toEqual([200, 401, 404]);
      expect(await dumpRows(server.database, 'sodertalje')).toEqual(before);
      // The link still does what it was made for.
      await cases.open(token);
    }, 240_000);

    it('do not even open a stream for a HEAD', async () => {
      const { receipt } = await openedReview();
      const { api } = await cases.open(receipt.statusToken);
      const response = await api.head(`/api/sodertalje/cases/${receipt.caseId}/events`);
      expect(response.status).toBe(200);
      await response.arrayBuffer();
    });
  });
});

describe('links under limits', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer(await openTestDatabase('pglite'), {
      limits: { applications: 2, links: 3, linkRequests: 1 },
      publicUrl: 'https://samverkan.example',
    });
  });
  afterAll(() => server.close());

  it.each([
    [exchange, { token: 'A'.repeat(43) }, 3],
    ['/api/sodertalje/links/requests', { number: 'KFN 26/1', email: 'a@b.example' }, 1],
    ['/api/sodertalje/applications', anApplication(), 2],
  ])('%s refuses too many requests with a sentence', async (path, body, limit) => {
    for (const language of ['sv', 'en'] as const) {
      const api = new ApiClient(server.url, language);
      const statuses: number[] = [];
      let last: Response | undefined;
      for (let i = 0; i <= limit; i += 1) {
        last = await api.post(path, body);
        statuses.push(last.status);
      }
      expect(statuses.at(-1)).toBe(429);
      if (language === 'sv') expect(statuses.slice(0, limit)).not.toContain(429);
      const { code, detail } = (await last!.json()) as Problem;
      expect(code).toBe('request.tooMany');
      expect(detail).toMatch(language === 'sv' ? /Vänta en minut/ : /[Ww]ait a minute/);
      expect(last!.headers.get('retry-after')).toMatch(/^\d+$/);
    }
  });

  it.each([
    { trustedProxies: 1, expected: 404 },
    { trustedProxies: 0, expected: 429 },
  ])(
    'count visitors behind $trustedProxies trusted proxies',
    async ({ trustedProxies, expected }) => {
      const own = await startTestServer(await openTestDatabase('pglite'), {
        limits: { links: 1 },
        trustedProxies,
      });
      try {
        const statuses: number[] = [];
        for (const visitor of ['192.0.2.1', '192.0.2.2']) {
          const response = await fetch(`${own.url}${exchange}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'x-forwarded-for': visitor },
            body: JSON.stringify({ token: 'A'.repeat(43) }),
          });
          statuses.push(response.status);
        }
        expect(statuses).toEqual([404, expected]);
      } finally {
        await own.close();
      }
    },
  );

  it('are sent over HTTPS only where the site is', async () => {
    const own = await startTestServer(await openTestDatabase('pglite'), {
      publicUrl: 'https://samverkan.example',
    });
    try {
      const response = await new ApiClient(own.url).post(
        '/api/sodertalje/applications',
        anApplication(),
      );
      const { statusToken } = (await response.json()) as ReceiptView;
      const opened = await new ApiClient(own.url).post(exchange, { token: statusToken });
      expect(opened.headers.getSetCookie()[0]).toContain('; Secure');
    } finally {
      await own.close();
    }
  });
});
