import type { Tx } from '../../database/database';
import {
  raiseAttention,
  resolveAttentionsAbout,
} from '../../database/repositories/attention.repository';
import { findCase } from '../../database/repositories/case.repository';
import {
  addDecisionEvent,
  allEventsOfTasks,
  decisionsOfCases,
  eventsOfTasks,
  recordCommitteeDecision,
  type CommitteeDecision,
} from '../../database/repositories/decision.repository';
import { findMatter, type Matter } from '../../database/repositories/matter.repository';
import { addToOutbox } from '../../database/repositories/outbox.repository';
import { findSettlement, isSettled } from '../../database/repositories/settlement.repository';
import { applicationsOfCase } from '../../database/repositories/submission.repository';
import type { Task } from '../../database/repositories/task.repository';
import { tendRest } from '../../database/rest-of-year';
import { stockholmDate } from '../../domain/calendar';
import { isCommitteeOutcome } from '../../domain/committees/committee';
import { standingEvents } from '../../domain/committees/corrected-events';
import { noticeDaysOf } from '../../domain/committees/decision';
import type { DecisionEventKind } from '../../domain/committees/decision-events';
import { isPrinted } from '../../domain/committees/sent-extract';
import { servingFaults } from '../../domain/committees/serving-faults';
import { DomainError } from '../../domain/errors';
import { boundAnswer } from '../../domain/forms/fields';
import type { Answers, Faults, FormDefinition } from '../../domain/forms/types';
import { forwardFaults, forwardMatter } from './forward-places';

interface Recorded {
  form: FormDefinition;
  answers: Answers;
  /** The subject of the official. */
  by: string;
  at: Date;
}

/**
 * What is wrong with a record that its form cannot see: among those serving, a task to be done before the
 * meeting that gave it. A decision can be recorded, or corrected, when the day of its task has been.
 */
function ownFaults(answers: Answers): Faults {
  const { meeting } = answers as { meeting: string };
  const tasks = (answers['commissions'] ?? []) as readonly Answers[];
  const late = tasks.flatMap(({ due }, i) =>
    typeof due === 'string' && due !== '' && due <= meeting ? [`commissions.${i}.due`] : [],
  );
  return {
    ...servingFaults(answers),
    ...forwardFaults(answers),
    ...Object.fromEntries(late.map((path) => [path, 'dayBehind' as const])),
  };
}

/** The same, with what was proposed to the body: words that are those are no change. */
export async function recordFaults(
  tx: Tx,
  { municipality_id: municipalityId, case_id: caseId }: Pick<Task, 'municipality_id' | 'case_id'>,
  answers: Answers,
): Promise<Faults> {
  const faults = ownFaults(answers);
  const { outcome, wording, report } = answers;
  if (outcome !== 'supportWithChange' && outcome !== 'approveWithChange') return faults;
  const versions = await applicationsOfCase(tx, municipalityId, caseId);
  const { proposal } = versions[Number(report) - 1]?.answers ?? {};
  const isSame = inOneLine(wording) === inOneLine(proposal);
  return isSame ? { ...faults, wording: 'wordingSame' } : faults;
}

function inOneLine(text: unknown): string {
  return typeof text === 'string' ? text.trim().replaceAll(/\s+/g, ' ') : '';
}

/** What is wrong with the days of the minutes, which follow each other and have been. */
export async function minutesFaults(
  tx: Tx,
  task: Task,
  answers: Answers,
  now: Date,
): Promise<Faults> {
  const decision = await latestDecision(tx, task);
  const { adjustedOn, announcedOn } = answers as { adjustedOn: string; announcedOn: string };
  const today = stockholmDate(now);
  return {
    ...(adjustedOn < decision.meeting_day && { adjustedOn: 'beforeMeeting' as const }),
    ...(adjustedOn > today && { adjustedOn: 'dayAhead' as const }),
    ...(announcedOn < adjustedOn && { announcedOn: 'beforeAdjustment' as const }),
    ...(announcedOn > today && { announcedOn: 'dayAhead' as const }),
  };
}

/** Keeps what a body decided, with the answer that says so, and tells the process that waits for it. */
export async function keepDecision(tx: Tx, task: Task, recorded: Recorded): Promise<void> {
  const { municipality_id: municipalityId, case_id: caseId } = task;
  const matter = await requireMatter(tx, task);
  const { form, answers, by, at } = recorded;
  const outcome = boundAnswer(form, 'outcome', answers);
  if (!isCommitteeOutcome(outcome) || !task.submission_id) throw new Error('decision.malformed');
  const decision = await recordCommitteeDecision(tx, municipalityId, {
    case_id: caseId,
    task_id: task.id,
    submission_id: task.submission_id,
    committee: matter.committee,
    meeting_day: boundAnswer(form, 'meetingDay', answers) ?? stockholmDate(at),
    paragraph: boundAnswer(form, 'paragraph', answers) ?? '',
    outcome,
    report_version: Number(boundAnswer(form, 'reportVersion', answers) ?? 1),
    corrects: null,
    recorded_by: by,
    at,
  });
  if (answers['adjustment'] === 'immediate') {
    await keepEvent(tx, decision, { kind: 'adjusted', day: decision.meeting_day, by, at });
  }
  await forwardMatter(tx, matter, answers);
  await tellParent(tx, matter, at);
}

/**
 * Keeps when the minutes were adjusted and announced.
 * @returns the decision, where its certified extract says another day than that
 */
export async function keepMinutes(
  tx: Tx,
  task: Task,
  { form, answers, by, at }: Recorded,
): Promise<{ decision: CommitteeDecision; matter: Matter } | undefined> {
  const decision = await latestDecision(tx, task);
  const recorded = await allEventsOfTasks(tx, task.municipality_id, [decision.task_id]);
  const known = standingEvents(recorded);
  let isOnPaper = false;
  for (const kind of ['adjusted', 'announced'] as const) {
    const day = boundAnswer(form, `${kind}On`, answers) ?? '';
    const before = known.findLast((event) => event.kind === kind);
    if (before?.day === day) continue;
    // What was recorded before and is another day was wrong.
    if (before && isPrinted(recorded, before, decision.id)) isOnPaper = true;
    await keepEvent(
      tx,
      { id: before?.decision_id ?? decision.id, municipality_id: decision.municipality_id },
      { kind, day, by, at, ...(before && { corrects: before.id }) },
    );
  }
  const matter = await requireMatter(tx, task);
  await tellParent(tx, matter, at);
  return isOnPaper ? { decision, matter } : undefined;
}

/** What is known of the days of the minutes before anybody has typed. */
export async function knownMinutes(tx: Tx, task: Task): Promise<Record<string, unknown>> {
  const decision = await latestDecision(tx, task);
  const { adjusted, announced } = noticeDaysOf(decision.meeting_day, await eventsOf(tx, decision));
  return {
    ...(adjusted !== undefined && { adjustedOn: adjusted }),
    ...(announced !== undefined && { announcedOn: announced }),
  };
}

function eventsOf(tx: Tx, { municipality_id: municipalityId, task_id }: CommitteeDecision) {
  return eventsOfTasks(tx, municipalityId, [task_id]);
}

export async function keepEvent(
  tx: Tx,
  { municipality_id: municipalityId, id }: Pick<CommitteeDecision, 'municipality_id' | 'id'>,
  event: {
    kind: DecisionEventKind | 'struck';
    day: string;
    /** The subject of the official; null where the record finds it out by itself. */
    by: string | null;
    at: Date;
    note?: string;
    corrects?: string;
  },
): Promise<void> {
  const { kind, day, by, at, note, corrects } = event;
  await addDecisionEvent(tx, municipalityId, {
    ...{ decision_id: id, kind, day, at, recorded_by: by, note: note ?? null },
    ...(corrects !== undefined && { corrects }),
  });
}

/** What a process that rests on a decision needs a person for from now on, and what it does not need one for any more. */
export interface Meaning {
  attention?: string;
  over?: readonly string[];
}

/** What a decision means to the process that rests on it: it looks, or a person does when it has ended. */
export async function tellParent(
  tx: Tx,
  { municipality_id: municipalityId, parent_case_id: caseId, committee }: Matter,
  at: Date,
  { attention, over = [] }: Meaning = {},
): Promise<void> {
  const parent = await findCase(tx, municipalityId, caseId);
  if (!parent) throw new DomainError('case.unknown');
  const about = over.map((code) => `${code}/${committee}`);
  await resolveAttentionsAbout(tx, municipalityId, { caseId, about, at });
  if (attention !== undefined) {
    const key = `${attention}/${committee}`;
    await raiseAttention(tx, municipalityId, { caseId, key, code: attention, at });
  }
  if (parent.closed_at === null)
    await addToOutbox(tx, municipalityId, { caseId, kind: 'look', at });
  await tellSettled(tx, municipalityId, caseId, at);
}

/** What is decided on the rest of a year concerns its transfer as well, also when the year is settled. */
async function tellSettled(
  tx: Tx,
  municipalityId: string,
  settlementId: string,
  at: Date,
): Promise<void> {
  const settlement = await findSettlement(tx, municipalityId, settlementId);
  if (!isSettled(settlement)) return;
  await tendRest(tx, municipalityId, settlement, at);
  const transfer = await findCase(tx, municipalityId, settlement.transferId);
  if (transfer?.closed_at !== null) return;
  await addToOutbox(tx, municipalityId, { caseId: transfer.id, kind: 'look', at });
}

async function requireMatter(tx: Tx, task: Task): Promise<Matter> {
  const matter = await findMatter(tx, task.municipality_id, task.case_id);
  if (!matter) throw new Error('matter.unknown');
  return matter;
}

/** What the body decided last in the case of a question to it. */
export async function latestDecision(tx: Tx, task: Task): Promise<CommitteeDecision> {
  const decision = (await decisionsOfCases(tx, task.municipality_id, [task.case_id])).at(-1);
  if (!decision) throw new DomainError('decision.unknown');
  return decision;
}
