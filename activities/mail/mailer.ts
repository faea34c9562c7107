import { createTransport } from 'nodemailer';
import type { Language } from '../../domain/language';
import type { Contact } from '../../domain/municipality';
import { inlineText } from './inline-text';
import { classifyFailure, unusableAddress, type MailFailure } from './classify-failure';

export interface MailMessage {
  /** `<unique@domain>`; the same letter sent again has the same one. */
  messageId: string;
  /** Process time. */
  date: Date;
  from: Contact;
  /** Where mail servers report that it did not arrive; the sender's address unless told. */
  returnPath?: string;
  replyTo: Contact;
  to: Contact;
  subject: string;
  html: string;
  text: string;
  language: Language;
  attachments: readonly MailAttachment[];
  /** Of a letter that goes to everybody who subscribes. */
  list?: MailingList;
}

/** What mail programs need to sort and to stop such letters. */
export interface MailingList {
  /** The same for every letter of the list, in the form of a domain (RFC 2919). */
  id: string;
  name: string;
  /** Takes a POST that ends this reader's subscription at once (RFC 8058). */
  unsubscribe: string;
}

export interface MailAttachment {
  filename: string;
  content: Buffer;
  contentType: string;
}

export type MailOutcome = { accepted: true } | MailFailure;

export interface Mailer {
  /** Hands one letter to the server. Never throws: what went wrong is a class, without the server's words. */
  send(message: MailMessage): Promise<MailOutcome>;
  close(): void;
}

export interface MailerOptions {
  /** `smtp://host:port` or `smtps://user:password@host:port`. */
  smtpUrl: string;
  /** Milliseconds to connect and be greeted. */
  connectTimeout?: number;
  /** Milliseconds of silence before a server that was greeted counts as gone. */
  answerTimeout?: number;
}

export function createMailer(options: MailerOptions): Mailer {
  const connectTimeout = options.connectTimeout ?? 5_000;
  const transport = createTransport({
    url: options.smtpUrl,
    // Letters come in batches, and a connection costs more than a letter. It is given up soon after
    // the last one, so that no server that is going down has to wait for us.
    pool: true,
    maxConnections: 4,
    idleTimeout: 2_000,
    maxRequeues: 1,
    connectionTimeout: connectTimeout,
    greetingTimeout: connectTimeout,
    dnsTimeout: connectTimeout,
    socketTimeout: options.answerTimeout ?? 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(message) {
      if (!isOneAddress(message.to.email)) return unusableAddress;
      try {
        await transport.sendMail(envelopeAndHeaders(message));
        return { accepted: true };
      } catch (error) {
        return classifyFailure(error);
      }
    },
    close: () => transport.close(),
  };
}

function envelopeAndHeaders(message: MailMessage) {
  const { messageId, date, from, replyTo, to, html, text, attachments, list } = message;
  return {
    envelope: envelopeOf(message),
    from: mailbox(from),
    replyTo: mailbox(replyTo),
    to: mailbox(to),
    subject: inlineText(message.subject),
    messageId,
    date,
    html,
    text,
    attachments: attachments.map(attachment),
    ...(list && {
      list: { id: { url: list.id, comment: list.name }, unsubscribe: list.unsubscribe },
    }),
    headers: {
      ...{ 'Content-Language': message.language, 'Auto-Submitted': 'auto-generated' },
      // The library's list headers are addresses, which this one is not.
      ...(list && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
  };
}

/** Asks servers that know how (RFC 3461) to tell of failures alone, and without the letter's text. */
function envelopeOf({ from, to, returnPath }: MailMessage) {
  return returnPath === undefined
    ? { from: from.email, to: [to.email] }
    : { from: returnPath, to: [to.email], dsn: { notify: ['failure'], return: 'headers' } };
}

// nodemailer reads what an address field holds; one that could be read as a list or as a name with
// an address behind it would reach somebody else.
function isOneAddress(email: string): boolean {
  return /^[^\s\p{Cc}<>()[\]\\,;:"@]+@[^\s\p{Cc}<>()[\]\\,;:"@]+$/u.test(email);
}

/** Case numbers have a slash, which no file name can keep. */
function attachment({ filename, ...file }: MailAttachment): MailAttachment {
  return { ...file, filename: inlineText(filename).replace(/[\\/:*?"<>|]/g, '-') };
}

function mailbox({ name, email }: Contact): { name: string; address: string } {
  return { name: inlineText(name), address: email };
}
