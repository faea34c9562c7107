import { setTimeout as sleep } from 'node:timers/promises';

export interface Patience {
  timeoutMs?: number;
  intervalMs?: number;
}

/**
 * Asks again until the answer is neither undefined, null nor false, and returns it.
 *
 * @param what what is waited for, as it completes "waited in vain until …"
 * @throws Error with that sentence after `timeoutMs`, with the last error as its cause. It is 90 s: word that
 *   is lost on its way is sent again after a minute, and that is no fault.
 */
export async function eventually<T>(
  what: string,
  ask: () => T | Promise<T>,
  { timeoutMs = 90_000, intervalMs = 25 }: Patience = {},
): Promise<Exclude<T, undefined | null | false>> {
  const giveUp = Date.now() + timeoutMs;
  for (;;) {
    const attempt = await tryOnce(ask);
    if ('answer' in attempt && isAnswer(attempt.answer)) return attempt.answer;
    if (Date.now() > giveUp) {
      const cause = 'error' in attempt ? { cause: attempt.error } : {};
      throw new Error(`Waited in vain (${timeoutMs} ms) until ${what}.`, cause);
    }
    await sleep(intervalMs);
  }
}

async function tryOnce<T>(ask: () => T | Promise<T>): Promise<{ answer: T } | { error: unknown }> {
  try {
    return { answer: await ask() };
  } catch (error) {
    return { error };
  }
}

function isAnswer<T>(answer: T): answer is Exclude<T, undefined | null | false> {
  return answer !== undefined && answer !== null && answer !== false;
}
