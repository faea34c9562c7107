import type { Tx } from '../../database/database';
import {
  addMeeting,
  changeMeeting,
  committeesOn,
  findCommittee,
  lockCommittee,
  meetingsOf,
  type Committee,
  type Meeting,
} from '../../database/repositories/committee.repository';
import { addMember, membersOf } from '../../database/repositories/committee-member.repository';
import { hasDecidedOn } from '../../database/repositories/decision.repository';
import { addName, namesOfCommittee } from '../../database/repositories/committee-name.repository';
import type { CommitteeChangeRequest } from '../../domain/api/desk';
import { daysBetween, isWorkday, stockholmDate } from '../../domain/calendar';
import { committeeChangeForms, type CommitteeChange } from '../../domain/committees/changes';
import { isCorrection } from '../../domain/committees/correction-forms';
import type { MemberSeat } from '../../domain/committees/member';
import { DomainError } from '../../domain/errors';
import { formatDate } from '../../domain/format';
import { withLists, type FormLists } from '../../domain/forms/lists';
import { parseAnswers } from '../../domain/forms/schema';
import { bodyToday, sayEnded } from './correct-end';
import { fault, type Answers } from './committee-faults';
import { correctCommittee, refuseReplaced } from './correct-committee';
import { callSomebody, handOver, type Changing } from './hand-over-matters';
import { mattersOn, moveMatter, putOnNext } from './matter-days';

/**
 * Changes a body, its calendar or its members, or corrects what was recorded of it. What is on its list goes
 * along: a moved meeting takes the time of its matters with it, an ended body leaves them to its successor.
 * Throws `committee.unknown`, `committee.ended`, `form.invalid`, and `committee.changedBy` or
 * `committee.changed` where somebody else was first.
 */
export async function changeCommittee(
  tx: Tx,
  who: Pick<Changing, 'municipality' | 'official' | 'now'>,
  committeeId: string,
  { kind, corrects, answers: typed }: CommitteeChangeRequest,
): Promise<void> {
  const municipalityId = who.municipality.id;
  const today = stockholmDate(who.now);
  await lockCommittee(tx, municipalityId, committeeId);
  const committee = await findCommittee(tx, municipalityId, { id: committeeId, day: today });
  if (!committee) throw new DomainError('committee.unknown');
  const changing = { tx, committee, municipalityId, ...who };
  if (isCorrection(kind)) return correctCommittee(changing, { kind, corrects, typed });
  // What has ended can only be handed over, and that once.
  const mayChange =
    kind === 'handOver'
      ? committee.ended_on !== null && committee.successor === null
      : committee.ended_on === null;
  if (!mayChange) throw new DomainError('committee.ended');
  if (kind === 'endMember') await refuseReplaced(changing, typed['member']);
  const form = withLists(
    committeeChangeForms[kind],
    await listsFor(tx, municipalityId, committee, today),
  );
  const parsed = parseAnswers(form, typed);
  if (!parsed.ok) throw new DomainError('form.invalid', {}, parsed.faults);
  await changes[kind](changing, parsed.answers as Answers);
}

/** What the forms of changes choose from: meetings to come, members now, other bodies. */
async function listsFor(
  tx: Tx,
  municipalityId: string,
  { id }: Committee,
  today: string,
): Promise<FormLists> {
  const alike = (value: string, label: string) => ({ value, label: { sv: label, en: label } });
  const meetings = await meetingsOf(tx, municipalityId, id);
  const members = await membersOf(tx, municipalityId, id);
  const others = await committeesOn(tx, municipalityId, today);
  return {
    meetings: meetings
      .filter(({ day }) => day >= today)
      .map(({ id: value, day }) => ({
        value,
        label: { sv: formatDate(day, 'sv'), en: formatDate(day, 'en') },
      })),
    members: members
      .filter(({ to_day: to }) => to === null || to >= today)
      .map(({ id: value, name }) => alike(value, name)),
    committees: others
      .filter((each) => each.id !== id && each.ended_on === null)
      .map(({ id: value, name }) => ({ value, label: name })),
  };
}

const changes: Record<CommitteeChange, (changing: Changing, answers: Answers) => Promise<void>> = {
  async addMeeting(changing, { day = '' }) {
    const { tx, municipalityId, committee } = changing;
    await requireFreeDay(changing, day);
    await addMeeting(tx, municipalityId, { committee: committee.id, day });
    await fillMeetings(changing);
  },

  async addHeldMeeting(changing, { day = '' }) {
    const { tx, municipalityId, committee, now } = changing;
    if (day > stockholmDate(now)) fault('day', 'meetingAhead');
    await requireNoOther(changing, day);
    await addMeeting(tx, municipalityId, { committee: committee.id, day });
    // One that was held today is also one to come.
    await fillMeetings(changing);
  },

  async moveMeeting(changing, { meeting: id = '', day = '' }) {
    const { tx, municipalityId } = changing;
    await requireFreeDay(changing, day);
    const meeting = await meetingToCome(changing, id);
    await changeMeeting(tx, municipalityId, id, { day });
    const days = daysBetween(meeting.day, day);
    for (const asked of await mattersOn(changing, id)) await moveMatter(changing, asked, days);
  },

  async cancelMeeting(changing, { meeting: id = '' }) {
    const { tx, municipalityId, now } = changing;
    await meetingToCome(changing, id);
    await changeMeeting(tx, municipalityId, id, { cancelled_at: now });
    for (const asked of await mattersOn(changing, id)) await putOnNext(changing, asked);
  },

  async addMember({ tx, municipalityId, committee, official, now }, answers) {
    const { name = '', party = '', seat, from, to } = answers;
    if (to !== undefined && from !== undefined && to < from) fault('to', 'lastBeforeFirst');
    await addMember(tx, municipalityId, {
      ...{ committee: committee.id, name, party, seat: seat as MemberSeat },
      ...{ from_day: from ?? '', to_day: to ?? null },
      ...{ corrects: null, how: null, reason: null, recorded_by: official.subject, at: now },
    });
  },

  async endMember({ tx, municipalityId, committee, official, now }, { member, day = '' }) {
    const members = await membersOf(tx, municipalityId, committee.id);
    const found = members.find(({ id }) => id === member);
    if (!found) throw new DomainError('committee.changed');
    if (day < found.from_day) fault('day', 'lastBeforeFirst');
    const { name, party, seat, from_day } = found;
    await addMember(tx, municipalityId, {
      ...{ committee: committee.id, name, party, seat, from_day, to_day: day },
      ...{ corrects: found.id, how: 'ended', reason: null },
      ...{ recorded_by: official.subject, at: now },
    });
  },

  async rename(
    { tx, municipalityId, committee: { id: committee }, official, now: at },
    { from = '', nameSv = '', nameEn = '' },
  ) {
    const { names } = await namesOfCommittee(tx, municipalityId, committee);
    if (names.some((each) => each.from_day === from)) fault('from', 'namedThatDay');
    const name = { sv: nameSv, en: nameEn };
    const said = { recorded_by: official.subject, at };
    await addName(tx, municipalityId, { committee, from_day: from, name, ...said });
  },

  async end(changing, { day = '', successor }) {
    // What it has goes on at once, so a body is ended when its day has come.
    if (day > stockholmDate(changing.now)) fault('day', 'endsAhead');
    const said = { how: 'ended', ended_on: day, successor: successor ?? null } as const;
    if (successor !== undefined) return leaveTo(changing, said, successor);
    await sayEnded(changing, said);
    await callSomebody(changing);
  },

  async handOver(changing, { successor = '' }) {
    const on = changing.committee.ended_on ?? '';
    await leaveTo(changing, { how: 'handedOver', ended_on: on, successor }, successor);
  },
};

async function leaveTo(
  changing: Changing,
  said: Parameters<typeof sayEnded>[1],
  successor: string,
): Promise<void> {
  const to = await bodyToday(changing, successor);
  await handOver(changing, { to, ending: await sayEnded(changing, said), how: said.how });
}

/** A meeting is on a working day to come that the body has no other one on. */
async function requireFreeDay(changing: Changing, day: string): Promise<void> {
  if (day < stockholmDate(changing.now)) fault('day', 'meetingPast');
  if (!isWorkday(day)) fault('day', 'meetingHoliday');
  await requireNoOther(changing, day);
}

async function requireNoOther(
  { tx, municipalityId, committee }: Changing,
  day: string,
): Promise<void> {
  const calendar = await meetingsOf(tx, municipalityId, committee.id);
  if (calendar.some((meeting) => meeting.day === day)) fault('day', 'meetingTaken');
}

/** A meeting that nothing has been decided at; one that something has has been held. */
async function meetingToCome(changing: Changing, id: string): Promise<Meeting> {
  const { tx, municipalityId, committee } = changing;
  const meeting = await meetingOf(changing, id);
  const at = { committee: committee.id, day: meeting.day };
  if (await hasDecidedOn(tx, municipalityId, at)) fault('meeting', 'meetingHeld');
  return meeting;
}

async function meetingOf(
  { tx, municipalityId, committee }: Changing,
  id: string,
): Promise<Meeting> {
  const calendar = await meetingsOf(tx, municipalityId, committee.id);
  const meeting = calendar.find((each) => each.id === id);
  if (!meeting) throw new DomainError('meeting.unknown');
  return meeting;
}

/** Matters that had no meeting to go to are put on the one that has come. */
async function fillMeetings(changing: Changing): Promise<void> {
  for (const asked of await mattersOn(changing, null)) await putOnNext(changing, asked);
}
