import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Told of bytes that have just been passed on to the client. */
export type AnswerListener = (bytes: Buffer) => void;

/**
 * Stands between a process and a server it speaks to (TCP on 127.0.0.1) and can keep back what
 * either of them says: a moment that otherwise lasts microseconds lasts until it is opened again.
 */
export class Gate {
  private readonly pairs = new Map<Socket, Socket>();
  private held: 'requests' | 'answers' | undefined;
  private listener: AnswerListener | undefined;

  private constructor(
    private readonly server: Server,
    private readonly targetPort: number,
  ) {}

  static async to(targetPort: number): Promise<Gate> {
    const server = createServer();
    const gate = new Gate(server, targetPort);
    server.on('connection', (client) => gate.connect(client));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return gate;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  onAnswer(listener: AnswerListener | undefined): void {
    this.listener = listener;
  }

  /** From now on nothing of this kind gets through; the rest does. */
  hold(what: 'requests' | 'answers'): void {
    this.held = what;
    for (const [client, server] of this.pairs) this.pauseHeld(client, server);
  }

  /** Opens it again if it was held. What was kept back is lost with its connections. */
  release(): void {
    if (this.held) this.cut();
    this.held = undefined;
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }

  private cut(): void {
    for (const [client, server] of this.pairs) {
      client.destroy();
      server.destroy();
    }
  }

  private connect(client: Socket): void {
    const server = connect(this.targetPort, '127.0.0.1');
    this.pairs.set(client, server);
    client.on('data', (bytes) => server.write(bytes));
    server.on('data', (bytes) => {
      client.write(bytes);
      this.listener?.(bytes);
    });
    this.pauseHeld(client, server);
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => {
        other.destroy();
        this.pairs.delete(client);
      });
    }
  }

  private pauseHeld(client: Socket, server: Socket): void {
    if (this.held === 'requests') client.pause();
    if (this.held === 'answers') server.pause();
  }
}
