import { sql } from 'kysely';
import { appendAudit } from '../../database/repositories/audit.repository';
import {
  raiseAttention,
  resolveAttentions,
  resolveAttentionsAbout,
} from '../../database/repositories/attention.repository';
import type { PlanStand } from '../../database/repositories/budget.repository';
import { fallenDecision } from '../../database/repositories/resting.repository';
import { settledYearsOf } from '../../database/repositories/settlement.repository';
import { resettleYears, type Resettling } from '../../database/resettle-years';
import { unpostedRest } from '../../database/rest-of-year';
import { stockholmDate } from '../../domain/calendar';
import { DomainError } from '../../domain/errors';
import { translator } from '../../domain/texts';
import type { Recording } from './record-steps';

/** Somebody has to see to it first that the money is there: when to try again, in milliseconds since 1970. */
export interface UndoneCarryOvers {
  until?: number;
}

const attentionKey = 'undoCarryOver';
const dayMs = 24 * 3_600_000;

/**
 * Takes back what was taken along to another year by a decision that a court has annulled, or that turned
 * out to be none, also when the years are settled, and takes it along again where the decision holds after all;
 * and as much as a controller has said since where it turned out to be in other words. Where the money is not
 * there any more nothing is changed and a person is called. Repeatable.
 */
export async function undoCarryOvers(
  recording: Recording,
  plan: readonly PlanStand[],
): Promise<UndoneCarryOvers> {
  const { tx, forms, municipality, current, at } = recording;
  const undoing = { forms, transferId: current.id, plan, recordedBy: 'system', at };
  await sql`savepoint undo_carry_overs`.execute(tx);
  try {
    const changed = [];
    // One year after the other, as the later one may have had more or less.
    const said = await restsSaid(recording);
    for (const each of said.length > 0 ? said : [{}])
      changed.push(...(await resettleYears(tx, municipality, { ...undoing, ...each })));
    await resolveAttentions(tx, municipality.id, { caseId: current.id, keys: [attentionKey], at });
    await note(recording, changed);
    return {};
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await sql`rollback to savepoint undo_carry_overs`.execute(tx);
    const attention = { caseId: current.id, key: attentionKey, code: error.code, at };
    await raiseAttention(tx, municipality.id, attention);
    return { until: at.getTime() + dayMs };
  }
}

/** What a controller has said of the rest of years since they were settled: by what they are settled anew. */
async function restsSaid({
  tx,
  forms,
  municipality: { id, defaultLanguage },
  current,
  at,
}: Recording): Promise<Pick<Resettling, 'corrected' | 'because'>[]> {
  const said = [];
  for (const settlement of await settledYearsOf(tx, id, current.id)) {
    const { year, caseId } = settlement;
    if (await fallenDecision(tx, id, caseId, defaultLanguage)) continue;
    const rest = await unpostedRest(tx, id, forms, settlement);
    if (!rest) continue;
    const words = { year, day: stockholmDate(at) };
    const because = translator(defaultLanguage, 'document')('settlement.corrected.rest', words);
    said.push({ corrected: { of: 'rest' as const, year, ...rest }, because });
  }
  return said;
}

async function note(
  { tx, municipality, current, at }: Recording,
  changed: Awaited<ReturnType<typeof resettleYears>>,
): Promise<void> {
  const about = ['decision.annulled', 'decision.restored', 'decision.corrected'];
  for (const { year, caseId } of changed) {
    const entry = { at, actor: 'system', event: 'yearResettled', details: { year } } as const;
    await appendAudit(tx, municipality.id, current.id, entry);
    // What had to be undone is undone.
    await resolveAttentionsAbout(tx, municipality.id, { caseId, about, at });
  }
}
