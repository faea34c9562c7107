import type { Tx } from '../../database/database';
import { lockCase } from '../../database/repositories/case.repository';
import { registrationsOf } from '../../database/repositories/forum.repository';
import { invitedTo } from '../../database/repositories/first-agreement.repository';
import { lettersOfCase, planLetters } from '../../database/repositories/letter.repository';
import { applicationsOfCase } from '../../database/repositories/submission.repository';
import { forumOf, timesOf } from '../../domain/forum/forum';
import { reminderOf } from '../../domain/forum/reminder';
import type { Municipality } from '../../domain/municipality';
import type { DocumentReference, LetterTemplate, ProcessState } from '../../domain/process';
import { reachedAt } from '../../domain/signatories';
import { everybodyInvolved, onceByAddress, type Listener as Involved } from './everybody';
import type { Person } from './person';
import type { RecordDependencies } from './record-steps';
import { batchSize } from './tell-in-batches';

/** What there is to say of a forum. */
export type ForumNews = 'announced' | 'soon' | 'cancelled' | 'notes';

export interface TellForumInput {
  process: ProcessState;
  /** Process time in milliseconds since 1970. */
  at: number;
  what: ForumNews;
  /** Of the announcement, from 1: everybody is told once of each version. */
  version: number;
}

/** Somebody who hears of a forum. */
interface Listener extends Involved {
  /** Null where nobody has registered: such a person is invited. */
  registeredAt: Date | null;
}

/**
 * Writes to everybody whom a forum concerns: parties, offices, companies, or whoever is invited to the
 * first agreement that it is part of; and who has registered. In
 * batches; repeatable, as each hears of a thing once. A forum that was never announced, or has been, is
 * not said to be cancelled.
 */
export async function tellForum(
  dependencies: RecordDependencies,
  { process: { municipalityId, caseId }, at, what, version }: TellForumInput,
): Promise<void> {
  const { database } = dependencies;
  const municipality = dependencies.municipality(municipalityId);
  const letters = await database.transaction(municipalityId, (tx) =>
    lettersToWrite(tx, municipality, { caseId, at: new Date(at), what, version }),
  );
  for (let next = 0; next < letters.length; next += batchSize) {
    await database.transaction(municipalityId, async (tx) => {
      await lockCase(tx, municipalityId, caseId);
      await planLetters(tx, municipalityId, letters.slice(next, next + batchSize));
    });
  }
}

async function lettersToWrite(
  tx: Tx,
  municipality: Municipality,
  { caseId, at, what, version }: { caseId: string; at: Date; what: ForumNews; version: number },
) {
  const versions = await applicationsOfCase(tx, municipality.id, caseId);
  const [first, latest] = [versions[0], versions.at(-1)];
  if (!first || !latest) throw new Error('application.missing');
  const letters = await lettersOfCase(tx, municipality.id, caseId);
  const told = new Set(letters.map(keyIn));
  const hasBeen = at >= timesOf(forumOf(latest.answers)).endsAt;
  if (what === 'cancelled' && (told.size === 0 || hasBeen)) return [];
  const { within } = forumOf(latest.answers);
  const everybody = await listenersOf(tx, municipality, { caseId, within });
  // Whoever has come since, and is invited when the others are reminded, needs no reminder.
  const remindAt = reminderOf(latest) ?? at.getTime();
  const late = letters.filter(({ created_at: written }) => written.getTime() >= remindAt);
  const invitedSince = new Set(late.map(keyIn));
  // Whoever registered after a change has seen it.
  const since = latest.submitted_at;
  const concerned = everybody.filter((listener) => {
    const { registeredAt } = listener;
    if (what === 'soon') return !invitedSince.has(`announced/${version}/${listener.key}`);
    return what !== 'announced' || registeredAt === null || registeredAt < since;
  });
  return concerned.map((listener) => ({
    ...letterTo(listener, { caseId, at }),
    letter_key: `${what}/${version}/${listener.key}`,
    template: templateFor(what, isTold(told, listener, version)),
    attachments: (what === 'notes' ? ['forumNotes'] : []) satisfies DocumentReference[],
  }));
}

const keyIn = ({ letter_key: key }: { letter_key: string }) => key;

/** Whether somebody knows of a version of the announcement before this one. */
function isTold(
  told: ReadonlySet<string>,
  { key, registeredAt }: Listener,
  version: number,
): boolean {
  const earlier = Array.from({ length: version - 1 }, (_, i) => `announced/${i + 1}/${key}`);
  return registeredAt !== null || earlier.some((letter) => told.has(letter));
}

function templateFor(what: ForumNews, isChange: boolean): LetterTemplate {
  if (what === 'announced') return isChange ? 'forumChanged' : 'forumInvitation';
  if (what === 'soon') return 'forumReminder';
  return what === 'cancelled' ? 'forumCancelled' : 'forumNotes';
}

/** Once each by address: a coordinator who has registered is written to as a coordinator. */
async function listenersOf(
  tx: Tx,
  municipality: Municipality,
  { caseId, within }: { caseId: string; within: string | null },
): Promise<Listener[]> {
  const involved =
    within === null
      ? await everybodyInvolved(tx, municipality)
      : await invitedFirst(tx, municipality, within);
  const registered = await registrationsOf(tx, municipality.id, caseId);
  return onceByAddress<Listener>([
    ...involved.map((each) => ({ ...each, registeredAt: null })),
    ...registered.map(({ id, name, email, language, registered_at: registeredAt }) => ({
      ...{ key: `registered/${id}`, name, email, language, registeredAt },
    })),
  ]);
}

/** Whoever is invited to the way to a first agreement. */
async function invitedFirst(
  tx: Tx,
  { id: municipalityId }: Municipality,
  caseId: string,
): Promise<Omit<Listener, 'registeredAt'>[]> {
  const invited = await invitedTo(tx, municipalityId, caseId);
  return invited.map(({ id, name, email, postal, language }) => ({
    ...{ key: `invited/${id}`, name, language, ...reachedAt(email, postal ?? undefined) },
  }));
}

function letterTo(
  { name, email, postal, language }: Person,
  { caseId, at }: { caseId: string; at: Date },
) {
  return {
    ...{ case_id: caseId, task_id: null, language, ordinal: 1, link: null, created_at: at },
    ...{ recipient_name: name, recipient_email: email, recipient_postal: postal ?? null },
  };
}
