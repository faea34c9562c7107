import type { Tx } from '../../database/database';
import { addToOutbox } from '../../database/repositories/outbox.repository';
import {
  changeSubscriber,
  deleteSubscriber,
  endSubscription,
  insertSubscriber,
  lockSubscriberAt,
  lockSubscriberByToken,
  type Subscriber,
} from '../../database/repositories/subscriber.repository';
import { DomainError } from '../../domain/errors';
import { newsletterSubscription } from '../../domain/forms/definitions/newsletter';
import { parseAnswers } from '../../domain/forms/schema';
import type { Language } from '../../domain/language';
import type { Municipality } from '../../domain/municipality';
import { mayAskAgain, type DepartureWay } from '../../domain/newsletter/subscription';
import { newsletter } from '../../domain/processes/newsletter';
import type { ServerContext } from '../context';

type Clock = Pick<ServerContext, 'clock'>;

export function offersNewsletter({ processes }: Municipality): boolean {
  return Object.hasOwn(processes, newsletter.name);
}

/**
 * Has a letter mailed that asks whether the newsletter is wanted at an address. Whether the address is there
 * already, was asked lately or is new, the caller cannot tell. Throws `form.invalid` and `newsletter.none`.
 */
export async function askForNewsletter(
  tx: Tx,
  { clock }: Clock,
  municipality: Municipality,
  typed: Record<string, unknown>,
): Promise<void> {
  if (!offersNewsletter(municipality)) throw new DomainError('newsletter.none');
  const parsed = parseAnswers(newsletterSubscription, typed);
  if (!parsed.ok) throw new DomainError('form.invalid', {}, parsed.faults);
  const { email, language } = parsed.answers as { email: string; language: Language };
  const at = clock();
  const known = await lockSubscriberAt(tx, municipality.id, email);
  const subscriber = known
    ? await askAgain(tx, known, { language, at })
    : await insertSubscriber(tx, municipality.id, { email, language, at });
  // Somebody was faster with the same address: it is asked already.
  if (!subscriber) return;
  await addToOutbox(tx, municipality.id, { subscriberId: subscriber.id, kind: 'deliver', at });
}

async function askAgain(
  tx: Tx,
  known: Subscriber,
  { language, at }: { language: Language; at: Date },
): Promise<Subscriber | undefined> {
  const again = mayAskAgain({ asked: known.asked, askedAt: known.asked_at }, at);
  if (!again) return undefined;
  const { asked } = again;
  const mailed = Math.min(known.mailed, asked - 1);
  await changeSubscriber(tx, known, { asked_language: language, asked_at: at, asked, mailed });
  return known;
}

/** Begins a subscription, or changes its language; the same link again does no harm. Throws `newsletter.linkEnded`. */
export async function confirmSubscription(
  tx: Tx,
  { clock }: Clock,
  { id }: Municipality,
  token: string,
): Promise<void> {
  const now = clock();
  const subscriber = await lockSubscriberByToken(tx, id, { token, kind: 'confirm', now });
  if (!subscriber) throw new DomainError('newsletter.linkEnded');
  const { asked_language: language, confirmed_at: confirmed } = subscriber;
  await changeSubscriber(tx, subscriber, { language, confirmed_at: confirmed ?? now });
}

/** Ends a subscription by the link in a newsletter. A token that is unknown, or has done it, ends nothing and looks the same. */
export async function leaveByToken(
  tx: Tx,
  { clock }: Clock,
  { id }: Municipality,
  { token, way }: { token: string; way: DepartureWay },
): Promise<void> {
  const at = clock();
  const found = await lockSubscriberByToken(tx, id, { token, kind: 'unsubscribe', now: at });
  if (found) await endSubscription(tx, found, { way, at });
}

/** Removes an address at its owner's request; says whether it was there. */
export async function removeAddress(
  tx: Tx,
  { clock }: Clock,
  { id }: Municipality,
  email: string,
): Promise<boolean> {
  const found = await lockSubscriberAt(tx, id, email);
  if (!found) return false;
  // Nothing was ever sent to an address that nobody has confirmed, so there is nothing to show later.
  if (found.confirmed_at === null) await deleteSubscriber(tx, found);
  else await endSubscription(tx, found, { way: 'desk', at: clock() });
  return true;
}
