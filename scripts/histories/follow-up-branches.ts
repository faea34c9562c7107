import { findWheel } from '../../database/repositories/wheel.repository';
import { FollowUps, groupMembers } from '../../test/support/follow-ups';
import type { System } from '../../test/support/system';
import type { Conductor } from '../rehearsal/conductor';
import type { OtherBranch } from './other-branches';

const at = (day: string) => new Date(`${day}T09:00:00Z`);

/** The yearly follow-up, as the calendar of a rehearsal brings it. */
export function followUpBranches(conductor: Conductor): Record<string, OtherBranch> {
  return {
    /** The group sends the report back once; somebody is silent and somebody late. */
    async 'follow-up-published'(system) {
      await conductor.advanceTo(at('2041-09-01'));
      const years = new FollowUps(system, conductor.clock);
      await years.beginWheel();
      const party = await years.addParty('Lyktan');
      const late = await years.addParty('Sena');
      await years.addParty('Tysta');
      await conductor.advanceTo(at('2041-09-16'));
      const caseId = await years.caseOf(2041);
      await years.answer(await years.asked(party, caseId), [4]);
      await conductor.advanceTo(at('2041-10-16'));
      await years.until(caseId, 'reviewing');
      await years.answer(await years.asked(late, caseId), [2]);
      await years.comment(caseId, 'Dialogen fungerar.');
      for (const member of groupMembers) {
        await years.review(caseId, member, { outcome: 'return', comment: 'Skriv mer.' });
      }
      await years.comment(caseId, 'Dialogen fungerar. Två forum ska hållas.');
      for (const member of groupMembers) await years.review(caseId, member, { outcome: 'approve' });
      await years.until(caseId, 'awaitingDecision');
      await conductor.advanceTo(at('2041-11-20'));
      await years.note(caseId);
      await years.until(caseId, 'completed');
      return caseId;
    },
  };
}

/** The wheel never ends: what it has done so far. */
export async function wheelOf(system: System): Promise<string> {
  const wheel = await system.server.database.transaction('sodertalje', (tx) =>
    findWheel(tx, 'sodertalje'),
  );
  if (!wheel) throw new Error('there is no wheel');
  return wheel.id;
}
