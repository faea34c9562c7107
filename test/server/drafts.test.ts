import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import { issueDraftKey } from '../../database/repositories/draft.repository';
import type { DraftView, LinkTarget, Problem } from '../../domain/api/shapes';
import { ApiClient } from '../support/api-client';
import { anApplication } from '../support/applications';
import { databaseKinds, openTestDatabase } from '../support/databases';
import { startTestServer, type TestServer } from '../support/test-server';

const drafts = '/api/sodertalje/drafts';
const { formId, formVersion } = anApplication();
const typed = { organisationName: 'Föreningen Halvvägs', coordinatorEmail: 'inte klar än' };
const day = 24 * 3600 * 1000;

describe.each(databaseKinds())('drafts on %s', (kind) => {
  let server: TestServer;
  let now = new Date('2026-11-20T09:00:00Z');

  beforeAll(async () => {
    server = await startTestServer(await openTestDatabase(kind), { clock: () => now });
  });
  beforeEach(() => {
    now = new Date('2026-11-20T09:00:00Z');
  });
  afterAll(() => server.close());

  const begin = async (answers: object = typed) => {
    const api = new ApiClient(server.url);
    const response = await api.post(drafts, { formId, formVersion, answers });
    expect(response.status).toBe(201);
    const draft = (await response.json()) as DraftView;
    return { api, draft, path: `${drafts}/${draft.id}` };
  };
  const codeOf = async (response: Response) => ((await response.json()) as Problem).code;
  /** A link as the mail carries it. */
  const linkTo = ({ id }: DraftView) =>
    server.database.transaction(sodertalje.id, (tx) =>
      issueDraftKey(tx, sodertalje.id, { draftId: id, kind: 'link', at: now }),
    );
  const follow = async (token: string) => {
    const api = new ApiClient(server.url);
    const response = await api.post('/api/sodertalje/links/exchange', { token });
    return { api, response };
  };

  it('keep what was typed as it is, right or wrong, and say until when', async () => {
    const { api, draft, path } = await begin();
    expect(draft).toMatchObject({ revision: 1, link: 'none', keptUntil: '2026-12-20' });
    expect((await api.read<DraftView>(path)).answers).toEqual(typed);
  });

  it('are saved again and again, each time kept as long anew', async () => {
    const { api, draft, path } = await begin();
    now = new Date(now.getTime() + 10 * day);
    const saved = await api.put(path, { revision: draft.revision, answers: { a: 'b' } });
    expect((await saved.json()) as DraftView).toMatchObject({
      revision: 2,
      keptUntil: '2026-12-30',
      answers: { a: 'b' },
    });
  });

  it('tell the later of two writers instead of losing what the first wrote', async () => {
    const { api, draft, path } = await begin();
    await api.put(path, { revision: draft.revision, answers: { first: 'x' } });
    const later = await api.put(path, { revision: draft.revision, answers: { second: 'x' } });
    expect(later.status).toBe(409);
    expect(await codeOf(later)).toBe('draft.changed');
    expect((await api.read<DraftView>(path)).answers).toEqual({ first: 'x' });
  });

  it('let one of many writers at once through', async () => {
    const { api, draft, path } = await begin();
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, nth) =>
        api.put(path, { revision: draft.revision, answers: { nth } }),
      ),
    );
    expect(all.map(({ status }) => status).sort()).toEqual([
      200,
      ...Array.from({ length: 9 }, () => 409),
    ]);
  });

  it('belong to the browser that began them', async () => {
    const { path } = await begin();
    const stranger = new ApiClient(server.url);
    for (const response of [
      await stranger.get(path),
      await stranger.put(path, { revision: 1, answers: {} }),
      await stranger.post(`${path}/link`, { email: 'a@b.example' }),
      await stranger.post(`${path}/application`, anApplication()),
      await stranger.upload(`${path}/files`, 'a.pdf', 'x'),
    ]) {
      expect([response.status, await codeOf(response)]).toEqual([401, 'session.missing']);
    }
  });

  it('do not open one with the session of another', async () => {
    const [mine, other] = [await begin(), await begin()];
    const stolen = mine.api.cookieHeader(mine.path).replaceAll(mine.draft.id, other.draft.id);
    const response = await fetch(server.url + other.path, { headers: { cookie: stolen } });
    expect(response.status).toBe(401);
  });

  it('open anywhere by their link, several side by side', async () => {
    const [one, two] = [
      await begin({ organisationName: 'Ett' }),
      await begin({ organisationName: 'Två' }),
    ];
    const { api, response } = await follow(await linkTo(one.draft));
    const target = (await response.json()) as LinkTarget;
    expect(target).toEqual({ kind: 'draft', id: one.draft.id, language: 'sv' });
    const second = await api.post('/api/sodertalje/links/exchange', {
      token: await linkTo(two.draft),
    });
    expect(second.status).toBe(200);
    expect((await api.read<DraftView>(one.path)).answers).toEqual({ organisationName: 'Ett' });
    expect((await api.read<DraftView>(two.path)).answers).toEqual({ organisationName: 'Två' });
    expect((await follow('no-such-token')).response.status).toBe(404);
  });

  it('are not found by a link in another municipality', async () => {
    const { draft } = await begin();
    const api = new ApiClient(server.url);
    const token = await linkTo(draft);
    expect((await api.post('/api/ekero/links/exchange', { token })).status).toBe(404);
    expect((await api.get(`/api/ekero/drafts/${draft.id}`)).status).toBe(401);
  });

  it('have a link mailed to a right address only, so many times and no more', async () => {
    const { api, path } = await begin();
    const wrong = await api.post(`${path}/link`, { email: 'maja, omar@fyren.example' });
    expect((await wrong.json()) as Problem).toMatchObject({
      code: 'form.invalid',
      fields: { email: 'email' },
    });
    const none = await api.post(`${path}/link`, { email: ' ' });
    expect((await none.json()) as Problem).toMatchObject({ fields: { email: 'required' } });
    for (let nth = 1; nth <= 10; nth += 1) {
      const asked = await api.post(`${path}/link`, { email: ' maja@fyren.example ' });
      expect((await asked.json()) as DraftView).toMatchObject({ link: 'asked' });
    }
    const tooMany = await api.post(`${path}/link`, { email: 'maja@fyren.example' });
    expect(await codeOf(tooMany)).toBe('request.tooMany');
  });

  it('end when they are sent, however often that is said', async () => {
    const { api, draft, path } = await begin();
    const token = await linkTo(draft);
    const application = anApplication();
    const sent = await Promise.all(
      Array.from({ length: 5 }, () => api.post(`${path}/application`, application)),
    );
    const receipts = (await Promise.all(sent.map((each) => each.json()))) as { caseId: string }[];
    expect(sent.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(receipts.map(({ caseId }) => caseId)).size).toBe(1);
    expect(await codeOf(await api.get(path))).toBe('draft.sent');
    expect(await codeOf(await api.put(path, { revision: 1, answers: {} }))).toBe('draft.sent');
    expect(await codeOf(await api.post(`${path}/application`, anApplication()))).toBe('draft.sent');
    expect((await follow(token)).response.status).toBe(404);
    const left = await server.database.transaction(sodertalje.id, (tx) =>
      tx.selectFrom('draft').selectAll().where('id', '=', draft.id).executeTakeFirstOrThrow(),
    );
    expect(left).toMatchObject({ answers: {}, email: null });
  });

  it('stay as they are when what they hold is refused', async () => {
    const { api, path } = await begin();
    const application = anApplication({ organisationName: '' });
    expect((await api.post(`${path}/application`, application)).status).toBe(422);
    expect((await api.read<DraftView>(path)).answers).toEqual(typed);
  });

  it('are not begun with a form that is no longer used', async () => {
    const response = await new ApiClient(server.url).post(drafts, {
      formId,
      formVersion: 99,
      answers: {},
    });
    expect(await codeOf(response)).toBe('form.outdated');
  });
});
