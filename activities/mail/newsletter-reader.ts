import type { Tx } from '../../database/database';
import { settleLetter, type Letter } from '../../database/repositories/letter.repository';
import { findNewsletter } from '../../database/repositories/newsletter.repository';
import {
  issueSubscriberLink,
  lockSubscriber,
  type LetterToSubscriber,
} from '../../database/repositories/subscriber.repository';
import type { Municipality } from '../../domain/municipality';
import type { NewsletterContent } from '../../domain/newsletter/newsletter';
import type { MailingList } from './mailer';

/** A newsletter for one of those who subscribe: where it goes, and how they get no more. */
export interface NewsletterIssue {
  email: string;
  content: NewsletterContent;
  /** The page of the report that it tells of. */
  reportUrl: string | undefined;
  leaveUrl: string;
  list: MailingList;
}

/**
 * The newsletter that a letter brings; undefined for a subscriber who has left since it was planned, whose
 * letter never goes. Each attempt gets a link of its own, as tokens are not kept. In the header it stands in
 * the path, as RFC 8058 needs it: it can end this subscription and do nothing else.
 */
export async function issueFor(
  tx: Tx,
  letter: LetterToSubscriber,
  { municipality, publicUrl }: { municipality: Municipality; publicUrl: string },
): Promise<NewsletterIssue | undefined> {
  const { municipality_id: municipalityId, case_id: caseId } = letter;
  const subscriber = await lockSubscriber(tx, municipalityId, letter.subscriber_id);
  if (!subscriber) {
    await settleLetter(tx, municipalityId, letter.id, { state: 'dropped' });
    return undefined;
  }
  const found = await findNewsletter(tx, municipalityId, caseId);
  if (!found) throw new Error('newsletter.unknown');
  const token = await issueSubscriberLink(tx, subscriber, 'unsubscribe');
  const page = `${publicUrl}/${municipalityId}`;
  const domain = municipality.sender.email.split('@')[1];
  return {
    email: subscriber.email,
    content: found.content,
    reportUrl: found.about_case_id ? `${page}/follow-up/${found.about_case_id}` : undefined,
    leaveUrl: `${page}/newsletter/unsubscribe#${token}`,
    list: {
      id: `newsletter.${municipalityId}.${domain}`,
      name: municipality.name,
      unsubscribe: `${publicUrl}/api/${municipalityId}/newsletter/unsubscribe/${token}`,
    },
  };
}

export function isToSubscriber(letter: Letter): letter is LetterToSubscriber {
  return letter.subscriber_id !== null;
}
