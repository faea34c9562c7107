import { openMessageStore } from '../inbox/message-store';
import { startSmtp } from '../inbox/smtp';
import { Queues } from './queues';

/** A letter's address and the token of the personal link in it, if it has one. */
export interface ArrivedLetter {
  to: string;
  token: string | undefined;
}

export interface LetterSink {
  smtpUrl: string;
  /** The oldest letter to an address that nobody has asked for yet, as soon as there is one. */
  next(to: string): Promise<ArrivedLetter>;
  stop(): Promise<void>;
}

/** The built-in inbox's mail server, every letter on disk before it is accepted, read as it comes. */
export async function startLetterSink(directory: string): Promise<LetterSink> {
  const store = await openMessageStore(directory);
  const letters = new Queues<ArrivedLetter>();
  const smtp = await startSmtp(0, {
    ...store,
    async add(raw, recipients) {
      await store.add(raw, recipients);
      const token = tokenIn(raw);
      for (const to of recipients) letters.put(to, { to, token });
    },
  });
  return {
    smtpUrl: `smtp://127.0.0.1:${smtp.port}`,
    next: (to) => letters.take(to),
    stop: () => smtp.stop(),
  };
}

/** The text part comes first and is quoted-printable: lines are joined, the token itself is plain. */
function tokenIn(raw: Buffer): string | undefined {
  const text = raw.subarray(0, 8000).toString('latin1').replaceAll('=\r\n', '');
  return /#([\w-]{43})/.exec(text)?.[1];
}
