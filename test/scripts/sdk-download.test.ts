import { createServer, type AddressInfo, type Socket } from 'node:net';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sdkDownload } from '../../scripts/temporal/routes/sdk-download';
import { eventually } from '../support/eventually';

/** A proxy on the way to the download that takes every call and never says a word. */
async function startSilentProxy() {
  const calls = new Set<Socket>();
  const server = createServer((socket) => {
    calls.add(socket);
    socket.on('error', () => {});
    socket.resume();
    socket.once('close', () => calls.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const call of calls) call.destroy();
      }),
  };
}

test('a download that stands still for ten seconds is given up, and leaves nothing', async () => {
  const proxy = await startSilentProxy();
  const cache = await mkdtemp(path.join(tmpdir(), 'sdk-download-'));
  let calledMeanwhile = 0;
  const watch = setInterval(() => (calledMeanwhile ||= proxy.calls.size), 100);
  try {
    const env = { ...process.env, https_proxy: proxy.url };
    const result = await sdkDownload({ cache, env, report: () => undefined });
    expect(result).toEqual({
      passedOver: 'The SDK could not fetch the command line: nothing arrived for ten seconds.',
    });
    expect(calledMeanwhile).toBeGreaterThan(0);
    // The process that fetched has ended, so its call has, too.
    await eventually('its call has ended', () => proxy.calls.size === 0);
    expect(await readdir(cache)).toEqual([]);
  } finally {
    clearInterval(watch);
    await proxy.stop();
    await rm(cache, { recursive: true, force: true });
  }
}, 60_000);
