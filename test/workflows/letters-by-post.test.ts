import type { DeskCaseView, PaperLettersAnswer, PaperReceipt } from '../../domain/api/desk';
import type { Problem } from '../../domain/api/shapes';
import type { ApiClient } from '../support/api-client';
import { anApplication } from '../support/applications';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { signIn } from '../support/officials';
import { pdfText } from '../support/pdf';
import { asksForReview } from '../support/subjects';
import { suiteNeeding } from '../support/suites';
import { startSystem, type System } from '../support/system';
import { officer } from '../support/walks';

const desk = '/api/sodertalje/desk';
const address = 'Storgatan 1\n151 00 Södertälje';

/** From a paper application to the register, with a coordinator who has no e-mail. */
suiteNeeding('poppler')('letters by post', () => {
  describe.each(databaseKinds())('on %s', (kind) => {
    let system: System;
    let registrar: ApiClient;
    let receipt: PaperReceipt;
    const today = new Date().toISOString().slice(0, 10);

    beforeAll(async () => {
      system = await startSystem(kind);
      registrar = await signIn(system.url, 'sodertalje', 'registrar');
    });
    afterAll(() => system.close());

    const letters = () => registrar.read<PaperLettersAnswer>(`${desk}/post`);
    const letter = (template: string) =>
      eventually(`a letter ${template} to post`, async () =>
        (await letters()).toPost.find((each) => each.template === template),
      );
    const caseView = () => registrar.read<DeskCaseView>(`${desk}/cases/${receipt.caseId}`);
    const textOf = async (letterId: string, documentId: string) => {
      const response = await registrar.get(`${desk}/post/${letterId}/documents/${documentId}`);
      expect(response.status).toBe(200);
      return pdfText(new Uint8Array(await response.arrayBuffer()));
    };
    const codeOf = async (response: Response) => ((await response.json()) as Problem).code;
    const review = () => system.mail(officer, asksForReview(receipt.number));

    it('an application without an e-mail address is received with a postal one', async () => {
      const { coordinatorEmail, ...answers } = anApplication({
        organisationName: 'Penselföreningen',
        coordinatorPostal: address,
      }).answers;
      expect(coordinatorEmail).toBeDefined();
      const request = { ...anApplication(), answers, arrivedOn: today };
      const response = await registrar.post(`${desk}/applications`, request);
      expect(response.status).toBe(201);
      receipt = (await response.json()) as PaperReceipt;
    });

    it('the receipt is printed, with its enclosure beside it, and nobody is mailed', async () => {
      const received = await letter('applicationReceived');
      expect(received).toMatchObject({
        number: receipt.number,
        recipientName: 'Amina Ek',
        recipientPostal: address,
        posted: null,
      });
      const text = await textOf(received.id, received.documentId);
      expect(text).toMatch(/Amina Ek\s+Storgatan 1\s+151 00 Södertälje/);
      expect(text).toContain('Du får det här brevet för att du är samverkansansvarig');
      expect(text).toContain(`Bilagor`);
      expect(text).toContain(`(${receipt.number}-1)`);
      const [enclosure] = received.enclosures;
      expect(await textOf(received.id, enclosure?.id ?? '')).toContain('Penselföreningen');
      expect((await system.mailsTo('')).filter(({ to }) => to.length === 0)).toEqual([]);
    });

    it('an official marks it as posted, once, and may undo that with a reason', async () => {
      const { id } = await letter('applicationReceived');
      expect((await registrar.post(`${desk}/post/${id}`, {})).status).toBe(204);
      expect(await codeOf(await registrar.post(`${desk}/post/${id}`, {}))).toBe('letter.notToPost');
      const { toPost, posted } = await letters();
      expect(toPost.map((each) => each.id)).not.toContain(id);
      expect(posted).toMatchObject([{ id, posted: { by: 'Rut Holm' } }]);
      const undo = { reason: 'Den låg kvar på bordet.' };
      expect((await registrar.post(`${desk}/post/${id}/undo`, undo)).status).toBe(204);
      expect(await codeOf(await registrar.post(`${desk}/post/${id}/undo`, undo))).toBe(
        'letter.notPosted',
      );
      await registrar.post(`${desk}/post/${id}`, {});
      const { events } = await caseView();
      const told = events.filter(({ event }) => /letterPosted|postingUndone/.test(event));
      expect(told.map(({ event, by, reason }) => [event, by, reason])).toEqual([
        ['letterPosted', 'Rut Holm', null],
        ['postingUndone', 'Rut Holm', undo.reason],
        ['letterPosted', 'Rut Holm', null],
      ]);
    });

    it('questions go by post, and the answer is entered from paper with its day', async () => {
      await system.answer(await review(), {
        outcome: 'return',
        questions: [{ about: 'legalForm', question: 'Vilka dagar har ni öppet?' }],
      });
      const asked = await letter('completionRequested');
      const text = await textOf(asked.id, asked.documentId);
      expect(text).toContain('Så svarar ni på papper');
      expect(text.replace(/\s+/g, ' ')).toContain('Box 100, 151 00 Södertälje');
      const task = (await caseView()).tasks.find(({ state }) => state === 'open');
      expect(task).toMatchObject({ kind: 'complete', name: 'Amina Ek', email: '' });
      const path = `${desk}/cases/${receipt.caseId}/tasks/${task?.id}`;
      const before = await registrar.read<{ answers: Record<string, unknown> }>(path);
      const answers = { ...before.answers, community: 'Öppet varje dag.' };
      const enter = (arrivedOn: string, given: object = answers) =>
        registrar.post(`${path}/answer`, { answers: given, arrivedOn });
      expect(await codeOf(await enter('2999-01-01'))).toBe('arrival.future');
      expect((await enter(today, { ...answers, organisationName: '' })).status).toBe(422);
      expect((await enter(today)).status).toBe(204);
      expect(await codeOf(await enter(today))).toBe('task.alreadyAnswered');
      const view = await caseView();
      const entered = view.events.find(({ event }) => event === 'completionReceived');
      expect(entered).toMatchObject({ actor: 'official', by: 'Rut Holm' });
      expect(JSON.stringify(view.application)).toContain('Öppet varje dag.');
      await letter('completionReceived');
    });

    it('the case goes on to the register, and no letter claims to have been mailed', async () => {
      const asked = await eventually('the question again', async () => {
        const mails = (await system.mailsTo(officer)).filter(({ subject }) =>
          asksForReview(receipt.number).test(subject),
        );
        return mails[1];
      });
      await system.answer(asked, { outcome: 'approve' });
      const approved = await letter('applicationApproved');
      expect(await textOf(approved.id, approved.documentId)).toContain('Olof Berg');
      const sign = await system.mail('olof@lyktan.example', new RegExp(receipt.number));
      await system.answer(sign, {
        outcome: 'answered',
        signedName: 'Olof Berg',
        signedRole: 'Ordförande',
        authorised: true,
      });
      const signed = await letter('agreementSigned');
      expect(signed.enclosures.map(({ title }) => title)).toHaveLength(2);
      const { letters: all, state } = await caseView();
      expect(state).toBe('completed');
      const byPost = all.filter(({ recipientPostal }) => recipientPostal !== null);
      expect(byPost.map(({ sentAt }) => sentAt)).toEqual(byPost.map(() => null));
      expect(byPost.every(({ documentId }) => documentId !== null)).toBe(true);
    });

    it('no history knows where somebody lives', async () => {
      const { client } = system.temporal;
      const history = await client.workflow
        .getHandle(system.workflowId({ caseId: receipt.caseId }))
        .fetchHistory();
      const readable = JSON.stringify(history, (_, value: unknown) =>
        value instanceof Uint8Array ? Buffer.from(value).toString() : value,
      );
      expect(readable).toContain(receipt.caseId);
      expect(readable).not.toMatch(/Storgatan|Amina/);
    });
  });
});
