import { plannedYears } from '../../database/repositories/budget.repository';
import { carryingDecision } from '../../database/repositories/resting.repository';
import { settlementsOf, standingPostings } from '../../database/repositories/settlement.repository';
import type { TransactionKind } from '../../domain/ledger/posting';
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
    decision: await carryingDecision(tx, municipality.id, first),
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
  const standing = await standingPostings(tx, municipality.id, found.id);
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
    const lines = settled?.lines ?? [];
    const carried = sumsOfSettled(before?.settled?.lines ?? []).carriedOver;
    if (settlement && !settled) {
      // Nothing is left to account for where money was taken along by a decision that fell.
      if (settlement.closed && !plan && carried === 0) continue;
      throw new Error('settlement.unbalanced');
    }
    requirePosted(standing, year, sumsOfSettled(lines));
    closed.push({
      year,
      planned: plan?.ore ?? 0,
      posted: reversed ? 0 : (plan?.posted ?? 0),
      carriedIn: carried,
      reversed,
      dropped,
      ...(settled && {
        settled: {
          lines,
          decision: settled.decision,
          changed: settled.causes,
          at: settled.at.toISOString(),
          number: settlement?.number ?? '',
        },
      }),
    });
  }
  return closed;
}

/** What the settlement says went back or along is what the ledger has and nobody has taken back, to the öre. */
function requirePosted(
  standing: Awaited<ReturnType<typeof standingPostings>>,
  year: number,
  { returned, carriedOver }: { returned: number; carriedOver: number },
): void {
  const posted = (kind: TransactionKind) =>
    sumOf(
      standing.filter((each) => each.year === year && each.kind === kind).map(({ ore }) => ore),
    );
  if (posted('settlement') !== returned || posted('carryOver') !== carriedOver) {
    throw new Error('settlement.unbalanced');
  }
}
