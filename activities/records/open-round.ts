import { furtherPapers } from '../../database/matter-papers';
import { appendAudit } from '../../database/repositories/audit.repository';
import { planLetter } from '../../database/repositories/letter.repository';
import { insertRound } from '../../database/repositories/round.repository';
import { sayShortage } from '../../database/follow-members';
import { groupTerms, groupsOn } from '../../database/repositories/group.repository';
import { findCommission } from '../../database/repositories/commission.repository';
import { nextMeeting } from '../../database/repositories/committee.repository';
import { decisionsOfCases, eventsOfTasks } from '../../database/repositories/decision.repository';
import { findMatter } from '../../database/repositories/matter.repository';
import { getApplication, latestAnswer } from '../../database/repositories/submission.repository';
import { changeTask, type NewTask, type Task } from '../../database/repositories/task.repository';
import {
  addressesNamed,
  isMunicipalRole,
  ruleAmong,
  seated,
  standInsOf,
  type GroupsOfDay,
  type Seat,
} from '../../domain/asking/stand-ins';
import { timesFrom, timesUntil, type Times } from '../../domain/asking/times';
import { endOfDay, noonOf, stockholmDate } from '../../domain/calendar';
import { noticeDaysOf } from '../../domain/committees/decision';
import { dayToSayNotice } from '../../domain/committees/notice';
import { dayIn } from '../../domain/first-agreement/first-agreement';
import { lastDayOf } from '../../domain/groups/follow';
import type { Asks, Mailbox } from '../../domain/municipality';
import { linkTo, type OpenedTask, type TaskPlan } from '../../domain/process';
import { findAgreementDocument } from '../documents/keys';
import { asPerson, assigneesOf, configuredAssignees } from './people';
import type { Assignees, Person } from './person';
import { putOnMeeting } from './put-on-meeting';
import { focusForm } from './tend-focus-areas';
import type { Recording } from './record-steps';

/**
 * Asks those who have a role: a round with a task for each, and to whoever is asked at once the
 * letter with their link.
 * @returns the tasks that are open; in an order that is the first one
 */
export async function openRound(
  recording: Recording,
  stepKey: string,
  plan: TaskPlan,
): Promise<OpenedTask[]> {
  const { tx, current, at } = recording;
  const { seats, rule, inOrder } = await seatsFor(recording, stepKey, plan);
  const times = await timesOf(recording, plan);
  const shown = plan.document && (await findAgreementDocument(tx, current));
  if (plan.document && !shown) throw new Error('document.missing');
  const form = await formOf(recording, plan);
  const first = seats.findIndex(({ asked }) => asked);
  const tasks = seats.flatMap(({ asked, excused }, position) => {
    const common = { form_reference: form, document_sha256: shown?.sha256 ?? null, position };
    const state = inOrder && position !== first ? ('waiting' as const) : ('open' as const);
    return [
      // Kept, so that it shows who was not asked and why; nobody gets a link to it.
      ...(excused
        ? [{ ...newTask({ ...recording, times }, stepKey, plan, excused), ...common, ...left }]
        : []),
      ...(asked
        ? [{ ...newTask({ ...recording, times }, stepKey, plan, asked), ...common, state }]
        : []),
    ];
  });
  if (seats.some(({ excused }) => excused)) {
    const entry = { at, actor: 'system', event: 'excused', details: { step: stepKey } } as const;
    await appendAudit(tx, current.municipality_id, current.id, entry);
  }
  const round = { rule, in_order: inOrder, opened_at: at };
  const inserted = await insertRound(tx, current, stepKey, round, tasks);
  const open = inserted.filter(({ state }) => state === 'open');
  for (const task of open) await sendLink(recording, task, plan);
  return withTerms(recording, plan.kind, open.map(openedTask), inserted);
}

const left = { state: 'passedOn', passed_on: 'conflict' } as const;

interface Seats extends Omit<Assignees, 'people'> {
  seats: readonly Seat<Person>[];
}

/**
 * Who is asked: whom configuration names, else who has the role. Of the municipality's own people
 * nobody judges a case whose application names them: a stand-in is asked, or the others alone.
 */
async function seatsFor(
  recording: Recording,
  stepKey: string,
  { kind, assignee }: TaskPlan,
): Promise<Seats> {
  const { tx, forms, municipality, current } = recording;
  const { asks } = taskConfiguration(recording, kind);
  const groups = await groupsFor(recording, asks);
  const { people, rule, inOrder } =
    configuredAssignees(municipality, asks, groups) ??
    (await assigneesOf(tx, forms, municipality, current.id, assignee));
  const isGroup = asks !== undefined && 'group' in asks;
  if (isGroup) {
    const members = people.length;
    await sayShortage(recording, { key: stepKey, rule, members });
    // Nobody sits there: the case must not stand still.
    if (members === 0) return { ...lastResort(recording), rule: ruleAmong(rule, 1), inOrder };
  }
  if (people.length === 0) throw new Error('role.unbound');
  if (!isMunicipalRole(assignee)) {
    const seats = people.map((asked) => ({ asked, excused: null }));
    return { seats, rule: isGroup ? ruleAmong(rule, people.length) : rule, inOrder };
  }
  const application = await getApplication(tx, municipality.id, current.id);
  const named = addressesNamed(forms.get(application.form_reference), application.answers);
  const asPeople = (mailboxes: readonly Mailbox[]) =>
    mailboxes.map((mailbox) => asPerson(municipality, mailbox));
  const standInsFor = ({ email }: Person) =>
    asPeople(standInsOf(municipality, asks, assignee, { groups, email }));
  const seats = seated(people, standInsFor, named);
  const asked = seats.filter((seat) => seat.asked).length;
  if (asked > 0) return { seats, rule: ruleAmong(rule, asked), inOrder };
  // The case must not stand still: whoever answers for the agreement sees to it.
  const last = seated(people, () => asPeople([municipality.contactPoint]), named);
  if (!last.some((seat) => seat.asked)) throw new Error('role.unbound');
  return { seats: last, rule: ruleAmong(rule, 1), inOrder };
}

/** Who sits in the groups today; nothing is read for a question that is no group's. */
async function groupsFor(
  { tx, municipality, at }: Recording,
  asks: Asks | undefined,
): Promise<GroupsOfDay> {
  return asks && 'group' in asks ? groupsOn(tx, municipality.id, stockholmDate(at)) : {};
}

/** Whoever answers for the agreement sees to what nobody else can be asked. */
function lastResort({ municipality }: Recording): Pick<Seats, 'seats'> {
  return { seats: [{ asked: asPerson(municipality, municipality.contactPoint), excused: null }] };
}

/** When those who are asked are to answer: counted from now or from a meeting, or by a day that is set. */
async function timesOf(recording: Recording, { from, kind }: TaskPlan): Promise<Times> {
  const { tx, municipality, current, at } = recording;
  const configuration = taskConfiguration(recording, kind);
  if (from === 'commission') {
    const given = await findCommission(tx, municipality.id, current.id);
    return given?.due_on
      ? timesUntil(given.due_on, at, configuration)
      : timesFrom(at, configuration);
  }
  if (from === 'draftDay') {
    const said = await latestAnswer(tx, municipality.id, {
      ...{ caseId: current.id, kind: 'closeWorkshops' },
    });
    if (!said) throw new Error('task.unanswered');
    return timesUntil(dayIn(said.answers, 'draftDay'), at, configuration);
  }
  if (from === 'minutes') return timesUntil(await lastDayOfMinutes(recording), at, configuration);
  if (from === 'nextYear') return timesFrom(noonOf(firstOfNextYear(at)), configuration);
  const meeting =
    from === 'meeting'
      ? await putOnMeeting(recording)
      : from === 'nextMeeting' && (await meetingToCome(recording));
  return timesFrom(meeting ? noonOf(meeting.day) : at, configuration);
}

/** By when the law wants the notice of what the body has decided; a late record leaves one working day. */
async function lastDayOfMinutes({ tx, municipality, current, at }: Recording): Promise<string> {
  const decision = (await decisionsOfCases(tx, municipality.id, [current.id])).at(-1);
  if (!decision) throw new Error('decision.unknown');
  const events = await eventsOfTasks(tx, municipality.id, [decision.task_id]);
  return dayToSayNotice(noticeDaysOf(decision.meeting_day, events), at);
}

function firstOfNextYear(at: Date): string {
  return `${Number(stockholmDate(at).slice(0, 'YYYY'.length)) + 1}-01-01`;
}

/** The next meeting of the committee that has given the case's task. */
async function meetingToCome({ tx, municipality, current, at }: Recording) {
  const given = await findCommission(tx, municipality.id, current.id);
  const { committee } = given ?? {};
  if (committee === undefined) return undefined;
  return nextMeeting(tx, municipality.id, { committee, from: stockholmDate(at) });
}

function newTask(
  { current, at, times }: Recording & { times: Times },
  stepKey: string,
  { kind, assignee }: TaskPlan,
  person: Person,
): Omit<NewTask, 'state' | 'document_sha256' | 'form_reference'> {
  return {
    case_id: current.id,
    step_key: stepKey,
    kind,
    assignee_role: assignee,
    assignee_name: person.name,
    assignee_email: person.email,
    assignee_postal: person.postal ?? null,
    capacity: person.capacity ?? null,
    language: person.language,
    opened_at: at,
    ...times,
  };
}

/** What answers a question; where nothing makes one and none is named, the application itself, changed. */
async function formOf(recording: Recording, { kind }: TaskPlan): Promise<string> {
  const { form } = taskConfiguration(recording, kind);
  if (form !== undefined) return form;
  if (kind === 'shortlist') return focusForm(recording, 'shortlist');
  if (kind === 'breakTie') return focusForm(recording, 'tie');
  const { tx, municipality, current } = recording;
  const application = await getApplication(tx, municipality.id, current.id);
  return application.form_reference;
}

/** How the case's municipality asks this in the case's process. */
export function taskConfiguration(
  { municipality, current }: Pick<Recording, 'municipality' | 'current'>,
  kind: string,
) {
  const configuration = municipality.processes[current.process]?.tasks[kind];
  if (!configuration) throw new Error('task.unconfigured');
  return configuration;
}

/** In an order somebody's turn has come: their days begin now. */
export async function askInTurn(
  recording: Recording,
  task: Task,
  plan: TaskPlan,
): Promise<OpenedTask> {
  const { tx, municipality, at } = recording;
  const times = timesFrom(at, taskConfiguration(recording, task.kind));
  await changeTask(tx, municipality.id, task.id, { state: 'open', opened_at: at, ...times });
  const opened = { ...task, ...times };
  await sendLink(recording, opened, plan);
  return openedTask(opened);
}

export function openedTask({
  id,
  step_key: round,
  deadline,
  remind_at: remindAt,
}: Task): OpenedTask {
  return { id, round, deadlineAt: endOfDay(deadline).getTime(), remindAt };
}

/**
 * The same tasks, each of a group's members with when to look again at whose it is: when the term of
 * whoever has it ends.
 */
export async function withTerms(
  recording: Pick<Recording, 'tx' | 'municipality' | 'current' | 'at'>,
  kind: string,
  tasks: OpenedTask[],
  rows: readonly Pick<Task, 'id' | 'assignee_email'>[],
): Promise<OpenedTask[]> {
  const { tx, municipality, current, at } = recording;
  const asks = municipality.processes[current.process]?.tasks[kind]?.asks;
  if (!asks || !('group' in asks)) return tasks;
  const members = await groupTerms(tx, municipality.id, asks.group);
  return tasks.map((task) => {
    const email = rows.find(({ id }) => id === task.id)?.assignee_email ?? '';
    const last = lastDayOf(members, email, stockholmDate(at));
    return last === undefined ? task : { ...task, lookAt: endOfDay(last).getTime() };
  });
}

/** Plans the letter that asks. The first of a round has the plan's own key, the others add their seat. */
export async function sendLink(
  { tx, municipality, current, at }: Recording,
  task: Pick<
    Task,
    'id' | 'position' | 'assignee_name' | 'assignee_email' | 'assignee_postal' | 'language'
  >,
  { ask, kind }: TaskPlan,
): Promise<void> {
  if (!ask) return;
  const matter = kind === 'decide' && (await findMatter(tx, municipality.id, current.id));
  const further = matter ? await furtherPapers(tx, matter) : [];
  await planLetter(tx, municipality.id, {
    case_id: current.id,
    task_id: task.id,
    letter_key: task.position === 0 ? ask.key : `${ask.key}/${task.position + 1}`,
    template: ask.template,
    recipient_name: task.assignee_name,
    recipient_email: task.assignee_email,
    recipient_postal: task.assignee_postal,
    language: task.language,
    ordinal: 1,
    attachments: [...(ask.attach ?? []), ...further],
    link: linkTo(kind),
    created_at: at,
  });
}
