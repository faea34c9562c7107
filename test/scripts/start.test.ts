import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { jest } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { processStart } from '../../scripts/process-identity';
import { projectRoot } from '../../scripts/project';
import { findFreeRow, isPortFree } from '../../scripts/temporal/free-ports';
import { eventually } from '../support/eventually';

jest.setTimeout(300_000);

interface Started {
  process: ChildProcess;
  /** Everything it has printed so far. */
  output: () => string;
  /** Its exit code, once it has ended. */
  code: Promise<number | null>;
}

let root: string;
let port: number;
const started: Started[] = [];

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'start-'));
  port = await findFreeRow(4);
});

afterEach(async () => {
  for (const each of started.splice(0)) {
    each.process.kill('SIGTERM');
    await each.code;
  }
  await rm(root, { recursive: true, force: true });
});

/** Runs exactly what `npm start --` runs. */
function start(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Started {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts', ...args], {
    cwd: projectRoot,
    env: { ...process.env, NODE_OPTIONS: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = new Promise<number | null>((resolve) => child.once('close', resolve));
  const result = { process: child, output: () => output, code };
  started.push(result);
  return result;
}

function startHere(...args: string[]): Started {
  return start(['--port', String(port), '--data', root, ...args]);
}

async function untilUp(run: Started): Promise<void> {
  const ended = run.code.then((code) => {
    throw new Error(`ended with ${code}: ${run.output()}`);
  });
  const up = eventually('it is up', () => run.output().includes('Ctrl-C stops it.'), {
    timeoutMs: 280_000,
  });
  await Promise.race([up, ended]);
}

function temporalPid(): number {
  const record = readFileSync(path.join(root, 'temporal', 'process.json'), 'utf8');
  return (JSON.parse(record) as { pid: number }).pid;
}

async function status(url: string): Promise<number> {
  return (await fetch(url)).status;
}

test('everything comes up on four ports in a row, and SIGTERM leaves nothing behind', async () => {
  const run = startHere();
  await untilUp(run);
  const site = `http://127.0.0.1:${port}`;
  expect(await status(`${site}/health/ready`)).toBe(200);
  expect(await status(`${site}/sodertalje`)).toBe(200);
  expect(await status(`${site}/ekero`)).toBe(200);
  expect(await status(`${site}/api/openapi.json`)).toBe(200);
  expect(await status(`http://127.0.0.1:${port + 1}/`)).toBe(200);
  const inbox = await fetch(`http://127.0.0.1:${port + 1}/api/messages`);
  expect(await inbox.json()).toEqual([]);
  expect(await isPortFree(port + 2)).toBe(false);
  expect(run.output()).toContain(`${site}/sodertalje`);
  // Nothing before the addresses reads like a fault, and each address is there or said not to be.
  expect(run.output()).not.toMatch(/There is no|is empty|not found/);
  expect(run.output()).toMatch(
    (await isPortFree(port + 3))
      ? / Temporal's pages +not available with this server \(they come with the temporal command line\)\n/
      : new RegExp(` Temporal's pages +http://127\\.0\\.0\\.1:${port + 3}\n`),
  );
  expect(run.output()).not.toContain('has stopped');

  const temporal = temporalPid();
  const askedAt = Date.now();
  run.process.kill('SIGTERM');
  expect(await run.code).toBe(0);
  expect(run.output()).toMatch(/\nSamverkan has stopped\.\n$/);
  expect(Date.now() - askedAt).toBeLessThan(10_000);
  expect(processStart(temporal)).toBeUndefined();
  expect(await readdir(root)).not.toContain('lock');
});

test('after kill -9 the next start ends the left Temporal server and finds all data', async () => {
  const first = startHere();
  await untilUp(first);
  const left = temporalPid();
  first.process.kill('SIGKILL');
  await first.code;
  expect(processStart(left)).toBeDefined();

  const second = startHere();
  await untilUp(second);
  expect(processStart(left)).toBeUndefined();
  expect(await status(`http://127.0.0.1:${port}/health/ready`)).toBe(200);

  // Ctrl-C in a terminal reaches a process twice: from the terminal and from npm.
  second.process.kill('SIGINT');
  second.process.kill('SIGINT');
  expect(await second.code).toBe(0);
});

test('a second process on the same data is refused with one sentence', async () => {
  const first = startHere();
  await untilUp(first);
  const second = start(['--port', String(await findFreeRow(4)), '--data', root]);
  expect(await second.code).toBe(1);
  expect(second.output()).toBe(
    `The data in ${root} is in use by another start (process ${first.process.pid}): stop that ` +
      'one, or name another directory with npm start -- --data DIRECTORY.\n',
  );
  expect(await status(`http://127.0.0.1:${port}/health/ready`)).toBe(200);
});

test('a Temporal server that dies is started again on the same file', async () => {
  const run = startHere();
  await untilUp(run);
  const dead = temporalPid();
  process.kill(dead, 'SIGKILL');
  await eventually('it says so', () => run.output().includes('starting it again on the same file'));
  await eventually('another one runs', () => temporalPid() !== dead);
  const isReady = async () => (await status(`http://127.0.0.1:${port}/health/ready`)) === 200;
  await eventually('every part is up again', isReady, { timeoutMs: 60_000 });
});

test('SIGTERM while it is still coming up ends it with code 0 and no child', async () => {
  const run = startHere();
  await eventually('Temporal is on its way', () => processStart(temporalPid()), {
    timeoutMs: 280_000,
  });
  const temporal = temporalPid();
  run.process.kill('SIGTERM');
  expect(await run.code).toBe(0);
  expect(run.output()).toMatch(/\nSamverkan has stopped\.\n$/);
  await eventually('the child is gone', () => processStart(temporal) === undefined);
});

test('--fresh begins anew', async () => {
  const first = startHere();
  await untilUp(first);
  first.process.kill('SIGTERM');
  await first.code;
  await sendToInboxOf(root);
  const before = await readdir(path.join(root, 'inbox'));
  expect(before).toHaveLength(1);
  const second = startHere('--fresh');
  await untilUp(second);
  expect(await readdir(path.join(root, 'inbox'))).toEqual([]);
});

/** A letter of an earlier run. */
async function sendToInboxOf(directory: string): Promise<void> {
  const { startInbox } = await import('../../scripts/inbox/index');
  const inbox = await startInbox({
    smtpPort: 0,
    httpPort: 0,
    directory: path.join(directory, 'inbox'),
  });
  const transport = createTransport(inbox.smtpUrl);
  await transport.sendMail({ from: 'a@x.example', to: 'b@x.example', subject: 'x', text: 'x' });
  transport.close();
  await inbox.stop();
}

test('a busy port is one sentence that says what to do', async () => {
  const holder = createServer().listen(port + 1, '127.0.0.1');
  const run = startHere();
  expect(await run.code).toBe(1);
  holder.close();
  expect(run.output()).toBe(
    `Port ${port + 1} is in use by another program: stop it, or choose another port with ` +
      'npm start -- --port NUMBER (that one and the three after it are used).\n',
  );
});

const refusals: [string, string[], Record<string, string>, RegExp][] = [
  ['an unknown option', ['--prot', '1'], {}, /^Unknown option '--prot'; use npm start -- .+\.\n$/],
  ['a port that is none', ['--port', 'x'], {}, /^--port must be a whole number .+\.\n$/],
  ['a port without room', ['--port', '65533'], {}, /^--port must be a whole number .+\.\n$/],
  ['a broken setting', [], { SMTP_URL: 'x' }, /^SMTP_URL must be .+\.\n$/],
  ['two broken settings', [], { PORT: 'x', LOG_LEVEL: 'x' }, /^LOG_LEVEL .+\.\nPORT .+\.\n$/],
  [
    '--fresh on a database of others',
    ['--fresh'],
    { DATABASE_URL: 'postgres://x@127.0.0.1:1/x' },
    /^--fresh empties only .+: unset DATABASE_URL, .+\.\n$/,
  ],
  [
    'a Temporal server that is not there',
    [],
    { TEMPORAL_ADDRESS: '127.0.0.1:1' },
    /\nNo Temporal server answers at 127\.0\.0\.1:1: start it, correct TEMPORAL_ADDRESS.+\.\n$/,
  ],
  [
    'a database that is not there, without its password',
    [],
    { DATABASE_URL: 'postgres://x:secret@127.0.0.1:1/x' },
    /\nThe database at DATABASE_URL cannot be used \(ECONNREFUSED\): .+\.\n$/,
  ],
];

test.each(refusals)(
  '%s ends with code 1 and a sentence',
  async (_name, args, environment, sentence) => {
    const ports = args.includes('--port') ? [] : ['--port', String(port)];
    const withoutPort = 'PORT' in environment ? [] : ports;
    const run = start([...withoutPort, '--data', root, ...args], environment);
    expect(await run.code).toBe(1);
    expect(run.output()).toMatch(sentence);
    expect(run.output()).not.toContain('secret');
  },
);
