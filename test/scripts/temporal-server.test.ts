import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Connection } from '@temporalio/client';
import { isStillRunning, processStart } from '../../scripts/process-identity';
import { findTemporalBinary } from '../../scripts/temporal/find-server';
import { endRecordedProcess, writeProcessRecord } from '../../scripts/temporal/process-record';
import { startTemporalServer, type TemporalBinary } from '../../scripts/temporal/server-process';
import { recordStore, setAsideForeignStore } from '../../scripts/temporal/store-version';

let directory: string;
let binary: TemporalBinary;
const children: ChildProcess[] = [];

beforeAll(async () => {
  binary = await findTemporalBinary();
}, 600_000);

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'temporal ?#å-'));
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(directory, { recursive: true, force: true });
});

function start() {
  return startTemporalServer({
    binary,
    directory,
    timeSkipping: false,
    store: { kind: 'sqlite' },
  });
}

async function systemInfo(address: string) {
  const connection = await Connection.connect({ address });
  const { serverVersion } = await connection.workflowService.getSystemInfo({});
  await connection.close();
  return serverVersion;
}

test('a server comes up on 127.0.0.1 under a path that SQLite misreads, and stops', async () => {
  const server = await start();
  expect(server.address).toMatch(/^127\.0\.0\.1:\d+$/);
  expect(await systemInfo(server.address)).toBe(binary.version);
  expect(existsSync(path.join(directory, 'temporal.sqlite'))).toBe(true);
  await server.stop();
  expect(processStart(server.pid)).toBeUndefined();
});

test('a server that outlived its parent is ended by the next start, which keeps its data', async () => {
  const first = await start();
  const registered = await namespaceId(first.address);
  // Nobody waits for the first one any more, as after a kill of its parent.
  const second = await start();
  expect(processStart(first.pid)).toBeUndefined();
  expect(await namespaceId(second.address)).toBe(registered);
  await second.stop('SIGKILL');
  expect(processStart(second.pid)).toBeUndefined();
});

async function namespaceId(address: string): Promise<string> {
  const connection = await Connection.connect({ address });
  const { namespaceInfo } = await connection.workflowService.describeNamespace({
    namespace: 'default',
  });
  await connection.close();
  return namespaceInfo!.id!;
}

test('a process that merely has the recorded pid is left alone', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  children.push(child);
  const record = { pid: child.pid!, startedAt: 'another boot 1' };
  await writeFile(path.join(directory, 'process.json'), JSON.stringify(record));
  expect(await endRecordedProcess(directory)).toBe(false);
  expect(processStart(child.pid!)).toBeDefined();
  writeProcessRecord(directory, child.pid!);
  expect(await endRecordedProcess(directory)).toBe(true);
  expect(isStillRunning(record)).toBe(false);
  expect(processStart(child.pid!)).toBeUndefined();
});

test('time is skipped only where it was asked for', async () => {
  const server = await start();
  await server.stop();
  const settings = path.join(directory, 'dynamic.yaml');
  expect(readFileSync(settings, 'utf8')).not.toContain('TimeSkipping');
});

test('a file of another server is set aside once, our own is kept', async () => {
  const file = path.join(directory, 'temporal.sqlite');
  const now = new Date('2026-03-12T08:30:00Z');
  await writeFile(file, 'old');
  await writeFile(`${file}-wal`, 'old');
  // Never finished its first start: nobody has recorded it.
  expect(setAsideForeignStore(directory, binary, now)).toMatch(/is set aside in/);
  const aside = path.join(directory, 'set-aside-2026-03-12T08.30.00.000Z');
  expect((await readdir(aside)).sort()).toEqual(['temporal.sqlite', 'temporal.sqlite-wal']);
  expect(existsSync(file)).toBe(false);

  await writeFile(file, 'new');
  recordStore(directory, binary);
  expect(setAsideForeignStore(directory, { ...binary, route: 'go-install' }, now)).toBeUndefined();
  const newer = { ...binary, version: '1.33.0' };
  expect(setAsideForeignStore(directory, newer, new Date(0))).toMatch(/is set aside in/);
});

test('a program that is no server is a sentence that names its log', async () => {
  binary = { ...binary, path: process.execPath };
  await expect(start()).rejects.toThrow(/did not come up .* see .*temporal\.log\.$/);
});
