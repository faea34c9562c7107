import { sodertaljeAgreement } from '../../../config/municipalities/sodertalje/agreement';
import { plannedPoints } from '../../../config/municipalities/sodertalje/development-plan';
import {
  evaluatedPlan,
  firstPlan,
  isPlanDue,
  planAnswers,
  planInReport,
} from '../../../domain/plan/development-plan';
import { developmentPlan as form } from '../../../domain/forms/definitions/development-plan';
import { parseAnswers } from '../../../domain/forms/schema';
import type { Answers } from '../../../domain/forms/types';

const { texts } = sodertaljeAgreement;
const first = firstPlan(texts.sv.developmentAreas, 'sv');
const planned = firstPlan(texts.sv.developmentAreas, 'sv', plannedPoints);
const points = (...given: Record<string, string>[]) => ({ points: given }) as unknown as Answers;

describe('the development plan', () => {
  it('begins with the agreement’s development areas', () => {
    expect(first.points).toHaveLength(4);
    expect(first.points[0]).toMatchObject({ area: 'Samverkan', state: 'notBegun' });
  });

  it('begins with the points that a municipality has for them, in the order of the areas', () => {
    expect(planned.points.map(({ text }) => text)).toEqual(
      plannedPoints.map(({ text }) => text.sv),
    );
    const areas = texts.sv.developmentAreas.map(({ title }) => title);
    expect([...new Set(planned.points.map(({ area }) => area))]).toEqual(areas);
    expect(parseAnswers(form, planAnswers(planned)).ok).toBe(true);
  });

  it('asks nothing of an area twice: one without points stays a point itself', () => {
    const [one, ...others] = firstPlan(
      texts.sv.developmentAreas,
      'sv',
      plannedPoints.slice(0, 1),
    ).points;
    expect(one).toMatchObject({ id: 'cooperation-1', area: 'Samverkan' });
    expect(others).toEqual(first.points.slice(1));
  });

  it('is asked about with what goes on; what is done or closed is history', () => {
    const [one, two, three] = first.points;
    const plan = {
      points: [
        { ...one!, state: 'done' as const },
        { ...two!, state: 'underWay' as const },
        { ...three!, state: 'closed' as const, note: 'Inte aktuellt.' },
      ],
    };
    const answers = planAnswers(plan);
    expect(answers).toEqual({ points: [{ area: two!.area, text: two!.text, state: 'underWay' }] });
    expect(parseAnswers(form, answers).ok).toBe(true);
  });

  it('keeps a point’s id while its words are the same, and gives changed and new ones their own', () => {
    const [one] = first.points;
    const next = evaluatedPlan(
      first,
      points(
        { area: one!.area, text: one!.text, state: 'done', note: 'Två forum.' },
        { area: 'Samverkan', text: 'Ett gemensamt årshjul', state: 'notBegun' },
        { area: 'Samverkan', text: 'En volontärbank', state: 'closed', reason: 'Ingen tid.' },
      ),
    );
    expect(next.points).toMatchObject([
      { id: 'cooperation', state: 'done', note: 'Två forum.' },
      { id: 'point-1', text: 'Ett gemensamt årshjul' },
      { id: 'point-2', state: 'closed', note: 'Ingen tid.' },
    ]);
    const again = evaluatedPlan(next, points({ area: 'Ny', text: 'Ny', state: 'notBegun' }));
    expect(again.points[0]?.id).toBe('point-3');
  });

  it('does not close a point without a reason', () => {
    const closed = points({ area: 'Samverkan', text: 'En volontärbank', state: 'closed' });
    expect(parseAnswers(form, closed)).toMatchObject({
      ok: false,
      faults: { 'points.0.reason': 'required' },
    });
  });

  it('is evaluated every second year', () => {
    const due = [2027, 2028, 2029].map((year) => isPlanDue({ year, since: 2026, everyYears: 2 }));
    expect(due).toEqual([false, true, true]);
  });

  it('stands in the report in both languages as far as the agreement has them', () => {
    const [shown] = planInReport(first, texts, { evaluatedIn: 2028 }).plan;
    expect(shown).toMatchObject({
      ...{ id: 'cooperation', state: 'notBegun' },
      area: { sv: 'Samverkan', en: texts.en.developmentAreas[0]?.title },
      text: { en: texts.en.developmentAreas[0]?.text },
    });
    const [point] = planInReport(planned, texts, { planned: plannedPoints }).plan;
    expect(point?.text).toEqual(plannedPoints[0]?.text);
    const own = { id: 'x', area: 'Samverkan', text: 'Ett årshjul', state: 'notBegun' } as const;
    const [written] = planInReport({ points: [own] }, texts).plan;
    expect(written?.text).toEqual({ sv: 'Ett årshjul', en: 'Ett årshjul' });
  });

  it('says in the report how far its points have come only once it has been evaluated', () => {
    const { plan, ...asOf } = planInReport(first, texts);
    expect(plan.some((point) => 'state' in point)).toBe(false);
    expect(asOf).toEqual({});
    expect(planInReport(first, texts, { evaluatedIn: 2028 }).planEvaluatedIn).toBe(2028);
  });
});
