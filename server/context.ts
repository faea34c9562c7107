import type { Logger } from 'pino';
import type { Database } from '../database/database';
import type { FormRegistry } from '../domain/forms/registry';
import type { Municipality } from '../domain/municipality';
import type { ProcessRegistry } from '../domain/processes/registry';
import type { Clock } from './clock';
import type { LiveEvents } from './live-events';
import type { SignIn } from './sign-in/sign-in';

/** Requests per minute and address, for what a stranger may call. */
export interface RateLimits {
  /** Sending applications. */
  applications: number;
  /** Opening links. */
  links: number;
  /** Asking for new links: each may send a mail. */
  linkRequests: number;
  /** Setting out to sign in, and coming back. */
  signIns: number;
  /** Beginning drafts. */
  drafts: number;
  /** Uploading files. */
  uploads: number;
}

/** What endpoints work with; built once in `run.ts`. */
export interface ServerContext {
  database: Database;
  /** Those of all processes. */
  forms: FormRegistry;
  processes: ProcessRegistry;
  municipalities: ReadonlyMap<string, Municipality>;
  clock: Clock;
  live: LiveEvents;
  /** Something was put in the outbox; the relay takes it from there. */
  nudgeRelay(): void;
  /** Rejects when a part the system cannot work without is not there. */
  checkReady(): Promise<void>;
  publicUrl: string;
  /** How officials sign in; without it nobody can. */
  signIn: SignIn | undefined;
  limits: RateLimits;
  log: Logger;
}
