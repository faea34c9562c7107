import { ApplicationFailure, Context } from '@temporalio/activity';
import type { Database, Tx } from '../../database/database';
import {
  findDraft,
  issueDraftKey,
  settleDraftLink,
  type Draft,
} from '../../database/repositories/draft.repository';
import { dayAfter } from '../../domain/calendar';
import type { Municipality } from '../../domain/municipality';
import type { ProcessRegistry } from '../../domain/processes/registry';
import { draftKept } from './letters';
import type { Mailer } from './mailer';
import { renderLetter } from './render-letter';

export interface MailDraftLinkInput {
  municipalityId: string;
  draftId: string;
}

interface Dependencies {
  database: Database;
  mailer: Mailer;
  processes: ProcessRegistry;
  /** Where people reach the pages, without a slash at the end. */
  publicUrl: string;
  municipality(id: string): Municipality;
}

/**
 * Mails the link to a draft that was asked for last, unless it has gone. Fails with `mail.waiting`
 * while it cannot go; one that was refused for good is marked, so that the page can say so.
 */
export async function mailDraftLink(
  { database, mailer, processes, publicUrl, municipality: byId }: Dependencies,
  { municipalityId, draftId }: MailDraftLinkInput,
): Promise<void> {
  const now = new Date(Context.current().info.currentAttemptScheduledTimestampMs);
  const municipality = byId(municipalityId);
  const prepared = await database.transaction(municipalityId, (tx) =>
    prepare(tx, municipality, draftId, now),
  );
  if (!prepared) return;
  const { draft, email, secret } = prepared;
  const process = processes.having(draft.form_reference)?.name;
  const content = draftKept({
    ...(process !== undefined && { process }),
    municipality,
    language: draft.language,
    recipient: { name: '', email, shared: true },
    url: `${publicUrl}/${municipalityId}/draft#${secret}`,
    keptUntil: dayAfter(draft.touched_at, municipality.keepDraftDays),
  });
  const outcome = await mailer.send({
    ...renderLetter(content, municipality),
    messageId: messageId(draft, municipality),
    from: municipality.sender,
    replyTo: municipality.contactPoint,
    to: { name: '', email },
    language: draft.language,
    date: now,
    attachments: [],
  });
  if (!outcome.accepted && !outcome.permanent) {
    throw ApplicationFailure.create({ type: 'mail.waiting', message: 'mail.waiting' });
  }
  const failure = outcome.accepted ? null : outcome.code;
  await database.transaction(municipalityId, (tx) =>
    settleDraftLink(tx, municipalityId, draftId, { nth: draft.links_asked, failure }),
  );
}

/** Every attempt gets a key of its own: secrets are not kept, so an earlier one cannot be repeated. */
async function prepare(tx: Tx, { id: municipalityId }: Municipality, draftId: string, at: Date) {
  const draft = await findDraft(tx, municipalityId, draftId);
  if (!draft?.email || draft.ended_at || draft.links_sent >= draft.links_asked) return undefined;
  const secret = await issueDraftKey(tx, municipalityId, { draftId, kind: 'link', at });
  return { draft, email: draft.email, secret };
}

/** The same for every attempt at one link, so that the letter is one however often it is sent. */
function messageId({ id, links_asked }: Draft, { sender }: Municipality): string {
  return `<${id}.${links_asked}@${sender.email.split('@')[1]}>`;
}
