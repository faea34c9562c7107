import { plannedYears } from '../../database/repositories/budget.repository';
import {
  findTransaction,
  findTransactionByKey,
} from '../../database/repositories/ledger.repository';
import { settlementsOf } from '../../database/repositories/settlement.repository';
import { settlementKeys } from '../../domain/ledger/settlement-keys';
import type { PostingKey } from '../../domain/ledger/posting';
import { sumOf } from '../../domain/money';
import { sumsOfSettled } from '../../domain/ledger/settlement';
import { composeClosingStatement, type ClosedYear } from './compose/compose-closing-statement';
import type { DocumentContent } from './content';
import type { Source } from './make-document';

/** What both committees get when every year of a transfer is settled. It is made only where it sums. */
export async function closingStatement(source: Source): Promise<DocumentContent> {
  const { tx, municipality, found, createdAt } = source;
  const { ledger } = municipality;
  const planned = await plannedYears(tx, municipality.id, { caseId: found.id });
  const [first] = planned;
  if (!first || !ledger) throw new Error('transfer.notPosted');
  const years = await closedYears(source, planned);
  const posted = sumOf(years.map((year) => year.posted));
  const ends = years.map(({ settled }) => sumsOfSettled(settled?.lines ?? []));
  if (posted !== sumOf(ends.flatMap(({ used, returned }) => [used, returned]))) {
    throw new Error('settlement.unbalanced');
  }
  return composeClosingStatement({
    ...{ municipality, process: found.process, language: found.language, createdAt },
    number: found.number,
    title: found.organisation_name,
    between: { giver: first.giver, receiver: first.receiver },
    decision: first.decision,
    years,
    ledger,
  });
}

async function closedYears(
  source: Source,
  planned: Awaited<ReturnType<typeof plannedYears>>,
): Promise<ClosedYear[]> {
  const { tx, municipality, found } = source;
  const settlements = await settlementsOf(tx, municipality.id, found.id);
  const all = [...planned, ...settlements].map(({ year }) => year);
  const years = [...new Set(all)].sort((a, b) => a - b);
  const closed: ClosedYear[] = [];
  for (const year of years) {
    const plan = planned.find((each) => each.year === year);
    const settlement = settlements.find((each) => each.year === year);
    const before = settlements.find((each) => each.year === year - 1);
    const reversed = plan?.state === 'reversed';
    const dropped = plan?.state === 'dropped';
    const { settled } = settlement ?? {};
    if (settlement && !settled) throw new Error('settlement.unbalanced');
    const lines = settled?.lines ?? [];
    await requirePosted(source, year, sumsOfSettled(lines));
    closed.push({
      year,
      planned: plan?.ore ?? 0,
      posted: reversed ? 0 : (plan?.posted ?? 0),
      carriedIn: sumsOfSettled(before?.settled?.lines ?? []).carriedOver,
      reversed,
      dropped,
      ...(settled && {
        settled: {
          lines,
          decision: settled.decision,
          at: settled.at.toISOString(),
          number: settlement?.number ?? '',
        },
      }),
    });
  }
  return closed;
}

/** What the settlement says went back or along is what the ledger has, to the öre. */
async function requirePosted(
  source: Source,
  year: number,
  { returned, carriedOver }: { returned: number; carriedOver: number },
): Promise<void> {
  const keys = settlementKeys(source.found.id, year);
  const isPosted =
    (await postedUnder(source, keys.returned)) === returned &&
    (await postedUnder(source, keys.carriedOver)) === carriedOver;
  if (!isPosted) throw new Error('settlement.unbalanced');
}

async function postedUnder({ tx, municipality }: Source, key: PostingKey): Promise<number> {
  const id = await findTransactionByKey(tx, municipality.id, key);
  const posted = id === undefined ? undefined : await findTransaction(tx, municipality.id, id);
  return sumOf((posted?.entries ?? []).filter(({ ore }) => ore > 0).map(({ ore }) => ore));
}
