import type {
  DeskCaseView,
  PaperLettersAnswer,
  PaperReceipt,
  ReaderRequest,
} from '../../domain/api/desk';
import type { ReceiptView } from '../../domain/api/shapes';
import { anApplication } from '../support/applications';
import type { ApiClient } from '../support/api-client';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { contactPoint } from '../support/follow-ups';
import { signIn } from '../support/officials';
import { asksForReview, asksForSignature } from '../support/subjects';
import { suiteNeeding } from '../support/suites';
import { signature } from '../support/people';
import { startSystem, type System } from '../support/system';
import { officer } from '../support/walks';

const desk = '/api/sodertalje/desk';
const postal = 'Storgatan 1\n151 00 Södertälje';
const reason = 'Det blev lättare så.';

/** How somebody in a case is reached, decided once for all that follows. */
suiteNeeding('poppler')('how a person is reached', () => {
  describe.each(databaseKinds())('on %s', (kind) => {
    let system: System;
    let registrar: ApiClient;
    let count = 0;

    beforeAll(async () => {
      system = await startSystem(kind);
      registrar = await signIn(system.url, 'sodertalje', 'administrator');
    });
    afterAll(() => system.close());

    const view = (caseId: string) => registrar.read<DeskCaseView>(`${desk}/cases/${caseId}`);
    const reader = (caseId: string, name: string) =>
      eventually(`a letter to ${name}`, async () =>
        (await view(caseId)).readers.find((each) => each.name === name),
      );
    async function decide(caseId: string, name: string, request: ReaderRequest) {
      const { letterId } = await reader(caseId, name);
      const path = `${desk}/cases/${caseId}/letters/${letterId}/reader`;
      return (await registrar.post(path, request)).status;
    }
    const toPost = (caseId: string, template: string) =>
      eventually(`${template} to post`, async () => {
        const letters = await registrar.read<PaperLettersAnswer>(`${desk}/post`);
        return letters.toPost.find((each) => {
          return each.caseId === caseId && each.template === template;
        });
      });

    /** A mail is there a little before its letter stands as sent. */
    const isSent = (caseId: string, template: string) =>
      eventually(`${template} stands as sent`, async () =>
        (await view(caseId)).letters.some((each) => {
          return each.template === template && each.state === 'sent';
        }),
      );

    async function begin(): Promise<ReceiptView & { coordinator: string; signatory: string }> {
      count += 1;
      const coordinator = `c${count}-${kind}@lyktan.example`;
      const signatory = `s${count}-${kind}@lyktan.example`;
      const receipt = await system.apply({
        coordinatorEmail: coordinator,
        signatoryEmail: signatory,
      });
      return { ...receipt, coordinator, signatory };
    }

    it('goes by post for all letters that follow, until that is taken back', async () => {
      const { coordinator, signatory, ...receipt } = await begin();
      await system.mail(coordinator, /^Vi har tagit emot ansökan/);
      await isSent(receipt.caseId, 'applicationReceived');
      const byPost = { kind: 'allByPost', postal, reason } as const;
      expect(await decide(receipt.caseId, 'Amina Ek', byPost)).toBe(204);
      expect(await reader(receipt.caseId, 'Amina Ek')).toMatchObject({ postal });
      const review = await system.mail(officer, asksForReview(receipt.number));
      await system.answer(review, { outcome: 'approve' });
      expect((await toPost(receipt.caseId, 'applicationApproved')).recipientPostal).toBe(postal);
      const mails = await system.mailsTo(coordinator);
      expect(mails.map(({ subject }) => subject)).toEqual([
        expect.stringMatching(/^Vi har tagit emot ansökan/),
      ]);
      expect(await decide(receipt.caseId, 'Amina Ek', { kind: 'mailAgain', reason })).toBe(204);
      const asked = await system.mail(signatory, asksForSignature(receipt.number));
      await system.answer(asked, signature);
      await system.mail(coordinator, /^Vi har tagit emot underskriften/);
      const { events } = await view(receipt.caseId);
      expect(events.filter(({ event }) => event.startsWith('reader'))).toMatchObject([
        { event: 'readerByPost', reason },
        { event: 'readerMailedAgain', reason },
      ]);
    });

    it('holds for a question that is already asked, and its reminders', async () => {
      const { signatory, ...receipt } = await begin();
      const review = await system.mail(officer, asksForReview(receipt.number));
      await system.answer(review, { outcome: 'approve' });
      await system.mail(signatory, asksForSignature(receipt.number));
      await isSent(receipt.caseId, 'signatureRequested');
      const byPost = { kind: 'allByPost', postal, reason } as const;
      expect(await decide(receipt.caseId, 'Olof Berg', byPost)).toBe(204);
      const { tasks } = await view(receipt.caseId);
      expect(tasks.find(({ kind: asks }) => asks === 'sign')).toMatchObject({ byPost: true });
    });

    it('becomes e-mail for somebody who had none, with a link to what they are asked', async () => {
      const email = `ny-${kind}@pensel.example`;
      const { coordinatorEmail, ...answers } = anApplication({
        coordinatorPostal: postal,
        signatories: [{ name: 'Greta Pensel', postal, capacity: 'chair' }],
      }).answers;
      expect(coordinatorEmail).toBeDefined();
      const arrivedOn = new Date().toISOString().slice(0, 10);
      const response = await registrar.post(`${desk}/applications`, {
        ...anApplication(),
        answers,
        arrivedOn,
      });
      const receipt = (await response.json()) as PaperReceipt;
      const review = await system.mail(officer, asksForReview(receipt.number));
      await system.answer(review, { outcome: 'approve' });
      await toPost(receipt.caseId, 'signatureRequested');
      const added = { kind: 'addEmail', email, reason } as const;
      expect(await decide(receipt.caseId, 'Greta Pensel', added)).toBe(204);
      const link = await eventually('a mail with a link', async () => {
        return (await system.mailsTo(email)).find(({ text }) => text.includes('/task#'));
      });
      await system.answer(link, { ...signature, signedName: 'Greta Pensel' });
      await system.mail(email, /^Vi har tagit emot underskriften/);
    });

    it('is seen to when a letter that was sent comes back, like one that was refused at once', async () => {
      const { coordinator, ...receipt } = await begin();
      await system.mail(coordinator, /^Vi har tagit emot ansökan/);
      await isSent(receipt.caseId, 'applicationReceived');
      const back = { kind: 'cameBack', reason: 'Studsen kom till registrators brevlåda.' } as const;
      expect(await decide(receipt.caseId, 'Amina Ek', back)).toBe(204);
      const { attentions, events, letters } = await view(receipt.caseId);
      expect(attentions.map(({ code }) => code)).toEqual(['letter.cameBack']);
      expect(events.find(({ event }) => event === 'letterCameBack')).toMatchObject({
        reason: back.reason,
      });
      const task = await system.mail(contactPoint, /^Se till senast .*: ett brev kom inte fram/);
      expect(task.subject).toContain(receipt.number);
      expect(task.text).not.toContain(coordinator);
      // It cannot come back a second time before it has been sent again.
      expect(await decide(receipt.caseId, 'Amina Ek', back)).toBe(404);
      const returned = letters.find(({ state }) => state === 'failed')!;
      const email = `ratt-${coordinator}`;
      const path = `${desk}/cases/${receipt.caseId}/letters/${returned.id}`;
      const corrected = { kind: 'correctAddress', email, reason };
      expect((await registrar.post(path, corrected)).status).toBe(204);
      await system.mail(email, /^Vi har tagit emot ansökan/);
      await eventually('nothing is left to see to', async () => {
        const { mendBy, attentions: left } = await view(receipt.caseId);
        return mendBy === null && left.length === 0;
      });
    });

    it('is decided neither for colleagues nor by a letter of another case', async () => {
      const { coordinator, ...one } = await begin();
      const { coordinator: other, ...two } = await begin();
      await system.mail(other, /^Vi har tagit emot ansökan/);
      await system.mail(coordinator, /^Vi har tagit emot ansökan/);
      await system.mail(officer, asksForReview(one.number));
      const { letters, readers } = await view(one.caseId);
      expect(readers.map(({ name }) => name)).toEqual(['Amina Ek']);
      const toOfficer = letters.find(({ recipientEmail }) => recipientEmail === officer)!;
      const foreign = (await reader(two.caseId, 'Amina Ek')).letterId;
      for (const id of [toOfficer.id, foreign, 'none']) {
        const path = `${desk}/cases/${one.caseId}/letters/${id}/reader`;
        const refused = await registrar.post(path, { kind: 'allByPost', postal, reason });
        expect(refused.status).toBe(404);
      }
    });
  });
});
