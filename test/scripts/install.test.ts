import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../scripts/project';

let root: string;

/** A checkout with one package; npm's own part is played by a script that notes its arguments. */
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'install-'));
  await mkdir(path.join(root, 'scripts'));
  await copyFile(path.join(projectRoot, 'scripts/install.cjs'), at('scripts/install.cjs'));
  await lock('package-lock.json', { '': {}, 'node_modules/a': { version: '1.0.0' } });
  await writeFile(
    at('npm.cjs'),
    `const fs = require('node:fs');
     fs.appendFileSync('npm.log', process.argv.slice(2).join(' ') + '\\n');
     fs.mkdirSync('node_modules', { recursive: true });
     process.exitCode = fs.existsSync('offline') ? 1 : 0;`,
  );
});

afterEach(async () => {
  await rm(root, { recursive: true });
});

const at = (name: string) => path.join(root, name);

function lock(name: string, packages: object): Promise<void> {
  return writeFile(at(name), JSON.stringify({ packages }));
}

function install(...nodeOptions: string[]) {
  return spawnSync(process.execPath, [...nodeOptions, 'scripts/install.cjs'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '', npm_execpath: at('npm.cjs') },
  });
}

async function npmRuns(): Promise<number> {
  if (!existsSync(at('npm.log'))) return 0;
  const log = await readFile(at('npm.log'), 'utf8');
  expect(log).toMatch(/^(ci .*\n)+$/);
  return log.split('\n').length - 1;
}

test('packages are installed once, and again when the lock file changes', async () => {
  expect(install().status).toBe(0);
  expect(install().status).toBe(0);
  expect(await npmRuns()).toBe(1);
  await lock('package-lock.json', { '': {}, 'node_modules/a': { version: '1.0.1' } });
  expect(install().status).toBe(0);
  expect(await npmRuns()).toBe(2);
});

test('what npm has installed by hand is taken as it is', async () => {
  await mkdir(at('node_modules'));
  await lock('package-lock.json', {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/other-platform': { version: '1.0.0', optional: true },
  });
  await lock('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } });
  expect(install().status).toBe(0);
  expect(await npmRuns()).toBe(0);
});

test('another version than the locked one is installed anew', async () => {
  await mkdir(at('node_modules'));
  await lock('node_modules/.package-lock.json', { 'node_modules/a': { version: '0.9.0' } });
  install();
  expect(await npmRuns()).toBe(1);
});

test('a failed installation is a sentence, and the next start tries again', async () => {
  await writeFile(at('offline'), '');
  const failed = install();
  expect(failed.status).toBe(1);
  expect(failed.stderr).toBe(
    'The packages could not be installed; mend what npm says above and try again.\n',
  );
  await rm(at('offline'));
  expect(install().status).toBe(0);
  expect(await npmRuns()).toBe(2);
});

test('a claim that a killed installation left behind does not stop the next one', async () => {
  await mkdir(at('.build'));
  const { pid } = spawnSync(process.execPath, ['-e', '0']);
  await writeFile(at('.build/install.pid'), String(pid));
  expect(install().status).toBe(0);
  expect(await npmRuns()).toBe(1);
  expect(existsSync(at('.build/install.pid'))).toBe(false);
});

test.each([
  ['18.20.0', 1],
  ['20.18.3', 1],
  ['20.19.0', 0],
  ['21.7.0', 1],
  ['22.11.0', 1],
  ['22.12.0', 0],
  ['24.0.0', 0],
])('Node %s ends with code %i', async (version, status) => {
  await writeFile(
    at('pretend.cjs'),
    `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`,
  );
  const run = install('--require', at('pretend.cjs'));
  expect(run.status).toBe(status);
  expect(run.stderr).toMatch(
    status === 0 ? /^$/ : new RegExp(`^Node ${version} is too old .* install Node 22\\.12 .*\n$`),
  );
});
