import type { CommitteeView } from '../../domain/api/desk';
import { dayAfter, stockholmDate } from '../../domain/calendar';
import { CommitteeRoom, meetToday, place } from '../support/committees';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { startSystem, type System } from '../support/system';

type Typed = Record<string, string>;

describe.each(databaseKinds())('what was recorded of a body by mistake, on %s', (kind) => {
  let system: System;
  let room: CommitteeRoom;
  const today = stockholmDate(new Date());
  const [yesterday, before] = [dayAfter(new Date(), -1), dayAfter(new Date(), -400)];

  beforeAll(async () => {
    system = await startSystem(kind);
    room = new CommitteeRoom(system);
  });
  afterAll(() => system.close());

  const read = async (committee: string, language = 'sv'): Promise<CommitteeView> =>
    (await room.as('officer')).read(`${room.path('committees', committee)}?language=${language}`);
  const change = async (committee: string, of: string, answers: Typed, corrects?: string) =>
    (await room.as('secretary')).post(room.path('committees', committee, 'changes'), {
      ...{ kind: of, answers },
      ...(corrects !== undefined && { corrects }),
    });
  const nameOn = async (committee: string, day: string) => {
    const view = await read(committee);
    return view.names.findLast(({ from }) => from === null || from <= day)?.name;
  };
  const wrongly = { reason: 'Fel rad i protokollet.' };

  it('is a name: a later record says what is right, and a second one is told who was first', async () => {
    const typo = { from: yesterday, nameSv: 'Fritidsnämden', nameEn: 'Leisure Comittee' };
    expect((await change('KFN', 'rename', typo)).status).toBe(204);
    const again = await change('KFN', 'rename', { ...typo, nameSv: 'Fritidsnämnden' });
    expect(await again.json()).toMatchObject({ status: 422, fields: { from: 'namedThatDay' } });
    const wrong = (await read('KFN')).names.at(-1)!;
    const right = { from: before, nameSv: 'Fritidsnämnden', nameEn: 'Leisure Committee' };

    const same = { ...typo, ...wrongly, right: 'changed' };
    const nothing = await change('KFN', 'correctName', same, wrong.id);
    expect(await nothing.json()).toMatchObject({ fields: { right: 'nothingCorrected' } });
    const corrected = { ...right, ...wrongly, right: 'changed' };
    expect((await change('KFN', 'correctName', corrected, wrong.id)).status).toBe(204);
    const late = await change('KFN', 'correctName', corrected, wrong.id);
    expect(await late.json()).toMatchObject({
      ...{ status: 409, code: 'committee.changedBy' },
      detail: expect.stringMatching(/^Siv Ahl har ändrat uppgiften medan du skrev\./) as string,
    });
    expect(await nameOn('KFN', yesterday)).toBe('Fritidsnämnden');
    expect(await nameOn('KFN', dayAfter(new Date(), -399))).toBe('Fritidsnämnden');
    const view = await read('KFN');
    expect(view.name).toBe('Fritidsnämnden');
    expect(view.names.map(({ name }) => name)).not.toContain('Fritidsnämden');
    expect(view.corrections).toMatchObject([
      {
        ...{ what: 'name', on: today, by: 'Siv Ahl', ...wrongly },
        before: { name: 'Fritidsnämden', day: yesterday },
        after: { name: 'Fritidsnämnden', day: before },
      },
    ]);

    // It never changed its name: that is a record too, and the day is free again.
    const never = { ...wrongly, right: 'never' };
    const first = view.names[0]!;
    expect((await change('KFN', 'correctName', never, first.id)).status).toBe(409);
    expect((await change('KS', 'correctName', never, view.names.at(-1)!.id)).status).toBe(409);
    expect((await change('KFN', 'correctName', never, view.names.at(-1)!.id)).status).toBe(204);
    expect((await read('KFN')).name).toBe('Kultur- och fritidsnämnden');
    expect((await change('KFN', 'rename', right)).status).toBe(204);
    expect((await read('KFN')).name).toBe('Fritidsnämnden');
  });

  it('is a member: what is right is known from then on, and what was wrong is shown no more', async () => {
    const ada = { name: 'Ada Aks', party: 'A', seat: 'chair', from: before };
    const bo = { name: 'Bo Björk', party: 'B', seat: 'member', from: before };
    for (const each of [ada, bo]) {
      expect((await change('KFN', 'addMember', each)).status).toBe(204);
    }
    const named = async (committee: string, name: string) =>
      (await read(committee)).members.find((each) => each.name === name);
    const wrong = (await named('KFN', 'Ada Aks'))!;
    const whole = { ...ada, ...wrongly, name: 'Ada Ask', body: 'KFN', right: 'changed' };
    const backwards = { ...whole, to: dayAfter(new Date(), -500) };
    const refused = await change('KFN', 'correctMember', backwards, wrong.id);
    expect(await refused.json()).toMatchObject({ fields: { to: 'lastBeforeFirst' } });
    expect((await change('KFN', 'correctMember', whole, wrong.id)).status).toBe(204);
    for (const what of ['correctMember', 'endMember']) {
      const late = await change('KFN', what, { ...whole, member: wrong.id, day: today }, wrong.id);
      expect(await late.json()).toMatchObject({ status: 409, code: 'committee.changedBy' });
    }
    // A last day that was said of the right record is corrected like anything else.
    const right = (await named('KFN', 'Ada Ask'))!;
    await change('KFN', 'endMember', { member: right.id, day: yesterday });
    const ended = (await named('KFN', 'Ada Ask'))!;
    expect(ended.to).toBe(yesterday);
    const goesOn = { ...whole, seat: 'viceChair' };
    expect((await change('KFN', 'correctMember', goesOn, ended.id)).status).toBe(204);

    // The other one was elected to another body, and somebody was not elected at all.
    const moved = { ...bo, ...wrongly, body: 'KS', right: 'changed' };
    const boId = (await named('KFN', 'Bo Björk'))!.id;
    expect((await change('KFN', 'correctMember', moved, boId)).status).toBe(204);
    await change('KFN', 'addMember', { ...bo, name: 'Cia Ceder' });
    const nobody = (await named('KFN', 'Cia Ceder'))!.id;
    const never = { ...wrongly, right: 'never' };
    expect((await change('KFN', 'correctMember', never, nobody)).status).toBe(204);
    const view = await read('KFN');
    expect(view.members).toMatchObject([{ name: 'Ada Ask', seat: 'viceChair', to: null }]);
    expect(JSON.stringify(view)).not.toMatch(/Ada Aks|Bo Björk|Cia Ceder/);
    expect((await named('KS', 'Bo Björk'))!.seat).toBe('member');
    expect(view.corrections.map(({ what, after }) => [what, after?.name])).toEqual([
      ['memberStruck', undefined],
      ['memberMoved', 'Kommunstyrelsen'],
      ['member', 'Ada Ask'],
      ['member', 'Ada Ask'],
      ...[
        ['nameStruck', undefined],
        ['name', 'Fritidsnämnden'],
      ],
    ]);
    // Whoever records the next decision is offered those who are right.
    const { caseId } = await room.send({ order: 'atOnce', bodies: [place('KFN')] });
    await meetToday(system, 'KFN');
    const matter = await room.matterOf(caseId, 'KFN');
    const { answers } = await room.asked(matter.caseId, 'decide');
    expect(answers['serving']).toMatchObject([{ name: 'Ada Ask', seat: 'viceChair' }]);
  }, 60_000);

  it('is an end without a successor: nobody is called any more once it is known to live', async () => {
    const { caseId } = await room.send({ order: 'atOnce', bodies: [place('HM')] });
    const matter = await room.matterOf(caseId, 'HM');
    const { deadline } = await room.asked(matter.caseId, 'decide');
    expect((await change('HM', 'end', { day: today })).status).toBe(204);
    const calls = async () => (await room.read(matter.caseId)).attentions.map(({ code }) => code);
    expect(await calls()).toEqual(['committee.endedWithout']);
    const { ending } = await read('HM');
    const never = { ...wrongly, right: 'never' };
    expect((await change('HM', 'correctEnd', never, ending!.id)).status).toBe(204);
    expect(await calls()).toEqual([]);
    expect(await room.asked(matter.caseId, 'decide')).toMatchObject({ deadline });
    expect((await read('HM')).corrections).toMatchObject([{ what: 'endStruck', matters: [] }]);
    // It was never anybody else's, so it is not sent once more.
    const { letters } = await room.read(matter.caseId);
    expect(letters.map(({ template }) => template)).toEqual(['matterSent']);
  }, 60_000);

  it('is an end: what went to another body and is not decided comes back, and both are told', async () => {
    for (const committee of ['DB', 'EN', 'JÄ']) await meetToday(system, committee);
    const body = { order: 'inOrder', bodies: [place('EN')] };
    const [waiting, decided, later] = [
      await room.send(body),
      await room.send(body),
      await room.send({ order: 'inOrder', bodies: [place('DB'), place('EN')] }),
    ];
    const moved = await room.matterOf(waiting.caseId, 'EN');
    const settled = await room.matterOf(decided.caseId, 'EN');
    await room.asked(moved.caseId, 'decide');
    await room.asked(settled.caseId, 'decide');
    expect((await change('EN', 'end', { day: today, successor: 'JÄ' })).status).toBe(204);
    // While it is no more its successor decides one matter, and another one begins with the successor.
    await room.decide(settled.caseId);
    await room.decide((await room.matterOf(later.caseId, 'DB')).caseId, {
      adjustment: 'immediate',
    });
    const begun = await room.matterOf(later.caseId, 'JÄ');
    await room.asked(begun.caseId, 'decide');

    const { ending } = await read('EN');
    expect(ending).toMatchObject({ day: today, successor: 'JÄ' });
    const ahead = { ...wrongly, right: 'changed', day: dayAfter(new Date(), 3), successor: 'JÄ' };
    const refused = await change('EN', 'correctEnd', ahead, ending!.id);
    expect(await refused.json()).toMatchObject({ fields: { day: 'endsAhead' } });
    const never = { ...wrongly, right: 'never' };
    expect((await change('EN', 'correctEnd', never, ending!.id)).status).toBe(204);
    const late = await change('EN', 'correctEnd', never, ending!.id);
    expect(await late.json()).toMatchObject({ status: 409, code: 'committee.changedBy' });

    const placeOf = async ({ caseId }: { caseId: string }) =>
      (await room.read(caseId)).circulations[0]!.places.at(-1)!.committee;
    expect(await placeOf(waiting)).toBe('EN');
    expect(await placeOf(later)).toBe('EN');
    expect(await placeOf(decided)).toBe('JÄ');
    const own = 'en-sekreterare@sodertalje.example';
    for (const { number } of [moved, begun]) {
      const asked = await eventually('the body is asked again', async () =>
        (await system.mailsTo(own)).find(
          ({ subject, text }) => subject.includes(number) && /tillbaka\s+till\s+er/.test(text),
        ),
      );
      expect(asked).toBeDefined();
      await system.mail('ja-sekreterare@sodertalje.example', new RegExp(`svara: .*${number}$`));
    }
    const view = await read('EN');
    expect(view).toMatchObject({ endedOn: null, successor: null, ending: null });
    const [{ what, matters }] = view.corrections as [(typeof view.corrections)[number]];
    expect(what).toBe('endStruck');
    expect(matters.map(({ number, moved: went, committee }) => [number, went, committee])).toEqual(
      expect.arrayContaining([
        [moved.number, true, 'Enhörna kommundelsnämnd'],
        [begun.number, true, 'Enhörna kommundelsnämnd'],
        [settled.number, false, 'Järna kommundelsnämnd'],
      ]),
    );
    await room.decide(moved.caseId);
    const { decisions } = await room.read(moved.caseId);
    expect(decisions).toHaveLength(1);

    // It was merged after all, but into another one than was said first, and on another day.
    expect((await change('EN', 'end', { day: today, successor: 'JÄ' })).status).toBe(204);
    expect(await placeOf(later)).toBe('JÄ');
    const again = (await read('EN')).ending!;
    const right = { ...wrongly, right: 'changed', day: yesterday };
    const nobody = await change('EN', 'correctEnd', right, again.id);
    expect(await nobody.json()).toMatchObject({ fields: { successor: 'choice' } });
    const merged = { ...right, successor: 'VM' };
    expect((await change('EN', 'correctEnd', merged, again.id)).status).toBe(204);
    expect(await placeOf(later)).toBe('VM');
    expect(await read('EN')).toMatchObject({
      ...{ endedOn: yesterday, successor: 'Vårdinge-Mölnbo kommundelsnämnd' },
      corrections: [
        { what: 'endTo', matters: [{ number: begun.number, moved: true }] },
        { what: 'endStruck' },
      ],
    });
    await system.mail(
      'vm-sekreterare@sodertalje.example',
      new RegExp(`^För in .*${begun.number}$`),
    );
  }, 120_000);
});
