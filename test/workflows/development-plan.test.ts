import { plannedPoints } from '../../config/municipalities/sodertalje/development-plan';
import { Conductor } from '../../scripts/rehearsal/conductor';
import type { PlanAnswer } from '../../domain/api/reports';
import type { StoredReportContent } from '../../domain/follow-up/stored-report';
import type { Answers } from '../../domain/forms/types';
import { ApiClient } from '../support/api-client';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { withoutFocusAreas } from '../support/focus-areas';
import { contactPoint, FollowUps, groupMembers } from '../support/follow-ups';
import { OwnTemporal } from '../support/own-temporal';
import { pdfText } from '../support/pdf';
import { suiteNeeding } from '../support/suites';
import { startSystem, type System } from '../support/system';
import { comingYears } from '../support/years';

const at = (day: string) => new Date(`${day}T09:00:00Z`);
/** To come on every day that these tests run. */
const [first, second, third] = comingYears;

suiteNeeding('poppler')('the development plan', () => {
  let temporal: OwnTemporal;
  beforeAll(async () => {
    temporal = await OwnTemporal.start();
  });
  afterAll(() => temporal.remove());

  describe.each(databaseKinds())('on %s', (kind) => {
    let system: System;
    let conductor: Conductor;
    let years: FollowUps;
    let party: string;

    beforeAll(async () => {
      const connection = await temporal.connect();
      conductor = new Conductor(connection.client);
      system = await startSystem(kind, {
        temporal: connection,
        clock: conductor.clock,
        wake: (taskQueue) => conductor.wake(taskQueue),
        municipalities: [withoutFocusAreas],
      });
      years = new FollowUps(system, conductor.clock);
      await conductor.advanceTo(at(`${first}-09-01`));
      await years.beginWheel();
      party = await years.addParty('Lyktan');
    });
    afterAll(() => {
      conductor.stop();
      return system.close();
    });

    const shown = () => new ApiClient(system.url).read<PlanAnswer>('/api/sodertalje/plan');
    const planCases = () =>
      system.server.database.transaction('sodertalje', (tx) =>
        tx
          .selectFrom('cases')
          .select(['id', 'number'])
          .where('process', '=', 'developmentPlan')
          .orderBy('opened_at')
          .execute(),
      );
    const published = async (year: number) => {
      await conductor.advanceTo(at(`${year}-09-16`));
      const caseId = await years.caseOf(year);
      await years.answer(await years.asked(party, caseId), [4]);
      await conductor.advanceTo(at(`${year}-10-20`));
      await years.until(caseId, 'reviewing');
      await years.comment(caseId, 'Det går framåt.');
      for (const member of groupMembers) {
        await years.review(caseId, member, { outcome: 'approve' });
      }
      await years.until(caseId, 'awaitingDecision');
      await conductor.advanceTo(at(`${year}-11-20`));
      await years.note(caseId);
      await years.until(caseId, 'completed');
      const stored = (await years.reports(caseId)).find(({ frozen_at }) => frozen_at !== null);
      return (stored?.content as StoredReportContent).report;
    };

    it('is in the first report what the agreement says, and is left alone that year', async () => {
      const { plan, planEvaluatedIn } = await published(first);
      // Nobody has been asked how far its points have come.
      expect(plan?.map(({ state }) => state)).toEqual(Array(plannedPoints.length).fill(undefined));
      expect(planEvaluatedIn).toBeUndefined();
      expect(await planCases()).toEqual([]);
      expect((await shown()).plan).toMatchObject({
        version: null,
        points: { length: plannedPoints.length },
      });
    }, 240_000);

    it('is evaluated the second year, sent back, decided and shown to everybody', async () => {
      await published(second);
      const [{ id, number } = { id: '', number: '' }] = await eventually(
        'the plan is to be evaluated',
        async () => {
          const begun = await planCases();
          return begun.length > 0 && begun;
        },
      );
      const asked = await system.mail(contactPoint, new RegExp(`^Utvärdera .*${number}$`));
      const view = await years.read(asked);
      const [one, ...others] = (view.completion?.answers as { points: Answers[] }).points;
      expect(others).toHaveLength(plannedPoints.length - 1);
      const evaluated = [{ ...one, state: 'done', note: 'Två forum om året.' }, ...others];
      await system.answer(asked, { points: evaluated });
      for (const member of groupMembers) {
        const letter = await years.latest(member, /^Besluta om utvecklingsplanen/, id);
        const { application } = await years.read(letter);
        expect(JSON.stringify(application)).toContain('Två forum om året.');
        await system.answer(letter, { outcome: 'return', comment: 'Lägg till en volontärbank.' });
      }
      const again = await years.latest(contactPoint, /^Utvärdera/, id);
      const changed = await years.read(again);
      expect(changed.opinions.map(({ comment }) => comment)).toContain(
        'Lägg till en volontärbank.',
      );
      expect(changed.completion?.answers).toEqual({ points: evaluated });
      const bank = { area: 'Samverkan', text: 'Ordna en volontärbank', state: 'notBegun' };
      await system.answer(again, { points: [...evaluated, bank] });
      for (const member of groupMembers) {
        const letter = await years.latest(member, /^Besluta om utvecklingsplanen/, id);
        const paper = await fetch(new URL(letter.attachments[0]!.url, system.inboxUrl));
        const text = pdfText(Buffer.from(await paper.arrayBuffer())).replace(/\s+/g, ' ');
        expect(text).toContain('Ordna en volontärbank');
        expect(text).toContain(
          `Den här versionen lades fram för Samverkansgruppen den 20 november ${second}. Då satt där:`,
        );
        await system.answer(letter, { outcome: 'approve' });
      }
      await years.until(id, 'completed');
      await system.mail(contactPoint, new RegExp(`^Den nya utvecklingsplanen gäller, ${number}$`));
      const { plan, earlier } = await shown();
      expect(plan).toMatchObject({ version: 1, year: second, decidedOn: `${second}-11-20` });
      expect(plan?.points.map(({ state }) => state)).toEqual([
        'done',
        ...Array<string>(plannedPoints.length).fill('notBegun'),
      ]);
      expect(plan?.points[0]?.note).toBe('Två forum om året.');
      expect(earlier).toEqual([]);
    }, 240_000);

    it('is in the next report as it was decided, and rests until the year after', async () => {
      const { plan, planEvaluatedIn } = await published(third);
      expect(planEvaluatedIn).toBe(second);
      expect(plan?.map(({ state }) => state)).toContain('done');
      expect(plan?.at(-1)?.text.sv).toBe('Ordna en volontärbank');
      expect(await planCases()).toHaveLength(1);
    }, 240_000);
  });
});
