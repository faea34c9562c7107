import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The part of jest's `--json` results that tells how long each file took; times in milliseconds. */
export interface TimedResults {
  testResults: readonly { name: string; startTime: number; endTime: number }[];
}

/**
 * The files a run spent its time on, slowest first, a line each: `  83 s  test/proofs/x.test.ts`.
 * Whoever keeps the run short reads here where to begin.
 */
export function slowestFiles(results: TimedResults, root: string, most = 25): string[] {
  return results.testResults
    .map(({ name, startTime, endTime }) => ({
      name: path.relative(root, name),
      seconds: Math.round((endTime - startTime) / 1000),
    }))
    .sort((one, other) => other.seconds - one.seconds)
    .slice(0, most)
    .map(({ name, seconds }) => `${String(seconds).padStart(4)} s  ${name}`);
}

/** As above, from jest's file; nothing when there is none to read. */
export async function readSlowestFiles(file: string, root: string): Promise<string[]> {
  try {
    return slowestFiles(JSON.parse(await readFile(file, 'utf8')) as TimedResults, root);
  } catch {
    return [];
  }
}
