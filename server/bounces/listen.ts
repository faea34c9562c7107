import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { readBounceAddress, type BounceMailbox, type Sending } from '../../database/bounce-address';
import { codeOf, placeOf } from '../../domain/unknown-error';

export interface BounceListenerOptions {
  mailbox: BounceMailbox;
  host: string;
  /** 0 for any free port. */
  port: number;
  municipalityIds: Iterable<string>;
  /** Takes what came about a sending; false while it is too early to say what becomes of it. */
  take(sending: Sending, raw: Buffer): Promise<boolean>;
  log: Logger;
}

export interface BounceListener {
  port: number;
  close(): Promise<void>;
}

/** What a mail server may send along: the letter that came back, with its documents. */
const largestMail = 30 * 1024 * 1024;
/** How much of it is kept: reports come first and what they return of the letter last (RFC 3462). */
const keptOfMail = 256 * 1024;
const mostClients = 20;
const silenceMs = 60_000;

/**
 * Takes mail about letters that did not arrive, by SMTP: without a sender (RFC 3464, section 2), to an
 * address that a letter was sent from, and no other. Nothing of it is logged but codes.
 */
export async function listenForBounces(options: BounceListenerOptions): Promise<BounceListener> {
  const { mailbox, host, port, log } = options;
  const municipalityIds = [...options.municipalityIds];
  const find = (address: string) => readBounceAddress(mailbox, address, municipalityIds);
  const server = new SMTPServer({
    name: mailbox.address.split('@')[1] ?? '',
    banner: 'Samverkan',
    size: largestMail,
    maxClients: mostClients,
    maxRecipients: 1,
    socketTimeout: silenceMs,
    closeTimeout: 500,
    authOptional: true,
    // The municipality's own mail server stands before it, and has the certificate.
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onMailFrom({ address }, _session, callback) {
      callback(address === '' ? null : refusal(550, '5.7.1 Only reports without a sender'));
    },
    onRcptTo({ address }, _session, callback) {
      callback(find(address) ? null : refusal(550, '5.1.1 No such address'));
    },
    onData(stream, { envelope }, callback) {
      const sending = find(envelope.rcptTo[0]?.address ?? '');
      receive(stream, sending, options).then(() => callback(), callback);
    },
  });
  // A sender that hangs up is its own affair.
  server.on('error', (error) => log.debug({ code: codeOf(error) }, 'bounce connection failed'));
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function receive(
  stream: SMTPServerDataStream,
  sending: Sending | undefined,
  { take, log }: BounceListenerOptions,
): Promise<void> {
  const raw = await beginningOf(stream);
  if (stream.sizeExceeded) throw refusal(552, '5.3.4 Too large');
  if (!sending) throw refusal(550, '5.1.1 No such address');
  const isTaken = await take(sending, raw).catch((error: unknown) => {
    log.error({ code: codeOf(error) || 'unexpected', at: placeOf(error) }, 'bounce not taken');
    return false;
  });
  if (!isTaken) throw refusal(451, '4.3.0 Try again later');
}

/** Reads a mail to its end and keeps as much as can hold the report. */
async function beginningOf(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let kept = 0;
  for await (const chunk of stream) {
    const part = (chunk as Buffer).subarray(0, keptOfMail - kept);
    kept += part.length;
    if (part.length > 0) chunks.push(part);
  }
  return Buffer.concat(chunks);
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
