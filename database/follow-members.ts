import { randomUUID } from 'node:crypto';
import { act, type CaseStand } from '../domain/asking/stand';
import type { Rule } from '../domain/asking/rule';
import { address, addressesNamed, isMunicipalRole } from '../domain/asking/stand-ins';
import { stockholmDate } from '../domain/calendar';
import type { FormRegistry } from '../domain/forms/registry';
import { handings, type Handing } from '../domain/groups/follow';
import type { GroupMember } from '../domain/groups/member';
import { fewerThan } from '../domain/groups/quorum';
import type { Asks, Contact, Municipality } from '../domain/municipality';
import type { Tx } from './database';
import { appendAudit } from './repositories/audit.repository';
import { raiseAttention, resolveAttentions } from './repositories/attention.repository';
import type { Case } from './repositories/case.repository';
import { groupTerms } from './repositories/group.repository';
import { caseStand, changeRule, readRounds } from './repositories/round.repository';
import { getApplication } from './repositories/submission.repository';
import type { Task } from './repositories/task.repository';
import { writeTask } from './write-task';

/** A case whose lock the caller's transaction holds. */
export interface Following {
  tx: Tx;
  forms: FormRegistry;
  municipality: Municipality;
  current: Case;
  at: Date;
}

type Round = Awaited<ReturnType<typeof readRounds>>[number];
type GroupAsked = Extract<Asks, { group: string }>;

/**
 * Questions to members of a group follow its members of the day: what somebody was asked who sits there
 * no more, and has not answered, is asked of whoever sits there now, with a letter and a link of their
 * own. Where nobody does, the others answer without; where nobody is left at all, whoever answers for the
 * agreement is asked. Repeatable.
 *
 * @param keys the rounds to look at; all of the case when left out
 * @returns whether a letter was planned
 */
export async function followMembers(
  following: Following,
  keys?: readonly string[],
): Promise<boolean> {
  const { tx, municipality, current, at } = following;
  const tasks = municipality.processes[current.process]?.tasks ?? {};
  // Most processes ask no group: they pay for nothing.
  if (!Object.values(tasks).some(({ asks }) => asks && 'group' in asks)) return false;
  const rounds = await readRounds(tx, current, keys);
  let planned = false;
  for (const round of rounds) {
    const asks = tasks[round.tasks[0]?.kind ?? '']?.asks;
    if (round.state !== 'open' || !asks || !('group' in asks)) continue;
    const members = await groupTerms(tx, municipality.id, asks.group);
    const named = await namedIn(following, round);
    const found = handings(round.tasks.map(asSeen), members, stockholmDate(at), named);
    if (found.length === 0) continue;
    planned = (await handOn(following, { round, asks, found, named })) || planned;
  }
  return planned;
}

function asSeen({ id, state, position, passed_on: passedOn, assignee_email: email }: Task) {
  return { id, state, position, passedOn, email };
}

/** Whose matter it is, where those who are asked may not judge their own (KL 6:28). */
async function namedIn(
  { tx, forms, current }: Following,
  { tasks }: Round,
): Promise<ReadonlySet<string>> {
  if (!isMunicipalRole(tasks[0]?.assignee_role ?? '')) return new Set();
  const application = await getApplication(tx, current.municipality_id, current.id);
  return addressesNamed(forms.get(application.form_reference), application.answers);
}

interface Wrong {
  round: Round;
  asks: GroupAsked;
  found: readonly Handing[];
  named: ReadonlySet<string>;
}

async function handOn(following: Following, wrong: Wrong): Promise<boolean> {
  const { tx, municipality, current, at } = following;
  const { round, asks } = wrong;
  let stand = caseStand(current, [round]);
  let planned = false;
  const handed = withSomebody(wrong, municipality);
  for (const { task, to } of handed) {
    const id = to && randomUUID();
    const result = act(stand, { kind: 'leave', task, to: id, quorum: asks.rule });
    if ('refused' in result) continue;
    await write(following, { round, before: stand, after: result.stand, to, from: task });
    stand = result.stand;
    planned ||= id !== null;
    const event = to ? 'memberSucceeded' : 'memberLeft';
    await appendAudit(tx, municipality.id, current.id, {
      ...{ at, actor: 'system', event },
      details: { task, ...(id && { to: id }) },
    });
  }
  const members = stand.rounds.flatMap(({ tasks }) => tasks).filter(isCounted).length;
  const isLast = handed.some(({ to }) => to === municipality.contactPoint);
  await sayShortage(following, { key: round.key, rule: asks.rule, members: isLast ? 0 : members });
  return planned;
}

function isCounted({ state }: { state: string }): boolean {
  return state !== 'passedOn';
}

/** The case must not stand still: where nobody of the group is left, whoever answers for the agreement is asked. */
function withSomebody(
  { round: { tasks }, found, named }: Wrong,
  { contactPoint }: Municipality,
): { task: string; to: Contact | GroupMember | null }[] {
  const gone = new Set(found.filter(({ to }) => to === null).map(({ task }) => task));
  const isLeft = tasks.some(({ id, state }) => state !== 'passedOn' && !gone.has(id));
  const isMet = isLeft || found.some(({ to }) => to !== null);
  const last = found.at(-1);
  if (isMet || !last || named.has(address(contactPoint.email))) return [...found];
  return [...found.slice(0, -1), { task: last.task, to: contactPoint }];
}

async function write(
  { tx, municipality, current, at: now }: Following,
  change: {
    round: Round;
    before: CaseStand;
    after: CaseStand;
    to: Contact | null;
    from: string;
  },
): Promise<void> {
  const { round, before, after } = change;
  const rows = round.tasks;
  const from = rows.find(({ id }) => id === change.from);
  const { name = '', email = '' } = change.to ?? {};
  const to = change.to && { name, email, language: municipality.defaultLanguage };
  const known = new Map(before.rounds[0]?.tasks.map((task) => [task.id, task]));
  for (const task of after.rounds[0]?.tasks ?? []) {
    if (known.get(task.id) === task) continue;
    await writeTask(tx, { rows, id: task.id, after: task, to, now, ...(from && { from }) });
  }
  const { rule } = after.rounds[0] ?? round;
  if (rule !== before.rounds[0]?.rule) await changeRule(tx, current, round.key, rule);
}

/** Fewer are asked than the rule asks for, or nobody of the group: whoever administers it is told. */
export async function sayShortage(
  { tx, current, at }: Pick<Following, 'tx' | 'current' | 'at'>,
  { key, rule, members }: { key: string; rule: Rule; members: number },
): Promise<void> {
  const { id: caseId, municipality_id: municipalityId } = current;
  const keyOf = (code: string) => `${key}/${code}`;
  const keys = ['group.tooFew', 'group.nobody'].map(keyOf);
  if (!fewerThan(rule, members)) return resolveAttentions(tx, municipalityId, { caseId, keys, at });
  const code = members === 0 ? 'group.nobody' : 'group.tooFew';
  await raiseAttention(tx, municipalityId, { caseId, key: keyOf(code), code, at });
}
