import { ekero } from '../../config/municipalities/ekero/municipality';
import { intervene } from '../../server/use-cases/intervene';
import {
  contactPerson,
  FirstAgreements,
  harbour,
  lyktan,
  surveyAnswers,
} from '../../test/support/first-agreements';
import type { Conductor } from '../rehearsal/conductor';
import type { OtherBranch } from './other-branches';

const at = (day: string) => new Date(`${day}T09:00:00Z`);

/** The way to a first agreement, as the calendar of a rehearsal brings it. */
export function firstAgreementBranches(conductor: Conductor): Record<string, OtherBranch> {
  return {
    /** The contact person is reminded once; one organisation answers, and one too late. */
    async 'first-agreement-handed-over'(system) {
      await conductor.advanceTo(at('2047-02-01'));
      const first = new FirstAgreements(system);
      const caseId = await first.begin();
      const open = await system.mail(contactPerson, /^Öppna enkäten/);
      await conductor.advanceTo(at('2047-04-10'));
      await first.answer(open, { lastDay: '2047-05-20' });
      const late = await system.mail(harbour, /^Reply by/);
      await first.answer(await system.mail(lyktan, /^Svara senast/), surveyAnswers());
      await conductor.advanceTo(at('2047-05-22'));
      const workshops = await system.mail(contactPerson, /^Svara när workshopparna/);
      await first.answer(late, surveyAnswers());
      await first.answer(workshops, { draftDay: '2047-06-30' });
      await first.tryToHandOver(caseId, { summary: 'S', met: 'M', text: 'Utkast' });
      await first.until(caseId, 'completed');
      return caseId;
    },

    async 'first-agreement-ended'(system) {
      await conductor.advanceTo(at('2048-02-01'));
      const first = new FirstAgreements(system);
      const caseId = await first.begin({ title: 'Ett annat arbete' });
      await system.mail(contactPerson, /^Öppna enkäten.*Ett annat/);
      const wish = { caseId, wish: { kind: 'cancel' }, reason: 'Nytt beslut.' } as const;
      await system.server.database.transaction('ekero', (tx) =>
        intervene(tx, ekero, { ...wish, actor: 'official' }, conductor.clock()),
      );
      await first.until(caseId, 'closed');
      return caseId;
    },
  };
}
