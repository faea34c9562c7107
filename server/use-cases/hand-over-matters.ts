import type { Tx } from '../../database/database';
import { furtherPapers } from '../../database/matter-papers';
import { putOnCalendar } from '../../database/put-on-calendar';
import { appendAudit, auditOfCase } from '../../database/repositories/audit.repository';
import {
  raiseAttention,
  resolveAttentions,
} from '../../database/repositories/attention.repository';
import { lockCase } from '../../database/repositories/case.repository';
import { openCommissions } from '../../database/repositories/commission.repository';
import {
  findCommittee,
  isOrCameTo,
  nextMeeting,
  type Committee,
} from '../../database/repositories/committee.repository';
import { allDecisionsOf } from '../../database/repositories/decision.repository';
import { planLetter } from '../../database/repositories/letter.repository';
import {
  changeMatter,
  mattersToCome,
  openMattersOf,
  placesOf,
  undecidedMattersOf,
  type Matter,
} from '../../database/repositories/matter.repository';
import { addToOutbox } from '../../database/repositories/outbox.repository';
import { openSettlements } from '../../database/repositories/settlement.repository';
import {
  changeTask,
  handOverTask,
  tasksOfCase,
  type Task,
} from '../../database/repositories/task.repository';
import type { TimelineEvent } from '../../domain/api/shapes';
import { askTemplates } from '../../domain/asking/ask-templates';
import { timesFrom } from '../../domain/asking/times';
import { noonOf, stockholmDate } from '../../domain/calendar';
import { endedWithout } from '../../domain/committees/ended-without';
import { isDone } from '../../domain/committees/round';
import { nthOf } from '../../domain/document-keys';
import { accountantOf } from '../../domain/ledger/accountant';
import type { Contact, Municipality } from '../../domain/municipality';
import type { Official } from '../../domain/officials';
import { linkTo, type DocumentReference, type TaskKind } from '../../domain/process';
import { budgetSettlement } from '../../domain/processes/budget-settlement';
import { committeeMatter } from '../../domain/processes/circulation';
import { commission } from '../../domain/processes/commission';

/** A body that an official changes. */
export interface Changing {
  tx: Tx;
  municipality: Municipality;
  municipalityId: string;
  committee: Committee;
  official: Official;
  now: Date;
}

/**
 * What a body had goes to another one, and what waited for that goes on. What the body has decided stays
 * its own; whoever takes over sees to its minutes.
 */
export async function handOver(changing: Changing, successor: string): Promise<void> {
  const { tx, municipalityId, committee, now } = changing;
  const body = await findCommittee(tx, municipalityId, { id: successor, day: stockholmDate(now) });
  if (!body) throw new Error('committee.unknown');
  for (const matter of await openMattersOf(tx, municipalityId, committee.id)) {
    // An answer that is being taken comes before: what it decides is not moved.
    if (matter.case_id !== null) await lockCase(tx, municipalityId, matter.case_id);
    const [place] = await placesOf(tx, municipalityId, [matter]);
    if (isDone(place?.outcome ?? null)) await handOverMinutes(changing, matter, body);
    else await handOverMatter(changing, matter, body);
    await settled(changing, matter.case_id ?? matter.parent_case_id);
    await settled(changing, matter.parent_case_id);
  }
  for (const { parent_case_id: caseId } of await mattersToCome(tx, municipalityId, committee.id)) {
    await settled(changing, caseId);
    await addToOutbox(tx, municipalityId, { caseId, kind: 'look', at: now });
  }
  for (const { caseId, kind } of await otherQuestions(changing)) {
    await lockCase(tx, municipalityId, caseId);
    await handOverQuestion(changing, { caseId, kind }, body);
    await settled(changing, caseId);
  }
}

/** Nobody has what the body had: a person chooses who is to have it. */
export async function callSomebody(changing: Changing): Promise<void> {
  const { tx, municipalityId, committee, now: at } = changing;
  for (const matter of await undecidedMattersOf(tx, municipalityId, committee.id)) {
    const cases = [matter.case_id, matter.parent_case_id].flatMap((id) => id ?? []);
    for (const caseId of cases) {
      await raiseAttention(tx, municipalityId, { caseId, ...endedWithout(committee.id), at });
    }
  }
  for (const { parent_case_id: caseId } of await mattersToCome(tx, municipalityId, committee.id)) {
    await raiseAttention(tx, municipalityId, { caseId, ...endedWithout(committee.id), at });
  }
  for (const { caseId, kind } of await otherQuestions(changing)) {
    if ((await openTasks(changing, caseId, kind)).length === 0) continue;
    await raiseAttention(tx, municipalityId, { caseId, ...endedWithout(committee.id), at });
  }
}

/** The successor deals with it at its next meeting; its secretary gets the papers and days of their own. */
async function handOverMatter(changing: Changing, matter: Matter, body: Committee): Promise<void> {
  const { tx, now } = changing;
  await changeMatter(tx, matter, { committee: body.id });
  const { case_id: caseId } = matter;
  if (caseId === null) return;
  const meeting = await putOnCalendar(tx, { ...matter, committee: body.id }, { caseId, at: now });
  const papers = await papersOf(changing, matter);
  for (const task of await openTasks(changing, caseId, 'decide')) {
    await giveDays(changing, task, meeting ? noonOf(meeting.day) : now);
    await askAnew(changing, task, secretaryOf(body), papers);
  }
  await say(changing, matter, 'bodySucceeded');
}

/** A question that its new reader has days of their own for, from a moment on, as configured. */
export async function giveDays(
  { tx, municipality, municipalityId, now }: Changing,
  { id, kind, remind_at: planned }: Task,
  from: Date,
): Promise<void> {
  const configured = municipality.processes[processOf[kind] ?? '']?.tasks[kind as TaskKind];
  if (!configured) return;
  const times = timesFrom(from, configured);
  // Reminders that have gone out keep their places: the next one is not taken for the first.
  const gone = planned.filter((at) => at <= now.getTime());
  await changeTask(tx, municipalityId, id, { ...times, remind_at: [...gone, ...times.remind_at] });
}

/** In which process a body is asked something. */
const processOf: Partial<Record<string, string>> = {
  decide: committeeMatter.name,
  account: budgetSettlement.name,
  report: commission.name,
};

interface OtherQuestion {
  caseId: string;
  kind: 'account' | 'report';
}

/** What the body may be asked beside its matters: how money was used, and when an office's answer was reported. */
async function otherQuestions({ tx, municipalityId, committee }: Changing) {
  const all: (OtherQuestion & { committee: string })[] = [
    ...(await openSettlements(tx, municipalityId)).map((of) => ({
      ...of,
      kind: 'account' as const,
    })),
    ...(await openCommissions(tx, municipalityId)).map((of) => ({
      ...of,
      kind: 'report' as const,
    })),
  ];
  const own: OtherQuestion[] = [];
  for (const { committee: id, ...question } of all) {
    // A body that has left what it had to this one before has nobody else either.
    if (await isOrCameTo(tx, municipalityId, { id, other: committee.id })) own.push(question);
  }
  return own;
}

/** The successor's accountant or secretary answers instead, with days of their own. */
async function handOverQuestion(
  changing: Changing,
  { caseId, kind }: OtherQuestion,
  body: Committee,
): Promise<void> {
  const { tx, municipality, municipalityId, now } = changing;
  const open = await openTasks(changing, caseId, kind);
  if (open.length === 0) return;
  const at = { committee: body.id, from: stockholmDate(now) };
  const meeting = kind === 'report' ? await nextMeeting(tx, municipalityId, at) : undefined;
  const reader = kind === 'account' ? accountantOf(municipality, body) : secretaryOf(body);
  for (const task of open) {
    if (task.assignee_email === reader.email) continue;
    await giveDays(changing, task, meeting ? noonOf(meeting.day) : now);
    const papers = kind === 'report' ? (['commissionAnswer'] as const) : [];
    await askAnew(changing, task, { ...reader, body: body.id }, papers);
  }
  await say(changing, { case_id: caseId }, 'bodySucceeded');
}

function secretaryOf({ id: body, secretary_name: name, secretary_email: email }: Committee) {
  return { body, name, email };
}

/** What has been decided stays with the body that did; the successor's secretary sees to its minutes. */
async function handOverMinutes(
  changing: Changing,
  { case_id: caseId }: Matter,
  body: Committee,
): Promise<void> {
  if (caseId === null) return;
  const { tx, municipalityId } = changing;
  const records = await allDecisionsOf(tx, municipalityId, caseId);
  const nth = records.filter(({ corrects }) => corrects === null).length;
  for (const task of await openTasks(changing, caseId, 'minutes')) {
    await askAnew(changing, task, secretaryOf(body), [nthOf('extract', nth)]);
  }
}

async function openTasks(
  { tx, municipalityId }: Changing,
  caseId: string,
  kind: TaskKind,
): Promise<Task[]> {
  const tasks = await tasksOfCase(tx, municipalityId, caseId);
  return tasks.filter((task) => task.kind === kind && task.state === 'open');
}

/** The official report as it is now, addressed to the successor, and what comes along with it. */
async function papersOf(
  { tx, municipalityId }: Changing,
  matter: Matter,
): Promise<DocumentReference[]> {
  const events = await auditOfCase(tx, municipalityId, matter.case_id ?? '');
  const before = events.filter(({ event }) => event === 'bodySucceeded');
  return [nthOf('successorReport', before.length + 1), ...(await furtherPapers(tx, matter))];
}

/** Somebody of a body has an open question from now on, and gets the letter that asks it. */
async function askAnew(
  { tx, municipalityId, now }: Changing,
  { id, case_id: caseId, step_key: step, kind, language }: Task,
  { body, name, email }: Contact & { body: string },
  papers: readonly DocumentReference[],
): Promise<void> {
  const task = await handOverTask(tx, municipalityId, id, { name, email });
  if (!task) return;
  await planLetter(tx, municipalityId, {
    ...{ case_id: caseId, task_id: id, letter_key: `${step}/ask/${body}`, language, ordinal: 1 },
    template: askTemplates[kind as TaskKind].asked,
    ...{ recipient_name: name, recipient_email: email, recipient_postal: null },
    ...{ attachments: [...papers], link: linkTo(kind), created_at: now },
  });
  await addToOutbox(tx, municipalityId, { caseId, kind: 'deliver', at: now });
}

async function settled(
  { tx, municipalityId, committee, now: at }: Changing,
  caseId: string,
): Promise<void> {
  const { key } = endedWithout(committee.id);
  await resolveAttentions(tx, municipalityId, { caseId, keys: [key], at });
}

/** A line in the timeline of a matter's case, whose process looks at what has changed. */
export async function say(
  { tx, municipalityId, official, now }: Changing,
  { case_id: caseId }: Pick<Matter, 'case_id'>,
  event: TimelineEvent,
): Promise<void> {
  if (caseId === null) return;
  await lockCase(tx, municipalityId, caseId);
  const entry = { at: now, actor: 'official', event } as const;
  await appendAudit(tx, municipalityId, caseId, { ...entry, details: { by: official.subject } });
  await addToOutbox(tx, municipalityId, { caseId, kind: 'look', at: now });
}
