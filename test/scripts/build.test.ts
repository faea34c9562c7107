import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBuilt, type Product } from '../../scripts/build/product';
import { projectRoot, SetupError } from '../../scripts/project';

let directory: string;
let source: string;
let product: Product;
const report: string[] = [];

/** Copies the source and notes each time it runs. */
const program = `
  const fs = require('node:fs');
  const [source, output, log] = process.argv.slice(1);
  fs.appendFileSync(log, 'x');
  const text = fs.readFileSync(source, 'utf8');
  if (text === 'broken') { console.error('line 1 is wrong'); process.exit(1); }
  fs.mkdirSync(output);
  fs.writeFileSync(output + '/file', text);
`;

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'build-'));
  source = path.join(directory, 'sources', 'a.txt');
  await mkdir(path.dirname(source));
  await writeFile(source, 'one');
  report.length = 0;
  product = {
    name: 'the thing',
    sources: [path.relative(projectRoot, path.dirname(source))],
    output: path.join(directory, 'output'),
    build: (temporary) =>
      spawn(process.execPath, ['-e', program, source, temporary, path.join(directory, 'log')]),
  };
});

afterEach(async () => {
  await rm(directory, { recursive: true });
});

const build = () => ensureBuilt(product, (line) => report.push(line));
const built = () => readFile(path.join(product.output, 'file'), 'utf8');
const runs = async () => (await readFile(path.join(directory, 'log'), 'utf8')).length;

test('callers at the same time build once', async () => {
  await Promise.all([build(), build(), build()]);
  expect(await built()).toBe('one');
  expect(await runs()).toBe(1);
  expect(report).toEqual(['Building the thing …']);
});

test('unchanged sources are not built again, changed and added ones are', async () => {
  await build();
  await build();
  expect(await runs()).toBe(1);
  await appendFile(source, ' two');
  await build();
  expect(await built()).toBe('one two');
  await writeFile(path.join(path.dirname(source), 'b.txt'), '');
  await build();
  expect(await runs()).toBe(3);
});

test('a product that was removed is built again', async () => {
  await build();
  await rm(product.output, { recursive: true });
  await build();
  expect(await built()).toBe('one');
});

test("a build that fails says the builder's words and leaves the product as it was", async () => {
  await build();
  await writeFile(source, 'broken');
  await expect(build()).rejects.toThrow(SetupError);
  await expect(build()).rejects.toThrow('Building the thing failed.\nline 1 is wrong');
  expect(await built()).toBe('one');
  expect(existsSync(`${product.output}.lock`)).toBe(false);
  await writeFile(source, 'mended');
  await build();
  expect(await built()).toBe('mended');
});
