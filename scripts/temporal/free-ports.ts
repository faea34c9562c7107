import { randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:net';

/**
 * Distinct TCP ports on 127.0.0.1 that were free a moment ago. They are all held open until the
 * last one is known, so one call never returns the same port twice.
 */
export async function findFreePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listen(0)));
  const ports = servers.map(portOf);
  await Promise.all(servers.map(close));
  return ports;
}

/**
 * The same below the ports that systems give to outgoing connections, for what must listen there
 * again later. Temporal on PostgreSQL keeps its own ports in a `smallint`, up to 32767.
 */
export async function findLowPorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) {
    const port = randomInt(20_000, 32_768);
    if (await isPortFree(port)) ports.add(port);
  }
  return [...ports];
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

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Not a TCP server.');
  return address.port;
}
