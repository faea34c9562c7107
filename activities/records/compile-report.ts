import { askedQuestions } from '../../database/asked-questions';
import type { Tx } from '../../database/database';
import { sha256 } from '../../database/fingerprint';
import { pinnedAgreement } from '../../database/repositories/agreement.repository';
import { appendAudit } from '../../database/repositories/audit.repository';
import { lockCase, type Case } from '../../database/repositories/case.repository';
import { answersOf, collectionsOf } from '../../database/repositories/collection.repository';
import { focusResults } from '../../database/repositories/focus.repository';
import { planInForce } from '../../database/repositories/plan.repository';
import {
  keepReport,
  publishedReportBefore,
  reportsOf,
} from '../../database/repositories/report.repository';
import { getApplication, latestAnswer } from '../../database/repositories/submission.repository';
import { dialoguesOfFollowUp } from '../../database/repositories/dialogue.repository';
import { daysBetween, stockholmDate } from '../../domain/calendar';
import type { YearsDialogue } from '../../domain/dialogue/dialogue-figures';
import { compileReport, reportPrinciples } from '../../domain/follow-up/report';
import type { FollowUpReport, Respondent } from '../../domain/follow-up/report-shapes';
import {
  publishedJson,
  type Commentary,
  type StoredReportContent,
} from '../../domain/follow-up/stored-report';
import type { Answers } from '../../domain/forms/types';
import { planInReport } from '../../domain/plan/development-plan';
import type { Municipality } from '../../domain/municipality';
import type { ProcessState } from '../../domain/process';
import type { RecordDependencies } from './record-steps';

export interface KeepReportInput {
  process: ProcessState;
  /** Process time in milliseconds since 1970. */
  at: number;
  /** Which version of the case's report this becomes, from 1. */
  version: number;
}

/**
 * Compiles what was answered so far, with the commentary there is, and keeps it as a version of the
 * report. Repeatable: a version that is there stays as it is.
 */
export async function keepReportVersion(
  dependencies: RecordDependencies,
  { process: { municipalityId, caseId }, at, version }: KeepReportInput,
): Promise<void> {
  const municipality = dependencies.municipality(municipalityId);
  await dependencies.database.transaction(municipalityId, async (tx) => {
    const current = await lockCase(tx, municipalityId, caseId);
    const known = await reportsOf(tx, municipalityId, caseId);
    if (known.some((report) => report.version === version)) return;
    const content: StoredReportContent = {
      commentary: await commentaryOn(tx, current),
      report: await compiled(tx, municipality, current),
    };
    const made_at = new Date(at);
    const kept = { case_id: caseId, version, content, made_at };
    await keepReport(tx, municipalityId, { ...kept, sha256: sha256(publishedJson(content)) });
    const entry = { at: made_at, actor: 'system', event: 'reportCompiled' } as const;
    await appendAudit(tx, municipalityId, caseId, { ...entry, details: { version } });
  });
}

async function compiled(
  tx: Tx,
  municipality: Municipality,
  current: Case,
): Promise<FollowUpReport> {
  const { answers } = await getApplication(tx, municipality.id, current.id);
  const cycle = Number(answers['year']);
  const agreement = await pinnedAgreement(tx, current);
  const before = await publishedReportBefore(tx, municipality.id, cycle);
  const { plan, version } = await planInForce(tx, municipality.id, {
    texts: agreement.texts,
    language: municipality.defaultLanguage,
    planned: municipality.followUp?.plan?.points,
  });
  const focus = (await focusResults(tx, municipality.id)).find(({ year }) => year < cycle);
  return compileReport({
    cycle,
    agreementVersion: agreement.version,
    principles: reportPrinciples(agreement.texts),
    questions: await askedQuestions(tx, municipality, current.id),
    respondents: await respondentsOf(tx, current),
    dialogues: await dialoguesOf(tx, current),
    ...(municipality.followUp?.plan &&
      planInReport(plan, agreement.texts, {
        planned: municipality.followUp.plan.points,
        evaluatedIn: version?.year,
      })),
    ...(focus && {
      focusAreas: { year: focus.year, areas: focus.content.areas.map(({ area }) => area) },
    }),
    ...(before && { previous: (before.content as StoredReportContent).report }),
  });
}

/** The dialogues that the answers have begun, as they stand now. */
async function dialoguesOf(
  tx: Tx,
  { municipality_id: municipalityId, id }: Case,
): Promise<YearsDialogue[]> {
  const begun = await dialoguesOfFollowUp(tx, municipalityId, id);
  return begun.map(({ theme, party_id, office_id, opened_at, closed_at, first_reply_at }) => ({
    theme,
    askedBy: party_id ?? office_id ?? '',
    closed: closed_at !== null,
    daysToAnswer:
      first_reply_at && daysBetween(stockholmDate(opened_at), stockholmDate(first_reply_at)),
  }));
}

async function respondentsOf(tx: Tx, current: Case): Promise<Respondent[]> {
  const { municipality_id: municipalityId, id: caseId } = current;
  const [collection] = await collectionsOf(tx, municipalityId, caseId);
  if (!collection) throw new Error('collection.unknown');
  const { step_key: key } = collection;
  const asked = await answersOf(tx, municipalityId, { caseId, key });
  return asked.map(
    ({ id, name, side, kind, ended_on: ended, answered_at: at, deadline, answers }) => ({
      ...{ id, name, side, kind, left: ended !== null },
      // Somebody may have been given more time than the others.
      late: at !== null && deadline !== null && stockholmDate(at) > deadline,
      ...(at !== null && { answeredAt: at.toISOString() }),
      ...(answers !== null && { answers }),
    }),
  );
}

async function commentaryOn(tx: Tx, current: Case): Promise<Commentary | null> {
  const written = await latestAnswer(tx, current.municipality_id, {
    caseId: current.id,
    kind: 'comment',
  });
  return written ? commentaryIn(written.answers) : null;
}

function commentaryIn({ summary, measures }: Answers): Commentary {
  return {
    summary: typeof summary === 'string' ? summary : '',
    ...(typeof measures === 'string' && measures !== '' && { measures }),
  };
}
