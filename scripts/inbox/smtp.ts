import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import type { MessageStore } from './message-store';

const host = '127.0.0.1';
const largestLetter = 30 * 1024 * 1024;

export interface SmtpServer {
  port: number;
  stop(): Promise<void>;
}

/** Accepts every letter on 127.0.0.1; says 250 only once the letter is on disk. */
export async function startSmtp(port: number, store: MessageStore): Promise<SmtpServer> {
  const server = new SMTPServer({
    size: largestLetter,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 500,
    onData(stream, session, callback) {
      const { mailFrom, rcptTo } = session.envelope;
      const envelope = {
        to: rcptTo.map(({ address }) => address),
        from: mailFrom ? mailFrom.address : '',
      };
      receive(stream, envelope, store).then(() => callback(), callback);
    },
  });
  // A sender that hangs up is its own affair.
  server.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function receive(
  stream: SMTPServerDataStream,
  { to, from }: { to: readonly string[]; from: string },
  store: MessageStore,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  if (stream.sizeExceeded) throw refusal(552, 'The letter is too large.');
  await store.add(Buffer.concat(chunks), to, from).catch(() => {
    throw refusal(451, 'The letter could not be stored.');
  });
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
