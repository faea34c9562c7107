import { randomUUID } from 'node:crypto';
import type { Tx } from '../database';

/** Makes a fault visible until somebody has dealt with it; the same fault of a case stands once. */
export async function raiseAttention(
  tx: Tx,
  municipalityId: string,
  attention: { caseId: string; key: string; code: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('attention')
    .values({
      id: randomUUID(),
      municipality_id: municipalityId,
      case_id: attention.caseId,
      attention_key: attention.key,
      code: attention.code,
      raised_at: attention.at,
      resolved_at: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['case_id', 'attention_key'])
        .doUpdateSet({ code: attention.code, raised_at: attention.at, resolved_at: null })
        .where('attention.resolved_at', 'is not', null),
    )
    .execute();
}

/** Somebody has dealt with what stopped a case; the same fault may be raised anew. */
export async function resolveAttention(
  tx: Tx,
  municipalityId: string,
  caseId: string,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('attention')
    .set({ resolved_at: at })
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .where('resolved_at', 'is', null)
    .execute();
}

/** What stands in a case and nobody has dealt with yet, oldest first. */
export function openAttentions(tx: Tx, municipalityId: string, caseId: string) {
  return tx
    .selectFrom('attention')
    .select(['code', 'raised_at'])
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .where('resolved_at', 'is', null)
    .orderBy('raised_at')
    .execute();
}

/** What other cases said about one, under keys that begin so, does not hold any more. */
export async function resolveAttentionsAbout(
  tx: Tx,
  municipalityId: string,
  { caseId, about, at }: { caseId: string; about: readonly string[]; at: Date },
): Promise<void> {
  if (about.length === 0) return;
  await tx
    .updateTable('attention')
    .set({ resolved_at: at })
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .where((where) =>
      where.or(
        about.flatMap((key) => [
          where('attention_key', '=', key),
          where('attention_key', 'like', `${key}/%`),
        ]),
      ),
    )
    .where('resolved_at', 'is', null)
    .execute();
}

/** Somebody has dealt with some of what stood in a case. */
export async function resolveAttentions(
  tx: Tx,
  municipalityId: string,
  { caseId, keys, at }: { caseId: string; keys: readonly string[]; at: Date },
): Promise<void> {
  if (keys.length === 0) return;
  await tx
    .updateTable('attention')
    .set({ resolved_at: at })
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .where('attention_key', 'in', keys)
    .where('resolved_at', 'is', null)
    .execute();
}
