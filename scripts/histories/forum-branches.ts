import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import { intervene } from '../../server/use-cases/intervene';
import { Forums } from '../../test/support/forums';
import type { Conductor } from '../rehearsal/conductor';
import type { OtherBranch } from './other-branches';

const at = (day: string) => new Date(`${day}T09:00:00Z`);

/** Dialogue forums, as the calendar of a rehearsal brings them. */
export function forumBranches(conductor: Conductor): Record<string, OtherBranch> {
  return {
    /** It is moved once; the notes come late. */
    async 'forum-held'(system) {
      await conductor.advanceTo(at('2045-02-01'));
      const forums = new Forums(system);
      const caseId = await forums.announce({ day: '2045-03-15' });
      await forums.until(caseId, 'awaitingReplies');
      await forums.register(caseId, { name: 'Ada Ask', email: 'ada@besok.example' });
      await forums.change(caseId, { day: '2045-03-22' });
      await conductor.advanceTo(at('2045-04-10'));
      await forums.writeNotes(caseId, { attended: '32', notes: 'Unga vill ha öppna lokaler.' });
      await forums.until(caseId, 'completed');
      return caseId;
    },

    async 'forum-cancelled'(system) {
      await conductor.advanceTo(at('2046-02-01'));
      const forums = new Forums(system);
      const caseId = await forums.announce({ day: '2046-03-15' });
      await forums.until(caseId, 'awaitingReplies');
      await conductor.advanceTo(at('2046-02-10'));
      const wish = { kind: 'cancel' } as const;
      await system.server.database.transaction('sodertalje', (tx) =>
        intervene(
          tx,
          sodertalje,
          { caseId, wish, reason: 'Sjukdom.', actor: 'official' },
          conductor.clock(),
        ),
      );
      system.server.nudgeRelay();
      await forums.until(caseId, 'closed');
      return caseId;
    },
  };
}
