import { spawn } from 'node:child_process';

export interface RunningProgram {
  pid: number;
  /** Everything it has printed. */
  output(): string;
  /** Its exit code; null when a signal ended it. */
  exited: Promise<number | null>;
  kill(signal: NodeJS.Signals): void;
  /** Asks it to end (SIGTERM), insists after 15 seconds. Returns its exit code. */
  end(): Promise<number | null>;
}

const GRACE_MS = 15_000;

/** Starts a program with nothing in its environment but the settings and where programs are. */
export function startProgram(
  program: string,
  args: readonly string[],
  { cwd, settings }: { cwd: string; settings: Record<string, string | undefined> },
): RunningProgram {
  const { PATH, HOME } = process.env;
  const child = spawn(program, args, {
    cwd,
    env: { PATH, HOME, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  const exited = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  }
  const kill = (signal: NodeJS.Signals) => {
    child.kill(signal);
  };
  return {
    pid: child.pid ?? 0,
    output: () => Buffer.concat(chunks).toString(),
    exited,
    kill,
    end: async () => {
      kill('SIGTERM');
      const insist = setTimeout(kill, GRACE_MS, 'SIGKILL');
      const code = await exited;
      clearTimeout(insist);
      return code;
    },
  };
}
