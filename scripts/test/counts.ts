import { readFile } from 'node:fs/promises';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** The part of jest's `--json` results that is counted. */
interface JestResults {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  /** Files that broke before their tests could run. */
  numRuntimeErrorTestSuites: number;
}

/**
 * What jest counted. A run that failed without a failing test (no suite found, a broken set-up)
 * counts as one failure.
 */
export async function readJestCounts(file: string, succeeded: boolean): Promise<Counts> {
  const counts = await readResults(file);
  if (!succeeded && counts.failed === 0) return { ...counts, failed: 1 };
  return counts;
}

async function readResults(file: string): Promise<Counts> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
  const results = JSON.parse(text) as JestResults;
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
    skipped: results.numPendingTests + results.numTodoTests,
  };
}

/** The run's last line, e.g. `812 passed, 0 failed`, and whether anything failed. */
export function closingLine(all: readonly Counts[]): { line: string; failed: boolean } {
  const sum = (name: keyof Counts) => all.reduce((total, counts) => total + counts[name], 0);
  const skipped = sum('skipped');
  const line = `${sum('passed')} passed, ${sum('failed')} failed`;
  return { line: skipped ? `${line}, ${skipped} skipped` : line, failed: sum('failed') > 0 };
}
