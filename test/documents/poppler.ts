import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What a screen reader meets: the structure tree with its text, in logical order. */
export function structureOf(pdf: Uint8Array): string {
  return poppler(pdf, (file) => ['pdfinfo', '-struct-text', file]);
}

/** The document's metadata as XML. */
export function metadataOf(pdf: Uint8Array): string {
  return poppler(pdf, (file) => ['pdfinfo', '-meta', file]);
}

export interface EmbeddedFont {
  name: string;
  isEmbedded: boolean;
  isSubset: boolean;
  hasUnicode: boolean;
}

export function fontsOf(pdf: Uint8Array): EmbeddedFont[] {
  const rows = poppler(pdf, (file) => ['pdffonts', file])
    .trim()
    .split('\n')
    .slice(2);
  return rows.map((row) => {
    const [emb, sub, uni] = row.trim().split(/\s+/).slice(-5);
    return {
      name: row.split(/\s/)[0] ?? '',
      isEmbedded: emb === 'yes',
      isSubset: sub === 'yes',
      hasUnicode: uni === 'yes',
    };
  });
}

export interface PlacedWord {
  text: string;
  page: number;
  xMin: number;
  xMax: number;
  yMin: number;
  yMax: number;
}

/** Every word with its place in points from the top left of its page. */
export function wordsOf(pdf: Uint8Array): PlacedWord[] {
  const pages = poppler(pdf, (file) => ['pdftotext', '-bbox', file, '-'])
    .split('<page ')
    .slice(1);
  const word = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g;
  return pages.flatMap((page, i) =>
    [...page.matchAll(word)].map(([, xMin, yMin, xMax, yMax, text = '']) => ({
      text,
      page: i + 1,
      xMin: Number(xMin),
      xMax: Number(xMax),
      yMin: Number(yMin),
      yMax: Number(yMax),
    })),
  );
}

/** The first attachment, parsed. */
export function attachedJson(pdf: Uint8Array): unknown {
  return JSON.parse(attachedText(pdf));
}

/** The first attachment as it is. */
export function attachedText(pdf: Uint8Array): string {
  return inDirectory((directory) => {
    const file = path.join(directory, 'document.pdf');
    const saved = path.join(directory, 'attachment');
    writeFileSync(file, pdf);
    execFileSync('pdfdetach', ['-save', '1', '-o', saved, file]);
    return readFileSync(saved, 'utf8');
  });
}

function poppler(pdf: Uint8Array, command: (file: string) => [string, ...string[]]): string {
  return inDirectory((directory) => {
    const file = path.join(directory, 'document.pdf');
    writeFileSync(file, pdf);
    const [program, ...args] = command(file);
    return execFileSync(program, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  });
}

function inDirectory<T>(use: (directory: string) => T): T {
  const directory = mkdtempSync(path.join(tmpdir(), 'samverkan-poppler-'));
  try {
    return use(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
