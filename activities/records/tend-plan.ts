import { fingerprint } from '../../database/fingerprint';
import { openCase } from '../../database/open-case';
import {
  findAgreementInForce,
  pinnedAgreement,
} from '../../database/repositories/agreement.repository';
import {
  insertPlanVersion,
  planInForce,
  standingPlans,
} from '../../database/repositories/plan.repository';
import { decisionsOfCases } from '../../database/repositories/decision.repository';
import { circulationsOf, mattersOf } from '../../database/repositories/matter.repository';
import { tasksOfCase } from '../../database/repositories/task.repository';
import { getApplication } from '../../database/repositories/submission.repository';
import { turnsOf } from '../../database/repositories/wheel.repository';
import { stockholmDate } from '../../domain/calendar';
import { developmentPlan as form } from '../../domain/forms/definitions/development-plan';
import {
  evaluatedPlan,
  firstPlan,
  isPlanDue,
  planAnswers,
  type DevelopmentPlan,
  type PlanDecider,
} from '../../domain/plan/development-plan';
import { developmentPlan } from '../../domain/processes/development-plan';
import { translator } from '../../domain/texts';
import type { Recording } from './record-steps';

/**
 * When the report of a year is published, the evaluation of the development plan begins if it is due,
 * unless one is under way. The step that publishes is recorded once, so it begins once.
 */
export async function beginPlanIfDue(recording: Recording): Promise<void> {
  const { tx, municipality, current, at } = recording;
  const everyYears = municipality.followUp?.plan?.everyYears;
  if (everyYears === undefined || !municipality.processes[developmentPlan.name]) return;
  const opened = (await turnsOf(tx, municipality.id)).filter(({ state }) => state === 'opened');
  const year = opened.find(({ caseId }) => caseId === current.id)?.year;
  if (year === undefined || (await isUnderWay(recording))) return;
  const language = municipality.defaultLanguage;
  const { texts } = await pinnedAgreement(tx, current);
  const { plan, version } = await planInForce(tx, municipality.id, {
    ...{ texts, language },
    planned: municipality.followUp?.plan?.points,
  });
  const since = version?.year ?? Math.min(...opened.map((turn) => turn.year)) - 1;
  if (!isPlanDue({ year, since, everyYears })) return;
  const title = translator(language, 'document')('developmentPlan.title', { year });
  await openCase(
    { tx, municipality, at },
    {
      ...{ process: developmentPlan, title, form, answers: planAnswers(plan) },
      ...(current.agreement_version_id && { agreementVersionId: current.agreement_version_id }),
      details: { from: current.id, year },
    },
  );
}

async function isUnderWay({ tx, municipality }: Recording): Promise<boolean> {
  const open = await tx
    .selectFrom('cases')
    .select('id')
    .where('municipality_id', '=', municipality.id)
    .where('process', '=', developmentPlan.name)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return open !== undefined;
}

/** What was written last in the case is the plan from now on, a version of its own. */
export async function adoptPlan({ tx, municipality, current, at }: Recording): Promise<void> {
  const { id } = municipality;
  const versions = await standingPlans(tx, id);
  const before = versions.find(({ holds }) => holds);
  const { answers } = await getApplication(tx, id, current.id);
  const day = stockholmDate(at);
  const agreement = await findAgreementInForce(tx, id, day);
  const { defaultLanguage: language, followUp } = municipality;
  const areas = agreement?.texts[language].developmentAreas ?? [];
  const first = firstPlan(areas, language, followUp?.plan?.points);
  const year = await yearOf(tx, current);
  const content: DevelopmentPlan = evaluatedPlan(before?.content ?? first, answers);
  await insertPlanVersion(tx, id, {
    ...{ version: (versions[0]?.version ?? 0) + 1, year, case_id: current.id, content },
    ...{ sha256: fingerprint(content), decided_at: at },
    decided_by: await deciderOf(tx, current, municipality),
  });
}

/** Who has decided on the plan of a case: the last one that it went to. */
async function deciderOf(
  tx: Recording['tx'],
  { id: caseId, municipality_id: municipalityId }: Recording['current'],
  { processes }: Recording['municipality'],
): Promise<PlanDecider> {
  const round = (await circulationsOf(tx, municipalityId, caseId)).at(-1)?.round_key;
  const matters = round ? await mattersOf(tx, municipalityId, { caseId, round }) : [];
  const deciding = matters.findLast(({ part }) => part === 'decide')?.case_id;
  const decided = (await decisionsOfCases(tx, municipalityId, deciding ? [deciding] : [])).at(-1);
  if (decided) {
    const { committee, meeting_day: meetingOn, paragraph } = decided;
    return { by: 'committee', committee, meetingOn, paragraph };
  }
  const tasks = await tasksOfCase(tx, municipalityId, caseId);
  const asks = processes[developmentPlan.name]?.tasks['decidePlan']?.asks;
  const isOfGroup = tasks.some(({ kind }) => kind === 'decidePlan') && asks && 'group' in asks;
  return isOfGroup ? { by: 'group', group: asks.group } : { by: 'contactPoint' };
}

/** The year of the follow-up that began a case, however long the decision has taken. */
async function yearOf(
  tx: Recording['tx'],
  { municipality_id: municipalityId, opened_at: openedAt }: Recording['current'],
): Promise<number> {
  const day = stockholmDate(openedAt);
  const before = (await turnsOf(tx, municipalityId)).filter(
    ({ state, opensOn }) => state === 'opened' && opensOn <= day,
  );
  return before.at(-1)?.year ?? Number(day.slice(0, 'YYYY'.length));
}
