import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import { beginChoice, threeProposals } from '../../test/support/focus-areas';
import { contactPoint, FollowUps, groupMembers } from '../../test/support/follow-ups';
import { meetToday } from '../../test/support/committees';
import { PlansByCommittee, saidToPlan } from '../../test/support/plan-by-committee';
import type { Municipality } from '../../domain/municipality';
import type { Conductor } from '../rehearsal/conductor';
import { heard } from './follow-up-branches';
import type { OtherBranch } from './other-branches';

const at = (day: string) => new Date(`${day}T09:00:00Z`);

/** Focus areas that a group decides on. */
export const focusByGroup: Municipality = {
  ...sodertalje,
  followUp: { opensOn: '09-15', focusAreas: { chosenBy: 'group', most: 3 } },
};

/** The parties' vote on focus areas, as the calendar of a rehearsal brings it. */
export function focusBranches(conductor: Conductor): Record<string, OtherBranch> {
  return {
    /** One votes, one is silent and reminded, and the contact point breaks the tie. */
    async 'focus-areas-voted'(system) {
      await conductor.advanceTo(at('2047-02-01'));
      const years = new FollowUps(system, conductor.clock);
      const party = await years.addParty('Röstande');
      await years.addParty('Utan röst');
      const begun = { year: 2046, proposals: threeProposals, at: conductor.clock() };
      const caseId = await beginChoice(system, sodertalje, begun);
      const list = ['Lokaler', 'Unga', 'Information', 'Kultur'].map((area) => ({ area }));
      const asked = await years.latest(contactPoint, /^Gör en kort lista/, caseId);
      await system.answer(asked, { candidates: list });
      const ballot = await years.latest(party, /^Rösta senast/, caseId);
      await system.answer(ballot, { areas: ['a1'] });
      await conductor.advanceTo(at('2047-03-10'));
      await years.until(caseId, 'completed');
      return caseId;
    },

    /** Nobody votes, and the contact point chooses. */
    async 'focus-areas-tied'(system) {
      await conductor.advanceTo(at('2048-02-01'));
      const years = new FollowUps(system, conductor.clock);
      const begun = { year: 2047, proposals: threeProposals, at: conductor.clock() };
      const caseId = await beginChoice(system, sodertalje, begun);
      const list = ['Lokaler', 'Unga', 'Information', 'Kultur'].map((area) => ({ area }));
      const asked = await years.latest(contactPoint, /^Gör en kort lista/, caseId);
      await system.answer(asked, { candidates: list });
      await years.until(caseId, 'awaitingReplies');
      await conductor.advanceTo(at('2048-03-10'));
      const tie = await years.latest(contactPoint, /^Välj mellan/, caseId);
      await system.answer(tie, { areas: ['a1', 'a2', 'a3'], reason: 'De når flest.' });
      await years.until(caseId, 'completed');
      return caseId;
    },
  };
}

/** What a group decides: sent back once. */
export const focusGroupBranches: Record<string, OtherBranch> = {
  async 'focus-areas-decided'(system) {
    const years = new FollowUps(system, () => new Date(), focusByGroup);
    const caseId = await beginChoice(system, focusByGroup, {
      ...{ year: 2025, proposals: threeProposals },
    });
    for (const answers of [{ outcome: 'return', comment: 'Mer.' }, { outcome: 'approve' }]) {
      const asked = await years.latest(contactPoint, /^Gör en kort lista/, caseId);
      await system.answer(asked, { candidates: [{ area: 'Lokaler' }] });
      for (const member of groupMembers) {
        await system.answer(await years.latest(member, /^Besluta om fokus/, caseId), answers);
        await heard(system, caseId);
      }
    }
    await years.until(caseId, 'completed');
    return caseId;
  },
};

/** A plan that a committee sends back and then decides on in other words. */
export const planByCommitteeBranches: Record<string, OtherBranch> = {
  async 'development-plan-circulated'(system) {
    await meetToday(system, 'KFN');
    const plans = new PlansByCommittee(system);
    const caseId = await plans.begin(2025);
    const points = await plans.points(caseId);
    await plans.evaluate(caseId, points);
    const back = await plans.decide(caseId, saidToPlan.back);
    await plans.evaluate(caseId, points);
    await plans.decide(caseId, saidToPlan.changed, back);
    await plans.evaluate(caseId, points);
    await plans.years.until(caseId, 'completed');
    return caseId;
  },
};
