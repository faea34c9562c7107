import { stockholmDate } from '../domain/calendar';
import type { Municipality } from '../domain/municipality';
import type { Database } from './database';
import { findAgreementInForce } from './repositories/agreement.repository';
import { addToOutbox } from './repositories/outbox.repository';
import { beginWheel } from './repositories/wheel.repository';

/**
 * Every municipality that has an agreement and follows it up has a wheel, which turns from the day on
 * which this was first so. Repeatable.
 */
export async function beginWheels(
  database: Database,
  municipalities: readonly Municipality[],
  now: Date,
): Promise<void> {
  const today = stockholmDate(now);
  for (const { id, followUp } of municipalities) {
    if (!followUp) continue;
    await database.transaction(id, async (tx) => {
      if (!(await findAgreementInForce(tx, id, today))) return;
      const wheel = await beginWheel(tx, id, today);
      if (wheel.isNew) await addToOutbox(tx, id, { wheelId: wheel.id, kind: 'start', at: now });
    });
  }
}
