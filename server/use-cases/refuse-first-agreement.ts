import type { Tx } from '../../database/database';
import { findAgreementInForce } from '../../database/repositories/agreement.repository';
import { casesOfProcess } from '../../database/repositories/case.repository';
import { stockholmDate } from '../../domain/calendar';
import { DomainError, type ErrorCode } from '../../domain/errors';
import { isUnderWay } from '../../domain/first-agreement/first-agreement';
import type { Municipality } from '../../domain/municipality';
import { firstAgreement } from '../../domain/processes/first-agreement';

/** Why the way to a first agreement cannot be begun now; null where it can. */
export async function whyNoFirstAgreement(
  tx: Tx,
  { id }: Pick<Municipality, 'id'>,
  now: Date,
): Promise<Extract<ErrorCode, `agreement.${string}`> | null> {
  if (await findAgreementInForce(tx, id, stockholmDate(now))) return 'agreement.inForce';
  const cases = await casesOfProcess(tx, id, firstAgreement.name);
  return cases.some(isUnderWay) ? 'agreement.underWay' : null;
}

/** Throws `agreement.inForce` where there is an agreement, and `agreement.underWay` where one is on its way. */
export async function refuseFirstAgreement(
  tx: Tx,
  municipality: Pick<Municipality, 'id'>,
  now: Date,
): Promise<void> {
  const refused = await whyNoFirstAgreement(tx, municipality, now);
  if (refused) throw new DomainError(refused);
}
