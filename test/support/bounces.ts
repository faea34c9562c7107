import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createTransport } from 'nodemailer';

const directory = path.resolve(import.meta.dirname, '../mail/bounces');

/** Mails in the shapes that mail servers make them. */
export type BounceName =
  | 'postfix-no-mailbox'
  | 'postfix-delayed'
  | 'exchange-full'
  | 'exchange-away'
  | 'exim-blocked'
  | 'exim-old'
  | 'in-words-alone';

/** Whom a letter was to, and the address that it was sent from. */
export interface Bounced {
  reader: string;
  to: string;
}

/** The mail as it goes over the wire. */
export function bounceMail(name: BounceName, { reader, to }: Bounced): string {
  return readFileSync(path.join(directory, `${name}.eml`), 'utf8')
    .replaceAll('{{reader}}', reader)
    .replaceAll('{{to}}', to)
    .replaceAll('\n', '\r\n');
}

/** Hands a mail to the server as another mail server does; rejects with the server's answer. */
export async function deliver(
  port: number,
  { from = '', to, raw }: { from?: string; to: string; raw: string },
): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true });
  try {
    await transport.sendMail({ envelope: { from, to: [to] }, raw });
  } finally {
    transport.close();
  }
}
