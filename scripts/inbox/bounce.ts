import { createTransport } from 'nodemailer';

/** A letter that is to come back. */
export interface Returned {
  /** Whom it was to. */
  reader: string;
  /** Where it was sent from, and what comes back goes to. */
  returnPath: string;
}

const boundary = 'samverkan-inbox-report';

/** Tells whoever sent a letter that its address does not exist, as a mail server would (RFC 3464). */
export async function sendBounce(port: number, { reader, returnPath }: Returned): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true });
  try {
    const raw = report(reader, returnPath);
    await transport.sendMail({ envelope: { from: '', to: [returnPath] }, raw });
  } finally {
    transport.close();
  }
}

function report(reader: string, returnPath: string): string {
  return [
    'From: MAILER-DAEMON@localhost',
    `To: ${returnPath}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain',
    '',
    'The inbox of this machine was told to return this letter.',
    '',
    `--${boundary}`,
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; localhost',
    '',
    `Final-Recipient: rfc822; ${reader}`,
    'Action: failed',
    'Status: 5.1.1',
    '',
    `--${boundary}--`,
    '',
  ].join('\r\n');
}
