import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request as send, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import express from 'express';
import { compressedAssets } from '../../server/compressed-assets';

const source = 'export const greeting = "Välkommen";\n'.repeat(200);

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

describe('built scripts and styles', () => {
  let directory: string;
  let server: Server;

  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'samverkan-assets-'));
    await writeFile(path.join(directory, 'page-1.js'), source);
    await writeFile(path.join(directory, 'picture-1.png'), source);
    const app = express();
    app.get('/assets/:name', compressedAssets(directory));
    app.use('/assets', express.static(directory));
    server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    await rm(directory, { recursive: true, force: true });
  });

  /** As it comes over the wire: fetch would unpack it. */
  const ask = (name: string, encodings: string, method = 'GET') =>
    new Promise<Answer>((resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      const headers = { 'accept-encoding': encodings };
      send({ port, path: `/assets/${name}`, method, headers, host: '127.0.0.1' }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts),
          }),
        );
      })
        .on('error', reject)
        .end();
    });

  it('are sent compressed, to be kept for ever', async () => {
    for (let time = 0; time < 2; time++) {
      const { status, headers, body } = await ask('page-1.js', 'gzip, deflate, br');
      expect(status).toBe(200);
      expect(headers['content-encoding']).toBe('gzip');
      expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(headers.vary).toBe('Accept-Encoding');
      expect(body.length).toBeLessThan(source.length / 10);
      expect(gunzipSync(body).toString()).toBe(source);
    }
  });

  it('tell their length when only asked about', async () => {
    const { status, headers, body } = await ask('page-1.js', 'gzip', 'HEAD');
    expect(status).toBe(200);
    expect(headers['content-encoding']).toBe('gzip');
    expect(Number(headers['content-length'])).toBeGreaterThan(0);
    expect(body).toHaveLength(0);
  });

  it('are sent as they are to whoever cannot unpack them', async () => {
    const { headers, body } = await ask('page-1.js', 'identity');
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers.vary).toBe('Accept-Encoding');
    expect(body.toString()).toBe(source);
  });

  it('are the only files that are compressed', async () => {
    const { headers, body } = await ask('picture-1.png', 'gzip');
    expect(headers['content-encoding']).toBeUndefined();
    expect(body.toString()).toBe(source);
  });

  it.each(['page-2.js', '..%2Fpage-1%00.js', '%2e%2e%2f%2e%2e%2fpackage.js'])(
    'are not found as %s',
    async (name) => {
      const { status, headers } = await ask(name, 'gzip');
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(headers['content-encoding']).toBeUndefined();
    },
  );
});
