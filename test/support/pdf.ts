import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { sharedPart } from './run/shared-part';

/** A document's bytes, or the path of its file. */
export type Pdf = Uint8Array | string;

/** A document's text as a reader sees it, page after page, columns kept. */
export function pdfText(pdf: Pdf): string {
  return withFile(pdf, (file) => poppler('pdftotext', ['-layout', file, '-']));
}

/** What `pdfinfo` says, e.g. `{ Title: '…', Pages: '2', Tagged: 'yes' }`. */
export function pdfInfo(pdf: Pdf): Record<string, string> {
  const lines = withFile(pdf, (file) => poppler('pdfinfo', [file])).split('\n');
  const pairs = lines.map((line) => /^([^:]+):\s*(.*)$/.exec(line)).filter((match) => match);
  return Object.fromEntries(pairs.map((match) => [match![1]!, match![2]!]));
}

/** The files attached to a document, by name. */
export function pdfAttachments(pdf: Pdf): string[] {
  const list = withFile(pdf, (file) => poppler('pdfdetach', ['-list', file]));
  return [...list.matchAll(/^\d+: (.*)$/gm)].map((match) => match[1]!);
}

/** Pictures of the pages in the directory, first page first. Returns their paths. */
export function pdfToPngs(pdf: Pdf, directory: string, dotsPerInch = 96): string[] {
  withFile(pdf, (file) =>
    poppler('pdftoppm', ['-png', '-r', String(dotsPerInch), file, path.join(directory, 'page')]),
  );
  const pictures = readdirSync(directory).filter((name) => /^page-\d+\.png$/.test(name));
  return pictures.sort().map((name) => path.join(directory, name));
}

/**
 * Fails unless veraPDF finds each document to be PDF/A-3a as well as PDF/UA-1. Give it all
 * documents at once: starting Java takes longer than looking at one.
 */
export async function expectArchivable(pdfs: readonly Pdf[]): Promise<void> {
  expect(pdfs.length).toBeGreaterThan(0);
  const directory = mkdtempSync(path.join(tmpdir(), 'samverkan-verapdf-'));
  try {
    const files = pdfs.map((pdf, index) => asFile(pdf, directory, index));
    const report = await veraPdf(files);
    const wanted = files.flatMap((file) => [`PASS ${file} 3a`, `PASS ${file} ua1`]);
    const missing = wanted.filter((line) => !report.includes(line));
    if (missing.length > 0) {
      throw new Error(`veraPDF did not say:\n${missing.join('\n')}\nbut:\n${report.join('\n')}`);
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function asFile(pdf: Pdf, directory: string, index: number): string {
  if (typeof pdf === 'string') return pdf;
  const file = path.join(directory, `${index}.pdf`);
  writeFileSync(file, pdf);
  return file;
}

/** veraPDF's lines: `PASS <file> 3a`, `FAIL <file> ua1`, and below a FAIL the rules it broke. */
export async function veraPdf(files: readonly string[]): Promise<string[]> {
  const { classpath } = await sharedPart('verapdf');
  const program = ['-cp', classpath, 'org.verapdf.apps.GreenfieldCliWrapper'];
  const options = ['-f', '0', '--format', 'text', '-v'];
  const { stdout } = await run('java', [...program, ...options, ...files]);
  return stdout.trim().split('\n');
}

/** The output of a program that says by its exit code what it found. */
async function run(program: string, args: string[]): Promise<{ stdout: string }> {
  try {
    return await promisify(execFile)(program, args, { maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    const { stdout, code } = error as { stdout?: string; code?: unknown };
    if (code === 1 && stdout) return { stdout };
    throw error;
  }
}

function poppler(program: string, args: string[]): string {
  return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

function withFile<T>(pdf: Pdf, use: (file: string) => T): T {
  if (typeof pdf === 'string') return use(pdf);
  const directory = mkdtempSync(path.join(tmpdir(), 'samverkan-pdf-'));
  try {
    return use(asFile(pdf, directory, 0));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
