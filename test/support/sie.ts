import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { cacheDirectory, projectRoot } from '../../scripts/project';

const run = promisify(execFile);
const source = path.join(projectRoot, 'test', 'support', 'sie-reader');

/** What a SIE file says: its records by name, and its vouchers with their transactions. */
export interface SieContents {
  records: Record<string, string[][]>;
  vouchers: { header: string[]; transactions: (string | string[])[][] }[];
}

/** What the parser prints. */
interface Parsed {
  items: Item[];
  diagnostics: { code: string; message: string }[];
}

interface Item {
  label: string;
  fields: {
    value: { kind: 'bare' | 'quoted'; text: string } | { kind: 'object_list'; tokens: string[] };
  }[];
  children: Item[];
}

/**
 * Reads SIE type 4 from its bytes by a parser that is not ours, the crate sie-parser. Throws on
 * anything that it finds wrong, and on a voucher that does not balance.
 */
export async function readSie(bytes: Uint8Array): Promise<SieContents> {
  const reader = await installSieReader();
  const file = path.join(tmpdir(), `samverkan-${randomUUID()}.si`);
  await writeFile(file, bytes);
  try {
    const { stdout } = await run(reader, [file]);
    return contentsOf(JSON.parse(stdout) as Parsed);
  } finally {
    await rm(file);
  }
}

function contentsOf({ items, diagnostics }: Parsed): SieContents {
  const [wrong] = diagnostics;
  if (wrong) throw new Error(`no SIE: ${wrong.code}, ${wrong.message}`);
  const contents: SieContents = { records: {}, vouchers: [] };
  for (const { label, fields, children } of items) {
    const values = fields.map(valueOf);
    if (label === '#VER') {
      const transactions = children.map((each) => each.fields.map(valueOf));
      requireBalance(transactions);
      contents.vouchers.push({ header: values as string[], transactions });
    } else (contents.records[label.slice(1)] ??= []).push(values as string[]);
  }
  return contents;
}

function valueOf({ value }: Item['fields'][number]): string | string[] {
  return value.kind === 'object_list' ? value.tokens : value.text;
}

function requireBalance(transactions: (string | string[])[][]): void {
  const hundredths = transactions.map(([, , amount]) => {
    if (typeof amount !== 'string' || !/^-?\d+(\.\d\d)?$/.test(amount))
      throw new Error('no amount');
    return Math.round(Number(amount) * 100);
  });
  if (hundredths.reduce((sum, each) => sum + each, 0) !== 0) throw new Error('out of balance');
}

/** Builds the reader, once for each version of it, outside the checkout. Returns its path. */
export async function installSieReader(): Promise<string> {
  const manifest = await readFile(path.join(source, 'Cargo.toml'));
  const main = await readFile(path.join(source, 'src', 'main.rs'));
  const version = createHash('sha256').update(manifest).update(main).digest('hex').slice(0, 12);
  const directory = path.join(cacheDirectory(), `sie-reader-${version}`);
  const program = path.join(directory, 'target', 'release', 'sie-reader');
  if (existsSync(program)) return program;
  await mkdir(directory, { recursive: true });
  await cp(source, directory, { recursive: true });
  await run('cargo', ['build', '--release', '--quiet'], { cwd: directory });
  return program;
}
