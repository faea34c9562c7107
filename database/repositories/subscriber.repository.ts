import { randomUUID } from 'node:crypto';
import { sql, type Selectable } from 'kysely';
import type { Language } from '../../domain/language';
import { newsletterLetter, refusalKey } from '../../domain/letters';
import {
  addressKey,
  mostRefusals,
  refusalsAfter,
  type DepartureWay,
} from '../../domain/newsletter/subscription';
import type { Tx } from '../database';
import { sha256 } from '../fingerprint';
import { newSecret } from '../secret';
import type { NewsletterLinkTable, NewsletterSubscriberTable } from '../tables';
import { resolveAttentions } from './attention.repository';
import type { Letter } from './letter.repository';
import { wakeMending } from './mending.repository';

export type Subscriber = Selectable<NewsletterSubscriberTable>;
type LinkKind = NewsletterLinkTable['kind'];
export type LetterToSubscriber = Letter & { subscriber_id: string };

/** Locks an address's subscription, confirmed or not, until the transaction ends. */
export function lockSubscriberAt(
  tx: Tx,
  municipalityId: string,
  email: string,
): Promise<Subscriber | undefined> {
  return tx
    .selectFrom('newsletter_subscriber')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('email_key', '=', addressKey(email))
    .forUpdate()
    .executeTakeFirst();
}

export function lockSubscriber(
  tx: Tx,
  municipalityId: string,
  id: string,
): Promise<Subscriber | undefined> {
  return tx
    .selectFrom('newsletter_subscriber')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** Keeps that an address asks for the newsletter; undefined when somebody was faster with the same address. */
export function insertSubscriber(
  tx: Tx,
  municipalityId: string,
  { email, language, at }: { email: string; language: Language; at: Date },
): Promise<Subscriber | undefined> {
  return tx
    .insertInto('newsletter_subscriber')
    .values({
      ...{ id: randomUUID(), municipality_id: municipalityId, email, email_key: addressKey(email) },
      ...{ language, asked_language: language, asked_at: at, asked: 1, confirmed_at: null },
    })
    .onConflict((conflict) => conflict.columns(['municipality_id', 'email_key']).doNothing())
    .returningAll()
    .executeTakeFirst();
}

export async function changeSubscriber(
  tx: Tx,
  { municipality_id: municipalityId, id }: Pick<Subscriber, 'municipality_id' | 'id'>,
  change: Partial<
    Pick<
      Subscriber,
      'language' | 'asked_language' | 'asked_at' | 'asked' | 'mailed' | 'confirmed_at' | 'refusals'
    >
  >,
): Promise<void> {
  await tx
    .updateTable('newsletter_subscriber')
    .set(change)
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .execute();
}

/** Issues a link for a subscriber and returns its token, which exists nowhere else. */
export async function issueSubscriberLink(
  tx: Tx,
  { municipality_id: municipalityId, id }: Pick<Subscriber, 'municipality_id' | 'id'>,
  kind: LinkKind,
  expiresAt: Date | null = null,
): Promise<string> {
  const token = newSecret();
  await tx
    .insertInto('newsletter_link')
    .values({
      ...{ secret_sha256: sha256(token), municipality_id: municipalityId },
      ...{ subscriber_id: id, kind, expires_at: expiresAt },
    })
    .execute();
  return token;
}

/** Whose link a token is, while it works; locks the subscriber. */
export async function lockSubscriberByToken(
  tx: Tx,
  municipalityId: string,
  { token, kind, now }: { token: string; kind: LinkKind; now: Date },
): Promise<Subscriber | undefined> {
  const link = await tx
    .selectFrom('newsletter_link')
    .select('subscriber_id')
    .where('municipality_id', '=', municipalityId)
    .where('secret_sha256', '=', sha256(token))
    .where('kind', '=', kind)
    .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', now)]))
    .executeTakeFirst();
  return link && lockSubscriber(tx, municipalityId, link.subscriber_id);
}

/** Removes an address that nobody has confirmed; nothing was ever sent to it but the question. */
export async function deleteSubscriber(
  tx: Tx,
  { municipality_id: municipalityId, id }: Pick<Subscriber, 'municipality_id' | 'id'>,
): Promise<void> {
  await tx
    .deleteFrom('newsletter_subscriber')
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .execute();
}

/**
 * Ends a subscription for good: the address and every link are gone, letters that have not gone never
 * will, and what stood in a case because one was refused needs nobody. An id, when and how are kept: they
 * show that it was respected.
 */
export async function endSubscription(
  tx: Tx,
  subscriber: Subscriber,
  { way, at }: { way: DepartureWay; at: Date },
): Promise<void> {
  const { municipality_id: municipalityId, id, confirmed_at } = subscriber;
  await tx
    .insertInto('newsletter_departure')
    .values({ municipality_id: municipalityId, subscriber_id: id, way, confirmed_at, left_at: at })
    .execute();
  const dropped = await tx
    .updateTable('letter')
    .set({ state: 'dropped' })
    .where('municipality_id', '=', municipalityId)
    .where('subscriber_id', '=', id)
    .where('state', 'in', ['pending', 'failed'])
    .returning(['case_id', 'letter_key'])
    .execute();
  for (const { case_id: caseId, letter_key: key } of dropped) {
    await resolveAttentions(tx, municipalityId, { caseId, keys: [refusalKey(key)], at });
    await wakeMending(tx, municipalityId, { caseId, at });
  }
  await deleteSubscriber(tx, subscriber);
}

/**
 * What became of a newsletter says something about a subscription: an address that takes them is well; one
 * that has refused several in a row is nobody's any more and is removed. One that a server takes may still
 * come back, so it is the next one that shows that it did not.
 */
export async function noteArrival(
  tx: Tx,
  letter: LetterToSubscriber,
  { accepted }: { accepted: boolean },
  at: Date,
): Promise<void> {
  const { municipality_id: municipalityId, subscriber_id: id } = letter;
  const subscriber = await lockSubscriber(tx, municipalityId, id);
  if (!subscriber) return;
  const refusals = refusalsAfter(subscriber.refusals, {
    accepted,
    lastCameBack: accepted && (await lastBeforeCameBack(tx, letter)),
  });
  if (refusals >= mostRefusals) await endSubscription(tx, subscriber, { way: 'refused', at });
  else if (refusals !== subscriber.refusals) await changeSubscriber(tx, subscriber, { refusals });
}

async function lastBeforeCameBack(
  tx: Tx,
  { municipality_id: municipalityId, subscriber_id: id, position }: LetterToSubscriber,
): Promise<boolean> {
  const last = await tx
    .selectFrom('letter')
    .select('state')
    .where('municipality_id', '=', municipalityId)
    .where('subscriber_id', '=', id)
    .where('position', '<', position)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.state === 'failed';
}

/** The next of those who had confirmed by an instant, in the order they were first kept. */
export function confirmedSubscribers(
  tx: Tx,
  municipalityId: string,
  { after, limit, before }: { after: number; limit: number; before: Date },
): Promise<Subscriber[]> {
  return tx
    .selectFrom('newsletter_subscriber')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('confirmed_at', '<=', before)
    .where('place', '>', after)
    .orderBy('place')
    .limit(limit)
    .execute();
}

/** Subscriptions that a process must look after: a letter is to go, or nobody has confirmed yet. */
export async function unfinishedSubscriptions(tx: Tx, municipalityId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('newsletter_subscriber')
    .select('id')
    .where('municipality_id', '=', municipalityId)
    .where((where) =>
      where.or([where('confirmed_at', 'is', null), where('mailed', '<', sql.ref<number>('asked'))]),
    )
    .execute();
  return rows.map(({ id }) => id);
}

/** How many have confirmed, by language; and how many of them the last newsletter did not reach. */
export async function countSubscribers(
  tx: Tx,
  municipalityId: string,
): Promise<{ language: Language; count: number; unreached: number }[]> {
  const rows = await tx
    .selectFrom('newsletter_subscriber')
    .select(['language', (count) => count.fn.countAll<string>().as('count')])
    .select((count) => count.fn.countAll<string>().filterWhere('refusals', '>', 0).as('unreached'))
    .where('municipality_id', '=', municipalityId)
    .where('confirmed_at', 'is not', null)
    .groupBy('language')
    .execute();
  return rows.map(({ language, count, unreached }) => ({
    ...{ language, count: Number(count), unreached: Number(unreached) },
  }));
}

/** Whether somebody was called in a case before, as a letter to a subscriber was refused. */
export async function hasCalledForSubscriber(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<boolean> {
  const found = await tx
    .selectFrom('attention')
    .select('id')
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .where('attention_key', 'like', `${refusalKey(newsletterLetter(''))}%`)
    .executeTakeFirst();
  return found !== undefined;
}
