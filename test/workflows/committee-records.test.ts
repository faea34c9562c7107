import { dayAfter, dueDate, noonOf, stockholmDate } from '../../domain/calendar';
import type { CorrectionView, MatterReportView } from '../../domain/api/desk';
import type { Problem } from '../../domain/api/shapes';
import type { OfficialRole } from '../../domain/officials';
import { CommitteeRoom, meetOn, meetToday, place } from '../support/committees';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { pdfText } from '../support/pdf';
import { suiteNeeding } from '../support/suites';
import { startSystem, type System } from '../support/system';
import { appealAfterLook } from '../support/word-at-closing';

/** The official who sends matters out in these tests. */
const sender = 'officer@sodertalje.example';

/** What is recorded of a decision, what becomes of it when it is wrong, and the extract. */
suiteNeeding('poppler')('the record of a decision', () => {
  describe.each(databaseKinds())('on %s', (kind) => {
    let system: System;
    let room: CommitteeRoom;
    let now = new Date();

    beforeAll(async () => {
      system = await startSystem(kind, { clock: () => now });
      room = new CommitteeRoom(system);
    });
    afterAll(() => system.close());
    beforeEach(() => {
      now = new Date();
    });

    const on = (day: string) => {
      now = new Date(`${day}T12:00:00+01:00`);
    };

    const metOn = (committee: string, day: string) => meetOn(system, committee, day);

    it('gives the extract that the committee for culture and leisure had in June 2018', async () => {
      // The source has the day of the notice, not that of the meeting.
      await metOn('KFN', '2018-06-19');
      const sent = await room.send({
        order: 'atOnce',
        bodies: [
          {
            committee: 'KFN',
            part: 'opine',
            proposal:
              'Nämnden tillstyrker att kommunfullmäktige godkänner överenskommelsen och ger nämnden i uppdrag att leda samverkan.',
          },
        ],
        summary:
          'I januari 2017 gav kommunstyrelsen stadsdirektören i uppdrag att ta fram en överenskommelse. Den revideras vart fjärde år och följs upp varje år.',
        basis: [
          'Kommunstyrelsens kontors tjänsteskrivelse, 2018-05-24',
          'Bilaga 1: Överenskommelsen, 2018-05-24',
          'Bilaga 2: Organisation och utvecklingsplan, 2018-05-24',
        ].join('\n'),
      });
      const { caseId } = await room.matterOf(sent.caseId, 'KFN');
      await room.asked(caseId, 'decide');
      const registrar = await room.as('registrar');
      const numbered = await registrar.post(room.path('cases', caseId, 'number'), {
        number: 'KFN 18/058',
        reason: 'Nämndens eget diarium.',
      });
      expect(numbered.ok).toBe(true);
      await room.decide(caseId, {
        meeting: '2018-06-19',
        serving: [
          { name: 'Maj Modig', party: 'MP', seat: 'viceChair' },
          { name: 'Sven Strand', party: 'S', seat: 'member' },
        ],
        floorProposals: [
          { name: 'Tjänstgörande ordförande Maj Modig (MP)', proposal: 'bifall till förslaget.' },
        ],
        wording:
          'Nämnden tillstyrker kontorets förslag och leder den fortsatta samverkan enligt bilaga 2.',
      });
      await room.minutes(caseId, '2018-06-20', '2018-06-21');
      const draft = pdfText((await room.document(caseId, /^§ 71/)).pdf);
      expect(draft).toContain('Utkast till protokollsutdrag');
      await eventually('the notice is recorded', async () =>
        (await room.read(caseId)).decisions[0]?.events.some(({ kind }) => kind === 'announced'),
      );
      const done = await room.happen(caseId, { kind: 'certified', day: '2018-06-25' }, 'registrar');
      expect(done.status).toBe(204);
      const certified = await eventually('the certified extract is filed', async () => {
        const text = pdfText((await room.document(caseId, /^§ 71/)).pdf);
        return !text.includes('Utkast') && text;
      });
      const parts = [
        'KFN 18/058',
        '19 juni 2018',
        '§ 71 Samverkan mellan idéburen sektor och kommunen',
        'Sammanfattning av ärendet',
        'I januari 2017',
        'Beslutsunderlag',
        'tjänsteskrivelse, 2018-05-24',
        'Bilaga 1:',
        'Bilaga 2:',
        'Yrkande',
        'Tjänstgörande ordförande Maj Modig (MP) yrkar bifall till förslaget.',
        'Kultur- och fritidsnämndens beslut',
        'Nämnden tillstyrker kontorets förslag',
        'Beslutet skickas till',
        'Akten',
        'Kommunstyrelsens kontor',
        'Kultur- och fritidskontoret',
        'Justerandes signum',
        'Anslagsdatum',
        '21 juni 2018',
        'Utdragsbestyrkande',
      ];
      const flat = certified.replace(/\s+/g, ' ');
      let from = 0;
      for (const part of parts) {
        const at = flat.indexOf(part, from);
        expect({ part, isThere: at >= 0 }).toEqual({ part, isThere: true });
        from = at;
      }
      // Whoever sent the matter out gets it, and the offices among the recipients of the decision.
      for (const reader of [
        sender,
        'ks-kontoret@sodertalje.example',
        'kultur-fritid@sodertalje.example',
      ]) {
        const letter = await system.mail(reader, /^Bestyrkt protokollsutdrag: .*KFN 18\/058$/);
        expect(letter.attachments).toHaveLength(1);
        expect(letter.text.includes('/desk/')).toBe(reader === sender);
      }
      // What is recorded late has its true day, and the warning goes when the notice is up again.
      const said = async (kind: string, day: string) => {
        const response = await room.happen(caseId, { kind, day });
        return response.ok || ((await response.json()) as Problem).code;
      };
      const flaws = async () => (await room.read(caseId)).decisions[0]?.flaws;
      expect(await said('takenDown', '2018-06-20')).toBe('decision.beforeThat');
      expect(await said('takenDown', dayAfter(now, 2))).toBe('decision.ahead');
      expect(await said('takenDown', '2018-06-24')).toBe(true);
      expect(await flaws()).toEqual(['takenDownEarly']);
      // It met years before the matter was here, which is kept and said.
      expect((await room.read(caseId)).decisions[0]?.metBefore).toBe(true);
      expect(await said('putUpAgain', '2018-06-24')).toBe(true);
      expect(await flaws()).toEqual([]);
      await putRight(caseId);
    }, 120_000);

    /** The days in the extract of June 2018 were wrong: whoever has it gets it with those that are right. */
    async function putRight(caseId: string): Promise<void> {
      const events = async () => (await room.read(caseId)).decisions[0]!.events;
      const correct = async (kind: string, day: string | null, role: OfficialRole, id?: string) => {
        const standing = (await events()).find((each) => each.kind === kind && each.wrong === null);
        const { id: decision } = (await room.read(caseId)).decisions[0]!;
        const path = room.path('cases', caseId, 'decisions', decision, 'event-corrections');
        const body = { event: id ?? standing?.id, day, reason: 'Fel dag.' };
        const response = await (await room.as(role)).post(path, body);
        return response.ok ? standing!.id : ((await response.json()) as Problem);
      };
      const problem = (code: string) => expect.objectContaining({ code }) as Problem;
      expect(await correct('certified', '2018-06-26', 'secretary')).toEqual(
        problem('official.notAllowed'),
      );
      const asked = [
        ['2018-06-25', 'decision.sameDay'],
        ['2018-06-19', 'decision.beforeThat'],
        [null, 'decision.dayOnly'],
      ] as const;
      for (const [day, code] of asked) {
        expect(await correct('certified', day, 'registrar')).toEqual(problem(code));
      }
      const registrar = (await events()).find(({ kind }) => kind === 'certified')!.by!;
      const first = await correct('certified', '2018-06-26', 'administrator');
      expect(first).toEqual(expect.any(String));
      // Two at once: the other reads who was first.
      const second = await correct('certified', '2018-06-27', 'registrar', first as string);
      const { by: corrector } = (await events()).findLast(({ kind }) => kind === 'certified')!;
      expect(second).toMatchObject({ code: 'decision.correctedBy' });
      expect((second as Problem).detail).toContain(corrector!);
      expect(corrector).not.toBe(registrar);
      const extract = (day: string) =>
        eventually(`the extract says ${day}`, async () => {
          const text = pdfText((await room.document(caseId, /^§ 71/)).pdf).replace(/\s+/g, ' ');
          return text.includes(day) && text;
        });
      const redated = await extract('26 juni 2018');
      expect(redated).toContain('ersätter ett tidigare');
      expect(redated).toContain(`${registrar}, 26 juni 2018`);
      const subject = /^Rättad dag i protokollsutdrag: .*KFN 18\/058$/;
      for (const reader of [sender, 'kultur-fritid@sodertalje.example']) {
        const letter = await system.mail(reader, subject);
        expect(letter.attachments).toHaveLength(1);
        expect(letter.text).toContain('Beslutet är detsamma.');
      }
      // The notice stands in the extract as well.
      expect(await correct('announced', '2018-06-22', 'secretary')).toEqual(expect.any(String));
      expect(await extract('22 juni 2018')).toContain('26 juni 2018');
      // The notice that was taken down does not.
      expect(await correct('putUpAgain', '2018-06-25', 'registrar')).toEqual(expect.any(String));
      const sent = (await room.read(caseId)).letters.map(({ template }) => template);
      expect(sent.filter((template) => template === 'extractRedated')).toHaveLength(6);
    }

    it('that was wrong is corrected, and the process that waits hears of it', async () => {
      await meetToday(system, 'HM');
      const sent = await room.send({ order: 'atOnce', bodies: [place('HM'), place('JÄ')] });
      const matter = await room.matterOf(sent.caseId, 'HM');
      await room.asked(matter.caseId, 'decide');
      await room.decide(matter.caseId, { outcome: 'support', paragraph: '8' });
      await room.document(matter.caseId, /^§ 8 /);
      const refused = await room.correct(matter.caseId, { outcome: 'referBack' });
      expect(refused.status).toBe(422);
      expect(await refused.json()).toMatchObject({ fields: { referralReasons: 'required' } });
      const corrected = await room.correct(matter.caseId, {
        ...{ outcome: 'referBack', paragraph: '9' },
        referralReasons: 'Kostnaden ska räknas om.',
      });
      expect(corrected.status).toBe(204);
      await eventually('the round has ended', async () => {
        return (await room.read(sent.caseId)).state === 'closed';
      });
      const view = await room.read(matter.caseId);
      expect(view.decisions.map(({ outcome, corrected: was }) => [outcome, was])).toEqual([
        ['referBack', false],
        ['support', true],
      ]);
      const codes = (await room.read(sent.caseId)).attentions.map(({ code }) => code);
      expect(codes).toContain('decision.corrected');
      const text = pdfText((await room.document(matter.caseId, /^§ 9 /)).pdf);
      expect(text).toContain('ersätter ett tidigare');
      expect(text).toContain('Kostnaden ska räknas om.');
      const number = matter.number.replace('/', '\\/');
      await system.mail(sender, new RegExp(`^Rättat protokollsutdrag: .*${number}$`));
      const twice = await (
        await room.as('secretary')
      ).post(room.path('cases', matter.caseId, 'decisions', view.decisions[1]!.id, 'correction'), {
        answers: {},
      });
      expect(twice.status).toBe(409);
    }, 120_000);

    it('that was certified before it was corrected is certified anew', async () => {
      await meetToday(system, 'DB');
      const sent = await room.send({ order: 'atOnce', bodies: [place('DB')] });
      const { caseId } = await room.matterOf(sent.caseId, 'DB');
      await room.asked(caseId, 'decide');
      await room.decide(caseId, { adjustment: 'immediate' });
      // A draft that nobody has goes to nobody else either, when it is corrected.
      const recipients = 'Föreningen Ax, info@ax.example';
      expect((await room.correct(caseId, { recipients })).ok).toBe(true);
      const lettersTo = async (name: string) =>
        (await room.read(caseId)).letters
          .filter(({ recipientName }) => recipientName.includes(name))
          .map(({ template }) => template);
      expect(await lettersTo('Ax')).toEqual([]);
      const certify = () =>
        room.happen(caseId, { kind: 'certified', day: stockholmDate(now) }, 'registrar');
      expect((await certify()).status).toBe(204);
      expect((await certify()).status).toBe(409);
      expect((await room.correct(caseId, { wording: 'Beredningen stöder förslaget.' })).ok).toBe(
        true,
      );
      expect((await room.read(caseId)).decisions[0]?.possible).toContain('certified');
      expect((await certify()).status).toBe(204);
      await eventually('the corrected text is certified', async () => {
        const text = pdfText((await room.document(caseId, /^§ 71/)).pdf);
        return text.includes('stöder förslaget') && !text.includes('Utkast');
      });
      expect(await lettersTo('Ax')).toEqual([
        ...['committeeDecided', 'committeeCorrected', 'committeeDecided'],
      ]);
    }, 120_000);

    it('is about the version of the report that the committee had before it', async () => {
      for (const committee of ['KFN', 'EN']) await meetToday(system, committee);
      const bodies = [place('KFN'), place('EN')];
      const sent = await room.send({ order: 'atOnce', bodies });
      const first = await room.matterOf(sent.caseId, 'KFN');
      const second = await room.matterOf(sent.caseId, 'EN');
      await room.asked(first.caseId, 'decide');
      await room.asked(second.caseId, 'decide');
      await room.decide(first.caseId);
      const officer = await room.as('officer');
      const path = room.path('cases', sent.caseId, 'report');
      const { answers, version: after } = await officer.read<MatterReportView>(path);
      const proposals = [{ committee: 'EN', proposal: 'EN avstår från att yttra sig.' }];
      const changed = { ...answers, consequences: 'Kostnaden är 172 000 kronor.', proposals };
      const without = await officer.post(path, { answers: changed, after });
      expect(await without.json()).toMatchObject({ fields: { reason: 'required' } });
      now = new Date();
      const right = { answers: { ...changed, reason: 'Fel summa.' }, after };
      expect((await officer.post(path, right)).status).toBe(204);
      // Whoever had read the version before does not write over it.
      const late = await (await room.as('administrator')).post(path, right);
      expect(await late.json()).toMatchObject({
        code: 'circulation.renewedBy',
        detail: expect.stringMatching(/^Otto Ek har gjort en ny version/) as string,
      });
      const number = second.number.replace('/', '\\/');
      await system.mail(
        'en-sekreterare@sodertalje.example',
        new RegExp(`^Ny version av tjänsteskrivelsen: .*${number}$`),
      );
      const text = pdfText((await room.document(second.caseId, /^Samverkan/)).pdf);
      expect(text).toContain('version 2');
      expect(text).toContain('172 000 kronor');
      expect(text).toContain('EN avstår');
      const asked = await room.asked(second.caseId, 'decide');
      expect(asked.answers).toMatchObject({ report: '2' });
      const [round] = (await room.read(sent.caseId)).circulations;
      expect(round!.places.map(({ decision }) => decision?.onOlderReport)).toEqual([
        true,
        undefined,
      ]);
      await room.decide(second.caseId, { report: '1' });
      await eventually('all are done', async () => {
        return (await room.read(sent.caseId)).state === 'completed';
      });
      const done = (await room.read(sent.caseId)).circulations[0]!;
      expect(done.places.map(({ decision }) => decision?.onOlderReport)).toEqual([true, true]);
      expect((await officer.get(path)).status).toBe(409);
    }, 120_000);

    it('has the signed minutes beside it, which the secretary files in no other case', async () => {
      const sent = await room.send({ order: 'atOnce', bodies: [place('KS')] });
      const { caseId } = await room.matterOf(sent.caseId, 'KS');
      const secretary = await room.as('secretary');
      const minutes = new Uint8Array(Buffer.from('%PDF-1.7\n%%EOF\n'));
      const file = (id: string) =>
        secretary.upload(room.path('cases', id, 'files'), 'protokoll.pdf', minutes);
      expect((await file(caseId)).status).toBe(201);
      expect((await room.read(caseId)).records.map(({ title }) => title)).toContain(
        'protokoll.pdf',
      );
      expect((await file(sent.caseId)).status).toBe(403);
    });

    it.each([
      ['at the meeting', 'immediate', 2],
      ['later', 'later', 16],
    ])('asks for the notice by the day that the law wants it: adjusted %s', async (...asked) => {
      const [, adjustment, days] = asked;
      const sent = await room.send({ order: 'atOnce', bodies: [place('HM')] });
      const { caseId } = await room.matterOf(sent.caseId, 'HM');
      await meetToday(system, 'HM');
      const today = stockholmDate(now);
      await room.decide(caseId, { meeting: today, adjustment });
      const question = await room.asked(caseId, 'minutes');
      const dayOff = (count: number) => dueDate(noonOf(today), { days: count });
      expect(question.deadline).toBe(dayOff(days));
      expect(question.answers).toEqual(adjustment === 'immediate' ? { adjustedOn: today } : {});
      // What is recorded at the case itself is not asked for again.
      if (adjustment === 'later') {
        expect((await room.happen(caseId, { kind: 'adjusted', day: today })).status).toBe(204);
        const left = await room.asked(caseId, 'minutes');
        expect(left).toMatchObject({ deadline: dayOff(2), answers: { adjustedOn: today } });
      }
      expect((await room.happen(caseId, { kind: 'announced', day: today })).status).toBe(204);
      const view = await room.read(caseId);
      expect(view.tasks.filter(({ kind }) => kind === 'minutes')).toMatchObject([
        { state: 'answered' },
      ]);
      const [decision] = view.decisions;
      expect(decision?.events.map(({ kind }) => kind)).toEqual(['adjusted', 'announced']);
      expect(decision?.state).toBe('preparing');
    });

    /** A matter that the council alone decides on, recorded with an event that is wrong. */
    async function decidedByCouncil(meeting: string, answers: Record<string, unknown> = {}) {
      await metOn('KF', meeting);
      const sent = await room.send({ order: 'atOnce', bodies: [place('KF', 'decide')] });
      const { caseId } = await room.matterOf(sent.caseId, 'KF');
      await room.decide(caseId, { meeting, outcome: 'approve', ...answers });
      await room.asked(caseId, 'minutes');
      const now = async () => {
        const view = await room.read(caseId);
        return { ...view.decisions[0]!, caseState: view.state };
      };
      const correct = async (kind: string, day: string | null) => {
        const { id, events } = await now();
        const path = room.path('cases', caseId, 'decisions', id, 'event-corrections');
        const event = events.findLast((each) => each.kind === kind && each.wrong === null)?.id;
        const registrar = await room.as('registrar');
        const response = await registrar.post(path, { event, day, reason: 'Fel dag.' });
        return response.ok ? response.status : ((await response.json()) as Problem).code;
      };
      return { sent, caseId, now, correct };
    }

    it('was final too early when its notice was up later than recorded, and becomes so anew', async () => {
      const daysAgo = (count: number) => dayAfter(now, -count);
      const matter = await decidedByCouncil(daysAgo(60));
      await room.minutes(matter.caseId, daysAgo(59), daysAgo(58));
      await eventually('it is final', async () => (await matter.now()).caseState === 'completed');
      expect(await matter.correct('announced', daysAgo(61))).toBe('decision.beforeThat');
      expect(await matter.correct('announced', dayAfter(now, 1))).toBe('decision.ahead');
      expect(await matter.correct('adjusted', daysAgo(57))).toBe('decision.afterThat');
      expect(await matter.correct('announced', null)).toBe('decision.dayOnly');
      expect(await matter.correct('announced', daysAgo(3))).toBe(204);
      const open = await matter.now();
      expect(open).toMatchObject({ state: 'appealable', caseState: 'awaitingDecision' });
      expect(open.flaws).toEqual(['announcedLate']);
      expect(open.events.map(({ kind, wrong }) => [kind, wrong])).toEqual([
        ['adjusted', null],
        ['announced', 'Fel dag.'],
        ['final', ''],
        ['announced', null],
      ]);
      const { attentions } = await room.read(matter.sent.caseId);
      expect(attentions.map(({ code }) => code)).toContain('decision.corrected');
      // It had been up earlier after all.
      expect(await matter.correct('announced', daysAgo(50))).toBe(204);
      await eventually('it is final again', async () => {
        return (await matter.now()).caseState === 'completed';
      });
      expect((await matter.now()).state).toBe('final');
    });

    it('was never appealed when that was recorded of it by mistake', async () => {
      const today = stockholmDate(now);
      const matter = await decidedByCouncil(today);
      await room.minutes(matter.caseId, today, today);
      await room.happen(matter.caseId, { kind: 'appealed', day: today }, 'registrar');
      await room.happen(matter.caseId, { kind: 'annulled', day: today }, 'registrar');
      await eventually('the case is closed', async () => {
        return (await matter.now()).caseState === 'closed';
      });
      // A court's word rests on the appeal: the last is taken back first.
      expect(await matter.correct('appealed', null)).toBe('decision.notPossible');
      expect(await matter.correct('annulled', null)).toBe(204);
      expect(await matter.now()).toMatchObject({
        ...{ state: 'appealed', caseState: 'awaitingDecision' },
      });
      expect(await matter.correct('appealed', null)).toBe(204);
      expect((await matter.now()).state).toBe('appealable');
      const { attentions } = await room.read(matter.sent.caseId);
      expect(attentions.map(({ code }) => code)).toEqual(['decision.corrected']);
    });

    it('is not final when it is appealed while that is being recorded', async () => {
      const today = stockholmDate(now);
      const matter = await decidedByCouncil(today);
      await room.minutes(matter.caseId, today, today);
      const court = (kindOf: string) =>
        room.happen(matter.caseId, { kind: kindOf, day: today }, 'registrar');
      await court('appealed');
      await room.heard(matter.caseId);
      const ids = { caseId: matter.caseId, decisionId: (await matter.now()).id };
      const stop = await appealAfterLook(system.server.database, ids);
      await court('upheld');
      const appeals = async () =>
        (await matter.now()).events.filter(({ kind: each }) => each === 'appealed').length;
      await eventually('the next court has it', async () => (await appeals()) > 1);
      await stop();
      await room.heard(matter.caseId);
      const appealed = await matter.now();
      expect(appealed).toMatchObject({ state: 'appealed', caseState: 'awaitingDecision' });
      expect(appealed.events.map(({ kind: each }) => each)).not.toContain('final');
      await court('upheld');
      await eventually('it is final', async () => (await matter.now()).caseState === 'completed');
      expect((await matter.now()).state).toBe('final');
    });

    it('is recorded and corrected also when the day of a task in it has been', async () => {
      const daysAgo = (count: number) => dayAfter(now, -count);
      const commissions = [{ office: 'all', task: 'Se över stödet.', due: daysAgo(5) }];
      const matter = await decidedByCouncil(daysAgo(20), { commissions });
      expect((await room.correct(matter.caseId, { paragraph: '72' })).status).toBe(204);
    });

    it('was not adjusted at the meeting when its record is corrected to say so', async () => {
      const matter = await decidedByCouncil(stockholmDate(now), { adjustment: 'immediate' });
      const kinds = async () =>
        (await matter.now()).events.filter(({ wrong }) => wrong === null).map(({ kind }) => kind);
      expect(await kinds()).toEqual(['adjusted']);
      const dayOff = (count: number) => dueDate(noonOf(stockholmDate(now)), { days: count });
      const deadline = async () => (await room.asked(matter.caseId, 'minutes')).deadline;
      expect(await deadline()).toBe(dayOff(2));
      expect((await room.correct(matter.caseId, { adjustment: 'later' })).status).toBe(204);
      expect(await kinds()).toEqual([]);
      expect(await deadline()).toBe(dayOff(16));
      expect((await room.correct(matter.caseId, { adjustment: 'immediate' })).status).toBe(204);
      expect(await kinds()).toEqual(['adjusted']);
      expect(await deadline()).toBe(dayOff(2));
      // What the secretary then says of the day is right instead.
      const tomorrow = dayAfter(now, 1);
      now = new Date(now.getTime() + 24 * 3600 * 1000);
      await room.minutes(matter.caseId, tomorrow, tomorrow);
      const { events } = await matter.now();
      expect(events.map(({ kind, day, wrong }) => [kind, day, wrong !== null]).slice(-3)).toEqual([
        ['adjusted', stockholmDate(new Date(now.getTime() - 24 * 3600 * 1000)), true],
        ['adjusted', tomorrow, false],
        ['announced', tomorrow, false],
      ]);
    });

    it('that says it was tabled by mistake is put right, and the matter does not come up again', async () => {
      await meetToday(system, 'KF');
      const sent = await room.send({ order: 'atOnce', bodies: [place('KF', 'decide')] });
      const { caseId } = await room.matterOf(sent.caseId, 'KF');
      await room.asked(caseId, 'decide');
      await room.decide(caseId, { outcome: 'table', adjustment: 'later' });
      const again = await eventually('it is asked about again', async () =>
        (await room.read(caseId)).tasks.findLast(
          ({ kind: of, state }) => of === 'decide' && state === 'open',
        ),
      );
      const right = { outcome: 'approve', wording: 'Fullmäktige antar den.', paragraph: '72' };
      expect((await room.correct(caseId, right)).status).toBe(204);
      await room.minutes(caseId, stockholmDate(now), stockholmDate(now));
      await eventually('the round has gone on', async () => {
        return (await room.read(sent.caseId)).state === 'completed';
      });
      const { tasks, decisions } = await room.read(caseId);
      expect(tasks.find(({ id }) => id === again.id)?.state).toBe('closed');
      expect(decisions[0]).toMatchObject({
        ...{ outcome: 'approve', state: 'appealable', metBefore: false },
      });
      const text = pdfText((await room.document(caseId, /^§ 72/)).pdf);
      expect(text).toContain('Fullmäktige antar den.');
    }, 120_000);

    it('that says it was tabled after all brings the matter up again', async () => {
      const sent = await room.send({ order: 'atOnce', bodies: [place('VM')] });
      const { caseId } = await room.matterOf(sent.caseId, 'VM');
      await room.asked(caseId, 'decide');
      const [view] = (await room.read(sent.caseId)).circulations;
      const meeting = view!.places[0]!.meetingOn!;
      on(dayAfter(noonOf(meeting), 1));
      await room.decide(caseId, { meeting, outcome: 'support' });
      await room.asked(caseId, 'minutes');
      expect((await room.correct(caseId, { outcome: 'table' })).status).toBe(204);
      await room.minutes(caseId, meeting, meeting);
      await room.asked(caseId, 'decide');
      // The round says where it comes up again, and that the body is awaited.
      const shown = async () => (await room.read(sent.caseId)).circulations[0]!.places[0]!;
      const tabled = await shown();
      expect(tabled).toMatchObject({ awaited: true, decision: { state: 'preparing' } });
      const next = tabled.meetingOn!;
      expect(next > meeting).toBe(true);
      // A record stays in its place among the others, and is not of a day after its minutes were adjusted.
      on(dayAfter(noonOf(next), 1));
      await room.decide(caseId, { meeting: next, outcome: 'support' });
      expect(await shown()).toMatchObject({ awaited: false, decision: { outcome: 'support' } });
      const standing = (await room.read(caseId)).decisions.filter(({ corrected }) => !corrected);
      const [latest, first] = standing;
      // What it was recorded as before that stands: it has been dealt with again since.
      const secretary = await room.as('secretary');
      const tabledAt = room.path('cases', caseId, 'decisions', first!.id, 'correction');
      const { answers } = await secretary.read<CorrectionView>(tabledAt);
      const refused = await secretary.post(tabledAt, {
        answers: { ...answers, outcome: 'support' },
      });
      expect(await refused.json()).toMatchObject({ fields: { outcome: 'askedAnew' } });
      const offered = async (id: string) => {
        const view = await secretary.read<CorrectionView>(
          room.path('cases', caseId, 'decisions', id, 'correction'),
        );
        const fields = view.form.pages.flatMap(({ fields: all }) => all);
        return fields.find(({ id: field }) => field === 'meeting')?.options ?? [];
      };
      expect(await offered(first!.id)).toContain(meeting);
      expect(await offered(first!.id)).not.toContain(next);
      expect(await offered(latest!.id)).toContain(next);
      expect(await offered(latest!.id)).not.toContain(meeting);
    }, 120_000);
  });
});
