import { findCommittee } from '../../database/repositories/committee.repository';
import {
  allDecisionsOf,
  eventsOfTasks,
  type CommitteeDecision,
} from '../../database/repositories/decision.repository';
import { findMatter } from '../../database/repositories/matter.repository';
import { officialNames } from '../../database/repositories/official.repository';
import {
  applicationsOfCase,
  getSubmission,
} from '../../database/repositories/submission.repository';
import { stockholmDate } from '../../domain/calendar';
import type { MatterReport } from '../../domain/committees/dispatch';
import type { Answers } from '../../domain/forms/types';
import { composeExtract, type Certification, type DecisionRecord } from './compose/compose-extract';
import { composeOfficialReport } from './compose/compose-official-report';
import type { DocumentContent } from './content';
import type { Source } from './make-document';

/** What a body gets about a matter, and what it has decided. */
export const committeeDocuments = {
  async officialReport(source: Source): Promise<DocumentContent> {
    const { municipality, found, createdAt } = source;
    const report = await reportOf(source, source.nth);
    return composeOfficialReport({
      ...{ municipality, process: found.process, language: found.language, createdAt },
      number: found.number,
      committee: await nameOn(source, stockholmDate(new Date(createdAt))),
      report,
      version: source.nth,
    });
  },

  extract: (source: Source) => extractOf(source),

  async certifiedExtract(source: Source): Promise<DocumentContent> {
    const decision = await decisionNumber(source, source.nth);
    const events = await eventsOfTasks(source.tx, source.municipality.id, [decision.task_id]);
    const certified = events.findLast(({ kind }) => kind === 'certified');
    if (!certified?.recorded_by) throw new Error('decision.notCertified');
    const names = await officialNames(source.tx, source.municipality.id, [certified.recorded_by]);
    const by = names.get(certified.recorded_by) ?? '';
    return extractOf(source, { by, on: certified.day });
  },
};

async function extractOf(source: Source, certified?: Certification): Promise<DocumentContent> {
  const { tx, municipality, found, createdAt } = source;
  const decision = await decisionNumber(source, source.nth);
  const { answers } = await getSubmission(tx, municipality.id, decision.submission_id);
  const events = await eventsOfTasks(tx, municipality.id, [decision.task_id]);
  const dayOf = (kind: string) => events.findLast((event) => event.kind === kind)?.day;
  const adjustedOn = dayOf('adjusted');
  const announcedOn = dayOf('announced');
  return composeExtract({
    ...{ municipality, process: found.process, language: found.language, createdAt },
    number: found.number,
    committee: await nameOn(source, decision.meeting_day),
    report: await reportOf(source, decision.report_version),
    decision: recordIn(answers),
    meetingOn: decision.meeting_day,
    paragraph: decision.paragraph,
    corrects: decision.corrects !== null,
    ...(adjustedOn !== undefined && { adjustedOn }),
    ...(announcedOn !== undefined && { announcedOn }),
    ...(certified && { certified }),
  });
}

/** The nth decision of the case as it reads now: what a later record corrects is left out. */
async function decisionNumber(
  { tx, municipality, found }: Source,
  nth: number,
): Promise<CommitteeDecision> {
  const all = await allDecisionsOf(tx, municipality.id, found.id);
  let decision = all.filter(({ corrects }) => corrects === null)[nth - 1];
  if (!decision) throw new Error('decision.unknown');
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

async function nameOn({ tx, municipality, found }: Source, day: string): Promise<string> {
  const matter = await findMatter(tx, municipality.id, found.id);
  const body = matter && (await findCommittee(tx, municipality.id, { id: matter.committee, day }));
  if (!body) throw new Error('committee.unknown');
  return body.name[found.language];
}

function recordIn(answers: Answers): DecisionRecord {
  return answers as unknown as DecisionRecord;
}
