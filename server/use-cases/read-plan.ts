import { findAgreementInForce } from '../../database/repositories/agreement.repository';
import { planVersions, type PlanVersion } from '../../database/repositories/plan.repository';
import type { PlanAnswer, PlanView } from '../../domain/api/reports';
import { stockholmDate } from '../../domain/calendar';
import type { Language } from '../../domain/language';
import type { Municipality } from '../../domain/municipality';
import { firstPlan, type DevelopmentPoint } from '../../domain/plan/development-plan';
import type { ServerContext } from '../context';

/** The development plan that holds and its earlier versions; no plan where the municipality has none. */
export async function readPlan(
  { database, clock }: Pick<ServerContext, 'database' | 'clock'>,
  { id, followUp }: Municipality,
  language: Language,
): Promise<PlanAnswer> {
  if (!followUp?.plan) return { plan: null, earlier: [] };
  return database.transaction(id, async (tx) => {
    const [latest, ...earlier] = (await planVersions(tx, id)).map(versionView);
    if (latest) return { plan: latest, earlier };
    const agreement = await findAgreementInForce(tx, id, stockholmDate(clock()));
    if (!agreement) return { plan: null, earlier: [] };
    const { points } = firstPlan(agreement.texts[language].developmentAreas);
    const undecided = { version: null, year: null, decidedOn: null };
    return { plan: { ...undecided, points: points.map(pointView) }, earlier: [] };
  });
}

function versionView({ version, year, decided_at: at, content }: PlanVersion): PlanView {
  return { version, year, decidedOn: stockholmDate(at), points: content.points.map(pointView) };
}

function pointView({ id, area, text, state, note }: DevelopmentPoint): PlanView['points'][number] {
  return { id, area, text, state, note: note ?? null };
}
