import { sodertaljeAgreement } from '../../config/municipalities/sodertalje/agreement';
import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import { fingerprint } from '../../database/fingerprint';
import { addAgreementVersion } from '../../database/repositories/agreement.repository';
import { lettersOfCase } from '../../database/repositories/letter.repository';
import type { AgreementText } from '../../domain/agreement';
import type { DeskCaseView } from '../../domain/api/desk';
import { dayAfter, dueDate, noonOf, stockholmDate } from '../../domain/calendar';
import { intervene } from '../../server/use-cases/intervene';
import { standardQuestions } from '../../domain/follow-up/questions';
import type { ReportAnswer } from '../../domain/api/reports';
import type { StoredReportContent } from '../../domain/follow-up/stored-report';
import type { Municipality } from '../../domain/municipality';
import { CommitteeRoom } from '../support/committees';
import { startConducted, type Conducted } from '../support/conducted';
import { databaseKinds } from '../support/databases';
import { withoutFocusAreas } from '../support/focus-areas';
import { contactPoint, FollowUps, groupMembers } from '../support/follow-ups';
import { OwnTemporal } from '../support/own-temporal';
import { pdfText } from '../support/pdf';
import { suiteNeeding } from '../support/suites';
import type { Mail } from '../support/system';
import { comingYears } from '../support/years';

const at = (day: string) => new Date(`${day}T09:00:00Z`);
const [year1, year2, year3] = comingYears;
const year4 = year3 + 1;
const lyktan = 'lyktan@foreningar.example';
/** The last day of the questions of a year. */
const lastDay = (of: number) => dueDate(at(`${of}-09-15`), { days: 28 });

suiteNeeding('poppler')('the yearly follow-up', () => {
  let temporal: OwnTemporal;
  beforeAll(async () => {
    temporal = await OwnTemporal.start();
  });
  afterAll(() => temporal.remove());

  describe.each(databaseKinds())('on %s', (kind) => {
    let conducted: Conducted;
    let system: Conducted['system'];
    let conductor: Conducted['conductor'];
    let year: FollowUps;

    const municipality: Municipality = {
      ...withoutFocusAreas,
      followUp: { ...withoutFocusAreas.followUp! },
    };

    beforeAll(async () => {
      conducted = await startConducted(kind, temporal, {
        municipalities: [municipality],
      });
      ({ system, conductor } = conducted);
      year = new FollowUps(system, conductor.clock);
    });
    afterAll(() => conducted.close());

    it('opens on its day, asks everybody, reminds the silent, and ends in a report', async () => {
      await conductor.advanceTo(at(`${year1}-09-01`));
      await year.beginWheel();
      expect(await year.addParty('Lyktan')).toBe(lyktan);
      const silent = await year.addParty('Tysta');
      const byPost = ['Penseln', 'Vävstolen'];
      for (const name of byPost) await year.addPartyByPost(name, 'Gatan 1\n151 00 Södertälje');
      await conductor.advanceTo(at(`${year1}-09-15`));
      const caseId = await year.caseOf(year1);
      const asked = await year.asked(lyktan, caseId);
      const office = await year.asked('kultur-fritid@sodertalje.example', caseId);
      const view = await year.read(asked);
      expect(view).toMatchObject({ kind: 'followUp', organisationName: 'Lyktan', previous: null });
      expect(view.deadline).toBe(lastDay(year1));
      await year.answer(asked, [4, 3]);
      await year.answer(office, [5, 4]);

      await begin(await year.asked(silent, caseId), {
        ...{ longTermOwn: '1', longTermOther: '2', longTermComment: 'Hemligt än så länge.' },
      });
      await conductor.advanceTo(at(`${year1}-10-02`));
      const reminder = await system.mail(silent, /^Påminnelse/);
      expect(reminder.text).toMatch(
        /Kvar att svara på: Öppenhet och insyn,[^.]*Samhällsutveckling\./,
      );
      expect(reminder.text).not.toMatch(/Hemligt|Långsiktighet/);
      expect(await system.mailsTo(lyktan)).toHaveLength(1);

      await conductor.advanceTo(at(`${year1}-10-16`));
      await year.until(caseId, 'reviewing');
      // Late, and kept.
      await year.answer(await year.asked(silent, caseId), [2]);
      await answerOnPaper(caseId, byPost);
      await year.comment(caseId, 'Samverkan fungerar bättre än förra året.');
      for (const member of groupMembers) {
        await year.review(caseId, member, { outcome: 'approve' });
      }
      await year.until(caseId, 'awaitingDecision');
      await hasTheReport(caseId);
      // The report is final and on its way to the committee: who answers now is kept as well, and marked.
      await year.answer(await year.asked('social-omsorg@sodertalje.example', caseId), [4]);
      expect(await year.deskTask(caseId, 'Social- och omsorgskontoret')).toMatchObject({
        ...{ state: 'answered', late: true, afterwards: true, onPaper: false },
      });
      await conductor.advanceTo(at(`${year1}-10-20`));
      await year.note(caseId);
      await year.until(caseId, 'completed');
      const told = await system.mail(lyktan, /^Rapporten om årets uppföljning/);
      const room = new CommitteeRoom(system);
      const matter = await room.matterOf(caseId, 'KFN');
      const certified = { kind: 'certified', day: `${year1}-10-20` };
      expect((await room.happen(matter.caseId, certified, 'registrar')).ok).toBe(true);
      // Nobody of the desk has sent the report to the committee.
      await system.mail(
        contactPoint,
        new RegExp(`^Bestyrkt protokollsutdrag: .*${matter.number}$`),
      );
      expect(told.text).toContain(`/sodertalje/follow-up/${caseId}`);
      // It is the first one.
      expect(told.text).not.toMatch(/förra uppföljningen/);
      const reports = await year.reports(caseId);
      expect(reports.map(({ version }) => version)).toEqual([1, 2]);
      expect(reports[1]?.frozen_at).toBeInstanceOf(Date);
      const { commentary, report } = reports[1]!.content as StoredReportContent;
      expect(commentary).toEqual({ summary: 'Samverkan fungerar bättre än förra året.' });
      expect(report).toMatchObject({ year: year1, previousYear: null, agreementVersion: 1 });
      expect(report.response[0]).toMatchObject({ group: 'all', asked: 14, answered: 5, late: 2 });
      // Which committee has noted it, and nothing of who sat there.
      const page = await fetch(`${system.url}/api/sodertalje/follow-up/${caseId}`);
      const { decisions } = (await page.json()) as ReportAnswer;
      expect(decisions).toEqual([
        {
          ...{ body: 'Kultur- och fritidsnämnden', number: matter.number },
          ...{ meetingOn: `${year1}-10-20`, paragraph: expect.any(String) as string },
          ...{ outcome: 'Noterar', wording: 'Nämnden noterar rapporten.', annulled: false },
        },
      ]);
      const published = await fetch(`${system.url}/api/sodertalje/follow-up/${caseId}/report.pdf`);
      const paper = pdfText(Buffer.from(await published.arrayBuffer())).replace(/\s+/g, ' ');
      expect(paper).toContain(`lades fram för Samverkansgruppen den 16 oktober ${year1}.`);
      expect(paper).toContain('Ledamot för kommunen (Kultur- och fritidskontoret)');
      expect(paper).toContain('Ledamot för samfunden (Samfunden)');
      // What comes by post when the report is final is kept and marked, and the report stays what it is.
      const slow = { caseId, respondent: 'Samhällsbyggnadskontoret', arrivedOn: `${year1}-10-19` };
      expect((await year.enterFromPaper(slow, [3])).status).toBe(204);
      expect(await year.deskTask(caseId, slow.respondent)).toMatchObject({
        ...{ state: 'answered', late: true, afterwards: true, onPaper: true },
      });
      await expect(year.enterFromPaper(slow, [3])).rejects.toThrow('task.notOnPaper');
      expect(await year.reports(caseId)).toEqual(reports);
      expect(await year.state(caseId)).toBe('completed');
      // Nobody else can answer.
      const closed = await year.read(await year.asked('utbildning@sodertalje.example', caseId));
      expect(closed.state).toBe('closed');
    }, 240_000);

    /** The committee decides before the report is public: it comes with the official report. */
    const hasTheReport = async (caseId: string) => {
      const room = new CommitteeRoom(system);
      const matter = await room.matterOf(caseId, 'KFN');
      const asked = await system.mail(
        'kfn-sekreterare@sodertalje.example',
        new RegExp(`^För in beslutet .*${matter.number}$`),
      );
      const papers = asked.attachments.filter(({ contentType }) => /pdf/.test(contentType));
      expect(papers).toHaveLength(2);
      const bytes = await fetch(new URL(papers[1]!.url, system.inboxUrl));
      const [, final] = await year.reports(caseId);
      const text = pdfText(Buffer.from(await bytes.arrayBuffer()));
      expect(text.replace(/\s+/g, '')).toContain(final!.sha256);
      const { records } = await room.read(matter.caseId);
      expect(records.map(({ title }) => title)).toContainEqual(
        expect.stringContaining(`Uppföljning ${year1}`),
      );
    };

    /** Both are entered after the last day: one came before it, and the other did not. */
    const answerOnPaper = async (caseId: string, [first = '', second = '']: string[]) => {
      expect(await year.posted(caseId, 'followUpAsked', first)).toMatch(
        /brevet.*Svarsblankett.*Penseln.*principen om långsiktighet\?.*Åtagande 1/s,
      );
      const early = { caseId, respondent: first, arrivedOn: lastDay(year1) };
      const tomorrow = dayAfter(conductor.clock(), 1);
      const notYet = await year.enterFromPaper({ ...early, arrivedOn: tomorrow }, [3]);
      expect(await notYet.json()).toMatchObject({ code: 'arrival.future' });
      expect((await year.enterFromPaper(early, [3, 5])).status).toBe(204);
      const today = stockholmDate(conductor.clock());
      const late = { ...early, respondent: second, arrivedOn: today };
      expect((await year.enterFromPaper(late, [1])).status).toBe(204);
      const answered = { state: 'answered', byPost: true, onPaper: true };
      expect(await year.deskTask(caseId, first)).toMatchObject({ ...answered, late: false });
      expect(await year.deskTask(caseId, second)).toMatchObject({ ...answered, late: true });
      const registrar = await new CommitteeRoom(system).as('registrar');
      const desk = `/api/sodertalje/desk/cases/${caseId}`;
      const { id } = await year.deskTask(caseId, first);
      expect((await registrar.get(`${desk}/tasks/${id}`)).status).toBe(409);
      const { events } = await registrar.read<DeskCaseView>(desk);
      const entered = events.filter(({ event, by }) => event === 'followUpAnswered' && by);
      expect(entered.map(({ actor }) => actor)).toEqual(['official', 'official']);
    };

    /** Somebody has written a part, and sent nothing. */
    const begin = async (mail: Mail, answers: Record<string, string>) => {
      const { api, target } = await system.follow(mail);
      const changes = Object.fromEntries(
        Object.entries(answers).map(([id, now]) => [id, { was: null, now }]),
      );
      const saved = await api.put(`/api/sodertalje/tasks/${target.id}/draft`, { changes });
      expect(saved.status).toBe(200);
    };

    const wish = async (caseId: string, kind: 'pause' | 'resume' | 'cancel') => {
      const intervention = {
        caseId,
        wish: { kind },
        reason: 'Strejk.',
        actor: 'official',
      } as const;
      await system.server.database.transaction('sodertalje', (tx) =>
        intervene(tx, sodertalje, intervention, conductor.clock()),
      );
      system.server.nudgeRelay();
    };

    const ratingsIn = async (mail: Mail) =>
      (await year.read(mail)).form.pages
        .flatMap(({ fields }) => fields)
        .filter(({ type }) => type === 'rating')
        .map(({ id }) => id);

    /** A new version of the agreement, without one of its principles. */
    const adoptWithoutQuality = (effectiveFrom: string) =>
      system.server.database.transaction('sodertalje', (tx) => {
        const without = (text: AgreementText) => ({
          ...text,
          principles: text.principles.filter(({ id }) => id !== 'quality'),
        });
        const { sv, en } = sodertaljeAgreement.texts;
        const texts = { sv: without(sv), en: without(en) };
        return addAgreementVersion(tx, 'sodertalje', {
          ...{ version: 99, adopted_on: effectiveFrom, effective_from: effectiveFrom, texts },
          fingerprint: fingerprint(texts.sv),
        });
      });

    /** Addresses that were told of somebody who has not answered. */
    const escalatedTo = (caseId: string) =>
      system.server.database.transaction('sodertalje', async (tx) => {
        const letters = await lettersOfCase(tx, 'sodertalje', caseId);
        return letters
          .filter(({ template }) => template === 'escalated')
          .map(({ recipient_email: to }) => to);
      });

    it('keeps its questions when a new version of the agreement comes meanwhile', async () => {
      await conductor.advanceTo(at(`${year2}-09-15`));
      const asked = await year.asked(lyktan, await year.caseOf(year2));
      const before = await ratingsIn(asked);
      expect(before).toHaveLength(2 * sodertaljeAgreement.texts.sv.principles.length);
      await adoptWithoutQuality(`${year2}-09-15`);
      // And a deployment that asks for no figures from then on.
      const changed = { ...standardQuestions, edition: 2, numbers: [] };
      municipality.followUp!.questions = [standardQuestions, changed];
      expect(await ratingsIn(asked)).toEqual(before);
      await year.answer(asked, [4]);
    });

    it('gives everybody the days back that it was paused', async () => {
      await conductor.advanceTo(at(`${year2}-09-15`));
      const caseId = await year.caseOf(year2);
      const asked = await year.asked('utbildning@sodertalje.example', caseId);
      expect((await year.read(asked)).deadline).toBe(lastDay(year2));
      await wish(caseId, 'pause');
      await conductor.advanceTo(at(`${year2}-10-16`));
      expect(await year.state(caseId)).toBe('awaitingReplies');
      await wish(caseId, 'resume');
      const later = dueDate(noonOf(lastDay(year2)), { days: 31 });
      expect((await year.read(asked)).deadline).toBe(later);
      // In time for somebody who has got these days, though the usual day has been.
      await conductor.advanceTo(at(later));
      await year.answer(asked, [3]);
      await conductor.advanceTo(at(`${year2}-11-20`));
      await year.until(caseId, 'reviewing');
      const [first] = await year.reports(caseId);
      const { report } = first?.content as StoredReportContent;
      expect(report.response[0]).toMatchObject({ answered: 2, late: 0 });
      // Compiled after the new version and the new questions came, of those that were asked.
      expect(report.numbers.map(({ id }) => id)).toEqual(
        standardQuestions.numbers.map(({ id }) => id),
      );
      expect(report.ratings).toHaveLength(sodertaljeAgreement.texts.sv.principles.length);
    });

    it('asks about the new version the year after', async () => {
      await conductor.advanceTo(at(`${year3}-09-16`));
      const asked = await year.asked(lyktan, await year.caseOf(year3));
      const left = sodertaljeAgreement.texts.sv.principles.length - 1;
      expect(await ratingsIn(asked)).toHaveLength(2 * left);
      const { form } = await year.read(asked);
      expect(form.pages.flatMap(({ fields }) => fields).map(({ id }) => id)).not.toContain(
        'numberMembers',
      );
      // What was answered about what is left stands beside.
      const { previous } = await year.read(asked);
      expect(previous?.year).toBe(year2);
      // Whoever is asked for the commentary is reminded of it, and not told once more as somebody else.
      const before = await year.caseOf(year2);
      expect(await escalatedTo(before)).toEqual([]);
      await wish(before, 'cancel');
      await year.until(before, 'closed');
    }, 240_000);

    it('is given another last day for everybody, later and then sooner', async () => {
      await conductor.advanceTo(at(`${year3}-09-16`));
      const caseId = await year.caseOf(year3);
      const asked = await year.asked('utbildning@sodertalje.example', caseId);
      const room = new CommitteeRoom(system);
      const move = async (deadline: string) => {
        const officer = await room.as('officer');
        const path = room.path('cases', caseId, 'interventions');
        return officer.post(path, { kind: 'moveClosing', deadline, reason: 'Många är sena.' });
      };
      expect(await (await move(`${year3}-09-15`)).json()).toMatchObject({ code: 'deadline.past' });
      expect((await move(`${year3}-12-15`)).status).toBe(204);
      expect((await year.read(asked)).deadline).toBe(`${year3}-12-15`);
      await conductor.advanceTo(at(`${year3}-11-20`));
      expect(await year.state(caseId)).toBe('awaitingReplies');
      await year.answer(asked, [3]);
      expect((await move(`${year3}-11-20`)).status).toBe(204);
      await conductor.advanceTo(at(`${year3}-11-21`));
      await year.until(caseId, 'reviewing');
      expect(await (await move(`${year3}-12-20`)).json()).toMatchObject({
        code: 'collection.closed',
      });
      const [first] = await year.reports(caseId);
      const { report } = first?.content as StoredReportContent;
      expect(report.response[0]).toMatchObject({ answered: 1, late: 0 });
      // Weeks without a commentary would be reminders in every test that follows.
      await wish(caseId, 'cancel');
    });

    it('asks nobody any more when it is cancelled, and the next year comes all the same', async () => {
      await conductor.advanceTo(at(`${year4}-09-17`));
      const caseId = await year.caseOf(year4);
      const asked = await year.asked('utbildning@sodertalje.example', caseId);
      await wish(caseId, 'cancel');
      await year.until(caseId, 'closed');
      expect((await year.read(asked)).state).toBe('closed');
      const number = await year.numberOf(caseId);
      await system.mail('samverkan@sodertalje.example', new RegExp(`${number}$`));
      expect((await year.turns()).at(-1)).toMatchObject({ year: year4 + 1, state: 'planned' });
    });
  });

  it('makes the PDF of its final report also where no group reviews it', async () => {
    const { comment, followUp: asks } = sodertalje.processes['followUp']!.tasks;
    const alone: Municipality = {
      ...withoutFocusAreas,
      processes: {
        ...withoutFocusAreas.processes,
        followUp: {
          applicationForm: 'follow-up-cycle@1',
          tasks: { followUp: asks!, comment: comment! },
        },
      },
    };
    const conducted = await startConducted('pglite', temporal, { municipalities: [alone] });
    try {
      const { system, conductor } = conducted;
      const year = new FollowUps(system, conductor.clock, alone);
      await conductor.advanceTo(at(`${year1}-09-14`));
      await year.beginWheel();
      await conductor.advanceTo(at(`${year1}-09-15`));
      const caseId = await year.caseOf(year1);
      // Its days are counted from when its workflow begins.
      await year.until(caseId, 'awaitingReplies');
      await conductor.advanceTo(at(`${year1}-10-16`));
      await year.until(caseId, 'reviewing');
      await year.comment(caseId, 'Ingen har svarat.');
      await year.until(caseId, 'completed');
      const pdf = await fetch(`${system.url}/api/sodertalje/follow-up/${caseId}/report.pdf`);
      expect(pdf.status).toBe(200);
      expect(pdfText(Buffer.from(await pdf.arrayBuffer()))).toContain('Ingen har svarat.');
    } finally {
      await conducted.close();
    }
  });
});
