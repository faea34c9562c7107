import { spawn, type ChildProcess } from 'node:child_process';

const running = new Set<ChildProcess>();
let stopped = false;

/**
 * Runs a JavaScript program to its end with our output. Its process group ends with it, so a
 * test that breaks leaves no child. Returns whether it succeeded.
 */
export function runStep(
  program: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<boolean> {
  if (stopped) return Promise.resolve(false);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...environment },
      detached: true,
    });
    running.add(child);
    child.once('error', reject);
    child.once('exit', (code) => {
      running.delete(child);
      signalGroup(child, 'SIGKILL');
      resolve(code === 0);
    });
  });
}

/**
 * Passes the signals that end us on to the running step; it ends first, then we do. Between steps
 * we end at once, and what we were getting ready ends with us.
 */
export function stopStepsWith(us: NodeJS.Process): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    us.on(signal, () => {
      stopped = true;
      if (running.size === 0) process.exit(1);
      for (const child of running) signalGroup(child, signal);
    });
  }
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  } catch {
    // The group has ended.
  }
}
