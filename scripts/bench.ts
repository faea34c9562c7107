import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '../test/support/postgres-cluster';
import { findTool } from '../test/support/tools';
import { installRuntime } from '../worker/runtime';
import { describeMachine, loadLine } from './bench/machine';
import { measureOn, type Measured } from './bench/measure';
import { measureLetter } from './bench/measures/letter';
import { measureReport } from './bench/measures/report';
import { weighPage } from './bench/measures/page-weight';
import type { Amount } from './bench/rounds';
import { letterRows, reportRow, weightRows } from './bench/rows';
import { table } from './bench/table';
import { buildAll } from './build/index';
import { findTemporalBinary } from './temporal/find-server';

const usage = `npm run bench -- [--quick] [--rounds N] [--database pglite|postgres]

Measures the product beside floors that do the same work without it, on this machine, in turn.
--quick      few cases in one round, for a first look
--rounds     how often the variants take turns
--database   on one database only; PostgreSQL is measured where it is installed`;

const usual: Amount = { rounds: 5, accessions: 40, peers: 100, single: 60 };
const quick: Amount = { rounds: 1, accessions: 20, peers: 40, single: 20 };

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    database: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const report = (line: string) => console.log(`… ${line}`);

if (values.help) console.log(usage);
else await bench(withRounds(values.quick ? quick : usual, values.rounds), values.database);

function withRounds(amount: Amount, rounds: string | undefined): Amount {
  return { ...amount, rounds: Math.max(1, Number(rounds ?? amount.rounds)) };
}

async function bench(amount: Amount, only: string | undefined): Promise<void> {
  installRuntime('silent');
  const binary = await findTemporalBinary({ report });
  const { pageDirectory } = await buildAll(report);
  const machine = await describeMachine(binary.version);
  report('letters');
  const rows = [
    ...letterRows(await measureLetter(amount.single)),
    reportRow(await measureReport(amount.single)),
    ...weightRows(await weighPage(pageDirectory)),
  ];
  const measured: Measured[] = [];
  if (only !== 'postgres') measured.push(await onPglite(binary, amount));
  if (only !== 'pglite') measured.push(...(await onPostgres(binary, amount)));
  console.log(['', ...machine, ...measured.map(({ database }) => database), ''].join('\n'));
  console.log(table([...measured.flatMap((each) => each.rows), ...rows]));
  console.log(
    `\nTimes are p50 / p95, rates the median of ${amount.rounds} rounds in turn, ratios the median ` +
      `round with the least and the most. ${loadLine()}`,
  );
}

type Binary = Parameters<typeof measureOn>[1];

async function onPglite(binary: Binary, amount: Amount): Promise<Measured> {
  const directory = await mkdtemp(join(tmpdir(), 'samverkan-bench-pglite-'));
  try {
    return await measureOn({ kind: 'pglite', where: { directory } }, binary, amount, report);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function onPostgres(binary: Binary, amount: Amount): Promise<Measured[]> {
  if (!findTool('postgres')) {
    report('PostgreSQL is not installed: its figures are left out');
    return [];
  }
  const cluster = await startPostgres({ durable: true });
  try {
    const where = { url: cluster.url };
    return [await measureOn({ kind: 'postgres', where }, binary, amount, report)];
  } finally {
    await cluster.remove();
  }
}
