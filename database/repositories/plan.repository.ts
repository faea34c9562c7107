import type { Insertable, Selectable } from 'kysely';
import {
  firstPlan,
  type DevelopmentPlan,
  type PlanDecider,
  type PlannedPoint,
} from '../../domain/plan/development-plan';
import type { AgreementText } from '../../domain/agreement';
import type { Language } from '../../domain/language';
import type { Tx } from '../database';
import type { PlanVersionTable } from '../tables';

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

/** The plan that holds: the version decided last, else the first plan for the agreement's development areas. */
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
  const [version] = await planVersions(tx, municipalityId);
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
