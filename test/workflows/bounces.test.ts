import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import { bounceAddress } from '../../database/bounce-address';
import type { DeskCaseView, DeskLetter, RefusedLetterRequest } from '../../domain/api/desk';
import type { ReceiptView } from '../../domain/api/shapes';
import { startSmtpServer, type ReceivedMail } from '../mail/smtp-server-for-test';
import type { ApiClient } from '../support/api-client';
import { bounceMail, deliver, type BounceName } from '../support/bounces';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { contactPoint } from '../support/follow-ups';
import { signIn } from '../support/officials';
import { startSystem, type System } from '../support/system';
import { officer } from '../support/walks';

const mailbox = { address: 'studs@studs.sodertalje.example', secret: 's'.repeat(32) };
const reason = 'Hon ringde.';

/** What the processes would have printed. */
class Log extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

/** Letters that a mail server took and another one returns later, by mail. */
describe.each(databaseKinds())('a letter that comes back by mail on %s', (kind) => {
  const log = new Log();
  let system: System;
  let desk: ApiClient;
  let smtp: Awaited<ReturnType<typeof startSmtpServer>>;
  let count = 0;

  beforeAll(async () => {
    smtp = await startSmtpServer();
    const noisy = { logLevel: 'trace', logTo: log };
    system = await startSystem(kind, { smtpUrl: smtp.url, bounces: mailbox, ...noisy });
    desk = await signIn(system.url, 'sodertalje', 'officer');
  });
  afterAll(async () => {
    await system.close();
    await smtp.stop();
  });

  interface Walk {
    receipt: ReceiptView;
    reader: string;
    /** Where the receipt to the coordinator was sent from. */
    to: string;
  }

  const mailTo = (address: string, subject: RegExp): Promise<ReceivedMail> =>
    eventually(`a mail to ${address} with ${subject}`, async () =>
      smtp.received.findLast(({ envelope, parsed }) => {
        return envelope.to.includes(address) && subject.test(parsed.subject ?? '');
      }),
    );
  const path = ({ receipt }: Walk) => `/api/sodertalje/desk/cases/${receipt.caseId}`;
  const view = (walk: Walk) => desk.read<DeskCaseView>(path(walk));
  const letterOf = async (walk: Walk): Promise<DeskLetter> =>
    (await view(walk)).letters.find(({ recipientEmail }) => recipientEmail === walk.reader)!;
  const bounce = (name: BounceName, { reader, to }: Omit<Walk, 'receipt'>) =>
    deliver(system.server.bouncePort!, { to, raw: bounceMail(name, { reader, to }) });
  /** The mail is there a moment before the record knows that it was taken. */
  const recorded = (walk: Walk) =>
    eventually('it is recorded as sent', async () => (await letterOf(walk)).state === 'sent');
  const mend = async (walk: Walk, body: RefusedLetterRequest) =>
    (await desk.post(`${path(walk)}/letters/${(await letterOf(walk)).id}`, body)).status;

  async function begin(): Promise<Walk> {
    count += 1;
    const reader = `sentinel-${count}-${kind}@lyktan.example`;
    const receipt = await system.apply({ coordinatorEmail: reader });
    const { envelope } = await mailTo(reader, /^Vi har tagit emot ansökan/);
    const walk = { receipt, reader, to: envelope.from };
    await recorded(walk);
    return walk;
  }

  it('is a task for the contact point, with its reason, and goes to the right address', async () => {
    const walk = await begin();
    expect(walk.to).toMatch(/^studs\+[a-z0-9.]+@studs\.sodertalje\.example$/);
    await bounce('postfix-no-mailbox', walk);
    const { attentions, events } = await view(walk);
    expect(attentions).toMatchObject([{ code: 'bounce.noMailbox' }]);
    expect(await letterOf(walk)).toMatchObject({
      ...{ state: 'failed', failureCode: 'bounce.noMailbox', bounceText: null },
    });
    const back = events.filter(({ event }) => event === 'letterCameBack');
    expect(back).toMatchObject([{ actor: 'system', by: null, cause: 'bounce.noMailbox' }]);
    const asked = await mailTo(contactPoint, new RegExp(`kom inte fram, ${walk.receipt.number}`));
    expect(asked.parsed.text).toContain('till samverkansansvarig');
    expect(asked.raw).not.toContain(walk.reader);

    // The same again, from another server on the way: it is known.
    await bounce('exim-blocked', walk);
    expect(
      (await view(walk)).events.filter(({ event }) => event === 'letterCameBack'),
    ).toHaveLength(1);
    const email = `right-${walk.reader}`;
    expect(await mend(walk, { kind: 'correctAddress', email, reason })).toBe(204);
    const again = await mailTo(email, /^Vi har tagit emot ansökan/);
    expect(again.envelope.from).not.toBe(walk.to);
    await eventually('all is seen to', async () => (await view(walk)).mendBy === null);

    // What is late about the first sending says nothing of the second one; which can come back itself.
    const right = { ...walk, reader: email };
    await recorded(right);
    await bounce('exchange-full', walk);
    expect(await letterOf(right)).toMatchObject({ state: 'sent' });
    await bounce('exchange-full', { reader: email, to: again.envelope.from });
    expect(await letterOf(right)).toMatchObject({ failureCode: 'bounce.full' });
  });

  it.each(['postfix-delayed', 'exchange-away'] as const)('is not one by %s', async (name) => {
    const walk = await begin();
    await bounce(name, walk);
    const { attentions, mendBy } = await view(walk);
    expect({ attentions, mendBy, state: (await letterOf(walk)).state }).toEqual({
      ...{ attentions: [], mendBy: null, state: 'sent' },
    });
  });

  it.each([
    ['exim-blocked', 'bounce.blocked'],
    ['exim-old', 'bounce.refused'],
  ] as const)('by %s says %s', async (name, failureCode) => {
    const walk = await begin();
    await bounce(name, walk);
    expect(await letterOf(walk)).toMatchObject({ state: 'failed', failureCode });
  });

  it('may be one that only a person can tell, who reads what came', async () => {
    const walk = await begin();
    await bounce('in-words-alone', walk);
    const { bounceText, failureCode } = await letterOf(walk);
    const { events } = await view(walk);
    expect(events.map(({ event }) => event)).toContain('letterInDoubt');
    expect(events.map(({ event }) => event)).not.toContain('letterCameBack');
    expect(failureCode).toBe('bounce.unclear');
    expect(bounceText).toContain('ligger i karantän tills någon släpper det');
    const asked = await mailTo(contactPoint, /^Läs senast .*: kom ett brev fram\?/);
    expect(asked.parsed.text).toContain('Kanske kom brevet inte fram.');
    expect(asked.raw).not.toContain('karant');
    expect(await mend(walk, { kind: 'arrived', reason })).toBe(204);
    expect(await letterOf(walk)).toMatchObject({ state: 'sent', bounceText: null });
    await eventually('nothing is left to see to', async () => {
      const { mendBy, attentions } = await view(walk);
      return mendBy === null && attentions.length === 0;
    });
  });

  it('is taken back for officials too, and another one is told', async () => {
    const walk = await begin();
    const asked = await mailTo(officer, new RegExp(walk.receipt.number));
    await recorded({ ...walk, reader: officer });
    await bounce('postfix-no-mailbox', { reader: officer, to: asked.envelope.from });
    await mailTo(contactPoint, new RegExp(`kom inte fram, ${walk.receipt.number}`));
  });

  it('comes to no address that was made up, and from nobody; of a letter that is not there it is no news', async () => {
    const walk = await begin();
    const port = system.server.bouncePort!;
    const raw = bounceMail('postfix-no-mailbox', walk);
    const forged = walk.to.replace(/.(?=@)/, (last) => (last === 'a' ? 'b' : 'a'));
    const refused = { command: 'RCPT TO', responseCode: 550 };
    for (const to of [forged, mailbox.address, contactPoint]) {
      await expect(deliver(port, { to, raw })).rejects.toMatchObject(refused);
    }
    const from = 'somebody@lyktan.example';
    await expect(deliver(port, { from, to: walk.to, raw })).rejects.toMatchObject({
      ...{ command: 'MAIL FROM', responseCode: 550 },
    });
    const none = { municipalityId: 'sodertalje', letterId: randomUUID(), sentAt: new Date() };
    await deliver(port, { to: bounceAddress(mailbox, none), raw });
    expect((await letterOf(walk)).state).toBe('sent');
  });

  it('is to come again where it was faster than the record of its letter', async () => {
    const walk = await begin();
    const { id, sentAt } = await letterOf(walk);
    const record = (values: { state: 'pending' | 'sent'; sent_at: Date | null }) =>
      system.server.database.transaction('sodertalje', (tx) =>
        tx.updateTable('letter').set(values).where('id', '=', id).execute(),
      );
    await record({ state: 'pending', sent_at: null });
    await expect(bounce('exim-blocked', walk)).rejects.toMatchObject({ responseCode: 451 });
    await record({ state: 'sent', sent_at: new Date(sentAt!) });
    await bounce('exim-blocked', walk);
    expect(await letterOf(walk)).toMatchObject({ failureCode: 'bounce.blocked' });
  });

  it('may return all of the letter, of which the beginning is kept', async () => {
    const walk = await begin();
    const raw = bounceMail('exim-blocked', walk).replace(
      'Returned words.',
      'x\r\n'.repeat(400_000),
    );
    await deliver(system.server.bouncePort!, { to: walk.to, raw });
    expect(await letterOf(walk)).toMatchObject({ failureCode: 'bounce.blocked' });
  });

  it('leaves nothing of anybody in the log', () => {
    expect(log.text).toContain('"outcome":"cameBack"');
    expect(log.text).not.toMatch(/sentinel|lyktan|studs\+|karant/i);
  });
});
