/** What a process runs until it is asked to end. */
export interface Running {
  stop(): Promise<void>;
}

export interface ProcessOptions {
  /** Turns a fault of the surroundings into a sentence; undefined for a fault of ours. */
  explain?: (error: unknown) => string | undefined;
  /** After this many milliseconds of stopping the process ends as it is. */
  deadline?: number;
}

const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
/** npm passes on a Ctrl-C that the terminal has already sent: the same signal twice is no hurry. */
const hurryAfter = 1_000;

/**
 * Begins, then waits for SIGTERM, SIGINT or SIGHUP, stops and ends the process with code 0. A
 * fault while beginning ends it with code 1, with a sentence where there is one. A second signal
 * later on ends it at once.
 * @param begin gets a signal that is aborted when the process is to end before it is up
 */
export async function runProcess(
  begin: (signal: AbortSignal) => Promise<Running>,
  { explain = () => undefined, deadline = 9_000 }: ProcessOptions = {},
): Promise<void> {
  const ending = new AbortController();
  const ended = new Promise<void>((resolve) => listen(ending, deadline, resolve));
  try {
    const running = await begin(ending.signal);
    await ended;
    await running.stop();
    process.exit(0);
  } catch (error) {
    if (ending.signal.aborted) process.exit(0);
    process.stderr.write(`${explain(error) ?? traceOf(error)}\n`);
    process.exit(1);
  }
}

function listen(ending: AbortController, deadline: number, ended: () => void): void {
  let since: number | undefined;
  const end = () => {
    if (since !== undefined && Date.now() - since >= hurryAfter) process.exit(130);
    if (since !== undefined) return;
    since = Date.now();
    setTimeout(() => process.exit(0), deadline).unref();
    ending.abort(new Error('asked to end'));
    ended();
  };
  for (const signal of signals) process.on(signal, end);
}

function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
