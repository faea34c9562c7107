import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** A letter as it arrived. */
export interface StoredMessage {
  /** 32 hexadecimal digits, derived from the Message-ID. */
  id: string;
  /** Position in the order of arrival, from 1. */
  sequence: number;
}

/** Carries who a letter was sent to, whatever its own header says. */
export const envelopeHeader = 'x-envelope-to';
/** Carries where mail servers would return it. */
export const returnHeader = 'x-envelope-from';

export interface MessageStore {
  /**
   * Resolves when the letter is safely on disk. One that comes again under the same Message-ID
   * changes nothing.
   *
   * @param returnPath where it would come back to; nowhere unless told
   */
  add(raw: Buffer, recipients: readonly string[], returnPath?: string): Promise<void>;
  /** Newest first. */
  list(): readonly StoredMessage[];
  /** The letter as it came over the wire, with `envelopeHeader` and `returnHeader` on top, or undefined when there is none. */
  read(id: string): Promise<Buffer | undefined>;
}

interface Envelope {
  to: readonly string[];
  from: string;
}

const fileName = /^(\d{8})-([0-9a-f]{32})\.eml$/;

/** Opens the letters kept in `directory`, one file each; makes it when it is not there. */
export async function openMessageStore(directory: string): Promise<MessageStore> {
  await mkdir(directory, { recursive: true });
  const messages = await readMessages(directory);
  const arrivals = new Map<string, Promise<void>>();
  let sequence = Math.max(0, ...[...messages.values()].map((message) => message.sequence));

  async function write(id: string, raw: Buffer, { to, from }: Envelope): Promise<void> {
    sequence += 1;
    const message = { id, sequence };
    const envelope = Buffer.from(
      `${envelopeHeader}: ${to.join(', ')}\r\n${returnHeader}: ${from}\r\n`,
    );
    await writeDurably(directory, nameOf(message), Buffer.concat([envelope, raw]));
    messages.set(id, message);
  }

  return {
    async add(raw, to, from = '') {
      const id = idOf(raw);
      if (messages.has(id)) return;
      // The same letter twice at once: the second one waits for the first one's file.
      const arrival = arrivals.get(id) ?? write(id, raw, { to, from });
      arrivals.set(id, arrival);
      await arrival.finally(() => arrivals.delete(id));
    },
    list: () => [...messages.values()].sort((one, other) => other.sequence - one.sequence),
    async read(id) {
      const message = messages.get(id);
      return message && (await readFile(join(directory, nameOf(message))));
    },
  };
}

function nameOf({ sequence, id }: StoredMessage): string {
  return `${String(sequence).padStart(8, '0')}-${id}.eml`;
}

async function readMessages(directory: string): Promise<Map<string, StoredMessage>> {
  const messages = new Map<string, StoredMessage>();
  for (const name of await readdir(directory)) {
    const [, sequence, id] = fileName.exec(name) ?? [];
    if (id !== undefined) messages.set(id, { id, sequence: Number(sequence) });
    // Never acknowledged: whoever sent it sends it again.
    else if (name.endsWith('.part')) await rm(join(directory, name), { force: true });
  }
  return messages;
}

/** A letter without a Message-ID is never the same as another. */
function idOf(raw: Buffer): string {
  const headers = raw.subarray(0, endOfHeaders(raw)).toString('latin1');
  const messageId = /^message-id:\s*(<[^>]+>)/im.exec(headers)?.[1] ?? randomUUID();
  return createHash('sha256').update(messageId).digest('hex').slice(0, 32);
}

function endOfHeaders(raw: Buffer): number {
  const end = raw.indexOf('\r\n\r\n');
  return end === -1 ? raw.length : end;
}

/** Returns only when neither a kill nor a power cut can take the file away again. */
async function writeDurably(directory: string, name: string, content: Buffer): Promise<void> {
  const part = join(directory, `${name}.part`);
  const file = await open(part, 'w', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, join(directory, name));
  await syncDirectory(directory);
}

async function syncDirectory(directory: string): Promise<void> {
  // Windows knows no such thing.
  if (process.platform === 'win32') return;
  const handle = await open(directory, 'r');
  await handle.sync();
  await handle.close();
}
