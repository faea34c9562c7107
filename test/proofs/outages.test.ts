import { connect } from 'node:net';
import { ApiClient } from '../support/api-client';
import { anApplication } from '../support/applications';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { OwnTemporal } from '../support/own-temporal';
import { startSystem, type System } from '../support/system';
import { officer } from '../support/walks';
import type { CaseView, ReceiptView } from '../../domain/api/shapes';
import { asksForReview, asksForSignature } from '../support/subjects';

const signature = {
  outcome: 'answered',
  signedName: 'Olof Berg',
  signedRole: 'Ordförande',
  authorised: true,
};
const mailbox = (role: string, name: string) => `${role}-${name}@lyktan.example`;
const people = (name: string) => ({
  coordinatorEmail: mailbox('coordinator', name),
  signatoryEmail: mailbox('signatory', name),
});
const asksOfficer = (receipt: ReceiptView) => asksForReview(receipt.number);

describe.each(databaseKinds())('on %s, while the mail server is dead', (kind) => {
  let system: System;

  beforeAll(async () => {
    system = await startSystem(kind);
  });
  afterAll(() => system.close());

  it('cases are received, decided and signed for, and their mail follows', async () => {
    const decided = await system.apply(people('decided'));
    const asked = await system.mail(officer, asksOfficer(decided));
    await eventually('the receipt is mailed', async () =>
      (await system.mailsTo(mailbox('coordinator', 'decided'))).at(0),
    );
    // Their acceptance is recorded too: otherwise they would go again when the mail server is back.
    await eventually('both letters have gone', async () => {
      const all = await letters();
      return all.length === 2 && all.every(({ state }) => state === 'sent');
    });
    await system.mailServer.stop();

    const received = await system.apply(people('received'));
    await system.answer(asked, { outcome: 'approve' });
    await system.until(decided, 'awaitingSignature');
    await system.until(received, 'reviewing');
    await eventually('a letter waits for the mail server', async () => {
      const waiting = await letters();
      return waiting.filter(({ state }) => state === 'pending').length === 4;
    });

    await system.mailServer.start();
    const toSign = await system.mail(
      mailbox('signatory', 'decided'),
      asksForSignature(decided.number),
    );
    const receiptMail = await system.mail(mailbox('coordinator', 'received'), /Vi har tagit emot/);
    expect(receiptMail.attachments.map(({ contentType }) => contentType)).toEqual([
      'application/pdf',
    ]);
    await system.mail(officer, asksOfficer(received));
    await system.answer(toSign, signature);
    await system.until(decided, 'completed');
    await eventually('every letter has gone', async () =>
      (await letters()).every(({ state }) => state === 'sent'),
    );
    await expectEachLetterOnce();
  }, 120_000);

  const letters = () =>
    system.server.database.transaction('sodertalje', (tx) =>
      tx.selectFrom('letter').select(['id', 'state']).execute(),
    );

  async function expectEachLetterOnce(): Promise<void> {
    const response = await fetch(`${system.inboxUrl}/api/messages`);
    const mails = (await response.json()) as { messageId: string }[];
    const arrived = mails.map(({ messageId }) => /^<([^@]+)@/.exec(messageId)?.[1]);
    expect(arrived.sort()).toEqual((await letters()).map(({ id }) => id).sort());
    const attention = await system.server.database.transaction('sodertalje', (tx) =>
      tx.selectFrom('attention').select('code').execute(),
    );
    expect(attention).toEqual([]);
  }
});

describe('while Temporal is dead', () => {
  let temporal: OwnTemporal;
  let system: System;

  beforeAll(async () => {
    temporal = await OwnTemporal.start();
    system = await startSystem('pglite', { temporal: await temporal.connect() });
  });
  afterAll(async () => {
    await system.close();
    await temporal.remove();
  });

  it('an application has its receipt and its status at once; mail and PDF follow', async () => {
    await die();
    const receipt = await system.apply(people('submitted'));
    expect(receipt.number).toMatch(/^KFN \d\d\/\d+$/);
    const status = await system.status(receipt);
    expect(status).toMatchObject({ number: receipt.number, state: 'received', documents: [] });
    expect((await fetch(`${system.url}/health/ready`)).status).toBe(503);
    expect((await fetch(`${system.url}/health/live`)).status).toBe(200);

    await temporal.begin();
    const mail = await system.mail(mailbox('coordinator', 'submitted'), /Vi har tagit emot/);
    expect(mail.subject).toContain(receipt.number);
    expect(mail.attachments.map(({ contentType }) => contentType)).toEqual(['application/pdf']);
    const later = await system.until(receipt, 'reviewing');
    expect(later.documents).toHaveLength(1);
  }, 120_000);

  it('a decision is received and shown; the case goes on afterwards', async () => {
    const receipt = await system.apply(people('answered'));
    const asked = await system.mail(officer, asksOfficer(receipt));
    // What is recorded of them would come after the decision in the timeline.
    await eventually('both letters are recorded as sent', async () => {
      const { timeline } = await system.status(receipt);
      return timeline.filter(({ event }) => event === 'letterSent').length === 2;
    });
    await die();
    const answered = await system.answer(asked, { outcome: 'approve' });
    expect(answered.state).toBe('answered');
    expect((await system.status(receipt)).timeline.at(-1)?.event).toBe('approved');

    await temporal.begin();
    const toSign = await system.mail(
      mailbox('signatory', 'answered'),
      asksForSignature(receipt.number),
    );
    await system.answer(toSign, signature);
    await system.until(receipt, 'completed');
  }, 120_000);

  it('the same application sent again and again is one case', async () => {
    await die();
    const application = anApplication(people('repeated'));
    const api = new ApiClient(system.url);
    const receipts: ReceiptView[] = [];
    for (let i = 0; i < 5; i += 1) {
      const response = await api.post('/api/sodertalje/applications', application);
      receipts.push((await response.json()) as ReceiptView);
    }
    expect(new Set(receipts.map(({ caseId }) => caseId)).size).toBe(1);
    await temporal.begin();
    const receipt = receipts[0]!;
    await system.mail(officer, asksOfficer(receipt));
    const status: CaseView = await system.until(receipt, 'reviewing');
    const asked = status.timeline.filter(({ event }) => event === 'reviewRequested');
    expect(asked).toHaveLength(1);
  }, 120_000);

  async function die(): Promise<void> {
    await temporal.kill();
    const [host = '', port = ''] = system.temporal.address.split(':');
    await expect(connects(host, Number(port))).resolves.toBe(false);
  }
});

function connects(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, host);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
