import { eventually } from '../../test/support/eventually';
import type { System } from '../../test/support/system';
import { verified } from '../../test/support/transfers';
import { Treasury } from '../../test/support/treasury';
import type { Conductor } from '../rehearsal/conductor';
import type { OtherBranch } from './other-branches';

/** Years of transfers that are over, as the calendar of a rehearsal brings them. */
export function settlementBranches(conductor: Conductor): Record<string, OtherBranch> {
  return {
    async 'transfer-settled'(system) {
      const { room, transfer, settlement } = await aYearThatIsOver(system, conductor, 2027);
      await room.account(settlement, { Facilitator: '10 000' });
      return transfer;
    },

    async 'transfer-broken-off'(system) {
      const { room, transfer, settlement } = await aYearThatIsOver(system, conductor, 2031, [2034]);
      await room.account(settlement, { Facilitator: '10 000' });
      return transfer;
    },

    async 'year-carried-over'(system) {
      const { room, settlement } = await aYearThatIsOver(system, conductor, 2029);
      const wish = { rest: 'carryOver', reasons: 'Resten behövs i mars.' };
      await room.account(settlement, { Facilitator: '4 000' }, wish);
      const carriedOver = await room.filled(settlement, 'rest', { Facilitator: '6 000' });
      await room.say(settlement, 'rest', {
        ...{ carriedOver, decision: 'KSO 2030-02-04', reasons: 'Resten behövs.' },
      });
      return settlement;
    },
  };
}

/**
 * A transfer of one year, which has been posted and waits to be settled; with `dropped` others, of which
 * nothing came.
 */
async function aYearThatIsOver(
  system: System,
  conductor: Conductor,
  year: number,
  dropped: readonly number[] = [],
) {
  const room = new Treasury(system, conductor.clock);
  await conductor.advanceTo(at(`${year}-01-04`));
  await room.adopt('EN', year, 100_000);
  const years = [year, ...dropped].map(String);
  const amounts = { years, lines: [{ name: 'Facilitator', amounts: years.map(() => '10 000') }] };
  const transfer = await room.begin({ from: 'EN', to: 'HM', amounts });
  await room.say(transfer, 'verify', verified);
  for (const [committee, day, outcome] of [
    ['EN', `${year}-02-12`, 'support'],
    ['HM', `${year}-02-26`, 'approve'],
  ] as const) {
    await room.changeBody(committee, 'addMeeting', { day });
    await room.matterOf(transfer, committee);
    await conductor.advanceTo(at(day));
    await room.resolve(transfer, committee, { outcome });
  }
  await eventually('it is posted', async () => {
    return (await room.planOf(transfer))[0]?.state === 'posted';
  });
  if (dropped.length > 0) {
    const officer = await room.as('officer');
    const path = room.path('cases', transfer, 'interventions');
    const wish = { kind: 'cancel', reason: 'Resten behövs inte.' };
    const said = await officer.post(path, wish);
    if (!said.ok) throw new Error(await said.text());
  }
  await conductor.advanceTo(at(`${year + 1}-02-04`));
  return { room, transfer, settlement: await room.settlementOf(transfer, year) };
}

const at = (day: string) => new Date(`${day}T09:00:00Z`);
