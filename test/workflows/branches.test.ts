import type { Problem, ReceiptView, TaskView } from '../../domain/api/shapes';
import { intervene, type Wish } from '../../server/use-cases/intervene';
import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import type { ApiClient } from '../support/api-client';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { pdfText } from '../support/pdf';
import { asksForReview, asksForSignature } from '../support/subjects';
import { suiteNeeding } from '../support/suites';
import { startSystem, type Mail, type System } from '../support/system';
import { forward } from '../support/temporal';
import { approve, officer, signature } from '../support/walks';

const deputy = 'ersattare@sodertalje.example';
const questions = [{ about: 'legalForm', question: 'Vilka dagar är läxhjälpen öppen?' }];

/** Every way through an accession beside the straight one. */
suiteNeeding('poppler')('accession', () => {
  describe.each(databaseKinds())('on %s', (kind) => {
    let system: System;
    let count = 0;

    beforeAll(async () => {
      system = await startSystem(kind);
    });
    afterAll(() => system.close());

    interface Walk {
      receipt: ReceiptView;
      coordinator: string;
      signatory: string;
    }

    async function begin(): Promise<Walk> {
      count += 1;
      const coordinator = `c${count}-${kind}@lyktan.example`;
      const signatory = `s${count}-${kind}@lyktan.example`;
      const people = { coordinatorEmail: coordinator, signatoryEmail: signatory };
      const receipt = await system.apply({ organisationName: `Förening ${count}`, ...people });
      return { receipt, coordinator, signatory };
    }

    const review = ({ receipt }: Walk) => system.mail(officer, asksForReview(receipt.number));
    const pass = ({ receipt }: Walk, days: `${number} days`) =>
      forward(system.temporal.client, system.workflowId(receipt), days);
    const events = async ({ receipt }: Walk) =>
      (await system.status(receipt)).timeline.map(({ event }) => event);
    const attachmentsTo = async (address: string) =>
      (await system.mailsTo(address)).flatMap(({ attachments }) =>
        attachments.map(({ filename }) => filename),
      );

    /** As the desk does it. */
    async function wish(
      { receipt }: Walk,
      wished: Wish | { kind: 'retry' },
      reason = 'Så blev det.',
    ): Promise<void> {
      const { caseId } = receipt;
      await system.server.database.transaction('sodertalje', (tx) =>
        intervene(
          tx,
          sodertalje,
          { caseId, wish: wished, reason, actor: 'official', by: 'r' },
          new Date(),
        ),
      );
    }

    /** Until the process has taken note of all that was done. */
    async function heard({ receipt }: Walk): Promise<void> {
      const { database } = system.server;
      await eventually('the process has heard of it', async () => {
        const words = await database.transaction('sodertalje', (tx) =>
          tx
            .selectFrom('outbox')
            .select('id')
            .where('case_id', '=', receipt.caseId)
            .where('consumed_at', 'is', null)
            .execute(),
        );
        return words.length === 0;
      });
    }

    async function taskOf(mail: Mail): Promise<{ api: ApiClient; path: string; task: TaskView }> {
      const { api, target } = await system.follow(mail);
      const path = `/api/sodertalje/tasks/${target.id}`;
      return { api, path, task: await api.read<TaskView>(path) };
    }

    async function askedToComplete(walk: Walk): Promise<Mail> {
      await system.answer(await review(walk), { outcome: 'return', questions });
      await system.until(walk.receipt, 'awaitingCompletion');
      return system.mail(walk.coordinator, /^Svara på frågor/);
    }

    it('is sent back with questions, completed, and read again', async () => {
      const walk = await begin();
      const asked = await askedToComplete(walk);
      expect(asked.attachments.map(({ filename }) => filename)).toEqual(['Frågor om ansökan.pdf']);
      expect(asked.text).not.toContain('läxhjälpen');
      const { task } = await taskOf(asked);
      expect(task).toMatchObject({
        kind: 'complete',
        completion: { questions: [{ fieldId: 'legalForm', question: questions[0]!.question }] },
      });
      const community = 'Läxhjälp tisdagar och torsdagar.';
      await system.answer(asked, { ...task.completion!.answers, community });
      await system.until(walk.receipt, 'reviewing');
      await system.mail(walk.coordinator, /^Vi har tagit emot kompletteringen/);
      const again = await eventually('the officer is asked again', async () => {
        const mails = await system.mailsTo(officer);
        const toThis = mails.filter(({ subject }) => subject.endsWith(walk.receipt.number));
        return toThis[1];
      });
      const { task: second } = await taskOf(again);
      expect(JSON.stringify(second.application)).toContain(community);
      await system.answer(again, { outcome: 'approve' });
      await system.answer(
        await system.mail(walk.signatory, asksForSignature(walk.receipt.number)),
        signature,
      );
      const done = await system.until(walk.receipt, 'completed');
      const titles = await eventually('all is filed', async () => {
        const { documents } = await system.status(walk.receipt);
        return documents.length >= 6 && documents.map(({ title }) => title).sort();
      });
      expect(titles.filter((title) => title === 'Frågor om ansökan')).toHaveLength(1);
      expect(done.timeline.map(({ event }) => event)).toEqual(
        expect.arrayContaining(['returned', 'completionRequested', 'completionReceived']),
      );
    });

    it('drafts an end when nobody completes it, and a late answer still stops that', async () => {
      const walk = await begin();
      const asked = await askedToComplete(walk);
      await pass(walk, '35 days');
      const draft = await system.mail(
        officer,
        new RegExp(`har inte svarat, ${walk.receipt.number}`),
      );
      const { task } = await taskOf(asked);
      await system.answer(asked, task.completion!.answers);
      await system.until(walk.receipt, 'reviewing');
      const { api, path, task: drafted } = await taskOf(draft);
      expect(drafted.state).toBe('closed');
      const answer = { answers: { outcome: 'close', reasons: 'För sent.' } };
      expect((await api.post(`${path}/answer`, answer)).status).toBe(409);
    });

    it('ends with reasons when the officer says so after the deadline', async () => {
      const walk = await begin();
      const asked = await askedToComplete(walk);
      await pass(walk, '35 days');
      const draft = await system.mail(
        officer,
        new RegExp(`har inte svarat, ${walk.receipt.number}`),
      );
      await system.answer(draft, { outcome: 'close', reasons: 'Föreningen har lagts ner.' });
      await system.until(walk.receipt, 'closed');
      await system.mail(walk.coordinator, /är avslutat/);
      expect(await attachmentsTo(walk.coordinator)).toContain('Ärendet är avslutat.pdf');
      const { task } = await taskOf(asked);
      expect(task.state).toBe('closed');
    });

    it('is withdrawn by the organisation, and nobody can answer any more', async () => {
      const walk = await begin();
      const asked = await review(walk);
      const { api } = await system.open(walk.receipt.statusToken);
      const path = `/api/sodertalje/cases/${walk.receipt.caseId}/withdrawal`;
      expect((await api.post(path, { reason: 'Vi ångrade oss.' })).status).toBe(204);
      await system.until(walk.receipt, 'closed');
      await system.mail(walk.coordinator, /är avslutat/);
      const again = await api.post(path, { reason: 'Igen.' });
      expect(((await again.json()) as Problem).code).toBe('case.closed');
      const { api: officers, path: task } = await taskOf(asked);
      const answer = { answers: { outcome: 'approve' } };
      expect((await officers.post(`${task}/answer`, answer)).status).toBe(409);
      expect(await events(walk)).toContain('withdrawn');
      await heard(walk);
    });

    it('waits for both who sign jointly, and says how each was identified', async () => {
      const chair = `chair-${kind}@lyktan.example`;
      const treasurer = `treasurer-${kind}@lyktan.example`;
      const receipt = await system.apply({
        signatories: [
          { name: 'Olof Berg', email: chair, capacity: 'chair' },
          { name: 'Siv Lind', email: treasurer, capacity: 'treasurer' },
        ],
        signingRule: 'jointly',
      });
      await approve(system, receipt);
      const first = await system.mail(chair, asksForSignature(receipt.number));
      const second = await system.mail(treasurer, asksForSignature(receipt.number));
      await system.answer(second, { ...signature, signedName: 'Siv Lind', signedRole: 'Kassör' });
      expect((await system.status(receipt)).state).toBe('awaitingSignature');
      await system.answer(first, signature);
      await system.until(receipt, 'completed');
      for (const address of [chair, treasurer])
        await system.mail(address, /tagit emot underskriften/);
      const { documents } = await eventually('the signed agreement is filed', async () => {
        const status = await system.status(receipt);
        return (
          status.documents.some(({ title }) => title === 'Underskriven överenskommelse') && status
        );
      });
      const signed = documents.find(({ title }) => title === 'Underskriven överenskommelse')!;
      const { api } = await system.open(receipt.statusToken);
      const path = `/api/sodertalje/cases/${receipt.caseId}/documents/${signed.id}`;
      const text = pdfText(Buffer.from(await (await api.get(path)).arrayBuffer()));
      for (const name of ['Olof Berg', 'Siv Lind', 'Kassör']) expect(text).toContain(name);
    });

    it('is withdrawn before anybody has begun, and set right after it has ended', async () => {
      await system.worker.stop();
      const walk = await begin();
      await wish(walk, { kind: 'withdraw' });
      await system.worker.start();
      await system.until(walk.receipt, 'closed');
      await system.mail(walk.coordinator, /är avslutat/);
      await wish(walk, { kind: 'retry' });
      await heard(walk);
      const asked = (await system.mailsTo(officer)).filter(({ subject }) =>
        subject.endsWith(walk.receipt.number),
      );
      expect(asked).toEqual([]);
    });

    it('ends when the only signatory declines', async () => {
      const walk = await begin();
      await approve(system, walk.receipt);
      const asked = await system.mail(walk.signatory, asksForSignature(walk.receipt.number));
      await system.answer(asked, { outcome: 'decline', reasons: 'Styrelsen sade nej.' });
      await system.until(walk.receipt, 'closed');
      await system.mail(walk.coordinator, /är avslutat/);
      expect(await events(walk)).toContain('declined');
    });

    it('goes to a colleague when the officer has a conflict of interest', async () => {
      const walk = await begin();
      const { api, path } = await taskOf(await review(walk));
      expect((await api.post(`${path}/conflict`, { reason: 'Min syster.' })).status).toBe(204);
      const asked = await system.mail(deputy, asksForReview(walk.receipt.number));
      // Whoever has a conflict reads no further.
      expect((await api.get(path)).status).toBe(401);
      await system.answer(asked, { outcome: 'approve' });
      await system.until(walk.receipt, 'awaitingSignature');
    });

    it('is passed on only to those the municipality has named', async () => {
      const walk = await begin();
      const { api, path, task } = await taskOf(await review(walk));
      expect(task.standIns.map(({ email }) => email)).toEqual([
        deputy,
        'enhetschef@sodertalje.example',
      ]);
      const stranger = { to: 'vem@som.example', reason: 'Semester.' };
      expect((await api.post(`${path}/delegation`, stranger)).status).toBe(422);
      const chef = { to: 'enhetschef@sodertalje.example', reason: 'Semester.' };
      expect((await api.post(`${path}/delegation`, chef)).status).toBe(204);
      await system.mail('enhetschef@sodertalje.example', asksForReview(walk.receipt.number));
    });

    it('keeps an answer that comes during a pause until it goes on', async () => {
      const walk = await begin();
      const asked = await review(walk);
      await wish(walk, { kind: 'pause' });
      await system.answer(asked, { outcome: 'approve' });
      await heard(walk);
      await pass(walk, '60 days');
      expect(await events(walk)).not.toContain('overdue');
      expect((await system.status(walk.receipt)).state).toBe('reviewing');
      await wish(walk, { kind: 'resume' });
      await system.until(walk.receipt, 'awaitingSignature');
    });

    it('reminds by the new last day after an extension', async () => {
      const walk = await begin();
      const { task } = await taskOf(await review(walk));
      const deadline = '2099-01-12';
      await wish(walk, { kind: 'extend', task: task.id, deadline });
      expect((await system.status(walk.receipt)).waitsFor).toMatchObject({ deadline });
      await heard(walk);
      await pass(walk, '40 days');
      expect(await events(walk)).not.toContain('overdue');
    });
  });
});
