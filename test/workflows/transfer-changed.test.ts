import type { TaskView } from '../../domain/api/shapes';
import { CommitteeRoom, meetToday } from '../support/committees';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { startSystem, type System } from '../support/system';
import { forward } from '../support/temporal';
import { amounts, forumMoney, TransferDesk } from '../support/transfers';
import { comingYears } from '../support/years';

describe.each(databaseKinds())('a transfer that a committee wants changed, on %s', (kind) => {
  let system: System;
  let room: CommitteeRoom;
  let transfers: TransferDesk;
  const [first, second, third] = comingYears;

  beforeAll(async () => {
    system = await startSystem(kind);
    room = new CommitteeRoom(system);
    transfers = new TransferDesk(room);
    for (const committee of ['KFN', 'KS', 'KF']) await meetToday(system, committee);
    await transfers.adopt('KS', first, 1_000_000);
  });
  afterAll(() => system.close());

  /** Whoever asked reads what was decided and sends the request again. */
  async function adjust(number: string, changed: Record<string, unknown>, which = 0) {
    const asked = await eventually(`the request ${number} comes back`, async () => {
      const letters = await system.mailsTo('officer@sodertalje.example');
      return letters.filter(({ subject }) => subject.match(`^Ändra begäran .*${number}$`))[which];
    });
    const { api, target } = await system.follow(asked);
    const { completion } = await api.read<TaskView>(`/api/sodertalje/tasks/${target.id}`);
    await system.answer(asked, { ...completion?.answers, ...changed });
    return completion?.decisions ?? [];
  }

  const rounds = async (caseId: string) =>
    (await room.read(caseId)).circulations.map(({ state, places }) => ({
      state,
      bodies: places.map(({ committee, decision }) => [
        committee,
        decision?.outcome ?? null,
        decision?.onOlderReport ?? false,
      ]),
    }));

  it('goes to everybody again when the sums are others, and is posted as the last one decided', async () => {
    const { caseId, number } = await transfers.begun();
    await transfers.approve(caseId);
    const wording = 'Nämnden tillstyrker 30 000 kronor för facilitator det första året.';
    await transfers.decide(caseId, 'KFN', 'supportWithChange', { wording });
    const said = await adjust(number, {
      amounts: amounts(['30 000', '80 000', '40 000'], ['3 000', '6 000', '3 000']),
    });
    expect(said).toMatchObject([{ outcome: 'supportWithChange', wording, paragraph: '71' }]);
    // The controller reads the request as it is now, with what the committee wanted.
    const check = await transfers.toCheck(caseId);
    expect(check.decisions).toMatchObject([{ wording }]);
    expect(JSON.stringify(check.application)).toContain('162');
    await transfers.approve(caseId);
    await eventually('a new round begins', async () => (await rounds(caseId)).length === 2);
    expect(await rounds(caseId)).toEqual([
      {
        state: 'open',
        bodies: [
          ['KFN', null, false],
          ['KS', null, false],
          ['KF', null, false],
        ],
      },
      {
        state: 'changed',
        bodies: [
          ['KFN', 'supportWithChange', true],
          ['KS', null, false],
          ['KF', null, false],
        ],
      },
    ]);
    await transfers.decide(caseId, 'KFN', 'support');
    await transfers.decide(caseId, 'KS', 'support');
    const less = { wording: 'Fullmäktige beslutar 20 000 kronor för facilitator det första året.' };
    await transfers.decide(caseId, 'KF', 'approveWithChange', less);
    const council = await adjust(
      number,
      { amounts: amounts(['20 000', '80 000', '40 000'], ['3 000', '6 000', '3 000']) },
      1,
    );
    expect(council).toMatchObject([{ outcome: 'approveWithChange', ...less }]);
    // Nothing moves on what somebody typed: the controller compares it with the decision first.
    const compared = await transfers.toCheck(caseId);
    const outcomes = ({ form }: typeof check) =>
      form.pages.flatMap(({ fields }) => fields).find(({ id }) => id === 'outcome')?.options;
    expect(outcomes(check)).toContain('refuse');
    expect(outcomes(compared)).toEqual(['approve', 'return']);
    // The council has decided: the controller cannot say no to that.
    const no = await transfers.verify(caseId, {
      outcome: 'refuse',
      reasons: 'Pengarna finns inte.',
    });
    expect(await no.json()).toMatchObject({ status: 422, fields: { outcome: 'choice' } });
    expect(await transfers.plan(caseId)).toEqual([]);
    // Nor does silence: what the controller asks stays until whoever requested it answers.
    const questions = [{ about: 'whole', question: 'Gäller beloppet också konferensen?' }];
    expect((await transfers.verify(caseId, { outcome: 'return', questions })).status).toBe(204);
    const asked = await system.mail(
      'officer@sodertalje.example',
      new RegExp(`^Svara på frågor .*${number}$`),
    );
    expect(asked.text).toContain('Är överföringen inte beslutad än kan en handläggare');
    await forward(system.temporal.client, system.workflowId({ caseId }), '60 days');
    await eventually('whoever looks after it hears of that', async () => {
      const letters = (await room.read(caseId)).letters.map(({ template }) => template);
      return letters.includes('escalated');
    });
    const { tasks } = await room.read(caseId);
    expect(tasks.filter(({ state }) => state === 'open').map((task) => task.kind)).toEqual([
      'complete',
    ]);
    const { target, api } = await system.follow(asked);
    const { completion } = await api.read<TaskView>(`/api/sodertalje/tasks/${target.id}`);
    await system.answer(asked, { ...completion?.answers });
    await transfers.approve(caseId);
    await eventually('it is planned', async () => (await transfers.plan(caseId)).length > 0);
    expect((await transfers.plan(caseId)).map(([year, , kronor]) => [year, kronor])).toEqual([
      [first, 23_000],
      [second, 86_000],
      [third, 43_000],
    ]);
    expect(await rounds(caseId)).toHaveLength(2);
  }, 240_000);

  it('is completed after a referral back; other words alone go only to those who are left', async () => {
    const { caseId, number } = await transfers.begun();
    await transfers.approve(caseId);
    await transfers.decide(caseId, 'KFN', 'support');
    const referralReasons = 'Det framgår inte vad konferensen ska ge.';
    await transfers.decide(caseId, 'KS', 'referBack', { referralReasons });
    const said = await adjust(number, {
      purpose: 'Facilitator, och en konferens för alla parter.',
    });
    expect(said).toMatchObject([{ outcome: 'referBack', reasons: referralReasons }]);
    await transfers.approve(caseId);
    await eventually('a new round begins', async () => (await rounds(caseId)).length === 2);
    expect((await rounds(caseId)).map(({ state }) => state)).toEqual(['open', 'referredBack']);
    await transfers.decide(caseId, 'KFN', 'support');
    await transfers.decide(caseId, 'KS', 'supportWithChange', { wording: 'Skriv partnerskap.' });
    await adjust(number, { purpose: 'Facilitator, och en konferens om partnerskap.' }, 1);
    await transfers.approve(caseId);
    await eventually('a third round begins', async () => (await rounds(caseId)).length === 3);
    expect((await rounds(caseId)).slice(0, 2)).toEqual([
      { state: 'open', bodies: [['KF', null, false]] },
      {
        state: 'changed',
        bodies: [
          ['KFN', 'support', true],
          ['KS', 'supportWithChange', true],
          ['KF', null, false],
        ],
      },
    ]);
    // One third of the council can do so once; then it takes a majority.
    const byThird = { referralReasons, referralVotes: '1' };
    await transfers.decide(caseId, 'KF', 'referBackByThird', byThird);
    await adjust(number, { purpose: 'Facilitator, och en konferens om partnerskap i maj.' }, 2);
    await transfers.approve(caseId);
    await eventually('a fourth round begins', async () => (await rounds(caseId)).length === 4);
    await transfers.decide(caseId, 'KFN', 'support');
    await transfers.decide(caseId, 'KS', 'support');
    const { form } = await room.asked((await room.matterOf(caseId, 'KF')).caseId, 'decide');
    const outcome = form.pages.flatMap(({ fields }) => fields).find(({ id }) => id === 'outcome');
    expect(outcome?.options).toContain('referBack');
    expect(outcome?.options).not.toContain('referBackByThird');
    await transfers.decide(caseId, 'KF', 'approve');
    await eventually('it is planned', async () => (await transfers.plan(caseId)).length > 0);
    expect((await transfers.plan(caseId)).map(([, , kronor]) => kronor)).toEqual([
      43_000, 86_000, 43_000,
    ]);
    expect(forumMoney.purpose).not.toContain('partnerskap');
  }, 240_000);
});
