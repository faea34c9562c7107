import { budgetVersions } from '../../database/repositories/budget.repository';
import type { AnswerCorrectionView } from '../../domain/api/desk';
import type { AppropriationsAnswer } from '../../domain/api/ledger';
import { dayAfter, stockholmDate } from '../../domain/calendar';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { pdfText } from '../support/pdf';
import { suiteNeeding } from '../support/suites';
import { startSystem, type System } from '../support/system';
import { Treasury } from '../support/treasury';
import { comingYears, yearOf } from '../support/years';

const granted = (kronor: string) => ({
  years: comingYears.map(String),
  lines: [{ name: 'Samverkan', amounts: [kronor, kronor, kronor] }],
});

suiteNeeding('poppler')('a request for a raised appropriation', () => {
  describe.each(databaseKinds())('on %s', (kind) => {
    let system: System;
    let room: Treasury;
    beforeAll(async () => {
      system = await startSystem(kind);
      room = new Treasury(system, () => new Date());
    });
    afterAll(() => system.close());

    const listed = async (caseId: string) => {
      const auditor = await room.as('auditor');
      const { requests } = await auditor.read<AppropriationsAnswer>(room.path('appropriations'));
      return requests.find((each) => each.caseId === caseId);
    };

    const versionsOf = (year: number) =>
      system.server.database.transaction('sodertalje', (tx) =>
        budgetVersions(tx, 'sodertalje', 'KFN', year),
      );
    const budgetOf = async (year: number) => (await versionsOf(year)).map(({ ore }) => ore / 100);

    it('is granted: the budget that there is gets higher, and a letter says why', async () => {
      await room.adopt('KFN', comingYears[0], 1_000_000);
      const caseId = await room.requestRaise();
      const { application } = await room.formOf(caseId, 'appraise');
      expect(JSON.stringify(application)).toContain('Kultur- och fritidsnämnden');
      expect(await listed(caseId)).toMatchObject({
        ...{ committee: 'Kultur- och fritidsnämnden', answer: null, closed: false },
        years: comingYears.map((year) => ({ year, kronor: 250_000 })),
      });
      await system.mail('controller@sodertalje.example', /^Pröva i budgeten senast/);
      const decidedOn = dayAfter(new Date(), -7);
      const said = {
        ...{ outcome: 'approve', booking: 'add', decision: 'KF § 210', decidedOn },
        reasons: 'Samordnaren behövs.',
      };
      const tooMuch = await room.say(caseId, 'appraise', { ...said, granted: granted('250 001') });
      expect(await tooMuch.json()).toMatchObject({
        fields: { 'granted.lines.0.amounts.0': 'amountAbove' },
      });
      const ahead = await room.say(caseId, 'appraise', {
        ...{ ...said, decidedOn: dayAfter(new Date(), 1), granted: granted('200 000') },
      });
      expect(await ahead.json()).toMatchObject({ fields: { decidedOn: 'dayAhead' } });
      const response = await room.say(caseId, 'appraise', { ...said, granted: granted('200 000') });
      expect(response.status).toBe(204);
      await eventually('it has ended', async () => (await room.read(caseId)).state === 'completed');
      expect(await budgetOf(comingYears[0])).toEqual([1_000_000, 1_200_000]);
      const [, raised] = await versionsOf(comingYears[0]);
      expect(raised).toMatchObject({ decided_on: decidedOn, decision: 'KF § 210' });
      expect(await budgetOf(comingYears[1])).toEqual([]);
      const mail = await system.mail('officer@sodertalje.example', /^Svar på din begäran/);
      expect(mail.attachments).toHaveLength(1);
      const text = pdfText((await room.document(caseId, /^Svar på en begäran/)).pdf);
      for (const part of ['får ett höjt nämndbidrag', '600 000', '750 000', 'Samordnaren behövs']) {
        expect(text).toContain(part);
      }
      expect(await listed(caseId)).toMatchObject({ answer: 'approve', waits: null, closed: true });
      await putRight(caseId, { ...said, granted: granted('210 000') }, decidedOn);
    }, 120_000);

    /** What the controller wrote was wrong: the letter and the budget that was raised follow what is right. */
    async function putRight(caseId: string, right: object, decidedOn: string): Promise<void> {
      const { id } = (await room.read(caseId)).tasks.find(({ kind: of }) => of === 'appraise')!;
      const path = room.path('cases', caseId, 'tasks', id, 'correction');
      const controller = await room.as('controller');
      const correct = async (answers: object) => {
        const { corrects } = await controller.read<AnswerCorrectionView>(path);
        const body = { corrects, answers: { ...answers, whyWrong: 'Fel belopp.' } };
        return controller.post(path, body);
      };
      expect((await (await room.as('officer')).get(path)).status).toBe(403);
      const other = await correct({ ...right, outcome: 'refuse' });
      expect(await other.json()).toMatchObject({ fields: { outcome: 'choice' } });
      const tooMuch = await correct({ ...right, granted: granted('250 001') });
      expect(await tooMuch.json()).toMatchObject({
        fields: { 'granted.lines.0.amounts.0': 'amountAbove' },
      });
      expect((await correct(right)).status).toBe(204);
      expect(await budgetOf(comingYears[0])).toEqual([1_000_000, 1_200_000, 1_210_000]);
      const mail = await system.mail('officer@sodertalje.example', /^Rättat svar på din begäran/);
      expect(mail.attachments).toHaveLength(1);
      const text = await eventually('the corrected answer is filed', async () => {
        const said = pdfText((await room.document(caseId, /^Svar på en begäran/)).pdf);
        return said.includes('630 000') && said;
      });
      expect(text).toContain('ersätter ett tidigare');
      // A day that stands in no letter is put right without one, and not where a later budget says what holds.
      await room.adopt('KFN', comingYears[0], 1_300_000, 3);
      expect((await correct({ ...right, decidedOn: dayAfter(new Date(), -8) })).status).toBe(204);
      expect(await budgetOf(comingYears[0])).toHaveLength(4);
      const { letters, recordedAnswers, state } = await room.read(caseId);
      expect(state).toBe('completed');
      const sent = letters.filter(({ template }) => template === 'appropriationCorrected');
      expect(sent).toHaveLength(1);
      expect(recordedAnswers[0]?.versions.map(({ reason }) => reason)).toEqual([
        null,
        'Fel belopp.',
        'Fel belopp.',
      ]);
      expect((await versionsOf(comingYears[0]))[2]).toMatchObject({ decided_on: decidedOn });
    }

    it('is tried again next year, and then refused', async () => {
      const caseId = await room.requestRaise();
      const said = {
        ...{ decision: 'KF § 211', decidedOn: stockholmDate(new Date()) },
        reasons: 'Det finns inget utrymme i år.',
      };
      await room.say(caseId, 'appraise', { ...said, outcome: 'table' });
      const again = await eventually('it is on the list again', async () => {
        const request = await listed(caseId);
        return request?.answer === 'table' && request.waits;
      });
      // Its days begin with the next year: it is not late before that year's budget is.
      expect(again.deadline > `${yearOf() + 1}-11-01`).toBe(true);
      await room.say(caseId, 'appraise', { ...said, outcome: 'refuse' });
      await eventually('it has ended', async () => (await room.read(caseId)).state === 'rejected');
      const letters = (await room.read(caseId)).letters.filter(
        ({ template }) => template === 'appropriationAnswered',
      );
      expect(letters).toHaveLength(2);
      await eventually('both answers are filed with the request', async () => {
        return (await room.read(caseId)).records.length === 3;
      });
    }, 120_000);
  });
});
