import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openTestDatabase } from '../support/databases';
import { startTestServer, type TestServer } from '../support/test-server';

const script = 'export const greeting = "Välkommen";\n'.repeat(200);

describe('pages', () => {
  let directory: string;
  let server: TestServer;

  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'samverkan-pages-'));
    await mkdir(path.join(directory, 'assets'));
    await writeFile(path.join(directory, 'assets', 'page-1.js'), script);
    await writeFile(path.join(directory, 'index.html'), '<!doctype html><title>Sidan</title>');
    server = await startTestServer(await openTestDatabase('pglite'), { pageDirectory: directory });
  });
  afterAll(async () => {
    await server.close();
    await rm(directory, { recursive: true, force: true });
  });

  const ask = (address: string, encoding: string) =>
    fetch(server.url + address, { headers: { 'accept-encoding': encoding } });

  it('send scripts compressed, to be kept for ever', async () => {
    const response = await ask('/assets/page-1.js', 'gzip');
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(await response.text()).toBe(script);
  });

  it('send them as they are to whoever cannot unpack them', async () => {
    const response = await ask('/assets/page-1.js', 'identity');
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(await response.text()).toBe(script);
  });

  it.each([
    '/',
    '/sodertalje',
    '/sodertalje/',
    '/ekero?from=mail',
    '/sodertalje/parties',
    '/sodertalje/follow-up',
    '/sodertalje/follow-up/1',
    '/sodertalje/apply',
    '/sodertalje/apply/check',
    '/sodertalje/apply/page/contact',
    '/sodertalje/case',
    '/sodertalje/task',
    '/sodertalje/desk',
    '/sodertalje/desk/sign-in/expired',
    '/sodertalje/desk/cases/1',
    '/sodertalje/desk/paper',
  ])('are at %s', async (address) => {
    const response = await ask(address, 'gzip');
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(await response.text()).toContain('<title>Sidan');
  });

  it.each([
    '/nonexist',
    '/nonexist/apply',
    '/sodertalje/nonsense',
    '/sodertalje/case/more',
    '/sodertalje/desk/nonsense',
    '/sodertalje/apply/page/contact/more',
    '/favicon.ico',
    '/%00',
  ])('say that there is nothing at %s, to people and to programs', async (address) => {
    const response = await ask(address, 'gzip');
    expect(response.status).toBe(404);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(await response.text()).toContain('<title>Sidan');
  });

  it.each(['/assets/page-2.js', '/assets/..%2F..%2Fpackage.json'])(
    'have no %s',
    async (address) => {
      expect((await ask(address, 'gzip')).status).toBe(404);
    },
  );
});
