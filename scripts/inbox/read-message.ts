import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import {
  envelopeHeader,
  returnHeader,
  type MessageStore,
  type StoredMessage,
} from './message-store';

/** A letter as `/api/messages` shows it. */
export interface InboxMessage {
  id: string;
  /** With its angle brackets; empty when the letter has none. */
  messageId: string;
  /** `Name <address>`, or the address alone. */
  from: string;
  /** Addresses. */
  to: string[];
  /** Where mail servers would report that it did not arrive; empty where nowhere. */
  returnPath: string;
  subject: string;
  /** ISO 8601, as its sender dated it. */
  date: string;
  text: string;
  html: string;
  attachments: InboxAttachment[];
}

export interface InboxAttachment {
  filename: string;
  contentType: string;
  /** Bytes. */
  size: number;
  /** Path on the inbox's own address. */
  url: string;
}

export interface MessageReader {
  /** Letters, newest first; those to one address when `to` is given. */
  list(to?: string): Promise<InboxMessage[]>;
  find(id: string): Promise<InboxMessage | undefined>;
  /** What an attachment holds, by its position in the letter. */
  attachment(id: string, index: number): Promise<AttachmentContent | undefined>;
}

export interface AttachmentContent {
  filename: string;
  contentType: string;
  content: Buffer;
}

/** Reads stored letters; each is parsed once, its attachments when they are asked for. */
export function createMessageReader(store: MessageStore): MessageReader {
  const parsed = new Map<string, Promise<InboxMessage>>();

  function read(stored: StoredMessage): Promise<InboxMessage> {
    const message = parsed.get(stored.id) ?? parseStored(store, stored);
    parsed.set(stored.id, message);
    return message;
  }

  return {
    async list(to) {
      const messages = await Promise.all(store.list().map(read));
      return to ? messages.filter((message) => isTo(message, to)) : messages;
    },
    async find(id) {
      const stored = store.list().find((each) => each.id === id);
      return stored && read(stored);
    },
    async attachment(id, index) {
      const raw = await store.read(id);
      const found = raw && (await PostalMime.parse(raw)).attachments[index];
      return found && { ...describe(found, index), content: contentOf(found) };
    },
  };
}

function isTo(message: InboxMessage, address: string): boolean {
  return message.to.some((each) => each.toLowerCase() === address.toLowerCase());
}

async function parseStored(store: MessageStore, stored: StoredMessage): Promise<InboxMessage> {
  const raw = (await store.read(stored.id)) ?? Buffer.alloc(0);
  // What cannot be taken apart is shown as it is.
  const email = await PostalMime.parse(raw).catch(() => undefined);
  return toMessage(stored, email ?? { ...unreadable, text: raw.toString() });
}

const unreadable: Email = { headers: [], headerLines: [], attachments: [] };

function toMessage(stored: StoredMessage, email: Email): InboxMessage {
  return {
    id: stored.id,
    messageId: email.messageId ?? '',
    from: email.from ? formatAddress(email.from) : '',
    to: recipientsOf(email),
    returnPath: email.headers.find(({ key }) => key === returnHeader)?.value ?? '',
    subject: email.subject ?? '',
    date: email.date ?? '',
    text: email.text ?? '',
    html: withInlineImages(email, stored.id),
    attachments: email.attachments.map((attachment, index) => ({
      ...describe(attachment, index),
      size: contentOf(attachment).byteLength,
      url: attachmentUrl(stored.id, attachment, index),
    })),
  };
}

function recipientsOf({ headers }: Email): string[] {
  const envelope = headers.find(({ key }) => key === envelopeHeader);
  return envelope?.value.split(', ') ?? [];
}

function formatAddress({ name, address }: Address): string {
  return [name, address && (name ? `<${address}>` : address)].filter(Boolean).join(' ');
}

function describe({ filename, mimeType }: Attachment, index: number) {
  return { filename: filename ?? `attachment-${index + 1}`, contentType: mimeType };
}

function contentOf({ content }: Attachment): Buffer {
  if (typeof content === 'string') return Buffer.from(content);
  return content instanceof Uint8Array
    ? Buffer.from(content)
    : Buffer.from(new Uint8Array(content));
}

function attachmentUrl(id: string, attachment: Attachment, index: number): string {
  const { filename } = describe(attachment, index);
  return `/messages/${id}/attachments/${index}/${encodeURIComponent(filename)}`;
}

/** Pictures that the letter brings along are shown from there. */
function withInlineImages({ html = '', attachments }: Email, id: string): string {
  return attachments.reduce((text, attachment, index) => {
    const contentId = attachment.contentId?.replace(/^<|>$/g, '');
    if (!contentId) return text;
    return text.replaceAll(`cid:${contentId}`, attachmentUrl(id, attachment, index));
  }, html);
}
