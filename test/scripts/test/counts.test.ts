import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { closingLine, readJestCounts } from '../../../scripts/test/counts';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'samverkan-counts-'));
});

afterEach(() => {
  rmSync(directory, { recursive: true });
});

function results(numbers: Record<string, number>): string {
  const none = {
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    numRuntimeErrorTestSuites: 0,
  };
  const file = path.join(directory, 'results.json');
  writeFileSync(file, JSON.stringify({ ...none, ...numbers }));
  return file;
}

describe('counting', () => {
  it('counts a file that broke before its tests as one failure', async () => {
    const file = results({ numPassedTests: 5, numFailedTests: 1, numRuntimeErrorTestSuites: 1 });
    expect(await readJestCounts(file, false)).toEqual({ passed: 5, failed: 2, skipped: 0 });
  });

  it('counts a run that failed without a failing test as a failure', async () => {
    const file = results({ numPassedTests: 5 });
    expect(await readJestCounts(file, false)).toEqual({ passed: 5, failed: 1, skipped: 0 });
    const nowhere = path.join(directory, 'nowhere.json');
    expect(await readJestCounts(nowhere, false)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('names what was skipped only when something was', () => {
    const passed = { passed: 2, failed: 0, skipped: 0 };
    expect(closingLine([passed, passed])).toEqual({ line: '4 passed, 0 failed', failed: false });
    expect(closingLine([passed, { passed: 0, failed: 1, skipped: 3 }])).toEqual({
      line: '2 passed, 1 failed, 3 skipped',
      failed: true,
    });
  });
});
