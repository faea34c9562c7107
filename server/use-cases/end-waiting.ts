import type { Tx } from '../../database/database';
import { openAttentions } from '../../database/repositories/attention.repository';
import { dropYears, plannedYears } from '../../database/repositories/budget.repository';
import { casesBegunFrom, type Case } from '../../database/repositories/case.repository';
import { collectionsOf } from '../../database/repositories/collection.repository';
import { findCommittee } from '../../database/repositories/committee.repository';
import { planLetter } from '../../database/repositories/letter.repository';
import { circulationsOf, findMatter } from '../../database/repositories/matter.repository';
import { hasLostGround } from '../../database/repositories/resting.repository';
import { getApplication } from '../../database/repositories/submission.repository';
import type { RoundStand } from '../../domain/asking/stand';
import { stockholmDate } from '../../domain/calendar';
import { DomainError } from '../../domain/errors';
import { stoppedByCourt, whatEnds } from '../../domain/ledger/plan';
import { forumOf } from '../../domain/forum/forum';
import type { Municipality } from '../../domain/municipality';
import { dialogueForum } from '../../domain/processes/dialogue-forum';
import { stateOf } from './read-forums';

/**
 * Whether a case waits for what others do, as the record has it: for committees that its matter is with,
 * for the last day of many who are asked at once, for the budgets of a decided transfer, for the finality
 * of a decision whose minutes are adjusted, or for a court that has stopped what it rests on.
 */
export async function waitsForOthers(
  tx: Tx,
  { municipality_id: municipalityId, id: caseId, phase: { phase } }: Case,
  rounds: readonly Pick<RoundStand, 'state'>[],
): Promise<boolean> {
  const sent = (await circulationsOf(tx, municipalityId, caseId)).at(-1);
  if (sent?.ended_at === null) return true;
  // Those who were asked at once may all have answered, long before their last day.
  const collections = await collectionsOf(tx, municipalityId, caseId);
  if (collections.some(({ closed_at: closed }) => closed === null)) return true;
  if (phase === 'minutes' && rounds.at(-1)?.state === 'decided') return true;
  const faults = await openAttentions(tx, municipalityId, caseId);
  if (faults.some(({ code }) => code === stoppedByCourt)) return true;
  return (await plannedYears(tx, municipalityId, { caseId })).length > 0;
}

/**
 * Ends what is left of a transfer that is being carried out: years that are only planned are dropped.
 * Says whether it goes on with years that have been posted; throws `transfer.posted` where that is all.
 * One whose decision does not hold any more ends whatever has been posted: nothing of it will be settled.
 */
export async function breakOff(
  tx: Tx,
  { municipality_id: municipalityId, id: caseId }: Case,
  at: Date,
): Promise<{ goesOn: boolean }> {
  const { dropped, kept } = whatEnds(await plannedYears(tx, municipalityId, { caseId }));
  const isLost = await hasLostGround(tx, municipalityId, caseId);
  if (!isLost && dropped.length === 0 && kept.length > 0) throw new DomainError('transfer.posted');
  await dropYears(tx, municipalityId, { caseId, years: dropped, at });
  return { goesOn: !isLost && kept.length > 0 };
}

/** The meetings that belong to a case and are announced: they come to nothing without it. */
export async function comingMeetings(
  tx: Tx,
  { municipality_id: municipalityId, id }: Case,
  now: Date,
): Promise<string[]> {
  const coming = [];
  for (const found of await casesBegunFrom(tx, municipalityId, id)) {
    if (found.process !== dialogueForum.name || found.ending !== null) continue;
    const { answers } = await getApplication(tx, municipalityId, found.id);
    if (stateOf(found, forumOf(answers), now) === 'coming') coming.push(found.id);
  }
  return coming;
}

/** A body's secretary hears that somebody has ended its case. */
export async function tellSecretary(
  tx: Tx,
  { id: municipalityId, defaultLanguage: language }: Municipality,
  { id: caseId }: Case,
  at: Date,
): Promise<void> {
  const matter = await findMatter(tx, municipalityId, caseId);
  const day = stockholmDate(at);
  const body = matter && (await findCommittee(tx, municipalityId, { id: matter.committee, day }));
  if (!body) return;
  await planLetter(tx, municipalityId, {
    case_id: caseId,
    task_id: null,
    letter_key: 'matterEnded',
    template: 'matterEnded',
    recipient_name: body.secretary_name,
    recipient_email: body.secretary_email,
    language,
    ordinal: 1,
    attachments: [],
    link: 'desk',
    created_at: at,
  });
}
