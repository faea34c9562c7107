import {
  allMembers,
  addMember,
  membersOf,
} from '../../database/repositories/committee-member.repository';
import { addName, namesOfCommittee } from '../../database/repositories/committee-name.repository';
import { committeesOn } from '../../database/repositories/committee.repository';
import { stockholmDate } from '../../domain/calendar';
import {
  committeeCorrectionForms,
  type CommitteeCorrection,
} from '../../domain/committees/correction-forms';
import type { MemberSeat } from '../../domain/committees/member';
import { DomainError } from '../../domain/errors';
import { withLists, type FormLists } from '../../domain/forms/lists';
import { parseAnswers } from '../../domain/forms/schema';
import { fault, refuseLate, type Answers } from './committee-faults';
import { correctEnd } from './correct-end';
import type { Changing } from './hand-over-matters';

interface Correction {
  kind: CommitteeCorrection;
  /** The record that was read as wrong. */
  corrects: string | undefined;
  /** As it was typed. */
  typed: Record<string, unknown>;
}

/**
 * Records what is right instead of something that was recorded of a body: a name, a member, its end. The wrong record
 * stays and has its correction pointing at it; what has gone out is not changed. Throws `form.invalid`, and
 * `committee.changedBy` or `committee.changed` where what was read does not stand any more.
 */
export async function correctCommittee(
  changing: Changing,
  { kind, corrects, typed }: Correction,
): Promise<void> {
  const form = withLists(committeeCorrectionForms[kind], await listsFor(changing, kind));
  const parsed = parseAnswers(form, typed);
  if (!parsed.ok) throw new DomainError('form.invalid', {}, parsed.faults);
  const answers = parsed.answers as Answers;
  await corrections[kind](changing, corrects, answers);
}

/** Whose seat it can be: the body's own, or one of those there are. */
async function listsFor(
  { tx, municipalityId, committee, now }: Changing,
  kind: CommitteeCorrection,
): Promise<FormLists> {
  const bodies = await committeesOn(tx, municipalityId, stockholmDate(now));
  const isOffered = (id: string, ended: string | null) =>
    id === committee.id ? kind === 'correctMember' : ended === null;
  return {
    committees: bodies
      .filter(({ id, ended_on: ended }) => isOffered(id, ended))
      .map(({ id: value, name }) => ({ value, label: name })),
  };
}

type Correct = (
  changing: Changing,
  corrects: string | undefined,
  answers: Answers,
) => Promise<void>;

const corrections: Record<CommitteeCorrection, Correct> = {
  async correctName(changing, corrects, { right, from, nameSv, nameEn, reason = '' }) {
    const { tx, municipalityId, committee, official, now: at } = changing;
    const { names, all } = await namesOfCommittee(tx, municipalityId, committee.id);
    // What it has been called from the beginning is no change that could be wrong.
    const wrong = names.find(({ id, recorded_by: by }) => id === corrects && by !== null);
    if (!wrong) return refuseLate(changing, all, corrects);
    const struck = right === 'never';
    const name = struck ? wrong.name : { sv: nameSv ?? '', en: nameEn ?? '' };
    const day = struck ? wrong.from_day : (from ?? '');
    const isSame = name.sv === wrong.name.sv && name.en === wrong.name.en && day === wrong.from_day;
    if (!struck && isSame) fault('right', 'nothingCorrected');
    const others = names.filter((each) => each !== wrong);
    if (!struck && others.some((each) => each.from_day === day)) fault('from', 'namedThatDay');
    await addName(tx, municipalityId, {
      ...{ committee: committee.id, from_day: day, name, struck, corrects: wrong.id },
      ...{ reason, recorded_by: official.subject, at },
    });
  },

  async correctMember(changing, corrects, { right, reason = '', ...answers }) {
    const { tx, municipalityId, committee, official, now: at } = changing;
    const members = await membersOf(tx, municipalityId, committee.id);
    const wrong = members.find(({ id }) => id === corrects);
    if (!wrong) return refuseLate(changing, await allMembers(tx, municipalityId), corrects);
    const said = { reason, recorded_by: official.subject, at };
    const pointing = { corrects: wrong.id, ...said };
    if (right === 'never') {
      const { seat, from_day } = wrong;
      // Whoever should not have been entered is not written a second time.
      const nobody = { committee: committee.id, name: '', party: '', seat, from_day, to_day: null };
      return addMember(tx, municipalityId, { ...nobody, ...pointing, how: 'struck' });
    }
    const { name = '', party = '', seat, body = '', from = '', to = null } = answers;
    if (to !== null && to < from) fault('to', 'lastBeforeFirst');
    const whole = { committee: body, name, party, seat: seat as MemberSeat };
    const correct = { ...whole, from_day: from, to_day: to };
    const fields = Object.keys(correct) as (keyof typeof correct)[];
    if (fields.every((field) => correct[field] === wrong[field])) {
      fault('right', 'nothingCorrected');
    }
    await addMember(tx, municipalityId, { ...correct, ...pointing, how: 'corrected' });
  },

  correctEnd,
};

/** Refuses to change a seat that somebody else has ended or corrected meanwhile. */
export async function refuseReplaced(changing: Changing, member: unknown): Promise<void> {
  const all = await allMembers(changing.tx, changing.municipalityId);
  const later = all.find(({ corrects }) => corrects !== null && corrects === member);
  if (later) await refuseLate(changing, all, later.corrects ?? undefined);
}
