import type { Insertable, Selectable } from 'kysely';
import {
  firstPlan,
  type DevelopmentPlan,
  type PlanDecider,
  type PlannedPoint,
} from '../../domain/plan/development-plan';
import type { AgreementText } from '../../domain/agreement';
import { mayBeCarriedOut } from '../../domain/committees/decision';
import type { Language } from '../../domain/language';
import type { Tx } from '../database';
import type { PlanVersionTable } from '../tables';
import { restsOn, type RestedOn } from './resting.repository';

export type PlanVersion = Selectable<PlanVersionTable>;

/** Every version of a municipality's development plan, latest first. */
export function planVersions(tx: Tx, municipalityId: string): Promise<PlanVersion[]> {
  return tx
    .selectFrom('plan_version')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .orderBy('version', 'desc')
    .execute();
}

/** A version as the decision on it stands now: its record may be corrected, and a court have stopped it. */
export interface StandingPlan extends PlanVersion {
  /** It was decided, and may be carried out. */
  holds: boolean;
}

/** The same with whether each of them holds. */
export async function standingPlans(tx: Tx, municipalityId: string): Promise<StandingPlan[]> {
  const found: StandingPlan[] = [];
  for (const version of await planVersions(tx, municipalityId)) {
    const isByCommittee = version.decided_by?.by === 'committee';
    const rests = isByCommittee ? await restsOn(tx, municipalityId, version.case_id) : undefined;
    found.push(rests ? standing(version, rests) : { ...version, holds: true });
  }
  return found;
}

function standing(version: PlanVersion, { decision, stand }: RestedOn): StandingPlan {
  const { committee, meeting_day: meetingOn, paragraph, outcome } = decision;
  const isDecided = outcome === 'approve' || outcome === 'approveWithChange';
  return {
    ...version,
    decided_by: { by: 'committee', committee, meetingOn, paragraph },
    holds: isDecided && mayBeCarriedOut(stand),
  };
}

/** The plan that holds: the version decided last that does, else the first plan for the agreement's development areas. */
export async function planInForce(
  tx: Tx,
  municipalityId: string,
  {
    texts,
    language,
    planned,
  }: {
    texts: Record<Language, AgreementText>;
    language: Language;
    planned: readonly PlannedPoint[] | undefined;
  },
): Promise<{ plan: DevelopmentPlan; version: PlanVersion | undefined }> {
  const version = (await standingPlans(tx, municipalityId)).find(({ holds }) => holds);
  const { developmentAreas: areas } = texts[language];
  return { plan: version?.content ?? firstPlan(areas, language, planned), version };
}

/** Keeps a version; one that is there stays as it is. */
export async function insertPlanVersion(
  tx: Tx,
  municipalityId: string,
  {
    content,
    decided_by,
    ...version
  }: Omit<PlanVersion, 'municipality_id' | 'decided_by'> & {
    decided_by: PlanDecider;
  },
): Promise<void> {
  await tx
    .insertInto('plan_version')
    .values({
      ...(version satisfies Partial<Insertable<PlanVersionTable>>),
      ...{ municipality_id: municipalityId, content: JSON.stringify(content) },
      decided_by: JSON.stringify(decided_by),
    })
    .execute();
}
