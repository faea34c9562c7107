import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Tx } from '../database';
import type { AgreementVersionTable } from '../tables';

export type AgreementVersion = Selectable<AgreementVersionTable>;

/** Adds a version that is not there yet; one that is there is never changed. */
export async function addAgreementVersion(
  tx: Tx,
  municipalityId: string,
  version: Omit<AgreementVersion, 'id' | 'municipality_id'>,
): Promise<void> {
  await tx
    .insertInto('agreement_version')
    .values({
      ...version,
      id: randomUUID(),
      municipality_id: municipalityId,
      texts: JSON.stringify(version.texts),
    })
    .onConflict((conflict) => conflict.columns(['municipality_id', 'version']).doNothing())
    .execute();
}

/** The version in force on a day (`YYYY-MM-DD`): in force until replaced (002, section 1). */
export function findAgreementInForce(
  tx: Tx,
  municipalityId: string,
  day: string,
): Promise<AgreementVersion | undefined> {
  return tx
    .selectFrom('agreement_version')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('effective_from', '<=', day)
    .orderBy('effective_from', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export function getAgreementVersion(
  tx: Tx,
  municipalityId: string,
  id: string,
): Promise<AgreementVersion> {
  return tx
    .selectFrom('agreement_version')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

export function findAgreementByVersion(
  tx: Tx,
  municipalityId: string,
  version: number,
): Promise<AgreementVersion | undefined> {
  return tx
    .selectFrom('agreement_version')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('version', '=', version)
    .executeTakeFirst();
}

/** The version that a case is about; throws `agreement.none` where it is about none. */
export function pinnedAgreement(
  tx: Tx,
  current: { municipality_id: string; agreement_version_id: string | null },
): Promise<AgreementVersion> {
  const { municipality_id: municipalityId, agreement_version_id: id } = current;
  if (!id) throw new Error('agreement.none');
  return getAgreementVersion(tx, municipalityId, id);
}
