import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a server that can be cut and opened again: what is connected is cut off, too. */
export interface TcpProxy {
  port: number;
  cut(): Promise<void>;
  open(): Promise<void>;
}

export async function startTcpProxy(host: string, port: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(port, host);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.pipe(other);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  const listen = (at: number) =>
    new Promise<void>((resolve) => server.listen(at, '127.0.0.1', () => resolve()));
  await listen(0);
  const { port: own } = server.address() as AddressInfo;
  return {
    port: own,
    open: () => listen(own),
    cut: () =>
      new Promise((resolve) => {
        // Says so, too, when it is cut already.
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
