import { ApplicationFailure, Context } from '@temporalio/activity';
import type { Database, Tx } from '../../database/database';
import {
  changeSubscriber,
  issueSubscriberLink,
  lockSubscriber,
  type Subscriber,
} from '../../database/repositories/subscriber.repository';
import { dayAfter, endOfDay } from '../../domain/calendar';
import type { Municipality } from '../../domain/municipality';
import { daysToConfirm } from '../../domain/newsletter/subscription';
import { newsletterConfirm } from './letters';
import type { Mailer } from './mailer';
import { renderLetter } from './render-letter';

export interface MailSubscriptionInput {
  municipalityId: string;
  subscriberId: string;
}

interface Dependencies {
  database: Database;
  mailer: Mailer;
  /** Where people reach the pages, without a slash at the end. */
  publicUrl: string;
  municipality(id: string): Municipality;
}

/**
 * Mails the question whether the newsletter is wanted, if it was asked for and has not gone. Fails with
 * `mail.waiting` while it cannot go; one that is refused for good is not tried again.
 */
export async function mailSubscription(
  { database, mailer, publicUrl, municipality: byId }: Dependencies,
  { municipalityId, subscriberId }: MailSubscriptionInput,
): Promise<void> {
  const now = new Date(Context.current().info.currentAttemptScheduledTimestampMs);
  const municipality = byId(municipalityId);
  const prepared = await database.transaction(municipalityId, (tx) =>
    prepare(tx, municipalityId, subscriberId),
  );
  if (!prepared) return;
  const { subscriber, token, until } = prepared;
  const { email, asked_language: language } = subscriber;
  const content = newsletterConfirm({
    ...{ municipality, language, until },
    recipient: { name: '', email, shared: true },
    url: `${publicUrl}/${municipalityId}/newsletter/confirm#${token}`,
  });
  const outcome = await mailer.send({
    ...renderLetter(content, municipality),
    messageId: messageId(subscriber, municipality),
    from: municipality.sender,
    replyTo: municipality.contactPoint,
    to: { name: '', email },
    language,
    date: now,
    attachments: [],
  });
  if (!outcome.accepted && !outcome.permanent) {
    throw ApplicationFailure.create({ type: 'mail.waiting', message: 'mail.waiting' });
  }
  await database.transaction(municipalityId, async (tx) => {
    const current = await lockSubscriber(tx, municipalityId, subscriberId);
    const isSame = current?.asked_at.getTime() === subscriber.asked_at.getTime();
    if (current && isSame) await changeSubscriber(tx, current, { mailed: subscriber.asked });
  });
}

/** Every attempt gets a link of its own: tokens are not kept, so an earlier one cannot be repeated. */
async function prepare(tx: Tx, municipalityId: string, id: string) {
  const subscriber = await lockSubscriber(tx, municipalityId, id);
  if (!subscriber || subscriber.mailed >= subscriber.asked) return undefined;
  const until = dayAfter(subscriber.asked_at, daysToConfirm);
  const token = await issueSubscriberLink(tx, subscriber, 'confirm', endOfDay(until));
  return { subscriber, token, until };
}

/** The same for every attempt at one question, so that the letter is one however often it is sent. */
function messageId({ id, asked_at: at }: Subscriber, { sender }: Municipality): string {
  return `<${id}.${at.getTime()}@${sender.email.split('@')[1]}>`;
}
