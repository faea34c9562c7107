import type { AgreementText, DevelopmentArea } from '../agreement';
import type { PlanPoint } from '../follow-up/report-shapes';
import type { Answers } from '../forms/types';
import type { Language, Localized } from '../language';

/** How far a point of the development plan has come. */
export const pointStates = ['notBegun', 'underWay', 'done', 'closed'] as const;
export type PointState = (typeof pointStates)[number];

/** A point of the plan, in the words of whoever wrote it. */
export interface DevelopmentPoint {
  /** The same from one version to the next while its area and its words are the same. */
  id: string;
  /** The development area by name. */
  area: string;
  text: string;
  state: PointState;
  /** What has happened, or why the point was closed. */
  note?: string;
}

/** Who has decided on a plan: a committee in a paragraph of its minutes, a group, or whoever looks after the agreement. */
export type PlanDecider =
  | { by: 'committee'; committee: string; meetingOn: string; paragraph: string }
  | { by: 'group'; group: string }
  | { by: 'contactPoint' };

export interface DevelopmentPlan {
  points: readonly DevelopmentPoint[];
}

/** A point that stands in a municipality's plan before anybody has decided on one. */
export interface PlannedPoint {
  id: string;
  /** The agreement's development area by id. */
  area: string;
  text: Localized;
}

/**
 * Before anybody has decided on a plan: the points that the municipality has for the agreement's
 * development areas. An area without any is a point itself.
 */
export function firstPlan(
  areas: readonly DevelopmentArea[],
  language: Language,
  planned: readonly PlannedPoint[] = [],
): DevelopmentPlan {
  const points = areas.flatMap(({ id, title: area, text }) => {
    const within = planned.filter((point) => point.area === id);
    return within.length === 0
      ? [{ id, area, text }]
      : within.map((point) => ({ id: point.id, area, text: point.text[language] }));
  });
  return { points: points.map((point) => ({ ...point, state: 'notBegun' as const })) };
}

/** A plan as its form asks about it. What was done or closed before is history: it is not asked again. */
export function planAnswers({ points }: DevelopmentPlan): Answers {
  const going = points.filter(({ state }) => state === 'notBegun' || state === 'underWay');
  return { points: going.map(({ area, text, state }) => ({ area, text, state })) };
}

/** The plan that an evaluation makes of the one before: points kept, changed, closed and new. */
export function evaluatedPlan(before: DevelopmentPlan, answers: Answers): DevelopmentPlan {
  const known = new Map(before.points.map((point) => [wordsOf(point), point.id]));
  const taken = new Set(before.points.map(({ id }) => id));
  const idFor = (point: Omit<DevelopmentPoint, 'id'>) => {
    const same = known.get(wordsOf(point));
    if (same !== undefined) return same;
    for (let i = 1; ; i += 1) {
      const id = `point-${i}`;
      if (taken.has(id)) continue;
      taken.add(id);
      return id;
    }
  };
  return { points: pointsIn(answers).map((point) => ({ id: idFor(point), ...point })) };
}

function wordsOf({ area, text }: Pick<DevelopmentPoint, 'area' | 'text'>): string {
  return JSON.stringify([area, text]);
}

function pointsIn(answers: Answers): Omit<DevelopmentPoint, 'id'>[] {
  const given = answers['points'];
  const items = Array.isArray(given) ? (given as readonly Record<string, unknown>[]) : [];
  return items.flatMap(({ area, text, state: said, note, reason }) => {
    const state = pointStates.find((each) => each === said);
    if (typeof area !== 'string' || typeof text !== 'string' || !state) return [];
    const why = state === 'closed' ? reason : note;
    return [{ area, text, state, ...(typeof why === 'string' && why !== '' && { note: why }) }];
  });
}

/**
 * Whether a plan is evaluated after the follow-up of a year.
 * @param since the year in which the plan was last decided; without one, the year before the first follow-up
 */
export function isPlanDue({
  year,
  since,
  everyYears,
}: Record<'year' | 'since' | 'everyYears', number>): boolean {
  return year - since >= everyYears;
}

/**
 * The plan as the follow-up's report shows it; what stands in the first plan is in both languages. Only an
 * evaluation says how far a point has come.
 * @param evaluatedIn the follow-up after which the plan was evaluated; undefined for the first plan
 */
export function planInReport(
  { points }: DevelopmentPlan,
  texts: Record<Language, AgreementText>,
  {
    planned = [],
    evaluatedIn,
  }: { planned?: readonly PlannedPoint[] | undefined; evaluatedIn?: number | undefined } = {},
): { plan: PlanPoint[]; planEvaluatedIn?: number } {
  const first = (language: Language) =>
    firstPlan(texts[language].developmentAreas, language, planned).points;
  const english = first('en');
  // The same points in the same order in either language.
  const inEnglish = new Map(first('sv').map((point, i) => [wordsOf(point), english[i]?.text]));
  const area = new Map(
    texts.sv.developmentAreas.map(({ title }, i) => [title, texts.en.developmentAreas[i]?.title]),
  );
  const plan = points.map(({ id, area: sv, text, state }) => ({
    ...{ id, ...(evaluatedIn !== undefined && { state }) },
    area: { sv, en: area.get(sv) ?? sv },
    text: { sv: text, en: inEnglish.get(wordsOf({ area: sv, text })) ?? text },
  }));
  return { plan, ...(evaluatedIn !== undefined && { planEvaluatedIn: evaluatedIn }) };
}
