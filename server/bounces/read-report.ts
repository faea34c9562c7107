import PostalMime, { type Attachment, type Email } from 'postal-mime';
import type { IncomingReport } from '../../domain/bounces/report';

/** Enough for a person to see what it is. */
const longestText = 2_000;

/** What came, with the beginning of its text as its sender meant it to be read. */
export type ReadReport = IncomingReport & { text: string };

const reportTypes = ['message/delivery-status', 'message/global-delivery-status'];

/** Takes a mail apart, also one of which only the beginning was kept; what cannot be is text without headers. */
export async function readReport(raw: Buffer): Promise<ReadReport> {
  const email = await PostalMime.parse(raw).catch(() => undefined);
  if (!email) {
    const text = raw.toString('utf8', 0, longestText);
    return { headers: new Map(), deliveryStatus: undefined, text };
  }
  const report = email.attachments.find(({ mimeType }) => reportTypes.includes(mimeType));
  return {
    headers: new Map(email.headers.map(({ key, value }) => [key, value])),
    deliveryStatus: report && textOf(report),
    text: readable(email),
  };
}

function readable({ subject = '', text, html = '' }: Email): string {
  const words = text ?? html.replace(/<(style|script)\b[\s\S]*?<\/\1>|<[^>]*>/gi, ' ');
  return `${subject}\n\n${words}`
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .trim()
    .slice(0, longestText);
}

function textOf({ content }: Attachment): string {
  return typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString();
}
