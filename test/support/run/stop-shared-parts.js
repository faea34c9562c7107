import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const GRACE_MS = 15_000;

/** A process that has ended, but that nobody asks for its exit code, is still listed. */
function isZombie(pid) {
  const file = `/proc/${pid}/stat`;
  return existsSync(file) && /\) Z /.test(readFileSync(file, 'utf8'));
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch {
    return false;
  }
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended by itself.
  }
}

async function stop(pid) {
  signal(pid, 'SIGTERM');
  const giveUp = Date.now() + GRACE_MS;
  while (isRunning(pid)) {
    if (Date.now() > giveUp) return signal(-pid, 'SIGKILL');
    await sleep(50);
  }
}

/**
 * Ends the processes that hold the run's shared parts; each wrote its process id to `<part>.pid`
 * and leads a process group of its own.
 *
 * @param {string} directory the run's directory
 */
export async function stopSharedParts(directory) {
  const files = readdirSync(directory).filter((name) => name.endsWith('.pid'));
  const pids = files.map((name) => Number(readFileSync(path.join(directory, name), 'utf8')));
  await Promise.all(pids.map(stop));
}
