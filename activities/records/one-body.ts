import {
  raiseAttention,
  resolveAttentions,
} from '../../database/repositories/attention.repository';
import type { PlanStand } from '../../database/repositories/budget.repository';
import { bodyNow } from '../../database/repositories/committee.repository';
import { isOver } from '../../domain/ledger/plan';
import type { Recording } from './record-steps';

const key = 'sameBody';

/**
 * Whether both sides of a transfer have become one body, so that there is nothing to move between them: its
 * years are not posted, and a person is called to say what becomes of them. Repeatable.
 */
export async function holdWithinOneBody(
  { tx, municipality, current, at }: Recording,
  years: readonly PlanStand[],
): Promise<boolean> {
  const planned = years.find((year) => !isOver(year));
  const isHeld = planned !== undefined && (await isOneBody(tx, municipality.id, planned));
  if (!isHeld) {
    await resolveAttentions(tx, municipality.id, { caseId: current.id, keys: [key], at });
    return false;
  }
  const attention = { caseId: current.id, key, code: 'transfer.sameBody', at };
  await raiseAttention(tx, municipality.id, attention);
  return true;
}

async function isOneBody(
  tx: Recording['tx'],
  municipalityId: string,
  { giver, receiver }: PlanStand,
): Promise<boolean> {
  const from = await bodyNow(tx, municipalityId, giver);
  const to = await bodyNow(tx, municipalityId, receiver);
  return from !== undefined && from.id === to?.id;
}
