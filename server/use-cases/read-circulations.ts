import type { Tx } from '../../database/database';
import { findCase, getCase } from '../../database/repositories/case.repository';
import {
  committeesOn,
  findMeeting,
  nextMeeting,
} from '../../database/repositories/committee.repository';
import {
  allDecisionsOf,
  decisionsOfCases,
  allEventsOfTasks,
  eventsOfRecord,
  eventsOfTasks,
  type CommitteeDecision,
  type DecisionEventOfTask,
} from '../../database/repositories/decision.repository';
import {
  circulationsOf,
  findMatter,
  mattersOf,
  placesOf,
  type Circulation,
  type Matter,
} from '../../database/repositories/matter.repository';
import { officialNames } from '../../database/repositories/official.repository';
import {
  applicationsOfCase,
  getSubmission,
} from '../../database/repositories/submission.repository';
import { tasksOfCase, type Task } from '../../database/repositories/task.repository';
import type { CirculationView, CommitteeDecisionView, PlaceView } from '../../domain/api/desk';
import { stockholmDate } from '../../domain/calendar';
import { decidedBefore } from '../../domain/committees/older-check';
import { correctableEvents, standingEvents } from '../../domain/committees/corrected-events';
import {
  noticeDaysOf,
  possibleEvents,
  readDecision,
  standOfPart,
} from '../../domain/committees/decision';
import { finalOn, lastDayOfAppeal, noticeFlawsOf } from '../../domain/committees/notice';
import { isDone, readRound } from '../../domain/committees/round';
import { boundAnswer } from '../../domain/forms/fields';
import type { Language } from '../../domain/language';
import type { Municipality } from '../../domain/municipality';
import { circulation as circulationProcess } from '../../domain/processes/circulation';
import type { ServerContext } from '../context';
import { checkCorrectedAt } from './checks-of-rounds';
import { unreachedBy } from './send-extract';
import { isOverdue } from './views';

interface Reading {
  context: Pick<ServerContext, 'forms' | 'clock' | 'processes'>;
  municipalityId: string;
  caseId: string;
  language: Language;
}

/** A case's circulations among committees, newest first: who has decided what, who is awaited. */
export async function readCirculations(tx: Tx, reading: Reading): Promise<CirculationView[]> {
  const { municipalityId, caseId } = reading;
  const circulations = await circulationsOf(tx, municipalityId, caseId);
  const views: CirculationView[] = [];
  for (const circulation of circulations) {
    views.unshift(await readCirculation(tx, reading, circulation));
  }
  return views;
}

async function readCirculation(
  tx: Tx,
  reading: Reading,
  circulation: Circulation,
): Promise<CirculationView> {
  const { municipalityId, caseId } = reading;
  const { turns: order, round_key: round, ended_at: endedAt } = circulation;
  const checked = await checkCorrectedAt(tx, circulation);
  const matters = await mattersOf(tx, municipalityId, { caseId, round });
  const places = await placesOf(tx, municipalityId, matters);
  const views: PlaceView[] = [];
  for (const matter of matters) views.push(await readPlace(tx, reading, matter, checked));
  const done = places.filter(({ outcome }) => outcome !== null && outcome !== 'table').length;
  const found = await findCase(tx, municipalityId, caseId);
  const follows = found && reading.context.processes.get(found.process).followsChanges;
  const { state } = readRound(places, order, follows !== undefined);
  const renewable = endedAt === null && found?.process === circulationProcess.name;
  const shown = state === 'open' && endedAt !== null ? 'ended' : state;
  return { renewable, order, state: shown, done, places: views };
}

async function readPlace(
  tx: Tx,
  { context, municipalityId, language }: Reading,
  matter: Matter,
  checkCorrected: Date | null,
): Promise<PlaceView> {
  const { case_id: caseId, part, meeting_id } = matter;
  const decision = caseId
    ? (await decisionsOfCases(tx, municipalityId, [caseId])).at(-1)
    : undefined;
  // Whoever has decided has, also where another body has taken over its cases since.
  const committee = decision && isDone(decision.outcome) ? decision.committee : matter.committee;
  const day = decision?.meeting_day ?? stockholmDate(context.clock());
  const bodies = await committeesOn(tx, municipalityId, day);
  const own = caseId ? await findCase(tx, municipalityId, caseId) : undefined;
  const tasks = caseId ? await tasksOfCase(tx, municipalityId, caseId) : [];
  // Its process puts it on a meeting when it begins, which is about to happen.
  const meeting = meeting_id
    ? await findMeeting(tx, municipalityId, meeting_id)
    : own?.state === 'received'
      ? await nextMeeting(tx, municipalityId, { committee, from: day })
      : undefined;
  return {
    committee,
    name: bodies.find(({ id }) => id === committee)?.name[language] ?? committee,
    part,
    proposal: await proposalBefore(tx, matter, decision),
    matter: own ? { caseId: own.id, number: own.number } : null,
    meetingOn: meeting?.day ?? null,
    awaited: own?.closed_at === null && !isDone(decision?.outcome ?? null),
    overdue: tasks.some((task) => task.kind === 'decide' && isOverdue(task, context.clock())),
    decision: decision
      ? {
          ...(await decisionInBrief(tx, context, decision, part)),
          onOlderCheck: isOnOlderCheck(decision, tasks, checkCorrected),
        }
      : null,
  };
}

/** What a body had before it when it decided; before that, what it has now. */
async function proposalBefore(
  tx: Tx,
  { municipality_id: municipalityId, proposal: now }: Matter,
  decision: CommitteeDecision | undefined,
): Promise<string> {
  if (!decision || !isDone(decision.outcome)) return now;
  const versions = await applicationsOfCase(tx, municipalityId, decision.case_id);
  const { proposal } = versions[decision.report_version - 1]?.answers ?? {};
  return typeof proposal === 'string' ? proposal : now;
}

/** Whether a body had decided when the controller's check was put right. */
function isOnOlderCheck(
  { meeting_day: meeting, task_id }: CommitteeDecision,
  tasks: readonly Task[],
  correctedAt: Date | null,
): boolean {
  // Its record may have been corrected since: it was recorded when the question was answered.
  const recordedAt = tasks.find(({ id }) => id === task_id)?.answered_at ?? null;
  return correctedAt !== null && decidedBefore({ meeting, recordedAt }, correctedAt);
}

async function decisionInBrief(
  tx: Tx,
  { forms }: Pick<ServerContext, 'forms'>,
  decision: Awaited<ReturnType<typeof decisionsOfCases>>[number],
  part: Matter['part'],
): Promise<Omit<NonNullable<PlaceView['decision']>, 'onOlderCheck'>> {
  const { municipality_id: municipalityId, case_id: caseId } = decision;
  const { form_reference, answers } = await getSubmission(
    tx,
    municipalityId,
    decision.submission_id,
  );
  const events = await eventsOfTasks(tx, municipalityId, [decision.task_id]);
  const versions = await applicationsOfCase(tx, municipalityId, caseId);
  const { referralReasons: reasons } = answers;
  return {
    outcome: decision.outcome,
    paragraph: decision.paragraph,
    meetingOn: decision.meeting_day,
    wording: boundAnswer(forms.get(form_reference), 'wording', answers) ?? '',
    referralReasons: typeof reasons === 'string' ? reasons : null,
    onOlderReport: decision.report_version < versions.length,
    adjusted: events.some(({ kind }) => kind === 'adjusted'),
    state: standOfPart(readDecision(events), part),
  };
}

/** What a body has decided in a case, newest first, with what can be recorded about it now. */
export async function readDecisions(
  tx: Tx,
  { municipality, caseId }: { municipality: Municipality; caseId: string },
): Promise<CommitteeDecisionView[]> {
  const { id: municipalityId } = municipality;
  const matter = await findMatter(tx, municipalityId, caseId);
  if (!matter) return [];
  const { part } = matter;
  const decisions = await allDecisionsOf(tx, municipalityId, caseId);
  const versions = await applicationsOfCase(tx, municipalityId, caseId);
  const begunOn = stockholmDate((await getCase(tx, municipalityId, caseId)).opened_at);
  const corrected = new Set(decisions.map(({ corrects }) => corrects));
  const recorded = await allEventsOfTasks(
    tx,
    municipalityId,
    decisions.map(({ task_id }) => task_id),
  );
  const events = standingEvents(recorded);
  const subjects = recorded.flatMap(({ recorded_by: by }) => by ?? []);
  const names = await officialNames(tx, municipalityId, [...new Set(subjects)]);
  const unreached = new Map<string, string[]>();
  for (const each of decisions) unreached.set(each.id, await unreachedBy(tx, municipality, each));
  return decisions
    .map((decision) => {
      const own = eventsOfRecord(
        events.filter(({ task_id }) => task_id === decision.task_id),
        decision.id,
      );
      const stand = readDecision(own);
      const days = noticeDaysOf(decision.meeting_day, own);
      const announced = part === 'decide' ? days.announced : undefined;
      const isCorrected = corrected.has(decision.id);
      return {
        id: decision.id,
        outcome: decision.outcome,
        paragraph: decision.paragraph,
        meetingOn: decision.meeting_day,
        state: standOfPart(stand, part),
        stayed: stand.state === 'appealed' && stand.stayed,
        lastDayOfAppeal: announced === undefined ? null : lastDayOfAppeal(announced),
        finalOn: announced === undefined ? null : finalOn(announced),
        onOlderReport: decision.report_version < versions.length,
        flaws: noticeFlawsOf(days),
        metBefore: decision.meeting_day < begunOn,
        corrected: isCorrected,
        events: happened(
          eventsOfRecord(
            recorded.filter(({ task_id }) => task_id === decision.task_id),
            decision.id,
          ),
          isCorrected ? [] : correctableEvents(own),
          names,
        ),
        possible: isCorrected ? [] : possibleEvents(own),
        unreached: unreached.get(decision.id) ?? [],
      };
    })
    .reverse();
}

/** All that was recorded, right or wrong, each with who did; a correction's reason stands at what it corrects. */
function happened(
  recorded: readonly DecisionEventOfTask[],
  correctable: readonly { id: string }[],
  names: ReadonlyMap<string, string>,
): CommitteeDecisionView['events'] {
  return recorded.flatMap(({ id, kind, day, note, recorded_by: by, corrects }) => {
    if (kind === 'struck') return [];
    const correction = recorded.find((each) => each.corrects === id);
    return [
      {
        ...{ id, kind, day, note: corrects === null ? note : null },
        by: by === null ? null : (names.get(by) ?? null),
        wrong: correction ? (correction.note ?? '') : null,
        correctable: correctable.some((each) => each.id === id),
      },
    ];
  });
}
