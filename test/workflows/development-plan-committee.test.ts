import type { PlanAnswer } from '../../domain/api/reports';
import { stockholmDate } from '../../domain/calendar';
import { ApiClient } from '../support/api-client';
import { meetToday } from '../support/committees';
import { contactPoint } from '../support/follow-ups';
import { byCommittee, PlansByCommittee, saidToPlan } from '../support/plan-by-committee';
import { startSystem, type System } from '../support/system';

describe('a development plan that a committee decides on', () => {
  let system: System;
  let plans: PlansByCommittee;

  beforeAll(async () => {
    system = await startSystem('pglite', { municipalities: [byCommittee] });
    plans = new PlansByCommittee(system);
    await meetToday(system, 'KFN');
  });
  afterAll(() => system.close());

  const shown = () => new ApiClient(system.url).read<PlanAnswer>('/api/sodertalje/plan');

  it('is referred back, decided in other words, and holds as the committee wanted it', async () => {
    const { years } = plans;
    const party = await years.addParty('Lyktan');
    const caseId = await plans.begin(2025);
    const first = await plans.points(caseId);
    await plans.evaluate(caseId, first);
    const back = await plans.decide(caseId, saidToPlan.back);
    const again = await years.read(await plans.evaluation(caseId));
    expect(again.completion?.decisions).toMatchObject([
      { outcome: 'referBack', reasons: 'Det saknas en volontärbank.' },
    ]);
    const bank = { area: 'Samverkan', text: 'Ordna en volontärbank', state: 'notBegun' };
    await plans.evaluate(caseId, [...first, bank]);
    const matter = await plans.decide(caseId, saidToPlan.changed, back);
    const { circulations } = await plans.room.read(caseId);
    expect(circulations).toHaveLength(2);
    const report = JSON.stringify(await plans.room.read(matter));
    expect(report).toContain('Ordna en volontärbank (inte påbörjat)');

    const changed = await years.read(await plans.evaluation(caseId));
    expect(changed.completion?.decisions).toMatchObject([{ outcome: 'approveWithChange' }]);
    await plans.evaluate(caseId, [...first, { ...bank, state: 'underWay' }]);
    await years.until(caseId, 'completed');
    const today = stockholmDate(new Date());
    const { plan } = await shown();
    expect(plan).toMatchObject({ version: 1, decidedOn: today });
    expect(plan?.decidedBy).toMatchObject({ meetingOn: today, paragraph: '84' });
    expect(plan?.decidedBy?.name).toMatch(/nämnden/i);
    expect(plan?.points.at(-1)).toMatchObject({ text: 'Ordna en volontärbank', state: 'underWay' });
    // Whoever takes part hears of it, offices too.
    for (const email of [party, 'utbildning@sodertalje.example']) {
      const told = await system.mail(email, /^En ny utvecklingsplan gäller/);
      expect(told.text).toContain('/sodertalje/follow-up');
    }
  }, 120_000);

  it('does not hold when the committee says no', async () => {
    const caseId = await plans.begin(2026);
    await plans.evaluate(caseId, await plans.points(caseId));
    await plans.decide(caseId, saidToPlan.no);
    await plans.years.until(caseId, 'rejected');
    await system.mail(contactPoint, /^Den nya utvecklingsplanen antogs inte/);
    expect((await shown()).plan).toMatchObject({ version: 1 });
  }, 120_000);

  it('does not hold when a court annuls the decision, and names the right paragraph', async () => {
    const caseId = await plans.begin(2027);
    await plans.evaluate(caseId, await plans.points(caseId));
    const matter = await plans.decide(caseId, { outcome: 'approve', paragraph: '91' });
    await plans.years.until(caseId, 'completed');
    expect((await shown()).plan).toMatchObject({ version: 2, decidedBy: { paragraph: '91' } });
    expect((await plans.room.correct(matter, { paragraph: '92' })).status).toBe(204);
    expect((await shown()).plan).toMatchObject({ version: 2, decidedBy: { paragraph: '92' } });
    const day = stockholmDate(new Date());
    for (const kind of ['appealed', 'annulled']) {
      expect((await plans.room.happen(matter, { kind, day })).status).toBe(204);
    }
    const { plan, earlier } = await shown();
    expect(plan).toMatchObject({ version: 1, fallen: false });
    expect(earlier).toMatchObject([{ version: 2, fallen: true }]);
    // The next one begins with what holds, and is a version of its own.
    const next = await plans.begin(2028);
    await plans.evaluate(next, await plans.points(next));
    await plans.decide(next, { outcome: 'approve', paragraph: '93' });
    await plans.years.until(next, 'completed');
    expect((await shown()).plan).toMatchObject({ version: 3, decidedBy: { paragraph: '93' } });
  }, 120_000);
});
