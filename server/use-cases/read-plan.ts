import type { Tx } from '../../database/database';
import { findCommittee } from '../../database/repositories/committee.repository';
import { findAgreementInForce } from '../../database/repositories/agreement.repository';
import { standingPlans, type StandingPlan } from '../../database/repositories/plan.repository';
import type { PlanAnswer, PlanView } from '../../domain/api/reports';
import { stockholmDate } from '../../domain/calendar';
import type { Language } from '../../domain/language';
import type { Municipality } from '../../domain/municipality';
import { firstPlan, type DevelopmentPoint } from '../../domain/plan/development-plan';
import type { ServerContext } from '../context';

/** The development plan that holds and its earlier versions; no plan where the municipality has none. */
export async function readPlan(
  { database, clock }: Pick<ServerContext, 'database' | 'clock'>,
  municipality: Municipality,
  language: Language,
): Promise<PlanAnswer> {
  const { id, followUp } = municipality;
  if (!followUp?.plan) return { plan: null, earlier: [] };
  return database.transaction(id, async (tx) => {
    const views: PlanView[] = [];
    for (const version of await standingPlans(tx, id)) {
      views.push(versionView(version, await deciderOf(tx, municipality, version, language)));
    }
    const latest = views.find(({ fallen }) => !fallen);
    const earlier = views.filter((each) => each !== latest);
    if (latest) return { plan: latest, earlier };
    const agreement = await findAgreementInForce(tx, id, stockholmDate(clock()));
    if (!agreement) return { plan: null, earlier };
    const { points } = firstPlan(
      agreement.texts[language].developmentAreas,
      language,
      followUp.plan?.points,
    );
    const undecided = {
      version: null,
      year: null,
      decidedOn: null,
      decidedBy: null,
      fallen: false,
    };
    return { plan: { ...undecided, points: points.map(pointView) }, earlier };
  });
}

function versionView(
  { version, year, decided_at: at, content, holds }: StandingPlan,
  decidedBy: PlanView['decidedBy'],
): PlanView {
  const decidedOn = decidedBy?.meetingOn ?? stockholmDate(at);
  const points = content.points.map(pointView);
  return { version, year, decidedOn, decidedBy, fallen: !holds, points };
}

/** As it was called on the day. */
async function deciderOf(
  tx: Tx,
  { id, groups }: Pick<Municipality, 'id' | 'groups'>,
  { decided_by: decided }: StandingPlan,
  language: Language,
): Promise<PlanView['decidedBy']> {
  if (!decided || decided.by === 'contactPoint') return null;
  if (decided.by === 'group') {
    const name = groups?.[decided.group]?.name[language] ?? decided.group;
    return { name, meetingOn: null, paragraph: null };
  }
  const { committee, meetingOn, paragraph } = decided;
  const body = await findCommittee(tx, id, { id: committee, day: meetingOn });
  return { name: body?.name[language] ?? committee, meetingOn, paragraph };
}

function pointView({ id, area, text, state, note }: DevelopmentPoint): PlanView['points'][number] {
  return { id, area, text, state, note: note ?? null };
}
