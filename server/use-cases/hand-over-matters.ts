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
  isOrCameTo,
  nextMeeting,
  type Committee,
} from '../../database/repositories/committee.repository';
import {
  addMove,
  movedBy,
  type Ending,
} from '../../database/repositories/committee-ending.repository';
import { allDecisionsOf } from '../../database/repositories/decision.repository';
import { planLetter } from '../../database/repositories/letter.repository';
import {
  changeMatter,
  findMatter,
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
import { returnedLetter } from '../../domain/letters';
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

/** To whom what a body had goes, and by what was said of its end. */
export interface Handing {
  to: Committee;
  ending: string;
  /** `struck`: the body lives, and it is the one that gets it back. */
  how: Ending['how'];
}

/**
 * What a body had goes to another one, or comes back to it, and what waited for that goes on. What a body has
 * decided stays its own; whoever has what the body had sees to its minutes.
 */
export async function handOver(changing: Changing, handing: Handing): Promise<void> {
  const { tx, municipalityId, committee, now } = changing;
  for (const matter of await openMattersOf(tx, municipalityId, committee.id)) {
    // An answer that is being taken comes before: what it decides is not moved.
    if (matter.case_id !== null) await lockCase(tx, municipalityId, matter.case_id);
    if (await isDecided(changing, matter)) await handOverMinutes(changing, matter, handing);
    else if (matter.committee !== handing.to.id) await handOverMatter(changing, matter, handing);
    await settled(changing, matter.case_id ?? matter.parent_case_id);
    await settled(changing, matter.parent_case_id);
  }
  for (const { parent_case_id: caseId } of await mattersToCome(tx, municipalityId, committee.id)) {
    await settled(changing, caseId);
    await addToOutbox(tx, municipalityId, { caseId, kind: 'look', at: now });
  }
  for (const { caseId, kind } of await otherQuestions(changing)) {
    await lockCase(tx, municipalityId, caseId);
    await handOverQuestion(changing, { caseId, kind }, handing);
    await settled(changing, caseId);
  }
}

/**
 * What went to another body by what was said of a body's end, which was wrong, goes to the one that is to have
 * it, also where it has gone on since. What has been decided, and a case that has ended, stays where it is.
 * @param endings what was said of the end until now
 */
export async function moveOn(
  changing: Changing,
  handing: Handing,
  endings: readonly string[],
): Promise<void> {
  const { tx, municipalityId } = changing;
  for (const { matter: found, standing } of await movedBy(tx, municipalityId, endings)) {
    if (found.case_id === null || !standing.some((each) => endings.includes(each))) continue;
    const { closed_at: closed } = await lockCase(tx, municipalityId, found.case_id);
    const matter = (await findMatter(tx, municipalityId, found.case_id)) ?? found;
    if (closed !== null || (await isDecided(changing, matter))) continue;
    await handOverMatter(changing, matter, handing);
    await settled(changing, found.case_id);
  }
}

async function isDecided({ tx, municipalityId }: Changing, matter: Matter): Promise<boolean> {
  const [place] = await placesOf(tx, municipalityId, [matter]);
  return isDone(place?.outcome ?? null);
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
async function handOverMatter(changing: Changing, matter: Matter, handing: Handing): Promise<void> {
  const { tx, now } = changing;
  const { to: body, ending } = handing;
  await changeMatter(tx, matter, { committee: body.id });
  await addMove(tx, matter, { ending, to: body.id, at: now });
  const { case_id: caseId } = matter;
  if (caseId === null) return;
  const meeting = await putOnCalendar(tx, { ...matter, committee: body.id }, { caseId, at: now });
  const papers = await papersOf(changing, matter);
  for (const task of await openTasks(changing, caseId, 'decide')) {
    await giveDays(changing, task, meeting ? noonOf(meeting.day) : now);
    await askAnew(changing, task, { ...secretaryOf(body), handing }, papers);
  }
  await say(changing, matter, wordFor(handing));
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
  handing: Handing,
): Promise<void> {
  const { tx, municipality, municipalityId, now } = changing;
  const { to: body } = handing;
  const open = await openTasks(changing, caseId, kind);
  if (open.length === 0) return;
  const at = { committee: body.id, from: stockholmDate(now) };
  const meeting = kind === 'report' ? await nextMeeting(tx, municipalityId, at) : undefined;
  const reader = kind === 'account' ? accountantOf(municipality, body) : secretaryOf(body);
  // Who had left it to nobody is still asked: nothing has gone anywhere.
  const moved = open.filter(({ assignee_email: email }) => email !== reader.email);
  if (handing.how === 'struck' && moved.length === 0) return;
  for (const task of moved) {
    await giveDays(changing, task, meeting ? noonOf(meeting.day) : now);
    const papers = kind === 'report' ? (['commissionAnswer'] as const) : [];
    await askAnew(changing, task, { ...reader, handing }, papers);
  }
  await say(changing, { case_id: caseId }, wordFor(handing));
}

function secretaryOf({ secretary_name: name, secretary_email: email }: Committee): Contact {
  return { name, email };
}

function wordFor({ how }: Handing): TimelineEvent {
  return how === 'struck' ? 'bodyReturned' : 'bodySucceeded';
}

/** What has been decided stays with the body that did; the successor's secretary sees to its minutes. */
async function handOverMinutes(
  changing: Changing,
  { case_id: caseId }: Matter,
  handing: Handing,
): Promise<void> {
  if (caseId === null) return;
  const { tx, municipalityId } = changing;
  const records = await allDecisionsOf(tx, municipalityId, caseId);
  const nth = records.filter(({ corrects }) => corrects === null).length;
  for (const task of await openTasks(changing, caseId, 'minutes')) {
    const secretary = secretaryOf(handing.to);
    if (handing.how === 'struck' && task.assignee_email === secretary.email) continue;
    await askAnew(changing, task, { ...secretary, handing }, [nthOf('extract', nth)]);
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
  const moves = ['bodySucceeded', 'bodyReturned'];
  const before = events.filter(({ event }) => moves.includes(event));
  return [nthOf('successorReport', before.length + 1), ...(await furtherPapers(tx, matter))];
}

/**
 * Somebody of a body has an open question from now on, and gets the letter that asks it; where the body is not
 * the one that a wrong record gave it to, whoever had it is told that it is theirs no more.
 */
async function askAnew(
  { tx, municipalityId, now }: Changing,
  asked: Task,
  { name, email, handing: { to, ending, how } }: Contact & { handing: Handing },
  papers: readonly DocumentReference[],
): Promise<void> {
  const { id, case_id: caseId, step_key: step, kind, language } = asked;
  const task = await handOverTask(tx, municipalityId, id, { name, email });
  if (!task) return;
  const letter = { case_id: caseId, language, ordinal: 1, recipient_postal: null, created_at: now };
  await planLetter(tx, municipalityId, {
    ...letter,
    ...{ task_id: id, template: askTemplates[kind as TaskKind].asked, link: linkTo(kind) },
    letter_key: `${step}/${how === 'struck' ? returnedLetter : 'ask'}/${to.id}/${ending}`,
    ...{ recipient_name: name, recipient_email: email, attachments: [...papers] },
  });
  const { assignee_name: before, assignee_email: mailbox } = asked;
  if (how === 'struck' || how === 'corrected') {
    await planLetter(tx, municipalityId, {
      ...letter,
      ...{ task_id: null, template: 'questionMoved', link: 'desk', attachments: [] },
      letter_key: `${step}/moved/${ending}`,
      ...{ recipient_name: before, recipient_email: mailbox },
    });
  }
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
