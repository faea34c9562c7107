import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes of script, each file compressed by itself, that a browser loads for a page. */
export interface PageWeight {
  home: number;
  form: number;
  /** The texts of one language, in both of the above; the others are loaded when they are chosen. */
  language: number;
}

/** Weighs the built page: what index.html starts, a page's own scripts, and one language. */
export async function weighPage(pageDirectory: string): Promise<PageWeight> {
  const assets = join(pageDirectory, 'assets');
  const names = await readdir(assets);
  const named = (start: string) => names.filter((name) => name.startsWith(start));
  const html = await readFile(join(pageDirectory, 'index.html'), 'utf8');
  const entry = namesIn(html, /assets\/([\w-]+\.js)/g);
  const languages = await Promise.all(
    ['common-', 'ui-'].map((start) => heaviest(assets, named(start))),
  );
  const language = languages.reduce((sum, each) => sum + each, 0);
  const weigh = async (page: string) =>
    language + (await weightOf(assets, await withImports(assets, [...entry, ...named(page)])));
  return { home: await weigh('home-page-'), form: await weigh('apply-page-'), language };
}

/** The scripts and all that they import, directly or not; what they may load later is left out. */
async function withImports(assets: string, start: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const open = [...start];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    const source = await readFile(join(assets, name), 'utf8');
    open.push(...namesIn(source, /(?:from|import)\s*["'`]\.\/([\w-]+\.js)["'`]/g));
  }
  return found;
}

async function weightOf(assets: string, names: Iterable<string>): Promise<number> {
  let weight = 0;
  for (const name of names) weight += gzipSync(await readFile(join(assets, name))).length;
  return weight;
}

async function heaviest(assets: string, names: readonly string[]): Promise<number> {
  return Math.max(...(await Promise.all(names.map((name) => weightOf(assets, [name])))));
}

function namesIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}
