import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SetupError } from '../../scripts/project';
import { findTemporal, findTemporalBinary } from '../../scripts/temporal/find-server';
import { goFault } from '../../scripts/temporal/routes/go-install';
import { findVersion, isAtLeast, judgeCli } from '../../scripts/temporal/versions';

let directory: string;
let programs: string;
let cache: string;

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'find-server-'));
  programs = path.join(directory, 'bin');
  cache = path.join(directory, 'temporal-1.32.1');
  await mkdir(programs);
  await mkdir(cache);
});

afterEach(async () => {
  await rm(directory, { recursive: true });
});

/** Stands in for an installed program: says what the real one says of itself. */
async function install(file: string, says: string): Promise<void> {
  await writeFile(file, `#!/bin/sh\necho '${says}'\n`);
  await chmod(file, 0o755);
}

async function find(environment: NodeJS.ProcessEnv = {}) {
  const lines: string[] = [];
  const search = findTemporalBinary({
    cache: directory,
    env: { PATH: programs, HOME: directory, ...environment },
    report: (line) => lines.push(line),
  });
  return { found: await search, lines };
}

const suitable = 'temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)';

test('versions compare by number, not by letter', () => {
  expect(isAtLeast([1, 10, 0], [1, 9, 9])).toBe(true);
  expect(isAtLeast([1, 9, 0], [1, 10, 0])).toBe(false);
  expect(isAtLeast([2, 0, 0], [1, 32, 1])).toBe(true);
  expect(findVersion('go1.26')).toEqual([1, 26, 0]);
  expect(findVersion('devel')).toBeUndefined();
});

test("a command line is judged by its own version and its server's", () => {
  expect(judgeCli(suitable)).toEqual({ server: '1.32.0' });
  expect(judgeCli('temporal version 1.10.0 (Server 1.33.2, UI 2.60.0, abc)')).toEqual({
    server: '1.33.2',
  });
});

test.each([
  ['temporal version 1.8.2 (Server 1.32.0, UI 2.5)', /^is version 1\.8\.2 /],
  ['temporal version 1.9.0 (Server 1.31.9, UI 2.5)', /^is version 1\.9\.0 with server 1\.31\.9/],
  ['temporal version 0.0.0-DEV (Server 1.32.0, UI 2.5)', /^is version 0\.0\.0 /],
  ['something else', /^does not say its version$/],
])('a command line that says "%s" does not do', (text, reason) => {
  const verdict = judgeCli(text);
  expect('shortcoming' in verdict && verdict.shortcoming).toMatch(reason);
});

test('Go that is too old is passed over unless it can fetch a newer one', () => {
  expect(goFault(undefined, '')).toBe('There is no Go on the PATH.');
  expect(goFault([1, 26, 8], 'local')).toBeUndefined();
  expect(goFault([1, 26, 7], 'local')).toMatch(/^Go is version 1\.26\.7, at least 1\.26\.8 /);
  expect(goFault([1, 22, 0], 'auto')).toBeUndefined();
  expect(goFault([1, 20, 0], 'auto')).toMatch(/^Go is version 1\.20\.0/);
});

test('a server named by TEMPORAL_ADDRESS comes before everything', async () => {
  await install(path.join(programs, 'temporal'), suitable);
  const found = await findTemporal({ env: { TEMPORAL_ADDRESS: 'x:7233', PATH: programs } });
  expect(found).toEqual({ kind: 'external', address: 'x:7233', route: 'TEMPORAL_ADDRESS' });
});

test('an installed command line comes before the cache', async () => {
  await install(path.join(programs, 'temporal'), suitable);
  await install(path.join(cache, 'server'), 'temporal version 1.32.1');
  expect((await find()).found).toEqual({
    kind: 'cli',
    path: 'temporal',
    version: '1.32.0',
    route: 'path',
  });
});

test('an old command line is passed over without a word while the cache has a server', async () => {
  await install(path.join(programs, 'temporal'), 'temporal version 1.5.1 (Server 1.29.1, UI 2.4)');
  await install(path.join(cache, 'server'), 'temporal version 1.32.1');
  const { found, lines } = await find();
  expect(found).toMatchObject({ kind: 'server', version: '1.32.1', route: 'cache' });
  expect(lines).toEqual([]);
});

test('a server at hand is found without a word', async () => {
  await install(path.join(cache, 'server'), 'temporal version 1.32.1');
  expect((await find()).lines).toEqual([]);
});

test('what the SDK fetched earlier is found in the cache', async () => {
  await install(path.join(cache, 'server'), 'broken');
  await install(path.join(cache, 'temporal'), suitable);
  expect((await find()).found).toMatchObject({
    kind: 'cli',
    path: path.join(cache, 'temporal'),
    route: 'cache',
  });
});

test('when every way fails, each says why at the end and the last sentence says what to do', async () => {
  const lines: string[] = [];
  const search = findTemporalBinary({
    cache: directory,
    // No program can be found, and the SDK's download has nowhere to go.
    env: { PATH: programs, HOME: directory, https_proxy: 'http://127.0.0.1:9' },
    report: (line) => lines.push(line),
  });
  await expect(search).rejects.toThrow(SetupError);
  await expect(search).rejects.toThrow(/install Go 1\.26\.8 or newer .* or name a running server/);
  expect(lines).toEqual([
    'No Temporal server is at hand yet; one is fetched or built, this once.',
    expect.stringMatching(/^Fetching the temporal command line .+\.$/),
    'There is no temporal command line on the PATH.',
    `The cache ${cache} is empty.`,
    expect.stringMatching(/^The SDK could not fetch the command line: .+\.$/),
    'There is no Go on the PATH.',
  ]);
});
