/**
 * `npm test`: types, lint and every suite once. Arguments go to jest (`npm test -- database`).
 * The last line says how many passed and failed.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { closingLine, readJestCounts, type Counts } from './test/counts';
import { prepare } from './test/prepare';
import { readSlowestFiles } from './test/slowest';
import { runStep, stopStepsWith } from './test/step';

const bin = (name: string) => path.resolve('node_modules', name);

const checks = [
  { title: 'Types', program: bin('typescript/bin/tsc'), args: ['--noEmit'] },
  { title: 'Lint', program: bin('eslint/bin/eslint.js'), args: ['.'] },
];

/** One of the checks that look at the code without running it. */
async function check({ title, program, args }: (typeof checks)[number]): Promise<Counts> {
  console.log(`${title} …`);
  const succeeded = await runStep(program, args);
  return succeeded ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

async function runSuites(args: readonly string[]): Promise<Counts> {
  const directory = await mkdtemp(path.join(tmpdir(), 'samverkan-results-'));
  try {
    const results = path.join(directory, 'results.json');
    const reporting = ['--json', `--outputFile=${results}`];
    const succeeded = await runStep(bin('jest/bin/jest.js'), [...reporting, ...args], {
      NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
    });
    for (const line of await readSlowestFiles(results, process.cwd())) console.log(line);
    return await readJestCounts(results, succeeded);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  stopStepsWith(process);
  const counts = [await prepare()];
  for (const each of checks) counts.push(await check(each));
  counts.push(await runSuites(process.argv.slice(2)));
  const { line, failed } = closingLine(counts);
  console.log(line);
  process.exitCode = failed ? 1 : 0;
}

await main();
