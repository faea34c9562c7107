import { randomUUID } from 'node:crypto';
import { ekero } from '../../config/municipalities/ekero/municipality';
import { sodertaljeAgreement } from '../../config/municipalities/sodertalje/agreement';
import { addAgreementVersion } from '../../database/repositories/agreement.repository';
import type { FormView } from '../../domain/api/desk';
import type { Problem } from '../../domain/api/shapes';
import type { Conductor } from '../../scripts/rehearsal/conductor';
import { intervene } from '../../server/use-cases/intervene';
import { startConducted } from '../support/conducted';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import {
  aCommission,
  contactPerson,
  FirstAgreements,
  harbour,
  lyktan,
  surveyAnswers,
} from '../support/first-agreements';
import { OwnTemporal } from '../support/own-temporal';
import { pdfText } from '../support/pdf';
import { suiteNeeding } from '../support/suites';
import type { Mail, System } from '../support/system';
import { yearOf } from '../support/years';

const at = (instant: string) => new Date(instant);
/** To come on every day that these tests run. */
const year = yearOf() + 1;
const office = 'social@ekero.example';
const [later, latest] = ['senare@foreningar.example', 'sist@foreningar.example'];

suiteNeeding('poppler')('the way to a first agreement', () => {
  let temporal: OwnTemporal;
  beforeAll(async () => {
    temporal = await OwnTemporal.start();
  });
  afterAll(() => temporal.remove());

  describe.each(databaseKinds())('on %s', (kind) => {
    let system: System;
    let conductor: Conductor;
    let close: () => Promise<void>;
    let first: FirstAgreements;

    beforeAll(async () => {
      ({ system, conductor, close } = await startConducted(kind, temporal));
      first = new FirstAgreements(system);
      await conductor.advanceTo(at(`${year}-02-01T09:00:00Z`));
    });
    afterAll(() => close());

    const attached = async (mail: Mail) => {
      const texts = await Promise.all(
        mail.attachments
          .filter(({ filename }) => filename.endsWith('.pdf'))
          .map(async ({ url }) => {
            const response = await fetch(new URL(url, system.inboxUrl));
            return pdfText(Buffer.from(await response.arrayBuffer()));
          }),
      );
      // Lines break where they will.
      return texts.join('\n').replace(/\s+/g, ' ');
    };

    it('goes from a commission by meetings, a survey and workshops to a draft', async () => {
      const twice = { name: 'Lyktan', email: lyktan.toUpperCase(), language: 'sv' };
      const once = { ...twice, email: lyktan };
      const faulty = await first.tryToBegin({
        ...{ decidedOn: `${year}-12-01`, organisations: [once, twice] },
      });
      expect(await faulty.json()).toMatchObject({
        fields: { decidedOn: 'dayAhead', 'organisations.1.email': 'emailRepeated' },
      });
      // Of two that are begun at once one is: nobody works on two first agreements.
      const usual = { surveyUntil: `${year}-05-31` };
      const begun = await Promise.all([first.tryToBegin(usual), first.tryToBegin(usual)]);
      const [one, other] = begun.toSorted((a, b) => a.status - b.status);
      expect(await other?.json()).toMatchObject({ code: 'agreement.underWay' });
      const { caseId } = (await one?.json()) as { caseId: string };
      expect(await first.canBegin()).toBe(false);
      const invited = await system.mail(lyktan, /^Ni är inbjudna: Samverkan i Ekerö/);
      expect(invited.text).toContain(`/ekero/first-agreement/${caseId}`);
      await system.mail(harbour, /^You are invited: Samverkan i Ekerö/);
      const open = await system.mail(contactPerson, /^Öppna enkäten när mötena är klara/);
      expect((await first.read(caseId)).steps.map(({ state }) => state)).toEqual([
        ...['now', 'next', 'next', 'next'],
      ]);

      // A meeting is a forum like any other, but for who is invited.
      const officer = await first.forums.room.as('officer');
      const { form } = await officer.read<{ form: FormView }>(
        first.forums.room.path('begin', 'dialogue-forum', 'form'),
      );
      const occasion = form.pages[0]?.fields.find(({ id }) => id === 'occasion');
      expect(occasion?.options).toEqual([`meeting:${caseId}`, `workshop:${caseId}`]);
      const meeting = await first.meet(caseId, 'meeting', {
        ...{ day: `${year}-03-10`, title: 'Vad vill vi tillsammans?' },
      });
      const asked = await system.mail(lyktan, /^Välkommen till dialogmöte 10 mars/);
      expect(asked.text).toContain('har bjudit in er till arbetet med en första överenskommelse');
      expect(asked.text).toContain('Ingen anmälan behövs');
      expect((await system.mailsTo(office)).length).toBe(0);
      // Whoever is thought of later is invited to all that is still to come.
      expect((await first.inviteOneMore(caseId, { email: lyktan.toUpperCase() })).status).toBe(409);
      expect((await first.inviteOneMore(meeting, { email: later })).status).toBe(404);
      expect((await first.inviteOneMore(caseId, { email: later })).status).toBe(204);
      await system.mail(later, /^Ni är inbjudna: Samverkan i Ekerö/);
      await system.mail(later, /^Välkommen till dialogmöte 10 mars/);
      const visitor = { name: 'Ada Ask', email: 'ada@besok.example' };
      const refused = await first.forums.register(meeting, visitor);
      expect(await refused.json()).toMatchObject({ code: 'forum.withoutRegistration' });
      // Announced anew it is still part of the same work.
      const changed = await first.forums.change(meeting, {
        ...{ day: `${year}-03-12`, title: 'Vad vill vi tillsammans?', withoutRegistration: true },
        ...{ facilitatorCost: '', otherCost: '' },
      });
      expect(changed.status).toBe(204);
      await system.mail(harbour, /^Changed: dialogue meeting 12 March/);
      await conductor.advanceTo(at(`${year}-03-13T09:00:00Z`));
      const slides = await first.forums.file(meeting, 'Uppdraget.pdf');
      await first.forums.writeNotes(meeting, {
        ...{ attended: '14', notes: 'Alla vill ha lokaler.', presentations: [slides] },
      });
      await system.mail(harbour, /^Notes from the dialogue meeting 12 March/);
      expect((await first.read(caseId)).meetings).toMatchObject([
        { caseId: meeting, kind: 'meeting', hasNotes: true },
      ]);
      expect((await first.atDesk(caseId)).firstAgreement?.meetings).toHaveLength(1);

      // Nobody forgets the survey.
      await conductor.advanceTo(at(`${year}-04-10T12:00:00Z`));
      await system.mail(contactPerson, /^Påminnelse: är mötena klara\?/);
      expect((await first.answerOpenly(caseId, surveyAnswers())).status).toBe(409);
      const past = await first.tryToAnswer(open, { lastDay: `${year}-04-10` });
      expect(await past.json()).toMatchObject({ fields: { lastDay: 'dayBehind' } });
      await first.answer(open, { lastDay: `${year}-05-20` });
      const question = await system.mail(lyktan, /^Svara senast 20 maj/);
      const late = await system.mail(harbour, /^Reply by 20 May/);
      expect((await first.read(caseId)).surveyOpenUntil).toBe(`${year}-05-20`);
      await first.answer(question, surveyAnswers());
      // And while the survey is open, to that.
      expect((await first.inviteOneMore(caseId, { email: latest })).status).toBe(204);
      await first.answer(await system.mail(latest, /^Svara senast 20 maj/), surveyAnswers());
      const key = randomUUID();
      const openly = surveyAnswers({ needs: 'Busshållplatser.', who: 'Byalaget' });
      expect((await first.answerOpenly(caseId, { who: 'Byalaget' })).status).toBe(422);
      expect((await first.answerOpenly(caseId, openly, key)).status).toBe(204);
      expect((await first.answerOpenly(caseId, openly, key)).status).toBe(204);
      await conductor.advanceTo(at(`${year}-05-17T12:00:00Z`));
      await system.mail(harbour, /^Reminder: answer the survey by 20 May/);
      expect((await first.read(caseId)).compilation).toBeNull();
      await conductor.advanceTo(at(`${year}-05-21T09:00:00Z`));
      const workshops = await system.mail(contactPerson, /^Svara när workshopparna är klara/);
      const compiled = await attached(workshops);
      for (const part of ['Vi behöver lokaler.', 'Byalaget Busshållplatser.', 'Inbjudna 4']) {
        expect(compiled).toContain(part);
      }
      expect((await first.answerOpenly(caseId, surveyAnswers())).status).toBe(409);
      // A late answer is kept and marked.
      await first.answer(late, surveyAnswers({ needs: 'A place to meet.' }));
      // And on paper, as of the day on which it came.
      const written = surveyAnswers({ needs: 'En anslagstavla.' });
      const entered = { caseId, email: later };
      expect((await first.enterFromPaper(entered, written, `${year}-05-20`)).status).toBe(204);
      const { compilation } = await first.read(caseId);
      expect(compilation).toMatchObject({ asked: 4, answered: 4, late: 1, open: 1 });
      expect(compilation?.questions[0]).toMatchObject({
        invited: [
          { who: 'Lyktan', late: false },
          { who: 'The Harbour', late: true, text: 'A place to meet.' },
          { who: 'Ännu en förening', late: false, text: 'En anslagstavla.' },
          { who: 'Ännu en förening', late: false },
        ],
        others: [{ who: 'Byalaget' }],
      });

      await first.meet(caseId, 'workshop', { day: `${year}-06-04`, title: 'Vi skriver' });
      await system.mail(lyktan, /^Välkommen till workshop 4 juni/);
      await conductor.advanceTo(at(`${year}-06-05T09:00:00Z`));
      await first.answer(workshops, { draftDay: `${year}-06-30` });
      await system.mail(contactPerson, /^Lämna utkastet senast 30 juni/);
      const unheld = await first.meet(caseId, 'workshop', {
        ...{ day: `${year}-06-25`, title: 'Vi skriver mer' },
      });
      await system.mail(lyktan, /^Välkommen till workshop 25 juni/);
      const draft = { summary: 'Sju principer.', met: 'Lokaler är ett eget åtagande.' };
      const nothing = await first.tryToHandOver(caseId, draft);
      expect(await nothing.json()).toMatchObject({ fields: { draft: 'unreachable' } });
      const file = await first.forums.file(caseId, 'Utkast.pdf');
      expect((await first.tryToHandOver(caseId, { ...draft, draft: [file] })).status).toBe(204);
      await first.until(caseId, 'completed');
      // What was announced and not held does not take place: everybody hears so.
      await system.mail(harbour, /^Cancelled: workshop 25 June/);
      await first.until(unheld, 'closed');
      expect((await first.read(caseId)).meetings).toContainEqual(
        expect.objectContaining({ caseId: unheld, state: 'cancelled' }),
      );
      const thanks = await system.mail(harbour, /^Thank you! The draft is done/);
      const told = await attached(thanks);
      for (const part of [
        ...['Sju principer.', 'Lokaler är ett eget åtagande.', 'Kommunstyrelsen beslutade'],
        ...['Dialogmöte 12 mars', 'Workshop 4 juni', 'Utkast.pdf', '(efter sista dagen)'],
      ]) {
        expect(told).toContain(part);
      }
      const view = await first.read(caseId);
      expect(view.steps.every(({ state }) => state === 'done')).toBe(true);
      expect(view.draft).toMatchObject({ file: { name: 'Utkast.pdf' }, hasDocument: true });
      for (const name of ['draft', 'draft.pdf', 'survey.pdf']) {
        const path = `/api/ekero/first-agreement/${caseId}/${name}`;
        expect((await fetch(`${system.url}${path}`)).status).toBe(200);
      }
      const kept = await system.server.database.transaction('ekero', (tx) =>
        tx.selectFrom('agreement_draft').selectAll().where('case_id', '=', caseId).execute(),
      );
      expect(kept).toMatchObject([{ title: 'Samverkan i Ekerö', file: { name: 'Utkast.pdf' } }]);
      expect(await first.forums.lettersTo(caseId, lyktan)).toEqual([
        ...['firstInvited', 'surveyAsked', 'draftHandedOver'],
      ]);
      expect(await first.forums.lettersTo(caseId, later)).toEqual([
        ...['firstInvited', 'surveyAsked', 'surveyReminder', 'surveyReminder', 'draftHandedOver'],
      ]);
      expect((await first.inviteOneMore(caseId, { email: 'x@y.example' })).status).toBe(409);
      const { events } = await first.atDesk(caseId);
      expect(events.filter(({ event }) => event === 'organisationInvited')).toHaveLength(2);
      expect(await first.canBegin()).toBe(true);
    }, 240_000);

    it('is ended early by a person, and everybody invited hears so', async () => {
      const byPost = { name: 'Bryggan', postal: 'Storgatan 1\n178 00 Ekerö', language: 'sv' };
      const nowhere = await first.tryToBegin({ organisations: [{ ...byPost, postal: ' ' }] });
      expect(await nowhere.json()).toMatchObject({
        fields: { 'organisations.0.email': 'unreachable' },
      });
      const { organisations } = aCommission() as { organisations: object[] };
      const caseId = await first.begin({
        ...{ title: 'Ett annat arbete', organisations: [...organisations, byPost] },
      });
      await system.mail(lyktan, /^Ni är inbjudna: Ett annat arbete/);
      const later = { email: '', postal: 'Box 7, 178 00 Ekerö' };
      expect((await first.inviteOneMore(caseId, { email: '' })).status).toBe(422);
      expect((await first.inviteOneMore(caseId, later)).status).toBe(204);
      expect((await first.inviteOneMore(caseId, later)).status).toBe(409);
      /** Letters that somebody is to post: whose, and what they are. */
      const toPost = async (id: string) =>
        (await first.atDesk(id)).letters
          .filter(({ state }) => state === 'toPost')
          .map(({ recipientName, recipientPostal, template }) => [
            ...[recipientName, recipientPostal, template],
          ]);
      await eventually(
        'both have letters to be posted',
        async () => (await toPost(caseId)).length === 2,
      );
      expect(await toPost(caseId)).toEqual([
        ['Bryggan', byPost.postal, 'firstInvited'],
        ['Ännu en förening', later.postal, 'firstInvited'],
      ]);
      const held = await first.meet(caseId, 'meeting', {
        day: `${year}-07-01`,
        title: 'Har varit',
      });
      const coming = await first.meet(caseId, 'meeting', {
        ...{ day: `${year}-08-20`, title: 'Blir inte av', withoutRegistration: false },
      });
      await system.mail(lyktan, /^Välkommen till dialogmöte 20 augusti/);
      await eventually(
        'they are invited to it by post',
        async () => (await toPost(coming)).length === 2,
      );
      const visitor = { name: 'Ada Ask', email: 'ada@besok.example' };
      expect((await first.forums.register(coming, visitor)).ok).toBe(true);
      await conductor.advanceTo(at(`${year}-07-02T09:00:00Z`));
      const wish = { caseId, wish: { kind: 'cancel' }, reason: 'Nytt beslut.' } as const;
      await system.server.database.transaction('ekero', (tx) =>
        intervene(tx, ekero, { ...wish, actor: 'official' }, conductor.clock()),
      );
      system.server.nudgeRelay();
      await system.mail(lyktan, /^Arbetet är avslutat: Ett annat arbete/);
      await system.mail(harbour, /^The work has ended: Ett annat arbete/);
      await eventually('it is written by post as well', async () =>
        (await toPost(caseId)).some(
          ([name, , template]) => name === 'Bryggan' && template === 'firstEnded',
        ),
      );
      const told = await system.mail(contactPerson, /^Ärendet är avslutat: Ett annat arbete/);
      expect(told.text).toContain('Där behöver du logga in.');
      expect(told.text).not.toContain('personlig');
      await first.until(caseId, 'closed');
      // What was announced is called off with it; what has been is still told of.
      for (const to of [lyktan, visitor.email]) {
        await system.mail(to, /^Inställt: dialogmöte 20 augusti/);
      }
      await system.mail(harbour, /^Cancelled: dialogue meeting 20 August/);
      await first.until(coming, 'closed');
      const { meetings } = await first.read(caseId);
      expect(meetings).toMatchObject([
        { caseId: held, state: 'held' },
        { caseId: coming, state: 'cancelled' },
      ]);
      expect((await first.atDesk(held)).closedAt).toBeNull();
      const late = first.meet(caseId, 'meeting', { day: `${year}-08-21`, title: 'För sent' });
      await expect(late).rejects.toThrow('form.invalid');
      const view = await first.read(caseId);
      expect(view.ended).toBe(true);
      expect(view.steps.map(({ state }) => state)).toEqual(['left', 'left', 'left', 'left']);
    }, 240_000);

    it('is not begun where there is an agreement, whatever anybody sends', async () => {
      await system.server.database.transaction('ekero', async (tx) => {
        const day = `${year}-01-01`;
        await addAgreementVersion(tx, 'ekero', {
          ...{ version: 1, adopted_on: day, effective_from: day, fingerprint: 'x' },
          texts: sodertaljeAgreement.texts,
        });
      });
      expect(await (await first.tryToBegin()).json()).toMatchObject({ code: 'agreement.inForce' });
      expect(await first.canBegin()).toBe(false);
      const officer = await first.forums.room.as('officer');
      const form = await officer.get(first.forums.room.path('begin', 'first-agreement', 'form'));
      const { detail } = (await form.json()) as Problem;
      expect(detail).toMatch(/^Kommunen har redan en överenskommelse som gäller/);
    });
  });
});
