import { randomUUID } from 'node:crypto';
import type { DeskCaseView, PaperReceipt } from '../../../domain/api/desk';
import type { Problem } from '../../../domain/api/shapes';
import type { ApiClient } from '../../support/api-client';
import { anApplication, newOrganisationNumber } from '../../support/applications';
import { databaseKinds, openTestDatabase } from '../../support/databases';
import { signIn, startDeskServer } from '../../support/officials';
import { dumpRows } from '../../support/rows';
import type { TestServer } from '../../support/test-server';

const desk = '/api/sodertalje/desk';
const now = new Date('2026-03-10T09:00:00Z');

describe.each(databaseKinds())('paper on %s', (kind) => {
  let server: TestServer;
  let registrar: ApiClient;

  beforeAll(async () => {
    server = await startDeskServer(await openTestDatabase(kind), { clock: () => now });
    registrar = await signIn(server.url, 'sodertalje', 'registrar');
  });
  afterAll(() => server.close());

  const enter = (arrivedOn: string, answers: Record<string, unknown> = {}, key?: string) =>
    registrar.post(`${desk}/applications`, { ...anApplication(answers, key), arrivedOn });
  const receiptOf = async (response: Response) => (await response.json()) as PaperReceipt;
  const codeOf = async (response: Response) => ((await response.json()) as Problem).code;
  const read = ({ caseId }: PaperReceipt) =>
    registrar.read<DeskCaseView>(`${desk}/cases/${caseId}`);

  describe('an application', () => {
    it('is received as of the day it came, by the official who enters it', async () => {
      const receipt = await receiptOf(await enter('2026-03-05'));
      const view = await read(receipt);
      expect(view.number).toBe(receipt.number);
      expect(view.receivedAt).toBe('2026-03-05T11:00:00.000Z');
      expect(view.events).toEqual([
        {
          sequence: 1,
          at: now.toISOString(),
          actor: 'official',
          event: 'received',
          by: 'Rut Holm',
          reason: null,
          cause: null,
        },
      ]);
      const words = await server.database.transaction('sodertalje', (tx) =>
        tx.selectFrom('outbox').select('kind').where('case_id', '=', receipt.caseId).execute(),
      );
      expect(words).toEqual([{ kind: 'start' }]);
    });

    it('that came today is received now', async () => {
      const view = await read(await receiptOf(await enter('2026-03-10')));
      expect(view.receivedAt).toBe(now.toISOString());
    });

    it('has not come on a day to be', async () => {
      expect(await codeOf(await enter('2026-03-11'))).toBe('arrival.future');
      expect((await enter('den femte')).status).toBe(400);
    });

    it('is one however often it is sent', async () => {
      const key = randomUUID();
      const organisationNumber = newOrganisationNumber();
      const first = await receiptOf(await enter('2026-03-05', { organisationNumber }, key));
      expect(await receiptOf(await enter('2026-03-05', { organisationNumber }, key))).toEqual(
        first,
      );
      const second = await enter('2026-03-05', { organisationNumber });
      expect(await codeOf(second)).toBe('organisation.hasOpenCase');
    });

    it('with faults names them and leaves nothing behind', async () => {
      const before = await dumpRows(server.database, 'sodertalje');
      const response = await enter('2026-03-05', { organisationName: '' });
      expect(response.status).toBe(422);
      expect(((await response.json()) as Problem).fields).toEqual({ organisationName: 'required' });
      expect(await dumpRows(server.database, 'sodertalje')).toEqual(before);
    });
  });

  describe('a scan', () => {
    const send = ({ caseId }: PaperReceipt, name: string, content: Buffer) =>
      registrar.upload(`${desk}/cases/${caseId}/files`, name, new Uint8Array(content));
    const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

    it('is filed as the next record and can be opened', async () => {
      const receipt = await receiptOf(await enter('2026-03-05'));
      expect((await send(receipt, 'Ansökan på papper.pdf', pdf)).status).toBe(201);
      const view = await read(receipt);
      expect(view.records).toMatchObject([
        { number: `${receipt.number}-1`, title: 'Ansökan på papper.pdf', bytes: pdf.length },
      ]);
      expect(view.events.at(-1)).toMatchObject({ event: 'recordAdded', by: 'Rut Holm' });
      const [record] = view.records;
      const opened = await registrar.get(
        `${desk}/cases/${receipt.caseId}/files/${record?.open?.id}`,
      );
      expect(Buffer.from(await opened.arrayBuffer())).toEqual(pdf);
    });

    it.each([
      ['kalkyl.pdf', Buffer.from('PK\u0003\u0004 not a pdf')],
      ['tom.pdf', Buffer.alloc(0)],
    ])('that is %s is refused and leaves nothing behind', async (name, content) => {
      const receipt = await receiptOf(await enter('2026-03-05'));
      const before = await dumpRows(server.database, 'sodertalje');
      const response = await send(receipt, name, content);
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
      expect(await codeOf(response)).toMatch(/^file\./);
      expect(await dumpRows(server.database, 'sodertalje')).toEqual(before);
    });
  });
});
