import { randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:net';

/**
 * Below the ports that systems give to outgoing connections (from 32768): those may be taken by
 * any client while a server that listens there is being started again, even by the one that waits
 * for it. Temporal on PostgreSQL keeps its own ports in a `smallint`, up to 32767.
 */
const range = { from: 20_000, to: 32_768 };

/** Distinct TCP ports on 127.0.0.1 that were free a moment ago. */
export async function findFreePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) {
    const port = randomInt(range.from, range.to);
    if (await isPortFree(port)) ports.add(port);
  }
  return [...ports];
}

/** The first of `count` such ports in a row. */
export async function findFreeRow(count: number): Promise<number> {
  for (;;) {
    const first = randomInt(range.from, range.to - count);
    const row = Array.from({ length: count }, (_, i) => isPortFree(first + i));
    if ((await Promise.all(row)).every(Boolean)) return first;
  }
}

/** Whether a server could listen on 127.0.0.1 at `port` right now. */
export async function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  try {
    await close(await listen(port, host));
    return true;
  } catch {
    return false;
  }
}

function listen(port: number, host = '127.0.0.1'): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => resolve(server));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
