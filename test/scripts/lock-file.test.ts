import { existsSync } from 'node:fs';
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tryLock, withLock } from '../../scripts/lock-file';
import { ownRecord } from '../../scripts/process-identity';

let directory: string;
let file: string;

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'lock-'));
  file = path.join(directory, 'lock');
});

afterEach(async () => {
  await rm(directory, { recursive: true });
});

test('a lock is held until it is released', () => {
  const lock = tryLock(file);
  expect(tryLock(file)).toEqual({ holder: ownRecord() });
  if ('release' in lock) lock.release();
  expect(existsSync(file)).toBe(false);
  expect(tryLock(file)).toHaveProperty('release');
});

test('the lock of a process that is gone is free', async () => {
  await writeFile(file, JSON.stringify({ pid: process.pid, startedAt: 'another start' }));
  expect(tryLock(file)).toHaveProperty('release');
});

test('a lock that is just being written is held, an abandoned empty one is not', async () => {
  await writeFile(file, '');
  expect(tryLock(file)).toEqual({ holder: undefined });
  await utimes(file, 0, 0);
  expect(tryLock(file)).toHaveProperty('release');
});

test('work under one lock never overlaps', async () => {
  let running = 0;
  const work = async () => {
    running += 1;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(running).toBe(1);
    running -= 1;
    return true;
  };
  const results = await Promise.all([1, 2, 3].map(() => withLock(file, work)));
  expect(results).toEqual([true, true, true]);
});
