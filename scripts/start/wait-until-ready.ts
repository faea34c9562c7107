import { setTimeout as sleep } from 'node:timers/promises';
import { SetupError } from '../project';

const patience = 60_000;

/** Waits until the site says that every part is up. */
export async function waitUntilReady(url: string, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await isReady(url))) {
    signal.throwIfAborted();
    if (Date.now() > deadline) {
      throw new SetupError(
        `${url}/health/ready does not say that every part is up: start again with LOG_LEVEL=info ` +
          'to see why.',
      );
    }
    await sleep(100);
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health/ready`)).ok;
  } catch {
    return false;
  }
}
