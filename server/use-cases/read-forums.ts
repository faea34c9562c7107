import type { Tx } from '../../database/database';
import {
  casesBegunFrom,
  casesOfProcess,
  findCase,
  type Case,
} from '../../database/repositories/case.repository';
import {
  findDocumentByKey,
  readDocumentBytes,
} from '../../database/repositories/document.repository';
import { findSecrecyMark } from '../../database/repositories/secrecy.repository';
import {
  applicationsOfCase,
  getApplication,
  latestAnswer,
} from '../../database/repositories/submission.repository';
import { findCaseFile, type CaseFile } from '../../database/repositories/upload.repository';
import type { ForumItem, ForumView } from '../../domain/api/forum';
import { documentKey } from '../../domain/document-keys';
import { DomainError } from '../../domain/errors';
import { calendarFile } from '../../domain/forum/calendar-file';
import {
  forumOf,
  forumState,
  notesOf,
  timesOf,
  type Forum,
  type ForumState,
} from '../../domain/forum/forum';
import type { Municipality } from '../../domain/municipality';
import { dialogueForum } from '../../domain/processes/dialogue-forum';
import type { ServerContext } from '../context';
import { isId } from './read-desk-case';

/** Every forum that everybody may read of: those to come by their day, then those that have been, latest first. */
export async function listForums(
  tx: Tx,
  { id: municipalityId }: Municipality,
  now: Date,
): Promise<ForumItem[]> {
  const forums: ForumItem[] = [];
  for (const found of await casesOfProcess(tx, municipalityId, dialogueForum.name)) {
    if (!(await isOpenToAll(tx, found))) continue;
    const { answers } = await getApplication(tx, municipalityId, found.id);
    forums.push(itemOf(found, forumOf(answers), now));
  }
  const byTime = (a: ForumItem, b: ForumItem) =>
    `${a.day} ${a.begins}`.localeCompare(`${b.day} ${b.begins}`);
  const isComing = ({ state }: ForumItem) => state === 'coming';
  return [
    ...forums.filter(isComing).sort(byTime),
    ...forums.filter((each) => !isComing(each)).sort((a, b) => byTime(b, a)),
  ];
}

/** The forum an address names, as it is now; throws `page.unknown` for any other, and for one that is secret. */
export async function requireForum(
  tx: Tx,
  { id: municipalityId }: Municipality,
  caseId: string,
): Promise<{ found: Case; forum: Forum }> {
  const found = isId(caseId) ? await findCase(tx, municipalityId, caseId) : undefined;
  if (found?.process !== dialogueForum.name || !(await isOpenToAll(tx, found))) {
    throw new DomainError('page.unknown');
  }
  const { answers } = await getApplication(tx, municipalityId, found.id);
  return { found, forum: forumOf(answers) };
}

/** What everybody may read of a forum. */
export async function readForum(
  tx: Tx,
  municipality: Municipality,
  caseId: string,
  now: Date,
): Promise<ForumView> {
  const { found, forum } = await requireForum(tx, municipality, caseId);
  const { agenda, languages, access, nonDiscrimination, facilitator, registration } = forum;
  return {
    ...itemOf(found, forum, now),
    ...{ number: found.number, agenda, languages, access, nonDiscrimination, facilitator },
    registration,
    notes: await notesIn(tx, found),
  };
}

/** The forum as a calendar file. */
export async function readCalendarFile(
  tx: Tx,
  { publicUrl, clock }: ServerContext,
  municipality: Municipality,
  caseId: string,
): Promise<string> {
  const { found, forum } = await requireForum(tx, municipality, caseId);
  const versions = await applicationsOfCase(tx, municipality.id, found.id);
  return calendarFile({
    ...{ id: found.id, forum, version: versions.length, organiser: municipality.contactPoint },
    cancelled: stateOf(found, forum, clock()) === 'cancelled',
    url: `${publicUrl}/${municipality.id}/forums/${found.id}`,
    at: versions.at(-1)?.submitted_at ?? found.opened_at,
  });
}

/** The PDF of the notes; throws `document.unknown` while there are none. */
export async function readNotesPdf(
  tx: Tx,
  municipality: Municipality,
  caseId: string,
): Promise<Buffer | Uint8Array> {
  const { found } = await requireForum(tx, municipality, caseId);
  const filed = await findDocumentByKey(tx, municipality.id, notesKey(found));
  const bytes = filed && (await readDocumentBytes(tx, municipality.id, filed.id));
  if (!bytes) throw new DomainError('document.unknown');
  return bytes;
}

/** A presentation that the notes name; throws `document.unknown` for every other file of the case. */
export async function readPresentation(
  tx: Tx,
  municipality: Municipality,
  { caseId, fileId }: { caseId: string; fileId: string },
): Promise<CaseFile> {
  const { found } = await requireForum(tx, municipality, caseId);
  const notes = await notesIn(tx, found);
  const isNamed = notes?.presentations.some(({ id }) => id === fileId) ?? false;
  const file = isNamed ? await findCaseFile(tx, municipality.id, found.id, fileId) : undefined;
  if (!file) throw new DomainError('document.unknown');
  return file;
}

/** The meetings on the way to a first agreement, by their day; `hasNotes` once they are written. */
export async function meetingsWithin(
  tx: Tx,
  { municipality_id: municipalityId, id: within }: Case,
  now: Date,
): Promise<(ForumItem & { hasNotes: boolean })[]> {
  const meetings = [];
  for (const found of await casesBegunFrom(tx, municipalityId, within)) {
    if (!(await isOpenToAll(tx, found))) continue;
    const { answers } = await getApplication(tx, municipalityId, found.id);
    const notes = await latestAnswer(tx, municipalityId, { caseId: found.id, kind: 'notes' });
    meetings.push({ ...itemOf(found, forumOf(answers), now), hasNotes: notes !== undefined });
  }
  return meetings.sort((a, b) => `${a.day} ${a.begins}`.localeCompare(`${b.day} ${b.begins}`));
}

/** Whether somebody called it off before it was over. */
export function stateOf({ ending, closed_at: closed }: Case, forum: Forum, now: Date): ForumState {
  const isOff = ending !== null && (closed ?? now) < timesOf(forum).endsAt;
  return forumState(forum, { ended: isOff, now });
}

export async function isOpenToAll(
  tx: Tx,
  { municipality_id: id, id: caseId }: Case,
): Promise<boolean> {
  return (await findSecrecyMark(tx, id, { caseId, record: null })) === undefined;
}

function itemOf(found: Case, forum: Forum, now: Date): ForumItem {
  const { title, day, begins, ends, place, link, kind, within } = forum;
  return {
    ...{ caseId: found.id, title, day, begins, ends, place, link, kind, within },
    state: stateOf(found, forum, now),
  };
}

function notesKey({ id }: Case): string {
  return documentKey({ kind: 'forumNotes', nth: 1 }, { id, agreement_version_id: null }, 'sv');
}

async function notesIn(tx: Tx, found: Case): Promise<ForumView['notes']> {
  const { municipality_id: municipalityId, id: caseId } = found;
  const answered = await latestAnswer(tx, municipalityId, { caseId, kind: 'notes' });
  if (!answered) return null;
  const { attended, notes, decisions, nonDiscrimination, presentations } = notesOf(
    answered.answers,
  );
  const filed = await findDocumentByKey(tx, municipalityId, notesKey(found));
  return {
    ...{ attended, text: notes, nonDiscrimination, decisions: [...decisions] },
    presentations: presentations.map(({ id, name, size }) => ({ id, name, size })),
    hasDocument: filed !== undefined,
  };
}
