import { stockholmDate } from '../domain/calendar';
import type { Municipality } from '../domain/municipality';
import type { Database } from './database';
import { findAgreementInForce } from './repositories/agreement.repository';
import { addToOutbox } from './repositories/outbox.repository';
import { beginAnew, beginWheel } from './repositories/wheel.repository';

/**
 * Every municipality that has an agreement and follows it up has a wheel, which turns from the day on
 * which this was first so; one that has a group has it to be told when terms end. Repeatable.
 */
export async function beginWheels(
  database: Database,
  municipalities: readonly Municipality[],
  now: Date,
): Promise<void> {
  const today = stockholmDate(now);
  for (const { id, followUp, groups } of municipalities) {
    if (!followUp && !groups) continue;
    await database.transaction(id, async (tx) => {
      const follows = followUp && (await findAgreementInForce(tx, id, today));
      if (!follows && !groups) return;
      const wheel = await beginWheel(tx, id, today);
      // One that was there for a group alone opens no follow-up of the years before.
      if (follows) await beginAnew(tx, id, today);
      if (wheel.isNew) await addToOutbox(tx, id, { wheelId: wheel.id, kind: 'start', at: now });
    });
  }
}
