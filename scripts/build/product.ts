import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { withLock } from '../lock-file';
import { SetupError } from '../project';
import { stampOf } from './source-stamp';

/** Something that is built from sources: a file or a directory. */
export interface Product {
  /** As in "Building the page". */
  name: string;
  /** Files and directories of the project that it depends on. */
  sources: readonly string[];
  /** Absolute. */
  output: string;
  /** Starts the process that writes the product to `temporary`. */
  build: (temporary: string) => ChildProcess;
}

/**
 * Builds a product unless it is there and its sources are unchanged. Safe to call from several
 * processes at once: one builds, the others wait, and readers never see half a product.
 * @throws {SetupError} with the builder's own words when it fails
 */
export async function ensureBuilt(product: Product, report: (line: string) => void) {
  const stampFile = `${product.output}.stamp`;
  const stamp = await stampOf([...product.sources, 'package-lock.json']);
  if (await isCurrent(product, stampFile, stamp)) return;
  await withLock(`${product.output}.lock`, async () => {
    if (await isCurrent(product, stampFile, stamp)) return;
    report(`Building ${product.name} …`);
    await rm(stampFile, { force: true });
    await buildInto(product);
    await writeFile(stampFile, stamp);
  });
}

async function isCurrent(product: Product, stampFile: string, stamp: string): Promise<boolean> {
  if (!existsSync(product.output)) return false;
  return (await readFile(stampFile, 'utf8').catch(() => '')) === stamp;
}

async function buildInto(product: Product): Promise<void> {
  const temporary = `${product.output}.new-${process.pid}`;
  await mkdir(dirname(temporary), { recursive: true });
  try {
    const { succeeded, output } = await endOf(product.build(temporary));
    if (!succeeded) throw new SetupError(`Building ${product.name} failed.\n${output}`);
    await replace(product.output, temporary);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function replace(output: string, temporary: string): Promise<void> {
  const old = `${output}.old-${process.pid}`;
  // A directory cannot be renamed over one that holds something.
  if (existsSync(output)) await rename(output, old);
  await rename(temporary, output);
  await rm(old, { recursive: true, force: true });
}

function endOf(child: ChildProcess): Promise<{ succeeded: boolean; output: string }> {
  let output = '';
  const keep = (chunk: Buffer) => (output = (output + chunk.toString()).slice(-4000));
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('exit', end);
      resolve({ succeeded: code === 0, output: output.trim() });
    });
  });
}
