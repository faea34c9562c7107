import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const longestOutput = 4_000;

/** A script of the project as a process of its own, which a test may kill and start again. */
export class OwnProcess {
  private child: ChildProcess | undefined;
  private ended: Promise<number | null> = Promise.resolve(null);
  private output = '';

  constructor(
    private readonly script: string,
    private readonly args: readonly string[] = [],
    private readonly environment: Readonly<Record<string, string>> = {},
    /** Of Node itself. */
    private readonly flags: readonly string[] = [],
  ) {}

  start(): void {
    const child = spawn(
      process.execPath,
      [...this.flags, '--import', 'tsx', this.script, ...this.args],
      {
        cwd: root,
        env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: '', ...this.environment },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const keep = (chunk: Buffer) =>
      (this.output = (this.output + chunk.toString()).slice(-longestOutput));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    this.child = child;
    this.ended = new Promise((resolve) => child.once('exit', resolve));
  }

  get isRunning(): boolean {
    return this.child?.exitCode === null && this.child.signalCode === null;
  }

  /** The operating system's number of it, while it runs. */
  get id(): number | undefined {
    return this.child?.pid;
  }

  /** Its last words. */
  get said(): string {
    return this.output;
  }

  /** As in a power failure: nothing of it runs any more when this returns. */
  async kill(): Promise<void> {
    this.strike();
    await this.ended;
  }

  /** The same without waiting: it gets no further from here. */
  strike(): void {
    this.child?.kill('SIGKILL');
  }

  /** Resolves when it has ended. */
  async untilEnded(): Promise<void> {
    await this.ended;
  }

  /** Asks it to end; resolves with its exit code. */
  async stop(): Promise<number | null> {
    this.child?.kill('SIGTERM');
    return this.ended;
  }
}
