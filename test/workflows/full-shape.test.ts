import type { ReceiptView, TaskView } from '../../domain/api/shapes';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { countersigner, members, substitute, withFullShape } from '../support/full-shape';
import { pdfText } from '../support/pdf';
import { asksForReview, asksForSignature } from '../support/subjects';
import { suiteNeeding } from '../support/suites';
import { startSystem, type Mail, type System } from '../support/system';
import { forward } from '../support/temporal';
import { officer, runsOf, signature } from '../support/walks';

const [ada, bo, cilla] = members;
const asksToCheck = (number: string) => new RegExp(`^Kontrollera senast .*${number}$`);
const asksForOpinion = (number: string) => new RegExp(`^Säg vad du tycker senast .*${number}$`);
const asksToCountersign = (number: string) =>
  new RegExp(`^Skriv under för kommunen senast .*${number}$`);

/** Check, the group's opinion, decision, signature, countersignature: chosen by configuration alone. */
suiteNeeding('poppler')('an accession in the full shape', () => {
  describe.each(databaseKinds())('on %s', (kind) => {
    let system: System;
    let count = 0;

    beforeAll(async () => {
      system = await startSystem(kind, { municipalities: withFullShape });
    });
    afterAll(() => system.close());

    async function begin(answers: Record<string, unknown> = {}) {
      count += 1;
      const signatoryEmail = `s${count}-${kind}@lyktan.example`;
      const receipt = await system.apply({
        organisationName: `Full förening ${count}`,
        coordinatorEmail: `c${count}-${kind}@lyktan.example`,
        signatoryEmail,
        ...answers,
      });
      return { receipt, signatoryEmail };
    }

    const mailTo = ({ email }: { email: string }, subject: RegExp) => system.mail(email, subject);
    const events = async (receipt: ReceiptView) =>
      (await system.status(receipt)).timeline.map(({ event }) => event);

    async function taskOf(mail: Mail): Promise<TaskView> {
      const { api, target } = await system.follow(mail);
      return api.read<TaskView>(`/api/sodertalje/tasks/${target.id}`);
    }

    async function check({ number }: ReceiptView): Promise<void> {
      await system.answer(await system.mail(officer, asksToCheck(number)), { outcome: 'forward' });
    }

    async function opinion(
      { number }: ReceiptView,
      member: { email: string },
      outcome: 'support' | 'oppose',
      comment: string,
    ): Promise<void> {
      const asked = await mailTo(member, asksForOpinion(number));
      await system.answer(asked, { outcome, comment });
    }

    async function toSignature(receipt: ReceiptView): Promise<void> {
      await check(receipt);
      await opinion(receipt, ada, 'support', 'Ja.');
      await opinion(receipt, bo, 'support', 'Ja.');
      const decision = await system.mail(officer, asksForReview(receipt.number));
      await system.answer(decision, { outcome: 'approve' });
    }

    async function documentText(receipt: ReceiptView, title: string): Promise<string> {
      const document = await eventually(`${title} is filed`, async () =>
        (await system.status(receipt)).documents.find((each) => each.title === title),
      );
      const { api } = await system.open(receipt.statusToken);
      const path = `/api/sodertalje/cases/${receipt.caseId}/documents/${document.id}`;
      return pdfText(Buffer.from(await (await api.get(path)).arrayBuffer()));
    }

    it('goes from check to countersignature, in no more than 250 events', async () => {
      const { receipt, signatoryEmail } = await begin();
      await check(receipt);
      await opinion(receipt, ada, 'oppose', 'För ny förening.');
      expect((await system.status(receipt)).waitsFor).toMatchObject({ who: 'reviewer' });
      await opinion(receipt, bo, 'support', 'Viktigt arbete.\nVi behöver dem.');
      await opinion(receipt, cilla, 'support', 'Håller med.');
      const decision = await system.mail(officer, asksForReview(receipt.number));
      const { opinions } = await taskOf(decision);
      expect(opinions.map(({ name, outcome, comment }) => [name, outcome, comment])).toEqual([
        [ada.name, 'oppose', 'För ny förening.'],
        [bo.name, 'support', 'Viktigt arbete.\nVi behöver dem.'],
        [cilla.name, 'support', 'Håller med.'],
      ]);
      await system.answer(decision, { outcome: 'approve' });
      const text = await documentText(receipt, 'Beslut om ansökan');
      expect(text).toContain('2 tillstyrker, 1 avstyrker');
      expect(text.replace(/\s+/g, ' ')).toContain(members.map(({ name }) => name).join(', '));
      expect(text).not.toContain('För ny förening');
      await system.answer(
        await system.mail(signatoryEmail, asksForSignature(receipt.number)),
        signature,
      );
      const asked = await mailTo(countersigner, asksToCountersign(receipt.number));
      expect(asked.attachments).toHaveLength(1);
      const waiting = await system.status(receipt);
      expect(waiting).toMatchObject({
        state: 'awaitingSignature',
        waitsFor: { who: 'countersigner' },
      });
      expect((await taskOf(asked)).agreement).not.toBeNull();
      await system.answer(asked, {
        ...signature,
        signedName: 'Eva Ek',
        signedRole: 'Nämndordförande',
      });
      await system.until(receipt, 'completed');
      const signed = await documentText(receipt, 'Underskriven överenskommelse');
      for (const known of ['Olof Berg', 'Kommunens underskrift', 'Eva Ek', 'Nämndordförande']) {
        expect(signed).toContain(known);
      }
      await mailTo(countersigner, /^Vi har tagit emot underskriften/);
      const sizes = (await runsOf(system, receipt)).map(({ events: all }) => all?.length ?? 0);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(250);
      expect(await events(receipt)).toEqual(
        expect.arrayContaining(['forwarded', 'opinionGiven', 'signed', 'countersigned']),
      );
    });

    it('is sent back by the check, completed, and checked again', async () => {
      const { receipt } = await begin();
      const questions = [{ about: 'whole', question: 'Berätta mer.' }];
      const asked = await system.mail(officer, asksToCheck(receipt.number));
      await system.answer(asked, { outcome: 'return', questions });
      const status = await system.until(receipt, 'awaitingCompletion');
      expect(status.documents).not.toHaveLength(0);
      const completion = await system.mail(`c${count}-${kind}@lyktan.example`, /^Svara på frågor/);
      expect(completion.attachments.map(({ filename }) => filename)).toEqual([
        'Frågor om ansökan.pdf',
      ]);
      const { completion: own } = await taskOf(completion);
      await system.answer(completion, own!.answers);
      const again = await eventually('it is checked again', async () => {
        const mails = await system.mailsTo(officer);
        return mails.filter(({ subject }) => asksToCheck(receipt.number).test(subject))[1];
      });
      expect(again.text).toContain('Det har kommit svar på frågorna');
      await system.answer(again, { outcome: 'forward' });
      await mailTo(ada, asksForOpinion(receipt.number));
    });

    it('is refused by the check, with reasons', async () => {
      const { receipt } = await begin();
      const asked = await system.mail(officer, asksToCheck(receipt.number));
      await system.answer(asked, { outcome: 'refuse', reasons: 'Ett bolag kan inte ansluta sig.' });
      await system.until(receipt, 'rejected');
      expect(await documentText(receipt, 'Beslut om ansökan')).toContain('Ett bolag kan inte');
    });

    it('is decided by the delegate when the group opposes', async () => {
      const { receipt } = await begin();
      await check(receipt);
      await opinion(receipt, ada, 'oppose', 'Nej.');
      await opinion(receipt, bo, 'oppose', 'Nej.');
      const decision = await system.mail(officer, asksForReview(receipt.number));
      await system.answer(decision, { outcome: 'refuse', reasons: 'Gruppen avstyrker.' });
      await system.until(receipt, 'rejected');
    });

    it('may be decided without a group that is late, whose opinion counts until then', async () => {
      const { receipt } = await begin();
      await check(receipt);
      await opinion(receipt, ada, 'support', 'Ja.');
      const late = await mailTo(bo, asksForOpinion(receipt.number));
      await forward(system.temporal.client, system.workflowId(receipt), '26 days');
      const draft = await system.mail(officer, asksForReview(receipt.number));
      expect((await taskOf(draft)).opinions).toHaveLength(1);
      await system.answer(late, { outcome: 'support', comment: 'Ja, förlåt.' });
      const again = await eventually('the delegate is asked again', async () => {
        const mails = await system.mailsTo(officer);
        return mails.filter(({ subject }) => asksForReview(receipt.number).test(subject))[1];
      });
      expect((await taskOf(draft)).state).toBe('closed');
      expect(draft.text).toContain('Gruppen har inte svarat i tid.');
      expect(again.text).toContain('Gruppens yttrande har nu kommit.');
    });

    it('keeps what a member says after the quorum, until somebody has decided', async () => {
      const { receipt } = await begin();
      await check(receipt);
      const late = await mailTo(cilla, asksForOpinion(receipt.number));
      await opinion(receipt, ada, 'support', 'Ja.');
      await opinion(receipt, bo, 'support', 'Ja.');
      const decision = await system.mail(officer, asksForReview(receipt.number));
      expect(await taskOf(late)).toMatchObject({ state: 'open', late: true });
      await system.answer(late, { outcome: 'oppose', comment: 'Vänta till årsmötet.' });
      expect((await taskOf(late)).state).toBe('answered');
      const { opinions } = await taskOf(decision);
      expect(opinions.map(({ outcome, late: isLate }) => [outcome, isLate])).toEqual([
        ['support', false],
        ['support', false],
        ['oppose', true],
      ]);
      await system.answer(decision, { outcome: 'approve' });
      await system.until(receipt, 'awaitingSignature');
      expect(await documentText(receipt, 'Beslut om ansökan')).toContain(
        '2 tillstyrker, 1 avstyrker',
      );
    });

    it('hears nobody any more once it is decided', async () => {
      const { receipt } = await begin();
      await check(receipt);
      const late = await mailTo(cilla, asksForOpinion(receipt.number));
      await opinion(receipt, ada, 'oppose', 'Nej.');
      await opinion(receipt, bo, 'oppose', 'Nej.');
      const decision = await system.mail(officer, asksForReview(receipt.number));
      await system.answer(decision, { outcome: 'refuse', reasons: 'Gruppen avstyrker.' });
      await system.until(receipt, 'rejected');
      const { api, target } = await system.follow(late);
      const path = `/api/sodertalje/tasks/${target.id}`;
      expect((await api.read<TaskView>(path)).state).toBe('closed');
      const answers = { outcome: 'support', comment: 'Jo.' };
      expect((await api.post(`${path}/answer`, { answers })).status).toBe(409);
    });

    it('asks the stand-in of a member whom the application names, and says so before', async () => {
      const { receipt } = await begin({ coordinatorEmail: bo.email.toUpperCase() });
      await check(receipt);
      await mailTo(substitute, asksForOpinion(receipt.number));
      await opinion(receipt, ada, 'support', 'Ja.');
      const mails = await system.mailsTo(bo.email);
      const toBo = mails.filter(({ subject }) => asksForOpinion(receipt.number).test(subject));
      expect(toBo).toEqual([]);
      expect(await events(receipt)).toContain('excused');
    });

    it('goes on with the others when a member declares a conflict of interest', async () => {
      const { receipt } = await begin();
      await check(receipt);
      for (const [member, tells] of [
        [ada, [substitute]],
        [bo, []],
      ] as const) {
        const { api, target } = await system.follow(
          await mailTo(member, asksForOpinion(receipt.number)),
        );
        const path = `/api/sodertalje/tasks/${target.id}`;
        const { standIns } = await api.read<TaskView>(path);
        expect(standIns).toEqual(tells);
        const response = await api.post(`${path}/conflict`, { reason: 'Jag är med i föreningen.' });
        expect(response.status).toBe(204);
      }
      await opinion(receipt, substitute, 'support', 'Ja.');
      await opinion(receipt, cilla, 'support', 'Ja.');
      await system.mail(officer, asksForReview(receipt.number));
    });

    it('asks the officer what to do when nobody signs for the municipality', async () => {
      const { receipt, signatoryEmail } = await begin();
      await toSignature(receipt);
      await system.answer(
        await system.mail(signatoryEmail, asksForSignature(receipt.number)),
        signature,
      );
      const asked = await mailTo(countersigner, asksToCountersign(receipt.number));
      await system.answer(asked, { outcome: 'decline', reasons: 'Fel version.' });
      const settle = await system.mail(
        officer,
        new RegExp(`^Bestäm vad som ska hända: kommunen .*${receipt.number}$`),
      );
      expect((await taskOf(settle)).kind).toBe('settle');
      await system.answer(settle, { outcome: 'proceed' });
      const again = await eventually('the municipality is asked again', async () => {
        const mails = await system.mailsTo(countersigner.email);
        return mails.filter(({ subject }) => asksToCountersign(receipt.number).test(subject))[1];
      });
      await system.answer(again, { outcome: 'decline', reasons: 'Fortfarande.' });
      const second = await eventually('the officer is asked again', async () => {
        const mails = await system.mailsTo(officer);
        return mails.filter(
          ({ subject }) =>
            subject.startsWith('Bestäm vad som ska hända: kommunen') &&
            subject.endsWith(receipt.number),
        )[1];
      });
      await system.answer(second, { outcome: 'close', reasons: 'Avtalet ska skrivas om.' });
      await system.until(receipt, 'closed');
      expect(await documentText(receipt, 'Ärendet är avslutat')).toContain('ska skrivas om');
    });
  });
});
