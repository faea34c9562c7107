import type { AnswerCorrectionView } from '../../domain/api/desk';
import type { StatementAnswer } from '../../domain/api/ledger';
import type { Problem } from '../../domain/api/shapes';
import { stockholmDate, dueDate } from '../../domain/calendar';
import { databaseKinds } from '../support/databases';
import { CommitteeRoom, meetToday } from '../support/committees';
import { eventually } from '../support/eventually';
import { signIn } from '../support/officials';
import { pdfText } from '../support/pdf';
import { suiteNeeding } from '../support/suites';
import { startSystem, type System } from '../support/system';
import { amounts, forumMoney, TransferDesk, verified } from '../support/transfers';
import { comingYears } from '../support/years';

suiteNeeding('poppler')('a transfer between committees', () => {
  describe.each(databaseKinds())('on %s', (kind) => {
    let system: System;
    let room: CommitteeRoom;
    let desk: TransferDesk;
    let now = new Date();
    const [first, second, third] = comingYears;

    beforeAll(async () => {
      system = await startSystem(kind, { clock: () => now });
      room = new CommitteeRoom(system);
      desk = new TransferDesk(room);
      for (const committee of ['KFN', 'KS', 'KF', 'EN', 'HM']) await meetToday(system, committee);
    });
    beforeEach(() => {
      now = new Date();
    });
    afterAll(() => system.close());

    /** The controller had coded it wrongly: whoever had decided is shown to have, and what is posted is right. */
    async function putRight(caseId: string): Promise<void> {
      const { id } = (await room.read(caseId)).tasks.find(({ kind: of }) => of === 'verify')!;
      const path = room.path('cases', caseId, 'tasks', id, 'correction');
      const controller = await room.as('controller');
      const { corrects, answers, form } = await controller.read<AnswerCorrectionView>(path);
      expect(form.pages[0]?.fields.find(({ id: field }) => field === 'outcome')?.options).toEqual([
        'approve',
      ]);
      const say = async (right: object) => {
        const said = { ...answers, ...right, whyWrong: 'Fel konto.' };
        const response = await controller.post(path, { corrects, answers: said });
        return response.ok ? response.status : ((await response.json()) as Problem);
      };
      expect(await say({})).toMatchObject({ code: 'task.unchanged' });
      expect(await say({ giverCoding: '4950-1100-110-9' })).toMatchObject({
        fields: { giverCoding: 'coding' },
      });
      now = new Date();
      expect(await say({ giverCoding: '4951-1100-110' })).toBe(204);
      expect(await say({ giverCoding: '4952-1100-110' })).toMatchObject({
        code: 'task.correctedBy',
        detail: expect.stringContaining('Clara Dal') as string,
      });
      const { circulations, recordedAnswers } = await room.read(caseId);
      expect(circulations[0]!.places.map(({ decision }) => decision?.onOlderCheck)).toEqual([
        true,
        true,
        undefined,
      ]);
      expect(recordedAnswers[0]!.versions.map(({ reason }) => reason)).toEqual([
        null,
        'Fel konto.',
      ]);
    }

    /** The decisions that the postings of a transfer name in the ledger of its receiver. */
    async function restingOn(number: string, years: number[]): Promise<(string | undefined)[]> {
      const controller = await room.as('controller');
      const statements = years.map((year) =>
        controller.read<StatementAnswer>(room.path('ledger', 'KFN', String(year))),
      );
      return (await Promise.all(statements)).map(
        ({ entries }) => entries.find((entry) => entry.number === number)?.decision,
      );
    }

    it('goes from the request to the posting of every year, to the krona', async () => {
      await desk.adopt('KS', first, 1_000_000);
      const begun = await desk.begin();
      expect(begun.status).toBe(201);
      const { caseId, number } = (await begun.json()) as { caseId: string; number: string };
      expect(number).toMatch(/^KS /);
      await system.mail(
        'controller@sodertalje.example',
        new RegExp(`^Granska senast .*${number}$`),
      );
      // Bodies are called by their names, in the case and on paper.
      const { application } = await room.read(caseId);
      expect(application[0]!.rows.slice(1, 3).map(({ value }) => value)).toEqual([
        'Kommunstyrelsen',
        'Kultur- och fritidsnämnden',
      ]);
      const { pdf } = await room.document(caseId, /^Begäran om överföring/);
      expect(pdfText(Buffer.from(pdf))).toContain('Kultur- och fritidsnämnden');
      expect((await desk.verify(caseId, verified, 'officer')).status).toBe(403);
      expect((await desk.verify(caseId, verified)).status).toBe(204);
      await desk.decide(caseId, 'KFN', 'support');
      await desk.decide(caseId, 'KS', 'support');
      await putRight(caseId);
      const council = await desk.decide(caseId, 'KF', 'approve', { paragraph: '142' });
      await eventually('the first year is posted', async () => {
        return (await desk.years(caseId))[0]?.[1] === 'posted';
      });
      expect(await desk.years(caseId)).toEqual([
        [first, 'posted', 4_300_000],
        [second, 'planned', 0],
        [third, 'planned', 0],
      ]);
      const order = await system.mail('kfn-sekreterare@sodertalje.example', /^Pengar är överförda/);
      const file = await fetch(new URL(order.attachments[0]!.url, system.inboxUrl));
      const text = pdfText(Buffer.from(await file.arrayBuffer()));
      for (const part of [
        `Order om överföring ${first}`,
        '40 000',
        '3 000',
        '43 000',
        `KF ${stockholmDate(now)} § 142`,
        'Konto 4951, Ansvar 1100',
      ]) {
        expect(text).toContain(part);
      }
      // Less than is planned: nothing is posted, and a person has to see to it.
      await desk.adopt('KS', second, 80_000);
      await eventually('somebody is called', async () => {
        const { attentions } = await room.read(caseId);
        return attentions.some(({ code }) => code === 'transfer.short');
      });
      expect((await desk.years(caseId))[1]).toEqual([second, 'short', 0]);
      const asksAboutIt = new RegExp(`^Budgeten räcker inte: .*${number}$`);
      for (const who of ['controller', 'kfn-sekreterare']) {
        const asked = await system.mail(`${who}@sodertalje.example`, asksAboutIt);
        expect(asked.text).toContain('Vad ska gälla?');
      }
      // The council's paragraph was recorded wrongly: what is posted from now on names the right one.
      expect((await room.correct(council, { paragraph: '143' })).status).toBe(204);
      await desk.adopt('KS', second, 200_000, 1);
      await desk.adopt('KS', third, 200_000);
      await eventually('all is posted', async () =>
        (await desk.years(caseId)).every(([, state]) => state === 'posted'),
      );
      expect(await desk.years(caseId)).toEqual([
        [first, 'posted', 4_300_000],
        [second, 'posted', 8_600_000],
        [third, 'posted', 4_300_000],
      ]);
      expect(await restingOn(number, [first, second, third])).toEqual([
        `KF ${stockholmDate(now)} § 142`,
        `KF ${stockholmDate(now)} § 143`,
        `KF ${stockholmDate(now)} § 143`,
      ]);
      await eventually('the order of a later year names the right paragraph', async () => {
        const { pdf } = await room.document(caseId, new RegExp(`^Order om överföring ${third}`));
        return pdfText(Buffer.from(pdf)).includes('§ 143');
      });
      // Its years are not over: it goes on until they are settled.
      expect((await room.read(caseId)).state).toBe('awaitingDecision');
    }, 120_000);

    it('is refused at the field where sums, giver or receiver are wrong', async () => {
      const wrong = await desk.begin({ to: 'KS' });
      expect(wrong.status).toBe(422);
      expect(await wrong.json()).toMatchObject({ fields: { to: 'same' } });
      const sums = await desk.begin({
        amounts: { ...forumMoney.amounts, stated: { total: '171 000' } },
      });
      expect(await sums.json()).toMatchObject({ status: 422 });
    });

    it('is not posted when the controller says no', async () => {
      const { caseId } = await desk.begun();
      const coded = await desk.verify(caseId, { ...verified, giverCoding: '4950-1100-110-9' });
      expect(await coded.json()).toMatchObject({ status: 422, fields: { giverCoding: 'coding' } });
      const said = await desk.verify(caseId, {
        outcome: 'refuse',
        reasons: 'Pengarna finns inte.',
      });
      expect(said.status).toBe(204);
      await eventually('it has ended', async () => (await room.read(caseId)).state === 'rejected');
      expect(await desk.years(caseId)).toEqual([]);
    });

    it('goes no further than there is money, as the controller reads and the server sees to', async () => {
      await desk.adopt('HM', first, 50_000);
      const { caseId } = await desk.begun({ from: 'HM' });
      const { form, money } = await desk.toCheck(caseId);
      expect(money?.cover.years).toEqual([{ year: first, ore: 5_000_000, reserved: 0 }]);
      const help = form.texts.sv['field.cover.help'];
      expect(help).toContain(
        ` Hölö-Mörkö kommundelsnämnd har 50\u00a0000 kronor kvar för ${first}. `,
      );
      expect(help).toContain(`har ingen beslutad budget för ${second}. Beloppet är planerat`);
      // The money is given to others while the request waits.
      await desk.adopt('HM', first, 42_999, 1);
      const short = await desk.verify(caseId, verified);
      expect(await short.json()).toMatchObject({
        ...{ status: 422, fields: { cover: 'amountNotCovered' } },
      });
      expect((await desk.toCheck(caseId)).form.texts.en['field.cover.help']).toContain(
        `SEK 42,999 left for ${first}, and SEK 43,000 is needed`,
      );
      // The year begins, and the giver has no budget at all.
      const none = await desk.begun({ from: 'JÄ' });
      now = new Date(`${first}-01-20T12:00:00+01:00`);
      const undecided = await desk.verify(none.caseId, verified);
      expect(await undecided.json()).toMatchObject({ fields: { cover: 'amountYearUndecided' } });
      await desk.adopt('HM', first, 43_000, 2);
      expect((await desk.verify(caseId, verified)).status).toBe(204);
    });

    it('is checked once when two controllers do so at once, and the other one reads who did', async () => {
      const { caseId } = await desk.begun();
      const task = await desk.toVerify(caseId);
      // Whoever only gave them more time is not the one who was first.
      const registrar = await room.as('registrar');
      const more = await registrar.post(room.path('cases', caseId, 'interventions'), {
        ...{ kind: 'extend', task, deadline: dueDate(now, { days: 98 }), reason: 'Sjukdom.' },
      });
      expect(more.status).toBe(204);
      const path = room.path('cases', caseId, 'tasks', task, 'signed-in-answer');
      const both = [
        await signIn(system.url, 'sodertalje', 'controller'),
        await signIn(system.url, 'sodertalje', 'controller'),
      ];
      const sent = await Promise.all(both.map((api) => api.post(path, { answers: verified })));
      expect(sent.map(({ status }) => status).sort()).toEqual([204, 409]);
      const lost = sent.find(({ status }) => status === 409);
      const { detail } = (await lost?.json()) as Problem;
      const { events } = await room.read(caseId);
      const winner = events.find(({ event }) => event === 'transferVerified')?.by;
      expect(detail).toBe(
        `${winner} har redan svarat. Ladda om sidan för att se vad som beslutades.`,
      );
    });

    it('comes back to whoever asked when the controller has questions', async () => {
      const { caseId } = await desk.begun();
      const questions = [{ about: 'whole', question: 'Varför tre år?' }];
      expect((await desk.verify(caseId, { outcome: 'return', questions })).status).toBe(204);
      const asked = await system.mail('officer@sodertalje.example', /^Svara på frågor/);
      const { target, api } = await system.follow(asked);
      const { completion } = await api.read<{ completion: { answers: Record<string, unknown> } }>(
        `/api/sodertalje/tasks/${target.id}`,
      );
      await system.answer(asked, { ...completion.answers, purpose: 'Facilitator i tre år.' });
      await desk.toVerify(caseId);
    });

    it('is not checked by a controller who answered the questions for whoever asked', async () => {
      const { caseId } = await desk.begun();
      const questions = [{ about: 'whole', question: 'Varför tre år?' }];
      await desk.verify(caseId, { outcome: 'return', questions });
      const task = await eventually('somebody is asked', async () =>
        (await room.read(caseId)).tasks.find(({ kind: of, state }) => {
          return of === 'complete' && state === 'open';
        }),
      );
      const registrar = await room.as('registrar');
      const email = 'controller@sodertalje.example';
      // What happens at the desk comes after what the process has done.
      now = new Date();
      await registrar.post(room.path('cases', caseId, 'interventions'), {
        ...{ kind: 'reassign', task: task.id, name: 'Clara Dal', email, reason: 'Otto är sjuk.' },
      });
      const asked = await system.mail(email, /^Svara på frågor/);
      const { target, api } = await system.follow(asked);
      const { completion } = await api.read<{ completion: { answers: Record<string, unknown> } }>(
        `/api/sodertalje/tasks/${target.id}`,
      );
      await system.answer(asked, { ...completion.answers, purpose: 'Facilitator i tre år.' });
      await desk.toVerify(caseId);
      const refused = await desk.verify(caseId, verified);
      expect(await refused.json()).toMatchObject({ status: 403, code: 'task.ownRequest' });
    });

    it('waits while a court has stopped the decision', async () => {
      const { caseId } = await desk.begun({
        ...{ from: 'EN', to: 'HM' },
        amounts: {
          ...amounts(['40 000', '0', '0'], ['3 000', '0', '0']),
          stated: { total: '43 000' },
        },
      });
      await desk.verify(caseId, verified);
      for (const committee of ['EN', 'HM', 'KS']) await desk.decide(caseId, committee, 'support');
      const council = await desk.decide(caseId, 'KF', 'approve');
      const day = stockholmDate(now);
      expect((await room.happen(council, { kind: 'appealed', day })).status).toBe(204);
      expect((await room.happen(council, { kind: 'stayed', day })).status).toBe(204);
      await desk.adopt('EN', first, 500_000);
      await eventually('the case that rests on it is flagged', async () => {
        const { attentions } = await room.read(caseId);
        return attentions.some(({ code }) => code === 'decision.stayed');
      });
      await eventually('it is planned', async () => (await desk.years(caseId)).length > 0);
      expect((await desk.years(caseId))[0]).toEqual([first, 'ready', 0]);
      expect((await room.happen(council, { kind: 'stayLifted', day })).status).toBe(204);
      await eventually('the year is posted after all', async () => {
        return (await desk.years(caseId))[0]?.[1] === 'posted';
      });
      const codes = async () => (await room.read(caseId)).attentions.map(({ code }) => code);
      expect(await codes()).toEqual(['decision.appealed']);

      // Annulled, it is taken back; a higher court lets the decision apply, and it is posted anew.
      expect((await room.happen(council, { kind: 'annulled', day })).status).toBe(204);
      expect(await codes()).toEqual(['decision.annulled']);
      const controller = await room.as('controller');
      const { entries } = await controller.read<{
        entries: { transactionId: string; kind: string }[];
      }>(room.path('ledger', 'EN', String(first)));
      const posted = entries.find(({ kind: each }) => each === 'transfer')!.transactionId;
      const path = room.path('ledger', 'transactions', posted, 'reversal');
      const taken = await controller.post(path, { decision: 'Domen upphävde beslutet.' });
      expect(taken.ok).toBe(true);
      expect((await desk.years(caseId))[0]).toEqual([first, 'reversed', 4_300_000]);
      for (const id of ['hm-sekreterare', 'en-sekreterare']) {
        await system.mail(`${id}@sodertalje.example`, /^Pengar har gått tillbaka/);
      }
      const { events } = await room.read(caseId);
      expect(events.map(({ event }) => event)).toContain('yearReversed');
      expect((await room.happen(council, { kind: 'restored', day })).status).toBe(204);
      await eventually('the year is posted anew', async () => {
        const [year] = await desk.years(caseId);
        return year?.[1] === 'posted' && year[2] === 4_300_000;
      });
      await eventually('the order says that it is anew', async () => {
        const { pdf } = await room.document(caseId, /^Order om överföring/);
        const text = pdfText(Buffer.from(pdf)).replace(/\s+/g, ' ');
        return text.includes('därför bokförs året på nytt');
      });
      expect(await codes()).toEqual([]);
      expect((await room.happen(council, { kind: 'restored', day })).status).toBe(409);
      await undoMistake(caseId);
    }, 120_000);

    /** The only year of a transfer is taken back by mistake, which closes it, and posted anew. */
    async function undoMistake(caseId: string): Promise<void> {
      const controller = await room.as('controller');
      const entriesOf = async () => {
        const path = room.path('ledger', 'EN', String(first));
        return (await controller.read<StatementAnswer>(path)).entries;
      };
      const last = async (kindOf: string) =>
        (await entriesOf()).findLast(({ kind: each }) => each === kindOf)!;
      const earlier = await last('reversal');
      const { transactionId } = await last('transfer');
      const taken = await controller.post(
        room.path('ledger', 'transactions', transactionId, 'reversal'),
        { decision: 'Fel ärende.' },
      );
      expect(taken.ok).toBe(true);
      await eventually('the transfer is over', async () => {
        return (await room.read(caseId)).state === 'completed';
      });
      const { transactionId: reversal, undoable } = await last('reversal');
      expect([earlier.undoable, undoable]).toEqual([false, true]);
      const mistake = (id: string) => room.path('ledger', 'transactions', id, 'mistake');
      const reason = 'Fel ärende återfördes.';
      // Neither what has been posted anew already, nor what is no reversal.
      for (const id of [earlier.transactionId, transactionId]) {
        const refused = await controller.post(mistake(id), { reason });
        expect(await refused.json()).toMatchObject({ code: 'ledger.notMistaken' });
      }
      expect((await controller.post(mistake(reversal), { reason })).status).toBe(204);
      expect((await controller.post(mistake(reversal), { reason })).status).toBe(204);
      const administrator = await room.as('administrator');
      expect(await (await administrator.post(mistake(reversal), { reason })).json()).toMatchObject({
        code: 'ledger.mistakenBy',
        detail: expect.stringMatching(/^Clara Dal har redan/) as string,
      });
      await eventually('the year is posted anew', async () => {
        const [year] = await desk.years(caseId);
        return year?.[1] === 'posted' && year[2] === 4_300_000;
      });
      const entries = await entriesOf();
      expect(
        entries.filter(({ mistaken }) => mistaken).map((entry) => entry.transactionId),
      ).toEqual(expect.arrayContaining([reversal]) as string[]);
      expect(entries.at(-1)!.balance).toBe(45_700_000);
      const { state, events } = await room.read(caseId);
      expect(state).toBe('awaitingDecision');
      expect(events.filter(({ event }) => event === 'reversalUndone')).toHaveLength(1);
      await eventually('the order says why', async () => {
        const { pdf } = await room.document(caseId, /^Order om överföring/);
        return pdfText(Buffer.from(pdf)).replace(/\s+/g, ' ').includes('togs tillbaka av misstag');
      });
    }
  });
});
