import type { OfficialView } from '../../../domain/api/desk';
import type { Problem } from '../../../domain/api/shapes';
import { officialRoles } from '../../../domain/officials';
import { ApiClient } from '../../support/api-client';
import { databaseKinds, openTestDatabase } from '../../support/databases';
import { pathOf, returnFromProvider, signIn, startDeskServer } from '../../support/officials';
import { dumpRows } from '../../support/rows';
import { startTestServer, type TestServer } from '../../support/test-server';

const session = '/api/sodertalje/desk/session';
const hours = 3600 * 1000;

describe.each(databaseKinds())('signing in on %s', (kind) => {
  let server: TestServer;
  let now = new Date();

  beforeAll(async () => {
    server = await startDeskServer(await openTestDatabase(kind), { clock: () => now });
  });
  afterAll(() => server.close());

  const codeOf = async (response: Response) => ((await response.json()) as Problem).code;

  it.each(officialRoles)('gives a person the role of %s that the provider tells', async (role) => {
    const api = await signIn(server.url, 'sodertalje', role);
    const official = await api.read<OfficialView>(session);
    expect(official).toMatchObject({ subject: `sodertalje-${role}`, roles: [role] });
    expect(official.name).toMatch(/^\p{L}+ \p{L}+$/u);
  });

  it('brings the reader back to the address they came from', async () => {
    const api = new ApiClient(server.url);
    const returnTo = '/sodertalje/desk/cases/1#search=Lyktan';
    const back = await returnFromProvider(api, 'sodertalje', 'sodertalje-officer', returnTo);
    const response = await api.get(back);
    expect([response.status, response.headers.get('location')]).toEqual([303, returnTo]);
  });

  it.each([
    'https://elsewhere.example/sodertalje/desk',
    '//elsewhere.example',
    '/sodertalje/deskelsewhere',
    '/ekero/desk',
    '/sodertalje/apply',
    '',
  ])('never sends the reader to %s', async (returnTo) => {
    const api = new ApiClient(server.url);
    const back = await returnFromProvider(api, 'sodertalje', 'sodertalje-officer', returnTo);
    expect((await api.get(back)).headers.get('location')).toBe('/sodertalje/desk');
  });

  it('leaves a cookie that no script and no other site can use, for this desk alone', async () => {
    const api = new ApiClient(server.url);
    const back = await returnFromProvider(api, 'sodertalje', 'sodertalje-officer');
    const cookies = (await api.get(back)).headers.getSetCookie();
    const desk = cookies.find((each) => each.startsWith('samverkan_desk='));
    expect(desk).toMatch(/; Path=\/api\/sodertalje\/desk;/);
    expect(desk).toMatch(/; HttpOnly; SameSite=Strict$/);
    expect(desk).toMatch(/; Max-Age=28800;/);
    expect(api.cookieHeader('/api/ekero/desk/session')).not.toContain('samverkan_desk');
  });

  it('keeps of a session only the hash of its secret, and the person under one name', async () => {
    const api = await signIn(server.url, 'sodertalje', 'auditor');
    await signIn(server.url, 'sodertalje', 'auditor');
    const secret = /samverkan_desk=([\w-]+)/.exec(api.cookieHeader(session))?.[1] ?? '';
    expect(secret).toHaveLength(43);
    const rows = await dumpRows(server.database, 'sodertalje');
    expect(JSON.stringify(rows)).not.toContain(secret);
    const people = await server.database.transaction('sodertalje', (tx) =>
      tx
        .selectFrom('official')
        .select('name')
        .where('subject', '=', 'sodertalje-auditor')
        .execute(),
    );
    expect(people).toEqual([{ name: 'Rune Falk' }]);
  });

  it('ends after eight hours', async () => {
    const api = await signIn(server.url, 'sodertalje', 'officer');
    const start = now;
    now = new Date(start.getTime() + 8 * hours - 1);
    expect((await api.get(session)).status).toBe(200);
    now = new Date(start.getTime() + 8 * hours);
    expect(await codeOf(await api.get(session))).toBe('official.signedOut');
  });

  it('ends by signing out, in that browser', async () => {
    const api = await signIn(server.url, 'sodertalje', 'officer');
    const elsewhere = await signIn(server.url, 'sodertalje', 'officer');
    const cookie = api.cookieHeader(session);
    expect((await api.post('/api/sodertalje/desk/sign-out', {})).status).toBe(204);
    expect(api.cookieHeader(session)).not.toContain('samverkan_desk');
    const stolen = await fetch(server.url + session, { headers: { cookie } });
    expect(stolen.status).toBe(401);
    expect((await elsewhere.get(session)).status).toBe(200);
  });

  it('refuses whoever has no role here, and says so on a page', async () => {
    const api = new ApiClient(server.url);
    const back = await returnFromProvider(api, 'sodertalje', 'ekero-administrator');
    const response = await api.get(back);
    expect(response.headers.get('location')).toBe('/sodertalje/desk/sign-in/withoutRole');
    expect((await api.get(session)).status).toBe(401);
  });

  it('opens no other municipality', async () => {
    const api = await signIn(server.url, 'sodertalje', 'administrator');
    const cookie = api.cookieHeader(session);
    const response = await fetch(`${server.url}/api/ekero/desk/session`, { headers: { cookie } });
    expect(response.status).toBe(401);
  });

  it('knows one person in two municipalities apart', async () => {
    const api = await signIn(server.url, 'sodertalje', 'officer');
    await signIn(server.url, 'ekero', 'auditor', api);
    const roles = async (id: string) =>
      (await api.read<OfficialView>(`/api/${id}/desk/session`)).roles;
    expect([await roles('sodertalje'), await roles('ekero')]).toEqual([['officer'], ['auditor']]);
  });

  describe('does not take a return', () => {
    const expired = '/sodertalje/desk/sign-in/expired';
    const failed = '/sodertalje/desk/sign-in/failed';
    const endOf = async (api: ApiClient, address: string) =>
      (await api.get(address)).headers.get('location');

    it('in another browser', async () => {
      const back = await returnFromProvider(
        new ApiClient(server.url),
        'sodertalje',
        'sodertalje-officer',
      );
      const other = new ApiClient(server.url);
      expect(await endOf(other, back)).toBe(expired);
      expect((await other.get(session)).status).toBe(401);
    });

    it('twice', async () => {
      const api = new ApiClient(server.url);
      const back = await returnFromProvider(api, 'sodertalje', 'sodertalje-officer');
      const cookies = api.cookieHeader('/api/sign-in/callback');
      await api.get(back);
      expect(await endOf(api, back)).toBe(expired);
      const again = await fetch(server.url + back, {
        redirect: 'manual',
        headers: { cookie: cookies },
      });
      expect(again.headers.get('location')).toBe(failed);
    });

    it('with a code that is not the provider’s, or its refusal', async () => {
      for (const answer of ['code=made-up', 'error=access_denied']) {
        const api = new ApiClient(server.url);
        const back = await returnFromProvider(api, 'sodertalje', 'sodertalje-officer');
        const state = new URL(back, server.url).searchParams.get('state') ?? '';
        const address = `/api/sign-in/callback?${answer}&state=${encodeURIComponent(state)}`;
        expect(await endOf(api, address)).toBe(failed);
        expect((await api.get(session)).status).toBe(401);
      }
    });

    it('with the state of another attempt', async () => {
      const api = new ApiClient(server.url);
      const [one, other] = [
        new URL(await returnFromProvider(api, 'sodertalje', 'sodertalje-officer'), server.url),
        new URL(await returnFromProvider(api, 'sodertalje', 'sodertalje-auditor'), server.url),
      ];
      one.searchParams.set('state', other.searchParams.get('state') ?? '');
      // The code answers one attempt's challenge; the other's cookie has another verifier.
      expect(await endOf(api, one.pathname + one.search)).toBe(failed);
    });

    it('of no municipality', async () => {
      const api = new ApiClient(server.url);
      for (const state of ['', 'nowhere.x', 'x']) {
        expect((await api.get(`/api/sign-in/callback?state=${state}&code=x`)).status).toBe(404);
      }
    });
  });

  describe('what another site sends', () => {
    it.each([
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
    ])('with %j changes nothing', async (headers) => {
      const api = await signIn(server.url, 'sodertalje', 'officer');
      const response = await api.post('/api/sodertalje/desk/sign-out', {}, headers);
      expect([response.status, await codeOf(response)]).toEqual([403, 'request.otherSite']);
      const begun = await api.post('/api/sodertalje/desk/sign-in', { returnTo: '' }, headers);
      expect(begun.status).toBe(403);
      expect((await api.get(session)).status).toBe(200);
    });

    it('differs from what our own page sends', async () => {
      const api = await signIn(server.url, 'sodertalje', 'officer');
      const headers = { 'sec-fetch-site': 'same-origin', origin: server.url };
      expect((await api.post('/api/sodertalje/desk/sign-out', {}, headers)).status).toBe(204);
    });
  });

  it('by another of the site’s names goes to its public address first', async () => {
    const api = new ApiClient(server.url);
    const headers = { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:3000' };
    const response = await api.post('/api/sodertalje/desk/sign-in', { returnTo: '' }, headers);
    expect(await response.json()).toEqual({ address: `${server.url}/sodertalje/desk` });
    expect(response.headers.getSetCookie()).toEqual([]);
  });
});

describe('signing in', () => {
  const begin = async (server: TestServer) => {
    const api = new ApiClient(server.url);
    const response = await api.post('/api/sodertalje/desk/sign-in', { returnTo: '' });
    return [response.status, ((await response.json()) as Problem).code];
  };

  it('is not there, and says so, without a provider', async () => {
    const server = await startTestServer(await openTestDatabase('pglite'));
    expect(await begin(server)).toEqual([503, 'signIn.notConfigured']);
    expect((await fetch(`${server.url}/made-up-sign-in/auth`)).status).toBe(404);
    await server.close();
  });

  it('says when the provider does not answer, and asks it again the next time', async () => {
    const server = await startTestServer(await openTestDatabase('pglite'), {
      oidc: {
        issuer: 'http://127.0.0.1:9',
        clientId: 'samverkan',
        clientSecret: 'secret',
        rolesClaim: 'roles',
      },
    });
    expect(await begin(server)).toEqual([503, 'signIn.unavailable']);
    expect(await begin(server)).toEqual([503, 'signIn.unavailable']);
    await server.close();
  });
});

describe('the provider of made-up people', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startDeskServer(await openTestDatabase('pglite'));
  });
  afterAll(() => server.close());

  const configuration = '/made-up-sign-in/.well-known/openid-configuration';

  it('answers on this machine', async () => {
    expect((await fetch(server.url + configuration)).status).toBe(200);
  });

  it.each([{ 'x-forwarded-for': '203.0.113.5' }, { forwarded: 'for=203.0.113.5' }])(
    'does not answer others by way of a proxy (%j)',
    async (headers) => {
      expect((await fetch(server.url + configuration, { headers })).status).toBe(404);
    },
  );

  it('lets one pick from people of every municipality and role, and from nobody else', async () => {
    const api = new ApiClient(server.url);
    const begun = await api.post('/api/ekero/desk/sign-in', { returnTo: '' });
    const { address } = (await begun.json()) as { address: string };
    const picking = pathOf(api, await api.get(pathOf(api, address)));
    const page = await (await api.get(picking)).text();
    const subjects = [...page.matchAll(/value="([^"]+)"/g)].map(([, subject]) => subject);
    expect(subjects).toEqual(
      ['sodertalje', 'ekero'].flatMap((id) => officialRoles.map((role) => `${id}-${role}`)),
    );
    const refused = await api.submit(picking, { subject: 'somebody' });
    expect(pathOf(api, refused)).toBe(picking);
    const other = new ApiClient(server.url);
    expect((await other.get(picking)).status).toBe(410);
  });
});
