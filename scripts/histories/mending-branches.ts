import {
  raiseAttention,
  resolveAttentions,
} from '../../database/repositories/attention.repository';
import {
  findOpenMending,
  openMending,
  wakeMending,
} from '../../database/repositories/mending.repository';
import { refusalKey } from '../../domain/letters';
import { contactPoint, FollowUps } from '../../test/support/follow-ups';
import { eventually } from '../../test/support/eventually';
import type { Conductor } from '../rehearsal/conductor';
import type { OtherBranch } from './other-branches';

const at = (day: string) => new Date(`${day}T09:00:00Z`);
const municipalityId = 'sodertalje';

/** Letters that came back, as the calendar of a rehearsal brings them. */
export function mendingBranches(conductor: Conductor): Record<string, OtherBranch> {
  return {
    /** The contact point is reminded, and sees to it late. */
    async 'letters-mended'(system) {
      const { database } = system.server;
      await conductor.advanceTo(at('2047-09-01'));
      const years = new FollowUps(system, conductor.clock);
      const email = await years.addParty('Fyren');
      const caseId = await years.openToday(2047);
      await years.asked(email, caseId);
      const now = conductor.clock();
      const { keys, id } = await database.transaction(municipalityId, async (tx) => {
        const { letter_key: letterKey } = await tx
          .updateTable('letter')
          .set({ state: 'failed', failure_code: 'smtp.550', sent_at: null })
          .where('case_id', '=', caseId)
          .where('recipient_email', '=', email)
          .returning('letter_key')
          .executeTakeFirstOrThrow();
        const key = refusalKey(letterKey);
        await raiseAttention(tx, municipalityId, { caseId, key, code: 'smtp.550', at: now });
        await openMending(tx, municipalityId, { caseId, at: now });
        const opened = await findOpenMending(tx, municipalityId, caseId);
        if (!opened) throw new Error('nothing is to be mended');
        return { keys: [key], id: opened.id };
      });
      system.server.nudgeRelay();
      await system.mail(contactPoint, /^Se till senast/);
      await conductor.advanceTo(at('2047-09-13'));
      await system.mail(contactPoint, /^Försenat/);
      await database.transaction(municipalityId, async (tx) => {
        const mended = conductor.clock();
        await resolveAttentions(tx, municipalityId, { caseId, keys, at: mended });
        await wakeMending(tx, municipalityId, { caseId, at: mended });
      });
      system.server.nudgeRelay();
      await eventually('it is over', () =>
        database.transaction(
          municipalityId,
          async (tx) => !(await findOpenMending(tx, municipalityId, caseId)),
        ),
      );
      return id;
    },
  };
}
