import { startPages } from './http';
import { openMessageStore } from './message-store';
import { createMessageReader } from './read-message';
import { startSmtp } from './smtp';

export interface InboxOptions {
  /** 0 for any free port. */
  smtpPort: number;
  /** 0 for any free port. */
  httpPort: number;
  /** Where the letters are kept; belongs to this inbox alone. */
  directory: string;
  /** Where the product takes bounces, as soon as that is known; without it no letter can be returned. */
  bouncePort?: () => number | undefined;
}

export interface Inbox {
  /** For the worker: `smtp://127.0.0.1:…`. */
  smtpUrl: string;
  /** The page with the letters; JSON under `/api/messages`. */
  url: string;
  stop(): Promise<void>;
}

/**
 * A mail server for one machine: takes every letter and shows it, sends none on. Listens on
 * 127.0.0.1 only, because every link can be read here.
 */
export async function startInbox(options: InboxOptions): Promise<Inbox> {
  const store = await openMessageStore(options.directory);
  const smtp = await startSmtp(options.smtpPort, store);
  try {
    const pages = await startPages(
      options.httpPort,
      createMessageReader(store),
      options.bouncePort,
    );
    return {
      smtpUrl: `smtp://127.0.0.1:${smtp.port}`,
      url: `http://127.0.0.1:${pages.port}`,
      stop: async () => {
        await Promise.all([smtp.stop(), pages.stop()]);
      },
    };
  } catch (error) {
    await smtp.stop();
    throw error;
  }
}
