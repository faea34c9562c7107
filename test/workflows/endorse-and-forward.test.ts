import { stockholmDate } from '../../domain/calendar';
import type { CommitteeOutcome } from '../../domain/committees/committee';
import { CommitteeRoom, meetOn } from '../support/committees';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { pdfText } from '../support/pdf';
import { suiteNeeding } from '../support/suites';
import { startSystem, type System } from '../support/system';

/** The way of 004 and 003: a committee endorses the direction and forwards it, up to the council. */
suiteNeeding('poppler')('a matter that is endorsed and forwarded', () => {
  describe.each(databaseKinds())('on %s', (kind) => {
    let system: System;
    let room: CommitteeRoom;
    const today = stockholmDate(new Date());

    beforeAll(async () => {
      system = await startSystem(kind);
      room = new CommitteeRoom(system, 'ekero');
      for (const committee of ['BUN', 'KSAU', 'KS', 'KF', 'KFN']) {
        await meetOn(system, committee, today, 'ekero');
      }
    });
    afterAll(() => system.close());

    async function decide(
      parent: string,
      committee: string,
      outcome: CommitteeOutcome,
      answers: Record<string, unknown>,
    ) {
      const matter = await room.matterOf(parent, committee);
      await room.decide(matter.caseId, { outcome, adjustment: 'immediate', ...answers });
      return matter;
    }

    const forwardTo = (committee: string, part: string, proposal: string) => ({
      forward: [{ committee, part, proposal }],
    });

    /** The mail with the papers of a body, with its attachments as text. */
    async function papersOf(address: string, number: string): Promise<string[]> {
      const mail = await system.mail(address, new RegExp(`^För in beslutet .*${number}$`));
      return Promise.all(
        mail.attachments.map(async ({ url }) => {
          const file = await fetch(new URL(url, system.inboxUrl));
          return pdfText(Buffer.from(await file.arrayBuffer())).replace(/\s+/g, ' ');
        }),
      );
    }

    it('goes from a committee over the working committee to the executive and the council', async () => {
      const { caseId: parent } = await room.send({
        title: 'Utredning om samverkan med civilsamhället',
        order: 'inOrder',
        bodies: [
          {
            committee: 'BUN',
            part: 'opine',
            proposal: 'Nämnden godkänner inriktningen i uppdraget om samverkan.',
          },
        ],
        recipients: 'Kommunstyrelsen',
      });
      const own = await decide(parent, 'BUN', 'support', {
        paragraph: '77',
        wording: 'Nämnden godkänner inriktningen.',
        ...forwardTo('KSAU', 'prepare', 'Arbetsutskottet bereder utredningen.'),
      });
      const prepared = 'Kommunstyrelsen godkänner inriktningen och föreslår att policyn antas.';
      const working = await decide(parent, 'KSAU', 'support', {
        paragraph: '32',
        wording: prepared,
        ...forwardTo('KS', 'prepare', 'Kommunstyrelsen tar ställning.'),
      });
      expect(working.number).toMatch(/^KSAU\d/);
      const executive = await room.matterOf(parent, 'KS');
      // The executive's proposal is what its working committee came to, and both extracts come along.
      const { places } = (await room.read(parent)).circulations[0]!;
      expect(places.map(({ committee, proposal }) => [committee, proposal])).toContainEqual([
        'KS',
        prepared,
      ]);
      const [report, first, second] = await papersOf(
        'ks-sekreterare@ekero.example',
        executive.number,
      );
      expect(report).toContain(prepared);
      expect(report).toContain(`Barn- och utbildningsnämnden, protokollsutdrag ${today} § 77`);
      expect(report).toContain(`§ 32, ${working.number}`);
      expect(first).toContain('Nämnden godkänner inriktningen.');
      expect(first).toContain(own.number);
      expect(second).toContain('Förslag till Kommunstyrelsen');
      expect(second).toContain(prepared);
      // What the working committee came to was written down wrongly: the executive gets the right words.
      const right = 'Kommunstyrelsen godkänner inriktningen och föreslår att policyn prövas.';
      expect((await room.correct(working.caseId, { wording: right, paragraph: '33' })).ok).toBe(
        true,
      );
      const renewed = await system.mail(
        'ks-sekreterare@ekero.example',
        new RegExp(`^Ny version av tjänsteskrivelsen: .*${executive.number}$`),
      );
      const [again, extract] = await Promise.all(
        renewed.attachments.map(async ({ url }) => {
          const file = await fetch(new URL(url, system.inboxUrl));
          return pdfText(Buffer.from(await file.arrayBuffer())).replace(/\s+/g, ' ');
        }),
      );
      expect(again).toContain(right);
      expect(again).toContain(`§ 33, ${working.number}`);
      expect(again).not.toContain(`§ 32, ${working.number}`);
      expect(extract).toContain(right);
      expect((await room.asked(executive.caseId, 'decide')).answers['wording']).toBe(right);
      await decide(parent, 'KS', 'support', {
        wording: 'Kommunstyrelsen föreslår kommunfullmäktige att anta policyn.',
        ...forwardTo('KF', 'decide', 'Kommunfullmäktige antar policyn för samverkan.'),
      });
      await decide(parent, 'KF', 'approve', {
        wording: 'Kommunfullmäktige antar policyn för samverkan med civilsamhället.',
      });
      await eventually('the policy is adopted', async () => {
        return (await room.read(parent)).state === 'completed';
      });
      const { circulations } = await room.read(parent);
      expect(circulations[0]!.places.map(({ decision }) => decision?.outcome)).toEqual([
        ...['support', 'support', 'support', 'approve'],
      ]);
    }, 120_000);

    it('is forwarded only to a body that is not to deal with it already', async () => {
      const bodies = ['BUN', 'KS'].map((committee) => ({
        ...{ committee, part: committee === 'KS' ? 'decide' : 'opine' },
        proposal: 'Inriktningen godkänns.',
      }));
      const { caseId: parent } = await room.send({ order: 'inOrder', bodies });
      const { caseId } = await room.matterOf(parent, 'BUN');
      const { form } = await room.asked(caseId, 'decide');
      const fields = form.pages.flatMap((page) => page.fields);
      const forward = fields.find(({ id }) => id === 'forward');
      const offered = forward?.fields?.find(({ id }) => id === 'committee')?.options;
      expect(offered).toContain('KF');
      expect(offered).not.toContain('KS');
      expect(offered).not.toContain('BUN');
      // A record that has forwarded it can be corrected and still says so.
      await room.decide(caseId, forwardTo('KF', 'prepare', 'Fullmäktige tar ställning.'));
      expect((await room.correct(caseId, { paragraph: '72' })).status).toBe(204);
      const council = { committee: 'KF', part: 'prepare', proposal: 'Fullmäktige tar ställning.' };
      const twice = await room.correct(caseId, { forward: [council, council] });
      expect(await twice.json()).toMatchObject({
        fields: { 'forward.1.committee': 'committeeTwice' },
      });
      // It was another body; then none at all.
      const bodiesNow = async () =>
        (await room.read(parent)).circulations[0]!.places.map(({ committee }) => committee);
      const working = { ...council, committee: 'KSAU' };
      expect((await room.correct(caseId, { forward: [working] })).status).toBe(204);
      expect(await bodiesNow()).toEqual(['BUN', 'KS', 'KSAU']);
      expect((await room.correct(caseId, { forward: [council] })).status).toBe(204);
      expect(await bodiesNow()).toEqual(['BUN', 'KS', 'KF']);
      await decide(parent, 'KS', 'approve', {});
      // The council has its papers by now: its secretary hears that it need not.
      const last = await room.matterOf(parent, 'KF');
      await room.asked(last.caseId, 'decide');
      expect((await room.correct(caseId, { forward: [] })).status).toBe(204);
      await system.mail(
        'kf-sekreterare@ekero.example',
        new RegExp(`^Ärendet är avslutat: .*${last.number}$`),
      );
      await eventually('nobody else is to deal with it', async () => {
        return (await room.read(parent)).state === 'completed';
      });
      expect((await room.read(last.caseId)).state).toBe('closed');
      expect(await bodiesNow()).toEqual(['BUN', 'KS']);
    }, 120_000);

    it('is for what the corrected record says, until the body has it', async () => {
      const bodies = ['BUN', 'KS'].map((committee) => ({
        ...{ committee, part: committee === 'KS' ? 'decide' : 'opine' },
        proposal: 'Inriktningen godkänns.',
      }));
      const { caseId: parent } = await room.send({ order: 'inOrder', bodies });
      const { caseId } = await decide(parent, 'BUN', 'support', {
        ...forwardTo('KF', 'prepare', 'Fullmäktige tar ställning.'),
      });
      const council = { committee: 'KF', part: 'opine', proposal: 'Fullmäktige yttrar sig.' };
      expect((await room.correct(caseId, { forward: [council] })).status).toBe(204);
      const last = async () => (await room.read(parent)).circulations[0]!.places.at(-1);
      expect(await last()).toMatchObject(council);
      await decide(parent, 'KS', 'approve', {});
      const { caseId: begun, number } = await room.matterOf(parent, 'KF');
      await room.asked(begun, 'decide');

      // It has the papers: another proposal is a new version of them, another part nothing that can be.
      const better = { ...council, proposal: 'Fullmäktige säger vad det anser.' };
      expect((await room.correct(caseId, { forward: [better] })).status).toBe(204);
      await system.mail(
        'kf-sekreterare@ekero.example',
        new RegExp(`^Ny version av tjänsteskrivelsen: .*${number}$`),
      );
      expect(await last()).toMatchObject(better);
      const versions = (await room.read(begun)).events.filter((e) => e.event === 'reportRenewed');
      expect(versions).toHaveLength(1);
      const other = await room.correct(caseId, { forward: [{ ...better, part: 'decide' }] });
      expect(await other.json()).toMatchObject({ fields: { 'forward.0.part': 'partBegun' } });
      await decide(parent, 'KF', 'support', {});
    }, 120_000);

    it('is taken back from the body that has taken over from the one it was forwarded to', async () => {
      const bodies = ['BUN', 'KS'].map((committee) => ({
        ...{ committee, part: 'opine', proposal: 'Inriktningen godkänns.' },
      }));
      const { caseId: parent } = await room.send({ order: 'inOrder', bodies });
      const { caseId } = await decide(parent, 'BUN', 'support', {
        ...forwardTo('SN', 'opine', 'Socialnämnden yttrar sig.'),
      });
      const ended = await (
        await room.as('secretary')
      ).post(room.path('committees', 'SN', 'changes'), {
        ...{ kind: 'end', answers: { day: today, successor: 'KFN' } },
      });
      expect(ended.status).toBe(204);
      await decide(parent, 'KS', 'support', {});
      const last = await room.matterOf(parent, 'KFN');
      await room.asked(last.caseId, 'decide');
      const bodiesNow = async () =>
        (await room.read(parent)).circulations[0]!.places.map(({ committee }) => committee);
      // Another paragraph changes nothing of it, and does not add the body that is no more.
      expect((await room.correct(caseId, { paragraph: '73' })).status).toBe(204);
      expect(await bodiesNow()).toEqual(['BUN', 'KS', 'KFN']);
      expect((await room.correct(caseId, { forward: [] })).status).toBe(204);
      expect(await bodiesNow()).toEqual(['BUN', 'KS']);
      await eventually('nobody else is to deal with it', async () => {
        return (await room.read(parent)).state === 'completed';
      });
      expect((await room.read(last.caseId)).state).toBe('closed');
    }, 120_000);

    it('is proposed as the corrected record of the body before says, and as it was sent after a no', async () => {
      const sent = 'Fullmäktige godkänner inriktningen.';
      const { caseId: parent } = await room.send({
        order: 'inOrder',
        bodies: [
          { committee: 'KS', part: 'prepare', proposal: 'Kommunstyrelsen godkänner inriktningen.' },
          { committee: 'KF', part: 'decide', proposal: sent },
        ],
      });
      const { caseId } = await decide(parent, 'KS', 'support', {});
      const council = await room.matterOf(parent, 'KF');
      await room.asked(council.caseId, 'decide');
      const proposed = async () => (await room.asked(council.caseId, 'decide')).answers['wording'];
      expect(await proposed()).toBe(sent);
      for (const [outcome, wording, then] of [
        ['supportWithChange', 'Fullmäktige godkänner halva.', 'Fullmäktige godkänner halva.'],
        ['supportWithChange', 'Fullmäktige godkänner allt.', 'Fullmäktige godkänner allt.'],
        ['oppose', 'Kommunstyrelsen avstyrker.', sent],
        ['support', 'Kommunstyrelsen tillstyrker.', sent],
      ] as const) {
        expect((await room.correct(caseId, { outcome, wording })).status).toBe(204);
        expect(await proposed()).toBe(then);
      }
      // What the round shows is what the council had before it when it decided.
      const last = await room.asked(council.caseId, 'decide');
      expect(last.answers['report']).toBe('5');
      await room.decide(council.caseId, {
        outcome: 'approve',
        report: '2',
        adjustment: 'immediate',
      });
      const { places } = (await room.read(parent)).circulations[0]!;
      expect(places.at(-1)?.proposal).toBe('Fullmäktige godkänner halva.');
    }, 120_000);

    it('keeps what everybody was asked when one of them had said the same and is corrected', async () => {
      const proposal = 'Nämnden ställer sig bakom inriktningen.';
      const { caseId: parent } = await room.send({
        order: 'inOrder',
        bodies: ['BUN', 'KS'].map((committee) => ({ committee, part: 'opine', proposal })),
      });
      const { caseId } = await decide(parent, 'BUN', 'support', { wording: proposal });
      const next = await room.matterOf(parent, 'KS');
      await room.asked(next.caseId, 'decide');
      const corrected = await room.correct(caseId, { wording: 'Nämnden tillstyrker.' });
      expect(corrected.status).toBe(204);
      await system.mail(
        'ks-sekreterare@ekero.example',
        new RegExp(`^Ny version av tjänsteskrivelsen: .*${next.number}$`),
      );
      const { places } = (await room.read(parent)).circulations[0]!;
      expect(places.map((each) => each.proposal)).toEqual([proposal, proposal]);
    }, 120_000);

    it('was in a round that has ended, and who was to deal with it there stays to be seen', async () => {
      const { caseId: parent } = await room.send({
        order: 'inOrder',
        bodies: ['BUN', 'KS'].map((committee) => ({
          ...{ committee, part: 'opine', proposal: 'Inriktningen godkänns.' },
        })),
      });
      const { caseId } = await decide(parent, 'BUN', 'support', {
        ...forwardTo('KF', 'prepare', 'Fullmäktige tar ställning.'),
      });
      await decide(parent, 'KS', 'referBack', { referralReasons: 'Det saknas en kalkyl.' });
      await eventually('the round has ended', async () => {
        return (await room.read(parent)).circulations[0]!.state === 'referredBack';
      });
      expect((await room.correct(caseId, { forward: [] })).status).toBe(204);
      const { places } = (await room.read(parent)).circulations[0]!;
      expect(places.map(({ committee }) => committee)).toEqual(['BUN', 'KS', 'KF']);
    }, 120_000);
  });
});
