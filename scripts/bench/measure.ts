import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '../../database/open';
import { startTemporalServer, type TemporalBinary } from '../temporal/server-process';
import { describeDatabase } from './machine';
import { measureDrafts } from './measures/drafts';
import { measureLedger } from './measures/ledger';
import { countEvents } from './measures/history';
import { peersVariants, runPeers } from './measures/peers';
import { measureReceipts, measureRoutes } from './measures/routes';
import { runAccessions } from './measures/whole-cases';
import { product } from './municipalities';
import { ratesOf, type Amount } from './rounds';
import { answerRow, draftRows, historyRow, rateRow, receiptRow, statementRow } from './rows';
import { startSetting, type Setting } from './setting';
import type { Row } from './table';

export type DatabaseKind = Database['kind'];

/** What was measured on one database, and what that database is. */
export interface Measured {
  database: string;
  rows: Row[];
}

/** A database for the bench alone. */
export interface BenchDatabase {
  kind: DatabaseKind;
  where: { url: string } | { directory: string };
}

/** Measures what depends on the database, with a Temporal server of its own; the opening has a process of its own. */
export function measureOn(
  bench: BenchDatabase,
  binary: TemporalBinary,
  amount: Amount,
  report: (line: string) => void,
): Promise<Measured> {
  const { kind } = bench;
  return withSetting(bench, binary, async (setting, temporal) => {
    const rows = await measureAll(setting, kind, amount, report);
    report(`${kind}: receipts while Temporal is stopped`);
    await temporal.stop();
    const receipts = await measureReceipts(setting, amount.single);
    rows.push(receiptRow(`Receipt, Temporal stopped, ${kind}`, receipts));
    return { database: await describeDatabase(setting.database, product.id), rows };
  });
}

/** Starts all that is measured on a database, for as long as something is done with it. */
export async function withSetting<T>(
  { where }: BenchDatabase,
  binary: TemporalBinary,
  use: (setting: Setting, temporal: { stop(): Promise<unknown> }) => Promise<T>,
): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'samverkan-bench-temporal-'));
  const temporal = await startTemporalServer({
    binary,
    directory,
    timeSkipping: false,
    store: { kind: 'sqlite' },
  });
  const opened = await openDatabase(where);
  try {
    const setting = await startSetting(opened, temporal.address);
    try {
      return await use(setting, temporal);
    } finally {
      await setting.close();
    }
  } finally {
    await opened.close();
    await temporal.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

async function measureAll(
  setting: Setting,
  kind: DatabaseKind,
  amount: Amount,
  report: (line: string) => void,
): Promise<Row[]> {
  report(`${kind}: peers' cases`);
  const peers = await ratesOf(
    peersVariants,
    { rounds: amount.rounds, cases: amount.peers, warmUp: 40 },
    (variant, cases) => runPeers(setting, variant, cases),
  );
  report(`${kind}: whole accessions`);
  const accessions = await ratesOf(
    ['accession', 'plainAccession'],
    { rounds: amount.rounds, cases: amount.accessions, warmUp: 20 },
    (variant, cases) => runAccessions(setting, variant, cases),
  );
  const events = await countEvents(setting, 'accession');
  const plainEvents = await countEvents(setting, 'plainAccession');
  report(`${kind}: receipts and answers, one at a time`);
  const routes = await measureRoutes(setting, amount.single);
  report(`${kind}: the ledger`);
  const ledger = await measureLedger(setting.database, amount);
  report(`${kind}: drafts that two people fill in`);
  // A save is so short that ten of them cost no more time than one application.
  const drafts = await measureDrafts(setting, amount.single * 10);
  const kernel = peers.peersCase;
  return [
    receiptRow(`Receipt, ${kind}`, routes.receipt),
    answerRow(`Answer acknowledged, ${kind}`, routes.answer),
    ...draftRows(kind, drafts),
    rateRow(
      `Whole accessions, 20 at once, ${kind}`,
      { ours: accessions.accession, floor: accessions.plainAccession },
      0.8,
    ),
    rateRow(
      `Peers' case, local activities, ${kind}`,
      { ours: kernel, floor: peers.peersWithLocalActivities },
      1.15,
    ),
    rateRow(
      `Peers' case, ordinary ones, ${kind}`,
      { ours: kernel, floor: peers.peersWithOrdinaryActivities },
      2.7,
    ),
    historyRow(`Events of an accession, ${kind}`, events, plainEvents),
    rateRow(
      `Transfers posted, ${kind}`,
      { ours: ledger.posting.posted, floor: ledger.posting.plain },
      0.8,
    ),
    statementRow(`Statement of 200 lines among 100,000 entries, ${kind}`, ledger.statement),
  ];
}
