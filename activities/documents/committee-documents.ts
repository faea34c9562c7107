import { findCommittee } from '../../database/repositories/committee.repository';
import { getCase } from '../../database/repositories/case.repository';
import {
  allDecisionsOf,
  allEventsOfTasks,
  eventsOfRecord,
  eventsOfTasks,
  findDecision,
  inOrderOfRecording,
  type CommitteeDecision,
} from '../../database/repositories/decision.repository';
import { findMatter } from '../../database/repositories/matter.repository';
import { officialNames } from '../../database/repositories/official.repository';
import {
  applicationsOfCase,
  getSubmission,
} from '../../database/repositories/submission.repository';
import { stockholmDate } from '../../domain/calendar';
import { standingEvents } from '../../domain/committees/corrected-events';
import type { MatterReport } from '../../domain/committees/dispatch';
import {
  certifiedBefore,
  correctionsOfPrinted,
  originalOf,
} from '../../domain/committees/sent-extract';
import type { Answers } from '../../domain/forms/types';
import { composeExtract, type Certification, type DecisionRecord } from './compose/compose-extract';
import { composeOfficialReport } from './compose/compose-official-report';
import type { DocumentContent } from './content';
import { followUpReport } from './follow-up-report';
import type { Source } from './make-document';

/** What a body gets about a matter, and what it has decided. */
export const committeeDocuments = {
  officialReport(source: Source): Promise<DocumentContent> {
    return officialReportOf(source, source.nth);
  },

  /** The report as it is now, for the body that has taken the matter over: its own is the nth of those. */
  async successorReport(source: Source): Promise<DocumentContent> {
    const { tx, municipality, found } = source;
    const versions = await applicationsOfCase(tx, municipality.id, found.id);
    return officialReportOf(source, versions.length);
  },

  async extract(source: Source): Promise<DocumentContent> {
    return extractOf(source, await decisionNumber(source, source.nth));
  },

  async correctedExtract(source: Source): Promise<DocumentContent> {
    const records = await recordsOf(source);
    return extractOf(
      source,
      nth(
        records.filter(({ corrects }) => corrects !== null),
        source.nth,
      ),
    );
  },

  /** What another body had decided, as it came along with the papers. */
  async earlierExtract(source: Source): Promise<DocumentContent> {
    const { tx, municipality } = source;
    const matter = await findMatter(tx, municipality.id, source.found.id);
    const id = matter?.follows[source.nth - 1];
    const found = id === undefined ? undefined : await caseOfDecision(source, id);
    if (!found) throw new Error('decision.unknown');
    const { decision, ...of } = found;
    const events = await eventsOfTasks(tx, municipality.id, [decision.task_id]);
    return extractOf(
      { ...source, found: of.found },
      decision,
      await certificationOf(source, decision, events),
    );
  },

  /** The report of the follow-up that the matter is about: nobody else has it until it is published. */
  async enclosedReport(source: Source): Promise<DocumentContent> {
    const { tx, municipality, found } = source;
    const matter = await findMatter(tx, municipality.id, found.id);
    if (!matter) throw new Error('committee.unknown');
    return followUpReport({
      ...source,
      found: await getCase(tx, municipality.id, matter.parent_case_id),
    });
  },

  async certifiedExtract(source: Source): Promise<DocumentContent> {
    const decision = nth(await recordsOf(source), source.nth);
    const events = await eventsOfTasks(source.tx, source.municipality.id, [decision.task_id]);
    const certification = await certificationOf(source, decision, events);
    if (!certification) throw new Error('decision.notCertified');
    return extractOf(source, decision, certification);
  },

  /** The certified extract with the day that the nth correction of such days in the case has put right. */
  async redatedExtract(source: Source): Promise<DocumentContent> {
    const { tx, municipality } = source;
    const records = await recordsOf(source);
    const tasks = [...new Set(records.map(({ task_id }) => task_id))];
    const recorded = await allEventsOfTasks(tx, municipality.id, tasks);
    const correction = correctionsOfPrinted(recorded)[source.nth - 1];
    const ofTask = recorded.filter(({ task_id }) => task_id === correction?.task_id);
    const certified = correction && certifiedBefore(ofTask, correction);
    const decision = records.find(({ id }) => id === certified);
    if (!decision) throw new Error('decision.notCertified');
    const certification = await certificationOf(source, decision, standingEvents(ofTask));
    return extractOf(source, decision, certification, true);
  },
};

async function officialReportOf(source: Source, version: number): Promise<DocumentContent> {
  const { municipality, found, createdAt } = source;
  return composeOfficialReport({
    ...{ municipality, process: found.process, language: found.language, createdAt },
    number: found.number,
    committee: await nameOn(source, await bodyOf(source), stockholmDate(new Date(createdAt))),
    report: await reportOf(source, version),
    version,
  });
}

/** Who has certified the extract of a record, and when; undefined for a draft. */
async function certificationOf(
  { tx, municipality }: Source,
  { id }: CommitteeDecision,
  events: Awaited<ReturnType<typeof eventsOfTasks>>,
): Promise<Certification | undefined> {
  const own = eventsOfRecord(events, id);
  const certified = own.findLast(({ kind }) => kind === 'certified');
  if (!certified) return undefined;
  const recorded = await allEventsOfTasks(tx, municipality.id, [certified.task_id]);
  // Whoever puts the day right has not certified it.
  const { recorded_by: by } = originalOf(recorded, certified.id);
  if (by === null) return undefined;
  const names = await officialNames(tx, municipality.id, [by]);
  return { by: names.get(by) ?? '', on: certified.day };
}

/** A decision with the case in whose diary it is. */
async function caseOfDecision({ tx, municipality }: Source, id: string) {
  const decision = await findDecision(tx, municipality.id, id);
  return decision && { decision, found: await getCase(tx, municipality.id, decision.case_id) };
}

/** Every record of a decision in the case, in the order they were made. */
async function recordsOf({ tx, municipality, found }: Source): Promise<CommitteeDecision[]> {
  return inOrderOfRecording(await allDecisionsOf(tx, municipality.id, found.id));
}

function nth(records: readonly CommitteeDecision[], number: number): CommitteeDecision {
  const record = records[number - 1];
  if (!record) throw new Error('decision.unknown');
  return record;
}

async function extractOf(
  source: Source,
  decision: CommitteeDecision,
  certified?: Certification,
  replaces = decision.corrects !== null,
): Promise<DocumentContent> {
  const { tx, municipality, found, createdAt } = source;
  const { answers } = await getSubmission(tx, municipality.id, decision.submission_id);
  const events = await eventsOfTasks(tx, municipality.id, [decision.task_id]);
  const dayOf = (kind: string) => events.findLast((event) => event.kind === kind)?.day;
  const adjustedOn = dayOf('adjusted');
  const announcedOn = dayOf('announced');
  return composeExtract({
    ...{ municipality, process: found.process, language: found.language, createdAt },
    number: found.number,
    // The body that decided, also where another one has taken over its cases since.
    committee: await nameOn(source, decision.committee, decision.meeting_day),
    report: await reportOf(source, decision.report_version),
    decision: recordIn(answers),
    meetingOn: decision.meeting_day,
    paragraph: decision.paragraph,
    corrects: replaces,
    ...(await preparesFor(source, decision)),
    ...(adjustedOn !== undefined && { adjustedOn }),
    ...(announcedOn !== undefined && { announcedOn }),
    ...(certified && { certified }),
  });
}

/** Whom a working committee's decision is a proposal to. */
async function preparesFor(
  { tx, municipality, found }: Source,
  { committee, meeting_day: day, outcome }: CommitteeDecision,
): Promise<{ preparesFor?: string }> {
  const own = municipality.committees?.find(({ id }) => id === committee);
  const supports = outcome === 'support' || outcome === 'supportWithChange';
  if (!supports || own?.preparesFor === undefined) return {};
  const next = await findCommittee(tx, municipality.id, { id: own.preparesFor, day });
  return next ? { preparesFor: next.name[found.language] } : {};
}

/**
 * What the body decided when the matter came up for the nth time, as it reads now: what a later record
 * corrects is left out, and so is a time that it did not come up as it had not been tabled after all.
 */
async function decisionNumber(source: Source, number: number): Promise<CommitteeDecision> {
  const all = await recordsOf(source);
  const recorded = all.filter(({ corrects }) => corrects === null);
  let decision = nth(recorded, Math.min(number, recorded.length));
  for (;;) {
    const { id }: CommitteeDecision = decision;
    const correction: CommitteeDecision | undefined = all.find(({ corrects }) => corrects === id);
    if (!correction) return decision;
    decision = correction;
  }
}

/** The official report in one of its versions, from 1. */
async function reportOf(
  { tx, municipality, found }: Source,
  version: number,
): Promise<MatterReport & { proposal: string }> {
  const versions = await applicationsOfCase(tx, municipality.id, found.id);
  const chosen = versions[version - 1] ?? versions.at(-1);
  if (!chosen) throw new Error('application.missing');
  return chosen.answers as unknown as MatterReport & { proposal: string };
}

/** The body that has the case in its diary. */
async function bodyOf({ tx, municipality, found }: Source): Promise<string> {
  const matter = await findMatter(tx, municipality.id, found.id);
  if (!matter) throw new Error('committee.unknown');
  return matter.committee;
}

async function nameOn(
  { tx, municipality, found }: Source,
  id: string,
  day: string,
): Promise<string> {
  const body = await findCommittee(tx, municipality.id, { id, day });
  if (!body) throw new Error('committee.unknown');
  return body.name[found.language];
}

function recordIn(answers: Answers): DecisionRecord {
  return answers as unknown as DecisionRecord;
}
