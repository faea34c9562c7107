import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Prints the suites that were left out because the machine lacks a tool. Suites append their lines
 * to `skipped` in the run's directory.
 *
 * @param {string} directory the run's directory
 */
export function reportSkippedSuites(directory) {
  const file = path.join(directory, 'skipped');
  if (!existsSync(file)) return;
  const lines = new Set(readFileSync(file, 'utf8').trim().split('\n'));
  console.log(`\nSKIPPED, because this machine lacks a tool:\n${[...lines].join('\n')}\n`);
}
