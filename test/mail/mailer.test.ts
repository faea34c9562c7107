import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { SMTPServerOptions } from 'smtp-server';
import { createMailer, type MailMessage } from '../../activities/mail/mailer';
import { smtpError, startSmtpServer, type ReceivedMail } from './smtp-server-for-test';

const address = 'hemlig.person@forening.example';
const message: MailMessage = {
  messageId: '<b2c7@sodertalje.example>',
  date: new Date('2031-03-12T08:00:00Z'),
  from: { name: 'Södertälje kommun', email: 'samverkan@sodertalje.example' },
  replyTo: { name: 'Kontaktpunkt samverkan', email: 'kontakt@sodertalje.example' },
  to: { name: 'Åsa Öberg', email: address },
  subject: 'Svara senast 12 mars: granska KFN 26/114',
  html: '<p>Läs <a href="https://samverkan.example/x#tok">här</a></p>',
  text: 'Läs här:\nhttps://samverkan.example/x#tok\n',
  language: 'sv',
  attachments: [],
};

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** Short of time only where that is what a test is about: a busy machine may need a second to greet. */
function mailerFor(
  smtpUrl: string,
  timeouts: { connectTimeout?: number; answerTimeout?: number } = {},
) {
  const mailer = createMailer({ smtpUrl, ...timeouts });
  cleanups.push(() => mailer.close());
  return mailer;
}

async function serve(options: SMTPServerOptions = {}, port = 0) {
  const server = await startSmtpServer(options, port);
  cleanups.push(server.stop);
  return server;
}

/** A port where a program of ours answers instead of an SMTP server. */
async function listen(onConnection: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    onConnection(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('an accepted letter', () => {
  it('comes back to the address it was given for that, when it fails, and without its text', async () => {
    const asked: unknown[] = [];
    const server = await serve({
      hideDSN: false,
      onMailFrom({ address: from, args }, _session, callback) {
        asked.push({ from, ...args });
        callback();
      },
      onRcptTo({ args }, _session, callback) {
        asked.push(args);
        callback();
      },
    });
    const returnPath = 'studs+letter@studs.sodertalje.example';
    await mailerFor(server.url).send({ ...message, returnPath });
    expect(asked).toMatchObject([{ from: returnPath, RET: 'HDRS' }, { NOTIFY: 'FAILURE' }]);
    expect(server.received[0]?.parsed.from?.address).toBe(message.from.email);
  });

  it('arrives with the headers, both bodies and the attachment it was given', async () => {
    const server = await serve();
    const content = Buffer.from('%PDF-1.7 åäö');
    const attachments = [
      { filename: 'Ansökan KFN 26/114.pdf', content, contentType: 'application/pdf' },
    ];
    const outcome = await mailerFor(server.url).send({ ...message, attachments });

    expect(outcome).toEqual({ accepted: true });
    const [mail] = server.received;
    expect(mail?.envelope).toEqual({ from: message.from.email, to: [address] });
    const { parsed } = mail ?? {};
    expect(parsed?.messageId).toBe(message.messageId);
    expect(parsed?.date).toBe('2031-03-12T08:00:00.000Z');
    expect(parsed?.from).toEqual({ name: 'Södertälje kommun', address: message.from.email });
    expect(parsed?.replyTo).toEqual([
      { name: 'Kontaktpunkt samverkan', address: message.replyTo.email },
    ]);
    expect(parsed?.to).toEqual([{ name: 'Åsa Öberg', address }]);
    expect(parsed?.subject).toBe(message.subject);
    expect(parsed?.text?.trim()).toBe(message.text.trim());
    expect(parsed?.html?.trim()).toBe(message.html);
    expect(headersOf(parsed?.headers)).toMatchObject({
      'content-language': 'sv',
      'auto-submitted': 'auto-generated',
    });
    const [attachment] = parsed?.attachments ?? [];
    expect(attachment?.filename).toBe('Ansökan KFN 26-114.pdf');
    expect(attachment?.mimeType).toBe('application/pdf');
    expect(Buffer.from(attachment?.content as ArrayBuffer)).toEqual(content);
  });

  it('cannot be given headers, recipients or files by a name', async () => {
    const server = await serve();
    const evil = 'Åsa\r\nBcc: evil@example.com\r\n\r\n<b>body</b>';
    await mailerFor(server.url).send({
      ...message,
      to: { name: `${evil}", "evil" <evil@example.com>, `, email: address },
      from: { ...message.from, name: evil },
      replyTo: { ...message.replyTo, name: evil },
      subject: `Ärende${evil}`,
      html: '<img src="file:///etc/hostname">',
      text: 'file:///etc/hostname',
    });
    const [mail] = server.received;
    expect(mail?.envelope.to).toEqual([address]);
    expect(mail?.parsed.to).toHaveLength(1);
    expect(mail?.parsed.to?.[0]?.address).toBe(address);
    expect(mail?.parsed.bcc).toBeUndefined();
    expect(mail?.raw).not.toMatch(/^Bcc:/im);
    expect(mail?.parsed.attachments).toEqual([]);
    expect(mail?.parsed.text?.trim()).toBe('file:///etc/hostname');
  });
});

describe('the content of a letter', () => {
  const secret = '<p>secret</p>';

  async function send(html: object) {
    const server = await serve();
    const outcome = await mailerFor(server.url).send({ ...message, html: html as never });
    expect(server.received).toEqual([]);
    return outcome;
  }

  it('is never read from a file', async () => {
    expect(await send({ path: '/etc/hostname' })).toMatchObject({ code: 'smtp.unexpected' });
  });

  it('is never fetched from an address', async () => {
    let asked = 0;
    const url = await listen((socket) => {
      asked += 1;
      socket.end(`HTTP/1.1 200 OK\r\nContent-Length: ${secret.length}\r\n\r\n${secret}`);
    });
    const href = url.replace('smtp://', 'http://');
    expect(await send({ href })).toMatchObject({ code: 'smtp.unexpected' });
    expect(asked).toBe(0);
  });
});

describe('letters one after another', () => {
  const numbered = (i: number) => ({ ...message, messageId: `<${i}@sodertalje.example>` });
  const idsOf = (received: readonly ReceivedMail[]) =>
    received.map(({ parsed }) => parsed.messageId).sort();

  it('arrive once each, however many go at the same time', async () => {
    const server = await serve();
    const mailer = mailerFor(server.url);
    const letters = Array.from({ length: 50 }, (_, i) => numbered(i));
    const outcomes = await Promise.all(letters.map((letter) => mailer.send(letter)));
    expect(outcomes).toEqual(letters.map(() => ({ accepted: true })));
    expect(idsOf(server.received)).toEqual(letters.map(({ messageId }) => messageId).sort());
  });

  it('are not held up by one that is refused', async () => {
    const server = await serve({
      onRcptTo: (to, _s, done) =>
        done(to.address === 'gone@b.example' ? smtpError(550, 'gone') : undefined),
    });
    const mailer = mailerFor(server.url);
    const outcomes = await Promise.all([
      mailer.send(numbered(1)),
      mailer.send({ ...numbered(2), to: { name: 'B', email: 'gone@b.example' } }),
      mailer.send(numbered(3)),
    ]);
    expect(outcomes.map(({ accepted }) => accepted)).toEqual([true, false, true]);
    expect(idsOf(server.received)).toEqual([numbered(1).messageId, numbered(3).messageId]);
  });

  it('go on when the server has been away', async () => {
    const first = await startSmtpServer();
    const mailer = mailerFor(first.url);
    expect(await mailer.send(numbered(1))).toEqual({ accepted: true });
    await first.stop();
    expect(await mailer.send(numbered(2))).toMatchObject({ accepted: false, permanent: false });
    const second = await serve({}, Number(new URL(first.url).port));
    expect(await mailer.send(numbered(2))).toEqual({ accepted: true });
    expect(idsOf(second.received)).toEqual([numbered(2).messageId]);
  });
});

describe('a letter that was not accepted', () => {
  const quoting = (code: number) => smtpError(code, `<${address}> Åsa Öberg is not here`);

  it.each([
    ['550 to the recipient', 550, { onRcptTo: (_a, _s, done) => done(quoting(550)) }, true],
    ['451 to the recipient', 451, { onRcptTo: (_a, _s, done) => done(quoting(451)) }, false],
    ['550 to the sender', 550, { onMailFrom: (_a, _s, done) => done(quoting(550)) }, true],
    [
      '554 to the text',
      554,
      { onData: (stream, _s, done) => void stream.resume().on('end', () => done(quoting(554))) },
      true,
    ],
  ] as [string, number, SMTPServerOptions, boolean][])(
    'is told by class only: %s',
    async (_name, code, options, permanent) => {
      const server = await serve(options);
      const outcome = await mailerFor(server.url).send(message);
      expect(outcome).toEqual({ accepted: false, permanent, code: `smtp.${code}` });
      expect(server.received).toEqual([]);
    },
  );

  it('can be tried again when the server is going down', async () => {
    const server = await serve({ onRcptTo: (_a, _s, done) => done(quoting(421)) });
    expect(await mailerFor(server.url).send(message)).toMatchObject({
      permanent: false,
      code: 'smtp.connection',
    });
  });

  it('can be tried again when the server refuses the sign-in', async () => {
    const server = await serve({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(smtpError(535, `no ${address}`)),
    });
    const url = server.url.replace('smtp://', 'smtp://user:password@');
    expect(await mailerFor(url).send(message)).toEqual({
      accepted: false,
      permanent: false,
      code: 'smtp.authentication',
    });
  });

  it('can be tried again when the server wants a sign-in that is not configured', async () => {
    const server = await serve({ authOptional: false, allowInsecureAuth: true });
    expect(await mailerFor(server.url).send(message)).toMatchObject({
      permanent: false,
      code: 'smtp.authentication',
    });
  });

  it('can be tried again when the server is down', async () => {
    const server = await startSmtpServer();
    await server.stop();
    expect(await mailerFor(server.url).send(message)).toEqual({
      accepted: false,
      permanent: false,
      code: 'smtp.connection',
    });
  });

  it('can be tried again when the server never greets', async () => {
    const url = await listen(() => undefined);
    expect(await mailerFor(url, { connectTimeout: 500 }).send(message)).toEqual({
      accepted: false,
      permanent: false,
      code: 'smtp.timeout',
    });
  });

  it('can be tried again when the server falls silent over the text', async () => {
    const server = await serve({ onData: (stream) => void stream.resume() });
    expect(await mailerFor(server.url, { answerTimeout: 500 }).send(message)).toEqual({
      accepted: false,
      permanent: false,
      code: 'smtp.timeout',
    });
  });

  it('can be tried again when the server hangs up half-way', async () => {
    const url = await listen((socket) => {
      socket.write('220 hello\r\n');
      socket.once('data', () => socket.destroy());
    });
    expect(await mailerFor(url).send(message)).toMatchObject({
      accepted: false,
      permanent: false,
      code: 'smtp.connection',
    });
  });

  it('can be tried again when something else than a mail server answers', async () => {
    const url = await listen((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    expect(await mailerFor(url).send(message)).toMatchObject({ accepted: false, permanent: false });
  });

  it.each([
    '',
    'no address',
    'a@b.example, evil@example.com',
    'a@b.example>\r\nRCPT TO:<evil@example.com',
    'Evil <evil@example.com>',
  ])('needs attention when its address cannot be asked about: %j', async (email) => {
    const server = await serve();
    const outcome = await mailerFor(server.url).send({ ...message, to: { name: 'Å', email } });
    expect(outcome).toEqual({ accepted: false, permanent: true, code: 'smtp.address' });
    expect(server.received).toEqual([]);
  });
});

function headersOf(headers: { key: string; value: string }[] | undefined): Record<string, string> {
  return Object.fromEntries((headers ?? []).map(({ key, value }) => [key, value]));
}
