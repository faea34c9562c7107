import { findNewsletter } from '../../database/repositories/newsletter.repository';
import { confirmedSubscribers } from '../../database/repositories/subscriber.repository';
import { newsletterLetter } from '../../domain/letters';
import type { ProcessState } from '../../domain/process';
import type { RecordDependencies } from './record-steps';
import { tellInBatches } from './tell-in-batches';

export interface TellSubscribersInput {
  process: ProcessState;
  /** Process time in milliseconds since 1970. */
  at: number;
}

/**
 * Plans the newsletter for everybody who subscribed when it was published, each in their language, once;
 * who has come since does not get it, however often this is repeated.
 */
export async function tellSubscribers(
  { database }: RecordDependencies,
  { process, at }: TellSubscribersInput,
): Promise<void> {
  const { municipalityId, caseId } = process;
  const found = await database.transaction(municipalityId, (tx) =>
    findNewsletter(tx, municipalityId, caseId),
  );
  if (!found) throw new Error('newsletter.unknown');
  const before = found.published_at;
  await tellInBatches(
    database,
    process,
    (tx, page) => confirmedSubscribers(tx, municipalityId, { ...page, before }),
    ({ id, place, language }) => ({
      ...{ case_id: caseId, task_id: null, letter_key: newsletterLetter(place), link: null },
      ...{ template: 'newsletter', language, ordinal: 1, attachments: [] },
      // The address stays with the subscription, and goes with it.
      ...{ recipient_name: '', recipient_email: '', subscriber_id: id, created_at: new Date(at) },
    }),
  );
}
