import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport, type Transporter } from 'nodemailer';
import { startInbox, type Inbox } from '../../scripts/inbox/index';
import type { InboxMessage } from '../../scripts/inbox/read-message';

const link = 'http://127.0.0.1:3000/sodertalje/lank#t=abc_DEF-123';
const letter = {
  from: '"Södertälje kommun" <samverkan@sodertalje.example>',
  to: 'Åsa Öberg <asa@forening.example>',
  subject: 'Vi har tagit emot ansökan, KFN 26/1',
  messageId: '<case-1.receipt@samverkan.example>',
  text: `Hej!\n\n${link}\n`,
  html: `<!doctype html><html><head><title>x</title></head><body><p>Hej Åsa</p><a href="${link}">Öppna</a></body></html>`,
  attachments: [
    {
      filename: 'ansökan 1.pdf',
      content: Buffer.from('%PDF-1.7 å'),
      contentType: 'application/pdf',
    },
  ],
};

let directory: string;
let inbox: Inbox;
let transport: Transporter;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'inbox-'));
  await open();
});

afterEach(async () => {
  await close();
  await rm(directory, { recursive: true });
});

async function open(): Promise<void> {
  inbox = await startInbox({ smtpPort: 0, httpPort: 0, directory });
  transport = createTransport(inbox.smtpUrl);
}

async function close(): Promise<void> {
  transport.close();
  await inbox.stop();
}

async function messages(query = ''): Promise<InboxMessage[]> {
  const response = await fetch(`${inbox.url}/api/messages${query}`);
  return (await response.json()) as InboxMessage[];
}

async function page(path: string): Promise<string> {
  return (await fetch(inbox.url + path)).text();
}

test('a letter comes out as it went in', async () => {
  await transport.sendMail({ ...letter, date: new Date('2026-03-12T08:30:00Z') });
  const [message] = await messages();
  expect(message).toMatchObject({
    messageId: letter.messageId,
    from: 'Södertälje kommun <samverkan@sodertalje.example>',
    to: ['asa@forening.example'],
    subject: letter.subject,
    date: '2026-03-12T08:30:00.000Z',
    attachments: [{ filename: 'ansökan 1.pdf', contentType: 'application/pdf', size: 11 }],
  });
  expect(message?.text.trim()).toBe(letter.text.trim());
  expect(message?.html.trim()).toBe(letter.html);
});

test('an attachment downloads byte for byte under its name', async () => {
  await transport.sendMail(letter);
  const [message] = await messages();
  const response = await fetch(inbox.url + message!.attachments[0]!.url);
  expect(Buffer.from(await response.arrayBuffer())).toEqual(letter.attachments[0]!.content);
  expect(response.headers.get('content-type')).toBe('application/pdf');
  expect(response.headers.get('content-disposition')).toContain("UTF-8''ans%C3%B6kan%201.pdf");
});

test('letters come newest first and can be asked for by recipient', async () => {
  for (const to of ['a@x.example', 'b@x.example', 'A@x.example']) {
    await transport.sendMail({ from: 'k@x.example', to, subject: to, text: 'x' });
  }
  expect((await messages()).map(({ subject }) => subject)).toEqual([
    'A@x.example',
    'b@x.example',
    'a@x.example',
  ]);
  expect((await messages('?to=a@X.example')).map(({ subject }) => subject)).toEqual([
    'A@x.example',
    'a@x.example',
  ]);
});

test('a letter that comes again under the same Message-ID shows once', async () => {
  await Promise.all([transport.sendMail(letter), transport.sendMail(letter)]);
  await transport.sendMail({ ...letter, subject: 'igen' });
  expect((await messages()).map(({ subject }) => subject)).toEqual([letter.subject]);
});

test('letters without a Message-ID of their own are never taken for one another', async () => {
  const plain = {
    envelope: { from: 'a@x.example', to: 'b@x.example' },
    raw: 'Subject: x\r\n\r\nx',
  };
  await transport.sendMail(plain);
  await transport.sendMail(plain);
  expect(await messages()).toHaveLength(2);
});

test('an accepted letter is on disk and survives a restart, an unfinished one does not', async () => {
  await transport.sendMail(letter);
  expect((await readdir(directory)).filter((name) => name.endsWith('.eml'))).toHaveLength(1);
  const [before] = await messages();
  await close();
  await writeFile(join(directory, '00000002-half.eml.part'), 'From: x');
  await open();
  await transport.sendMail(letter);
  await transport.sendMail({ from: 'k@x.example', to: 'b@x.example', subject: 'ny', text: 'x' });
  const [newest, ...older] = await messages();
  expect(newest?.subject).toBe('ny');
  expect(older).toEqual([before]);
  expect((await readdir(directory)).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('a letter that cannot be stored is refused for now', async () => {
  await rm(directory, { recursive: true });
  const attempt = transport.sendMail(letter);
  await expect(attempt).rejects.toMatchObject({ responseCode: 451 });
  await close();
  await open();
  await transport.sendMail(letter);
  expect(await messages()).toHaveLength(1);
});

test('the pages show a letter without running it, and its links leave the frame whole', async () => {
  const script = '<script>document.title="x"</script>';
  await transport.sendMail({ ...letter, subject: script, html: letter.html + script });
  const [message] = await messages();
  const list = await page('/');
  expect(list).toContain('&lt;script&gt;');
  expect(list).not.toContain(script);
  expect(list).toContain('<html lang="sv"');
  const single = await page(`/messages/${message!.id}`);
  expect(single).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
  expect(single).toContain(`href="${link}"`);
  const frame = await fetch(`${inbox.url}/messages/${message!.id}/html`);
  expect(frame.headers.get('content-security-policy')).toContain("default-src 'none'");
  const source = await frame.text();
  expect(source).toContain('<head><base target="_blank">');
  expect(source).toContain(`href="${link}"`);
});

test('an unknown letter is a page that says so', async () => {
  const response = await fetch(`${inbox.url}/messages/${'0'.repeat(32)}`);
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('Brevet finns inte.');
});

test('a picture inside a letter is shown from its attachment', async () => {
  await transport.sendMail({
    ...letter,
    html: '<img src="cid:logo@x" alt="">',
    attachments: [{ filename: 'logo.png', content: Buffer.from('x'), cid: 'logo@x' }],
  });
  const [message] = await messages();
  expect(message?.html.trim()).toBe(`<img src="${message!.attachments[0]!.url}" alt="">`);
});
