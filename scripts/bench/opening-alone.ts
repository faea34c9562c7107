import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { DatabaseKind } from './measure';
import type { Opening } from './measures/opening';

/** Measures the opening of follow-ups on a database, both in a process of their own. */
export function measureOpeningAlone(kind: DatabaseKind, rounds: number): Promise<Opening> {
  const child = fork(join(import.meta.dirname, 'opening-process.ts'), [kind, String(rounds)], {
    execArgv: ['--expose-gc', '--import', 'tsx'],
  });
  return new Promise((resolve, reject) => {
    child.once('message', (opening) => resolve(opening as Opening));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the opening was not measured (${code})`)));
  });
}
