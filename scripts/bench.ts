import { parseArgs } from 'node:util';
import { findTool } from '../test/support/tools';
import { installRuntime } from '../worker/runtime';
import { describeMachine, loadLine } from './bench/machine';
import { measureOn, type DatabaseKind, type Measured } from './bench/measure';
import { measureLetter } from './bench/measures/letter';
import { measureReport } from './bench/measures/report';
import { measureOpeningAlone } from './bench/opening-alone';
import { weighPage } from './bench/measures/page-weight';
import type { Amount } from './bench/rounds';
import { letterRows, openingRows, reportRow, weightRows } from './bench/rows';
import { table } from './bench/table';
import { withDatabase } from './bench/with-database';
import { buildAll } from './build/index';
import { findTemporalBinary } from './temporal/find-server';
import type { TemporalBinary } from './temporal/server-process';

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
  if (only !== 'postgres') measured.push(await measureAllOn('pglite', binary, amount));
  if (only !== 'pglite') measured.push(...(await onPostgres(binary, amount)));
  console.log(['', ...machine, ...measured.map(({ database }) => database), ''].join('\n'));
  console.log(table([...measured.flatMap((each) => each.rows), ...rows]));
  console.log(
    `\nTimes are p50 / p95, rates the median of ${amount.rounds} rounds in turn, ratios the median ` +
      `round with the least and the most. ${loadLine()}`,
  );
}

/** Everything on one database; the opening of follow-ups in a process of its own. */
async function measureAllOn(
  kind: DatabaseKind,
  binary: TemporalBinary,
  amount: Amount,
): Promise<Measured> {
  const measured = await withDatabase(kind, (database) =>
    measureOn(database, binary, amount, report),
  );
  report(`${kind}: opening follow-ups`);
  const opening = await measureOpeningAlone(kind, Math.min(3, amount.rounds));
  return { ...measured, rows: [...measured.rows, ...openingRows(kind, opening)] };
}

async function onPostgres(binary: TemporalBinary, amount: Amount): Promise<Measured[]> {
  if (findTool('postgres')) return [await measureAllOn('postgres', binary, amount)];
  report('PostgreSQL is not installed: its figures are left out');
  return [];
}
