import type { DeskCaseView, PaperLettersAnswer, RefusedLetterRequest } from '../../domain/api/desk';
import type { ReceiptView } from '../../domain/api/shapes';
import { smtpError, startSmtpServer } from '../mail/smtp-server-for-test';
import type { ApiClient } from '../support/api-client';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { signIn } from '../support/officials';
import { startSystem, tokenIn, type Mail, type System } from '../support/system';

const desk = '/api/sodertalje/desk';
const contactPoint = 'samverkan@sodertalje.example';
const reason = 'Hon ringde och rättade den.';

/** Letters that their readers' mail server refuses, and what people make of them. */
describe.each(databaseKinds())('a refused letter on %s', (kind) => {
  let system: System;
  let officer: ApiClient;
  let smtp: Awaited<ReturnType<typeof startSmtpServer>>;
  const refused = new Set<string>();
  let count = 0;

  beforeAll(async () => {
    smtp = await startSmtpServer({
      onRcptTo({ address }, _session, callback) {
        callback(refused.has(address) ? smtpError(550, `no ${address} here`) : null);
      },
    });
    system = await startSystem(kind, { smtpUrl: smtp.url });
    officer = await signIn(system.url, 'sodertalje', 'officer');
  });
  afterAll(async () => {
    await system.close();
    await smtp.stop();
  });

  interface Walk {
    receipt: ReceiptView;
    wrong: string;
  }

  async function begin(): Promise<Walk> {
    count += 1;
    const wrong = `wrong-${count}@lyktan.example`;
    refused.add(wrong);
    const receipt = await system.apply({
      organisationName: `Förening ${count}`,
      coordinatorEmail: wrong,
    });
    return { receipt, wrong };
  }

  const mailsTo = (address: string): Pick<Mail, 'text' | 'subject'>[] =>
    smtp.received
      .filter(({ envelope }) => envelope.to.includes(address))
      .map(({ parsed: { text = '', subject = '' } }) => ({ text, subject }));
  const mailTo = (address: string, number: string) =>
    eventually(`a mail to ${address} about ${number}`, () =>
      Promise.resolve(
        mailsTo(address).find(({ subject, text }) => `${subject} ${text}`.includes(number)),
      ),
    );
  const read = ({ receipt }: Walk) => officer.read<DeskCaseView>(`${desk}/cases/${receipt.caseId}`);
  const failedLetter = (walk: Walk) =>
    eventually('a letter that failed', async () =>
      (await read(walk)).letters.find(({ state }) => state === 'failed'),
    );
  const mend = async ({ receipt }: Walk, letterId: string, body: RefusedLetterRequest) =>
    officer.post(`${desk}/cases/${receipt.caseId}/letters/${letterId}`, body);

  it('is a matter for the contact point, which is told by role and led to the case', async () => {
    const walk = await begin();
    const letter = await failedLetter(walk);
    expect(letter).toMatchObject({ template: 'applicationReceived', failureCode: 'smtp.550' });
    const told = await mailTo(contactPoint, walk.receipt.number);
    expect(told.text).toContain('samverkansansvarig');
    expect(told.text).toContain(`/sodertalje/desk/cases/${walk.receipt.caseId}`);
    expect(told.text).not.toMatch(/wrong-|Amina/);
    expect((await read(walk)).attentions).toMatchObject([{ code: 'smtp.550' }]);
  });

  it('goes to the right address once that is known, as do later letters', async () => {
    const walk = await begin();
    const letter = await failedLetter(walk);
    const email = `right-${count}@lyktan.example`;
    const response = await mend(walk, letter.id, { kind: 'correctAddress', email, reason });
    expect(response.status).toBe(204);
    await mailTo(email, walk.receipt.number);
    const view = await eventually('nothing is left to do', async () => {
      const now = await read(walk);
      return (
        now.attentions.length === 0 && now.letters.every((each) => each.state === 'sent') && now
      );
    });
    expect(view.events).toContainEqual(
      expect.objectContaining({ event: 'addressCorrected', by: 'Otto Ek', reason }),
    );
    const asked = await eventually('the question to the officer', () =>
      Promise.resolve(
        mailsTo('handlaggare@sodertalje.example').find(({ text }) =>
          text.includes(`Förening ${count}`),
        ),
      ),
    );
    await system.answer(asked as unknown as Mail, { outcome: 'refuse', reasons: 'Nej.' });
    await eventually('the decision at the right address', () => Promise.resolve(mailsTo(email)[1]));
  });

  it('leaves no link of the old address alive', async () => {
    count += 1;
    const old = `old-${count}@lyktan.example`;
    const receipt = await system.apply({
      organisationName: `Förening ${count}`,
      coordinatorEmail: old,
    });
    const walk = { receipt, wrong: old };
    const first = tokenIn((await mailTo(old, receipt.number)) as unknown as Mail);
    await system.open(first);
    refused.add(old);
    const asked = await eventually('the question to the officer', () =>
      Promise.resolve(
        mailsTo('handlaggare@sodertalje.example').find(({ text }) =>
          text.includes(`Förening ${count}`),
        ),
      ),
    );
    await system.answer(asked as unknown as Mail, {
      outcome: 'return',
      questions: [{ about: 'legalForm', question: 'Vilka dagar?' }],
    });
    const letter = await failedLetter(walk);
    const email = `new-${count}@lyktan.example`;
    await mend(walk, letter.id, { kind: 'correctAddress', email, reason });
    await expect(system.open(first)).rejects.toThrow('link.unusable');
    // What the sender was shown on the screen went to no address.
    await system.open(receipt.statusToken);
    const again = (await mailTo(email, receipt.number)) as unknown as Mail;
    const { target } = await system.open(tokenIn(again));
    expect(target.kind).toBe('task');
    const { tasks } = await read(walk);
    expect(tasks.find(({ kind }) => kind === 'complete')?.email).toBe(email);
  });

  it('is sent again when the fault was the receiver’s', async () => {
    const walk = await begin();
    const letter = await failedLetter(walk);
    refused.delete(walk.wrong);
    await mend(walk, letter.id, { kind: 'sendAgain', reason });
    await mailTo(walk.wrong, walk.receipt.number);
    expect((await mend(walk, letter.id, { kind: 'sendAgain', reason })).status).toBe(409);
    expect((await read(walk)).attentions).toEqual([]);
  });

  it('goes by post', async () => {
    const walk = await begin();
    const letter = await failedLetter(walk);
    const postal = 'Storgatan 1\n151 00 Södertälje';
    await mend(walk, letter.id, { kind: 'post', postal, reason });
    await eventually('it waits to be posted', async () => {
      const { toPost } = await officer.read<PaperLettersAnswer>(`${desk}/post`);
      return toPost.find(
        ({ id, recipientPostal }) => id === letter.id && recipientPostal === postal,
      );
    });
    expect((await read(walk)).attentions).toEqual([]);
  });

  it('is no answer to a question: that goes to whoever has asked', async () => {
    const receipt = await system.apply({ coordinatorEmail: 'asks@lyktan.example' });
    const { api } = await system.open(receipt.statusToken);
    const path = `/api/sodertalje/cases/${receipt.caseId}/questions`;
    await api.post(path, { question: 'När kommer beslutet?', phone: '' });
    const asked = await eventually('the question arrives', () =>
      Promise.resolve(
        smtp.received.find(({ parsed }) => parsed.text?.includes('När kommer beslutet?')),
      ),
    );
    expect(asked.envelope.to).toEqual([contactPoint]);
    expect(asked.parsed.replyTo).toMatchObject([{ address: 'asks@lyktan.example' }]);
  });

  it('to the contact point itself is told to the case officer', async () => {
    refused.add(contactPoint);
    const walk = await begin();
    await eventually('both stand in the case', async () => {
      const { attentions } = await read(walk);
      return attentions.length === 2 && attentions;
    });
    const told = await mailTo(
      'handlaggare@sodertalje.example',
      `2 brev i ärende ${walk.receipt.number}`,
    );
    expect(told.subject).toContain(walk.receipt.number);
    expect(told.text).toContain('till samverkansansvarig och kontaktpunkten');
    // A mail is there a little before its letter stands as sent.
    const about = await eventually('both letters about it have gone or been refused', async () => {
      const { letters } = await read(walk);
      const found = letters.filter(({ template }) => template === 'letterRefused');
      return found.every(({ state }) => state !== 'pending') && found;
    });
    expect(about).toMatchObject([
      { state: 'failed', recipientEmail: contactPoint },
      { state: 'sent', recipientEmail: 'handlaggare@sodertalje.example' },
    ]);
    refused.delete(contactPoint);
  });
});
