import type { Database } from '../../database/database';
import { consumeOutbox } from '../../database/repositories/outbox.repository';
import {
  deleteSubscriber,
  lockSubscriber,
} from '../../database/repositories/subscriber.repository';
import { dayAfter, endOfDay } from '../../domain/calendar';
import { daysToConfirm } from '../../domain/newsletter/subscription';

export interface TendSubscriptionInput {
  municipalityId: string;
  subscriberId: string;
  /** Process time in milliseconds since 1970. */
  at: number;
}

/** Milliseconds since 1970 of the moment to look again; null when there is nothing to wait for. */
export interface TendedSubscription {
  removeAt: number | null;
}

/** Removes an address that nobody has confirmed in time: whoever gave it may not have been its owner. */
export async function tendSubscription(
  { database }: { database: Database },
  { municipalityId, subscriberId, at }: TendSubscriptionInput,
): Promise<TendedSubscription> {
  return database.transaction(municipalityId, async (tx) => {
    const subscriber = await lockSubscriber(tx, municipalityId, subscriberId);
    await consumeOutbox(tx, municipalityId, { subscriberId }, new Date(at));
    if (!subscriber || subscriber.confirmed_at !== null) return { removeAt: null };
    const removeAt = endOfDay(dayAfter(subscriber.asked_at, daysToConfirm)).getTime();
    if (at < removeAt) return { removeAt };
    await deleteSubscriber(tx, subscriber);
    return { removeAt: null };
  });
}
