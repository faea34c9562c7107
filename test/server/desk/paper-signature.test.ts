import type { DeskCaseView, DeskTask } from '../../../domain/api/desk';
import type { Problem, ReceiptView } from '../../../domain/api/shapes';
import type { FileAnswer } from '../../../domain/forms/types';
import type { ApiClient } from '../../support/api-client';
import { databaseKinds } from '../../support/databases';
import { eventually } from '../../support/eventually';
import { signIn } from '../../support/officials';
import { pdfText } from '../../support/pdf';
import { asksForSignature } from '../../support/subjects';
import { suiteNeeding } from '../../support/suites';
import { startSystem, type System } from '../../support/system';
import { aPdf, png } from '../../support/uploads';
import { approve, signature } from '../../support/walks';

const desk = '/api/sodertalje/desk';
const recorded = {
  signedWay: 'forum',
  signedName: 'Olof Berg',
  signedRole: 'Ordförande',
  signedOn: '2026-03-05',
  signedPlace: 'Stadshuset, forum våren 2026',
  seen: 'signing',
};

suiteNeeding('poppler')('a signature by hand', () => {
  describe.each(databaseKinds())('on %s', (kind) => {
    let system: System;
    let registrar: ApiClient;
    let count = 0;

    beforeAll(async () => {
      system = await startSystem(kind);
      registrar = await signIn(system.url, 'sodertalje', 'registrar');
    });
    afterAll(() => system.close());

    interface Asked {
      receipt: ReceiptView;
      address: string;
      task: DeskTask;
    }

    const view = ({ caseId }: ReceiptView) =>
      registrar.read<DeskCaseView>(`${desk}/cases/${caseId}`);

    async function asked(answers: Record<string, unknown> = {}): Promise<Asked> {
      count += 1;
      const address = `hand${count}-${kind}@lyktan.example`;
      const receipt = await system.apply({ signatoryEmail: address, ...answers });
      await approve(system, receipt);
      await system.until(receipt, 'awaitingSignature');
      const { tasks } = await view(receipt);
      return { receipt, address, task: tasks.find((task) => task.kind === 'sign')! };
    }

    async function scanFor({ caseId }: ReceiptView, name = 'påskrivet.pdf'): Promise<FileAnswer> {
      const content = name.endsWith('.png') ? png : aPdf();
      const path = `${desk}/cases/${caseId}/files`;
      const filed = await registrar.upload(path, name, new Uint8Array(content));
      return (await filed.json()) as FileAnswer;
    }

    const record = (
      { receipt, task }: Pick<Asked, 'receipt' | 'task'>,
      answers: Record<string, unknown>,
      official = registrar,
    ) => official.post(`${desk}/cases/${receipt.caseId}/tasks/${task.id}/signature`, { answers });
    const problemOf = async (response: Response) => (await response.json()) as Problem;

    it('counts as the answer, and the evidence says exactly what was seen', async () => {
      const { receipt, task, address } = await asked();
      const scan = await scanFor(receipt);
      expect((await record({ receipt, task }, { ...recorded, scan: [scan] })).status).toBe(204);
      await system.until(receipt, 'completed');
      const after = await view(receipt);
      expect(after.tasks.find(({ id }) => id === task.id)?.state).toBe('answered');
      expect(after.events.find(({ event }) => event === 'signed')).toMatchObject({
        actor: 'official',
        by: 'Rut Holm',
      });
      const filed = await eventually('the signed agreement is filed', async () =>
        (await system.status(receipt)).documents.find(
          ({ title }) => title === 'Underskriven överenskommelse',
        ),
      );
      const { api } = await system.open(receipt.statusToken);
      const path = `/api/sodertalje/cases/${receipt.caseId}/documents/${filed.id}`;
      const pdf = await (await api.get(path)).arrayBuffer();
      const text = pdfText(Buffer.from(pdf)).replaceAll(/\s+/g, ' ');
      for (const known of [
        'Underskrift för hand på papper, vid ett dialogforum',
        'Rut Holm såg personen skriva under',
        'Stadshuset, forum våren 2026',
        '5 mars 2026',
        'påskrivet.pdf',
      ]) {
        expect(text).toContain(known);
      }
      // Broken over lines where the column ends.
      expect(text).toContain(scan.sha256.slice(0, 32));
      // Nothing of what only a link could show.
      for (const unknown of ['personlig länk', 'Länken', 'Pdf-filen som visades']) {
        expect(text).not.toContain(unknown);
      }
      // Whoever signed by hand gets the agreement as everybody does.
      await system.mail(address, /tagit emot underskriften/);
    });

    it('is one of two, the other by the link', async () => {
      const people = ['ordf', 'kassor'].map((name) => `${name}-${count}-${kind}@lyktan.example`);
      const receipt = await system.apply({
        signatories: [
          { name: 'Olof Berg', email: people[0], capacity: 'chair' },
          { name: 'Siv Lind', email: people[1], capacity: 'treasurer' },
        ],
        signingRule: 'jointly',
      });
      await approve(system, receipt);
      await system.until(receipt, 'awaitingSignature');
      const task = (await view(receipt)).tasks.find(({ name }) => name === 'Olof Berg')!;
      const scan = await scanFor(receipt, 'påskrivet.png');
      const answers = { ...recorded, signedWay: 'paper', seen: 'paper', scan: [scan] };
      expect((await record({ receipt, task }, answers)).status).toBe(204);
      expect((await system.status(receipt)).state).toBe('awaitingSignature');
      const mail = await system.mail(people[1]!, asksForSignature(receipt.number));
      await system.answer(mail, { ...signature, signedName: 'Siv Lind', signedRole: 'Kassör' });
      await system.until(receipt, 'completed');
    });

    it('is refused twice, late, without a scan of the case, of a day to come and by a reader', async () => {
      const { receipt, task, address } = await asked();
      const scan = await scanFor(receipt);
      const answers = { ...recorded, scan: [scan] };
      const missing = await problemOf(await record({ receipt, task }, recorded));
      expect(missing).toMatchObject({ code: 'form.invalid', fields: { scan: 'file' } });
      const foreign = { ...recorded, scan: [{ ...scan, id: task.id }] };
      expect(await problemOf(await record({ receipt, task }, foreign))).toMatchObject({
        fields: { scan: 'fileUnknown' },
      });
      const future = await record({ receipt, task }, { ...answers, signedOn: '2999-01-01' });
      expect((await problemOf(future)).code).toBe('signature.future');
      const auditor = await signIn(system.url, 'sodertalje', 'auditor');
      expect((await record({ receipt, task }, answers, auditor)).status).toBe(403);
      const review = (await view(receipt)).tasks.find(({ kind: its }) => its === 'review')!;
      expect((await problemOf(await record({ receipt, task: review }, answers))).code).toBe(
        'task.noSignature',
      );
      const mail = await system.mail(address, asksForSignature(receipt.number));
      await system.answer(mail, signature);
      const late = await record({ receipt, task }, answers);
      expect([late.status, (await problemOf(late)).code]).toEqual([409, 'task.alreadyAnswered']);
    });
  });
});
