import type { Tx } from '../../database/database';
import {
  committeesOn,
  findCommittee,
  meetingsOf,
  type Committee,
} from '../../database/repositories/committee.repository';
import { membersOf } from '../../database/repositories/committee-member.repository';
import { namesOfCommittee } from '../../database/repositories/committee-name.repository';
import { endingsOf } from '../../database/repositories/committee-ending.repository';
import { mattersAt } from '../../database/repositories/matter.repository';
import type { CommitteeItem, CommitteeView } from '../../domain/api/desk';
import { stockholmDate } from '../../domain/calendar';
import { DomainError } from '../../domain/errors';
import type { Language } from '../../domain/language';
import { correctionsOf } from './committee-corrections';

interface Reading {
  municipalityId: string;
  language: Language;
  now: Date;
}

/** Every body there is or was, with its next meeting. */
export async function readCommittees(tx: Tx, reading: Reading): Promise<CommitteeItem[]> {
  const { municipalityId, now } = reading;
  const committees = await committeesOn(tx, municipalityId, stockholmDate(now));
  const items: CommitteeItem[] = [];
  for (const committee of committees) items.push(await itemOf(tx, reading, committee));
  return items;
}

async function itemOf(
  tx: Tx,
  { municipalityId, language, now }: Reading,
  { id, kind, name, ended_on: endedOn }: Committee,
): Promise<CommitteeItem> {
  const meetings = await meetingsOf(tx, municipalityId, id);
  const next = meetings.find(({ day }) => day >= stockholmDate(now));
  return { id, kind, name: name[language], endedOn, nextMeeting: next?.day ?? null };
}

/** A body with its calendar and its members; throws `committee.unknown`. */
export async function readCommittee(tx: Tx, reading: Reading, id: string): Promise<CommitteeView> {
  const { municipalityId, language, now } = reading;
  const today = stockholmDate(now);
  const committee = await findCommittee(tx, municipalityId, { id, day: today });
  if (!committee) throw new DomainError('committee.unknown');
  const all = await committeesOn(tx, municipalityId, today);
  const { names, all: everyName } = await namesOfCommittee(tx, municipalityId, id);
  const members = await membersOf(tx, municipalityId, id);
  const meetings: CommitteeView['meetings'] = [];
  for (const { id: meeting, day } of await meetingsOf(tx, municipalityId, id)) {
    const matters = (await mattersAt(tx, municipalityId, meeting)).length;
    meetings.push({ id: meeting, day, held: day < today, matters });
  }
  const others = all.filter((each) => each.id !== id && each.ended_on === null);
  return {
    ...(await itemOf(tx, reading, committee)),
    secretary: { name: committee.secretary_name, email: committee.secretary_email },
    successor: all.find((each) => each.id === committee.successor)?.name[language] ?? null,
    ending: await endingOf(tx, committee),
    names: names.map(({ id: nameId, from_day: from, name, recorded_by: by }) => ({
      ...{ id: nameId, from: by === null ? null : from, name: name[language], words: name },
    })),
    meetings,
    members: members.map(({ id: member, name, party, seat, from_day: from, to_day: to }) => ({
      ...{ id: member, name, party, seat, from, to },
    })),
    others: others.map((each) => ({ id: each.id, name: each.name[language] })),
    corrections: await correctionsOf(tx, committee, { names: everyName, bodies: all, language }),
  };
}

/** What was said last of a body's end; null for one that lives. */
async function endingOf(
  tx: Tx,
  { municipality_id: municipalityId, id: body, ended_on: day }: Committee,
): Promise<CommitteeView['ending']> {
  const last = (await endingsOf(tx, municipalityId, body)).at(-1);
  if (!last || day === null) return null;
  return { id: last.id, day: last.ended_on, successor: last.successor };
}
