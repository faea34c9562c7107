import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import { intervene } from '../../server/use-cases/intervene';
import { Conductor } from '../../scripts/rehearsal/conductor';
import type { StoredReportContent } from '../../domain/follow-up/stored-report';
import { databaseKinds } from '../support/databases';
import { FollowUps, groupMembers } from '../support/follow-ups';
import { OwnTemporal } from '../support/own-temporal';
import { suiteNeeding } from '../support/suites';
import { startSystem, type System } from '../support/system';

const at = (day: string) => new Date(`${day}T09:00:00Z`);

suiteNeeding('poppler')('the yearly follow-up', () => {
  let temporal: OwnTemporal;
  beforeAll(async () => {
    temporal = await OwnTemporal.start();
  });
  afterAll(() => temporal.remove());

  describe.each(databaseKinds())('on %s', (kind) => {
    let system: System;
    let conductor: Conductor;
    let year: FollowUps;

    beforeAll(async () => {
      const connection = await temporal.connect();
      conductor = new Conductor(connection.client);
      system = await startSystem(kind, {
        temporal: connection,
        clock: conductor.clock,
        wake: (taskQueue) => conductor.wake(taskQueue),
      });
      year = new FollowUps(system, conductor.clock);
    });
    afterAll(() => {
      conductor.stop();
      return system.close();
    });

    it('opens on its day, asks everybody, reminds the silent, and ends in a report', async () => {
      await conductor.advanceTo(at('2027-09-01'));
      await year.beginWheel();
      const lyktan = await year.addParty('Lyktan');
      const silent = await year.addParty('Tysta');
      await conductor.advanceTo(at('2027-09-15'));
      const caseId = await year.caseOf(2027);
      const asked = await year.asked(lyktan, caseId);
      const office = await year.asked('kultur-fritid@sodertalje.example', caseId);
      const view = await year.read(asked);
      expect(view).toMatchObject({ kind: 'followUp', organisationName: 'Lyktan', previous: null });
      expect(view.deadline).toBe('2027-10-13');
      await year.answer(asked, [4, 3]);
      await year.answer(office, [5, 4]);

      await conductor.advanceTo(at('2027-09-30'));
      await system.mail(silent, /^Påminnelse/);
      expect(await system.mailsTo(lyktan)).toHaveLength(1);

      await conductor.advanceTo(at('2027-10-15'));
      await year.until(caseId, 'reviewing');
      // Late, and kept.
      await year.answer(await year.asked(silent, caseId), [2]);
      await year.comment(caseId, 'Samverkan fungerar bättre än förra året.');
      for (const member of groupMembers) {
        await year.review(caseId, member, { outcome: 'approve' });
      }
      await year.until(caseId, 'awaitingDecision');
      await conductor.advanceTo(at('2027-10-20'));
      await year.note(caseId);
      await year.until(caseId, 'completed');
      const told = await system.mail(lyktan, /^Rapporten om årets uppföljning/);
      expect(told.text).toContain(`/sodertalje/follow-up/${caseId}`);
      const reports = await year.reports(caseId);
      expect(reports.map(({ version }) => version)).toEqual([1, 2]);
      expect(reports[1]?.frozen_at).toBeInstanceOf(Date);
      const { commentary, report } = reports[1]!.content as StoredReportContent;
      expect(commentary).toEqual({ summary: 'Samverkan fungerar bättre än förra året.' });
      expect(report).toMatchObject({ year: 2027, previousYear: null, agreementVersion: 1 });
      expect(report.response[0]).toMatchObject({ group: 'all', asked: 7, answered: 3, late: 1 });
      // Nobody else can answer.
      const closed = await year.read(await year.asked('utbildning@sodertalje.example', caseId));
      expect(closed.state).toBe('closed');
    });

    const wish = async (caseId: string, kind: 'pause' | 'resume' | 'cancel') => {
      const intervention = {
        caseId,
        wish: { kind },
        reason: 'Strejk.',
        actor: 'official',
      } as const;
      await system.server.database.transaction('sodertalje', (tx) =>
        intervene(tx, sodertalje, intervention, conductor.clock()),
      );
      system.server.nudgeRelay();
    };

    it('gives everybody the days back that it was paused', async () => {
      await conductor.advanceTo(at('2028-09-15'));
      const caseId = await year.caseOf(2028);
      const asked = await year.asked('utbildning@sodertalje.example', caseId);
      expect((await year.read(asked)).deadline).toBe('2028-10-13');
      await wish(caseId, 'pause');
      await conductor.advanceTo(at('2028-10-16'));
      expect(await year.state(caseId)).toBe('awaitingReplies');
      await wish(caseId, 'resume');
      expect((await year.read(asked)).deadline).toBe('2028-11-13');
      // In time for somebody who has got these days, though the usual day has been.
      await conductor.advanceTo(at('2028-11-13'));
      await year.answer(asked, [3]);
      await conductor.advanceTo(at('2028-11-15'));
      await year.until(caseId, 'reviewing');
      const [first] = await year.reports(caseId);
      const { report } = first?.content as StoredReportContent;
      expect(report.response[0]).toMatchObject({ answered: 1, late: 0 });
    });

    it('asks nobody any more when it is cancelled, and the next year comes all the same', async () => {
      await conductor.advanceTo(at('2029-09-17'));
      const caseId = await year.caseOf(2029);
      const asked = await year.asked('utbildning@sodertalje.example', caseId);
      await wish(caseId, 'cancel');
      await year.until(caseId, 'closed');
      expect((await year.read(asked)).state).toBe('closed');
      const number = await year.numberOf(caseId);
      await system.mail('samverkan@sodertalje.example', new RegExp(`${number}$`));
      expect((await year.turns()).at(-1)).toMatchObject({ year: 2030, state: 'planned' });
    });
  });
});
