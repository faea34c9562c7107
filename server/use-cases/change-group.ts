import type { Tx } from '../../database/database';
import { followMembers } from '../../database/follow-members';
import { appendAudit } from '../../database/repositories/audit.repository';
import { lockCase } from '../../database/repositories/case.repository';
import {
  casesAsking,
  changeTerm,
  groupTerms,
  insertGroupAct,
  insertTerm,
  lockGroup,
  type GroupTerm,
} from '../../database/repositories/group.repository';
import { addToOutbox } from '../../database/repositories/outbox.repository';
import { reachAssignee, tasksOfCase } from '../../database/repositories/task.repository';
import { findWheel } from '../../database/repositories/wheel.repository';
import type { GroupChangeRequest } from '../../domain/api/groups';
import { address } from '../../domain/asking/stand-ins';
import { dayAfter, noonOf, stockholmDate } from '../../domain/calendar';
import { DomainError } from '../../domain/errors';
import { cleanLine, cleanText } from '../../domain/forms/clean-text';
import { parseAnswers } from '../../domain/forms/schema';
import { groupChangeForm } from '../../domain/groups/change-forms';
import { groupChangeFaults, isPromoted } from '../../domain/groups/changes';
import type { GroupChange, GroupRole, GroupSide } from '../../domain/groups/member';
import { kindsAsking } from '../../domain/groups/quorum';
import type { Municipality } from '../../domain/municipality';
import type { Official } from '../../domain/officials';
import type { ServerContext } from '../context';
import { planNewLink } from './new-link';

interface Changing {
  tx: Tx;
  municipality: Municipality;
  group: string;
  terms: readonly GroupTerm[];
  now: Date;
}

type Answers = Readonly<Partial<Record<string, string>>>;

/** Whose term was changed, and which day it is about. */
interface Changed {
  member: string;
  day: string | null;
}

/**
 * Changes who sits in a group, with the reason, and lets open questions follow at once, all in the caller's
 * transaction. Throws `group.unknown` and `form.invalid`.
 */
export async function changeGroup(
  tx: Tx,
  { forms, clock }: Pick<ServerContext, 'forms' | 'clock'>,
  municipality: Municipality,
  { id: group, official }: { id: string; official: Official },
  { kind, answers: typed }: GroupChangeRequest,
): Promise<void> {
  const now = clock();
  const isKnown =
    Object.hasOwn(municipality.groups ?? {}, group) &&
    (await lockGroup(tx, municipality.id, group));
  if (!isKnown) throw new DomainError('group.unknown');
  const terms = await groupTerms(tx, municipality.id, group);
  const parsed = parseAnswers(groupChangeForm(kind, terms, stockholmDate(now)), typed);
  if (!parsed.ok) throw new DomainError('form.invalid', {}, parsed.faults);
  const answers = parsed.answers as Answers;
  const faults = groupChangeFaults(kind, answers, terms);
  if (Object.keys(faults).length > 0) throw new DomainError('form.invalid', {}, faults);
  const changing = { tx, municipality, group, terms, now };
  const { member, day } = await changes[kind](changing, answers);
  await insertGroupAct(tx, municipality.id, {
    ...{ group_id: group, member_id: member, kind, day, at: now },
    ...{ reason: cleanText(answers.reason ?? ''), by: official.subject },
  });
  await followInCases(changing, forms);
  const wheel = await findWheel(tx, municipality.id);
  // When a term ends may be said sooner now, or not at all.
  if (wheel) await addToOutbox(tx, municipality.id, { wheelId: wheel.id, kind: 'look', at: now });
}

const changes: Record<GroupChange, (changing: Changing, answers: Answers) => Promise<Changed>> = {
  async addMember({ tx, municipality, group, terms }, { from = '', to, ...answers }) {
    const member = await insertTerm(tx, municipality.id, group, {
      ...{ name: cleanLine(answers.name ?? ''), email: answers.email ?? '' },
      ...{ side: answers.side as GroupSide, role: answers.role as GroupRole },
      represents: cleanLine(answers.represents ?? ''),
      ...{ from, to: to ?? null, substituteFor: answers.substituteFor ?? null },
      position: Math.max(-1, ...terms.map(({ position }) => position)) + 1,
      ...{ replaces: null, seatClosed: false, shared: answers.shared === 'yes' },
    });
    return { member, day: from };
  },

  async replaceMember({ tx, municipality, group, terms }, { from = '', to, ...answers }) {
    const left = termWith(terms, answers.member);
    const lastDay = dayAfter(noonOf(from), -1);
    const email = answers.email ?? '';
    const promoted = terms.filter((each) => isPromoted(each, email, from));
    for (const each of [left, ...promoted]) {
      if (each.to !== null && each.to <= lastDay) continue;
      await changeTerm(tx, municipality.id, each.id, { to_day: lastDay });
    }
    const { side, role, position } = left;
    const represents = cleanLine(answers.represents ?? '');
    const member = await insertTerm(tx, municipality.id, group, {
      ...{ side, role, position, name: cleanLine(answers.name ?? ''), email },
      represents: represents === '' ? left.represents : represents,
      ...{ from, to: to ?? null, substituteFor: null, replaces: left.id },
      ...{ seatClosed: false, shared: answers.shared === 'yes' },
    });
    return { member, day: from };
  },

  async endMember({ tx, municipality, terms }, { member, day = '' }) {
    const { id } = termWith(terms, member);
    await changeTerm(tx, municipality.id, id, { to_day: day });
    return { member: id, day };
  },

  async extendTerm({ tx, municipality, terms }, { member, to }) {
    const { id } = termWith(terms, member);
    await changeTerm(tx, municipality.id, id, { to_day: to ?? null });
    return { member: id, day: to ?? null };
  },

  async changeEmail(changing, { member, email = '', shared }) {
    const { tx, municipality, terms } = changing;
    const { id, email: before } = termWith(terms, member);
    await changeTerm(tx, municipality.id, id, { email, shared: shared === 'yes' });
    await moveLinks(changing, before, email);
    return { member: id, day: null };
  },

  async changeShared({ tx, municipality, terms }, { member, shared }) {
    const { id, email } = termWith(terms, member);
    // Whoever comes back, or is to, does so by the same mailbox.
    for (const each of terms.filter((other) => address(other.email) === address(email))) {
      await changeTerm(tx, municipality.id, each.id, { shared: shared === 'yes' });
    }
    return { member: id, day: null };
  },

  async closeSeat({ tx, municipality, terms }, { member }) {
    const { id } = termWith(terms, member);
    await changeTerm(tx, municipality.id, id, { seat_closed: true });
    return { member: id, day: null };
  },
};

function termWith(terms: readonly GroupTerm[], id: string | undefined): GroupTerm {
  const term = terms.find((each) => each.id === id);
  if (!term) throw new DomainError('form.invalid', {}, { member: 'choice' });
  return term;
}

function openCases({ tx, municipality, group }: Changing) {
  return casesAsking(tx, municipality.id, kindsAsking(municipality, group));
}

/** Whoever has a new address gets what they have not answered there, with a new link. */
async function moveLinks(changing: Changing, before: string, email: string): Promise<void> {
  const { tx, municipality, group, now } = changing;
  const kinds = kindsAsking(municipality, group);
  for (const { id: caseId } of await openCases(changing)) {
    await lockCase(tx, municipality.id, caseId);
    for (const task of await tasksOfCase(tx, municipality.id, caseId)) {
      const isTheirs = address(task.assignee_email) === address(before);
      const isAwaited = task.state === 'open' || task.state === 'waiting';
      if (!isTheirs || !isAwaited || !kinds.includes(task.kind)) continue;
      const reached = await reachAssignee(tx, municipality.id, task.id, { email, postal: null });
      if (task.state === 'open') await planNewLink(tx, reached, now);
      const entry = { at: now, actor: 'system', event: 'linkReissued' } as const;
      await appendAudit(tx, municipality.id, caseId, { ...entry, details: { task: task.id } });
    }
  }
}

/** What is open follows the members of the day, and its workflows learn when to look again. */
async function followInCases(changing: Changing, forms: ServerContext['forms']): Promise<void> {
  const { tx, municipality, now: at } = changing;
  for (const { id: caseId } of await openCases(changing)) {
    const current = await lockCase(tx, municipality.id, caseId);
    if (current.ending !== null || current.closed_at !== null) continue;
    await followMembers({ tx, forms, municipality, current, at });
    await addToOutbox(tx, municipality.id, { caseId, kind: 'look', at });
    await addToOutbox(tx, municipality.id, { caseId, kind: 'deliver', at });
  }
}
