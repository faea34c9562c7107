import { ApplicationFailure, Context } from '@temporalio/activity';
import type { Database } from '../../database/database';
import {
  changeTerm,
  groupTerms,
  type GroupTerm,
} from '../../database/repositories/group.repository';
import { stockholmDate } from '../../domain/calendar';
import { termsToTell } from '../../domain/groups/notices';
import type { Municipality } from '../../domain/municipality';
import { termsEnding } from './letters';
import type { Mailer } from './mailer';
import { renderLetter } from './render-letter';

export interface TellTermsEndingInput {
  municipalityId: string;
}

interface Dependencies {
  database: Database;
  mailer: Mailer;
  /** Where people reach the pages, without a slash at the end. */
  publicUrl: string;
  municipality(id: string): Municipality;
}

/**
 * Tells the contact point once of each term in a group that ends soon, a letter for each group. Fails with
 * `mail.waiting` while it cannot go; one that was refused for good is not tried again: the page says it too.
 */
export async function tellTermsEnding(
  dependencies: Dependencies,
  { municipalityId }: TellTermsEndingInput,
): Promise<void> {
  const { database } = dependencies;
  const now = new Date(Context.current().info.currentAttemptScheduledTimestampMs);
  const municipality = dependencies.municipality(municipalityId);
  const all = await database.transaction(municipalityId, (tx) => groupTerms(tx, municipalityId));
  for (const group of Object.keys(municipality.groups ?? {})) {
    const members = all.filter((each) => each.group === group);
    const terms = termsToTell(members, stockholmDate(now));
    if (terms.length === 0) continue;
    await tell(dependencies, municipality, { group, terms, now });
    await database.transaction(municipalityId, async (tx) => {
      for (const { id, to } of terms) await changeTerm(tx, municipalityId, id, { end_told: to });
    });
  }
}

async function tell(
  { mailer, publicUrl }: Dependencies,
  municipality: Municipality,
  { group, terms, now }: { group: string; terms: readonly GroupTerm[]; now: Date },
): Promise<void> {
  const { contactPoint, defaultLanguage: language, sender } = municipality;
  const content = termsEnding({
    ...{ municipality, language },
    recipient: { ...contactPoint, shared: false },
    url: `${publicUrl}/${municipality.id}/desk/groups`,
    group: municipality.groups?.[group]?.name[language] ?? group,
    terms: terms.map(({ name, to }) => ({ name, to: to ?? '' })),
  });
  const [first] = terms;
  const outcome = await mailer.send({
    ...renderLetter(content, municipality),
    // The same for every attempt, so that the letter is one however often it is sent.
    messageId: `<${first?.id}.${first?.to}@${sender.email.split('@')[1]}>`,
    ...{ from: sender, replyTo: contactPoint, to: contactPoint, language },
    ...{ date: now, attachments: [] },
  });
  if (!outcome.accepted && !outcome.permanent) {
    throw ApplicationFailure.create({ type: 'mail.waiting', message: 'mail.waiting' });
  }
}
