import type { Problem } from '../../domain/api/shapes';
import { dayAfter, dueDate, noonOf, stockholmDate } from '../../domain/calendar';
import { CommitteeRoom, place, record } from '../support/committees';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { startSystem, type System } from '../support/system';
import { comingYears } from '../support/years';

/** What comes into the timeline of a matter's papers, whenever they are made and sent. */
const ofPapers: readonly string[] = ['documentFiled', 'letterSent'];

/** What a body's calendar does to the matters on its list. */
describe.each(databaseKinds())('a committee’s calendar, on %s', (kind) => {
  let system: System;
  let room: CommitteeRoom;
  const today = stockholmDate(new Date());
  // No body of the configuration meets in July.
  const july = dueDate(noonOf(`${comingYears[0]}-07-06`), { days: 0 });
  const later = dueDate(noonOf(dayAfter(noonOf(july), 7)), { days: 0 });

  beforeAll(async () => {
    system = await startSystem(kind);
    room = new CommitteeRoom(system);
  });
  afterAll(() => system.close());

  const change = async (kindOf: string, answers: Record<string, string>) =>
    (await room.as('secretary')).post(room.path('committees', 'VM', 'changes'), {
      kind: kindOf,
      answers,
    });
  const faultsOf = async (kindOf: string, answers: Record<string, string>) =>
    ((await (await change(kindOf, answers)).json()) as Problem).fields;
  const changed = async (kindOf: string, answers: Record<string, string>) => {
    expect((await change(kindOf, answers)).status).toBe(204);
  };
  interface Body {
    meetings: { id: string; day: string; held: boolean }[];
    members: { id: string }[];
  }
  const body = async () => (await room.as('secretary')).read<Body>(room.path('committees', 'VM'));
  const cancelAll = async () => {
    for (const { id: meeting, held } of (await body()).meetings) {
      if (!held) await changed('cancelMeeting', { meeting });
    }
  };

  it('takes matters along when it runs out, when it goes on and when they are tabled', async () => {
    const sent = await room.send({ order: 'atOnce', bodies: [place('VM')] });
    const { caseId } = await room.matterOf(sent.caseId, 'VM');
    await room.asked(caseId, 'decide');
    const stand = async () => {
      const view = await room.read(caseId);
      return {
        meetingOn: (await room.read(sent.caseId)).circulations[0]!.places[0]!.meetingOn,
        called: view.attentions.map(({ code }) => code),
        last: view.events.findLast(({ event }) => !ofPapers.includes(event))?.event,
        deadline: view.tasks.find(({ state }) => state === 'open')?.deadline ?? '',
      };
    };
    await cancelAll();
    const none = { meetingOn: null, called: ['committee.noMeeting'] };
    expect(await stand()).toMatchObject({ ...none, last: 'meetingMissing' });

    await changed('addMeeting', { day: july });
    const given = await stand();
    expect(given).toMatchObject({ meetingOn: july, called: [], last: 'meetingGiven' });
    expect(given.deadline > july).toBe(true);

    await cancelAll();
    await changed('addHeldMeeting', { day: today });
    expect(await stand()).toMatchObject({ meetingOn: today, called: [] });
    const saturday = dayAfter(noonOf(today), -1 - noonOf(today).getDay());
    await changed('addHeldMeeting', { day: saturday });
    const meetings = async () => {
      const { form } = await room.asked(caseId, 'decide');
      return form.pages[0]?.fields.find(({ id }) => id === 'meeting')?.options ?? [];
    };
    expect(await meetings()).toEqual(expect.arrayContaining([today, saturday]));

    await room.decide(caseId, { meeting: today, outcome: 'table' });
    await eventually('nobody knows when it comes up', async () => {
      const { called, deadline } = await stand();
      return deadline !== '' && called.includes('committee.noMeeting');
    });
    await changed('addMeeting', { day: later });
    const again = await stand();
    expect(again).toMatchObject({ meetingOn: later, called: [] });
    expect(again.deadline > later).toBe(true);
    expect(await meetings()).toEqual([]);
    const refused = await room.answer(caseId, 'decide', { ...record(), meeting: today });
    expect(await refused.json()).toMatchObject({ fields: { meeting: 'choice' } });
  });

  it('says of each day that is wrong why it is', async () => {
    expect(await faultsOf('addHeldMeeting', { day: dayAfter(new Date(), 1) })).toEqual({
      day: 'meetingAhead',
    });
    const day = '2019-01-06';
    await changed('addHeldMeeting', { day });
    expect(await faultsOf('addHeldMeeting', { day })).toEqual({ day: 'meetingTaken' });
    const member = { name: 'Ada Ask', party: 'A', seat: 'member', from: '2025-01-01' };
    const lastBeforeFirst = 'lastBeforeFirst';
    expect(await faultsOf('addMember', { ...member, to: '2024-12-31' })).toEqual({
      to: lastBeforeFirst,
    });
    const known = (await body()).members.map(({ id }) => id);
    await changed('addMember', member);
    const { id } = (await body()).members.find((each) => !known.includes(each.id))!;
    expect(await faultsOf('endMember', { member: id, day: '2024-12-31' })).toEqual({
      day: lastBeforeFirst,
    });
  });
});
