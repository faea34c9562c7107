import { setTimeout as sleep } from 'node:timers/promises';

export interface Part {
  /** Settles when the part has ended, for whatever reason. */
  ended: Promise<unknown>;
  stop(): Promise<void>;
}

export interface KeepOptions {
  begin: () => Promise<Part>;
  /** Told each time the part has ended unasked or could not begin. */
  onFault: (error: unknown) => void;
}

export interface Kept {
  stop(): Promise<void>;
}

const shortestPause = 1_000;
const longestPause = 30_000;
/** A part that ran this long did not end because of how it began. */
const steadyAfter = 10_000;

/**
 * Begins a part, and begins it again whenever it ends unasked, with growing pauses.
 * @throws what the first beginning throws
 */
export async function keepRunning(options: KeepOptions): Promise<Kept> {
  const keeper = new Keeper(options);
  await keeper.beginFirst();
  return keeper;
}

/** The same, but does not give up when the first beginning fails either. */
export function keepTrying(options: KeepOptions): Kept {
  const keeper = new Keeper(options);
  keeper.beginLater();
  return keeper;
}

class Keeper implements Kept {
  private readonly stopping = new AbortController();
  private part: Part | undefined;
  private pause = 0;
  private loop: Promise<void> = Promise.resolve();

  constructor(private readonly options: KeepOptions) {}

  async beginFirst(): Promise<void> {
    this.part = await this.options.begin();
    this.loop = this.keep();
  }

  beginLater(): void {
    this.loop = this.keep();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.part?.stop();
    await this.loop;
  }

  private async keep(): Promise<void> {
    for (;;) {
      if (this.part) await this.watch(this.part);
      if (this.isStopping()) return;
      this.part = await this.beginAgain();
      // Asked to end while it was beginning.
      if (this.isStopping()) return this.part?.stop();
    }
  }

  private async watch(part: Part): Promise<void> {
    const begunAt = Date.now();
    const fault = await part.ended.catch((error: unknown) => error);
    this.part = undefined;
    if (this.isStopping()) return;
    if (Date.now() - begunAt > steadyAfter) this.pause = 0;
    this.options.onFault(fault);
  }

  private async beginAgain(): Promise<Part | undefined> {
    await sleep(this.pause, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    this.pause = Math.min(longestPause, Math.max(shortestPause, this.pause * 2));
    if (this.isStopping()) return undefined;
    return this.options.begin().catch((error: unknown) => {
      if (!this.isStopping()) this.options.onFault(error);
      return undefined;
    });
  }

  private isStopping(): boolean {
    return this.stopping.signal.aborted;
  }
}
