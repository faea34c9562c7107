import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { eventually } from '../test/support/eventually';
import { requireTool } from '../test/support/tools';
import { projectRoot, spawnScript } from './project';
import { findFreeRow } from './temporal/free-ports';

/** Takes the README's pictures: starts everything, walks one application, and looks. */
const directory = join(projectRoot, 'docs', 'screenshots');
const size = { width: 1100, height: 800 };
const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface Mail {
  subject: string;
  text: string;
}

const data = await mkdtemp(join(tmpdir(), 'samverkan-screenshots-'));
const port = await findFreeRow(4);
const site = `http://127.0.0.1:${port}`;
const product = spawnScript('scripts/start.ts', ['--port', String(port), '--data', data], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
try {
  await eventually('everything is up', async () => (await fetch(`${site}/health/ready`)).ok, {
    timeoutMs: 300_000,
  });
  await mkdir(directory, { recursive: true });
  const browser = await chromium.launch({
    executablePath: requireTool('chromium'),
    args: chromiumFlags,
  });
  await takePictures(
    await (await browser.newContext({ locale: 'sv-SE', viewport: size })).newPage(),
  );
  await browser.close();
} finally {
  product.kill('SIGTERM');
  await new Promise((resolve) => product.once('exit', resolve));
  await rm(data, { recursive: true, force: true });
}

async function takePictures(page: Page): Promise<void> {
  await page.goto(`${site}/sodertalje`);
  await page.getByRole('link', { name: 'Starta ansökan' }).first().waitFor();
  await shoot(page, 'home');
  await fillIn(page);
  await shoot(page, 'check-your-answers', { wholePage: true });
  await page.getByRole('button', { name: 'Skicka ansökan' }).click();
  await page.waitForURL(/\/case#/);
  const status = page.url();
  await openLink(page, 'handlaggare@sodertalje.example', /^Granska/);
  await shoot(page, 'review', { wholePage: true });
  await page.getByLabel('Godkänner ansökan').check();
  await page.getByRole('button', { name: 'Skicka svaret', exact: true }).click();
  await openLink(page, 'olof@lyktan.example', /^Skriv under/);
  await page.getByLabel('Ja, jag skriver under').check();
  await page.getByLabel('Ditt namn').fill('Olof Berg');
  await page.getByLabel('Din roll i organisationen').fill('Ordförande');
  await page.getByLabel(/får skriva under för organisationen/).check();
  await page.getByRole('button', { name: 'Skicka svaret', exact: true }).click();
  await mailTo('amina@lyktan.example', /underskriften/);
  await page.goto('about:blank');
  await page.goto(status);
  await page.getByText('Organisationen är ansluten').first().waitFor();
  await shoot(page, 'status', { wholePage: true });
}

async function fillIn(page: Page): Promise<void> {
  const next = () => page.getByRole('button', { name: 'Fortsätt' }).click();
  await page.goto(`${site}/sodertalje/apply`);
  await page.getByLabel('Organisationens namn').fill('Föreningen Lyktan');
  await page.getByLabel('Ideell förening').check();
  await page.getByLabel('Ja', { exact: true }).check();
  await page.getByRole('textbox', { name: 'Organisationsnummer' }).fill('802002-4280');
  await next();
  await page.getByLabel('Barn och unga').check();
  await page.getByLabel('Folkbildning').check();
  await next();
  await page.getByRole('textbox', { name: 'Samverkansansvarigs namn' }).fill('Amina Ek');
  await page
    .getByRole('textbox', { name: 'Samverkansansvarigs e-postadress' })
    .fill('amina@lyktan.example');
  await page.getByLabel('Ja, så att andra kan höra av sig').check();
  await next();
  await page.getByRole('textbox', { name: 'Namn' }).fill('Olof Berg');
  await page.getByRole('textbox', { name: 'E-postadress' }).fill('olof@lyktan.example');
  await page.getByLabel('Ordförande', { exact: true }).check();
  await page.getByLabel('En av dem räcker').check();
  await next();
  await page.getByRole('heading', { level: 1, name: 'Protokoll och stadgar' }).waitFor();
  await next();
  await page
    .getByRole('textbox', { name: 'Samhällsutveckling' })
    .fill('Läxhjälp två kvällar i veckan och en lokal som andra föreningar får låna.');
  await next();
  await page.getByRole('heading', { level: 1, name: 'Tre frågor' }).waitFor();
  await next();
  await page.getByRole('button', { name: 'Skicka ansökan' }).waitFor();
}

async function openLink(page: Page, address: string, subject: RegExp): Promise<void> {
  const mail = await mailTo(address, subject);
  const [url = ''] = /http\S+#\S+/.exec(mail.text) ?? [];
  await page.goto('about:blank');
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('button').last().waitFor();
}

function mailTo(address: string, subject: RegExp): Promise<Mail> {
  return eventually(`a mail to ${address}`, async () => {
    const inbox = `http://127.0.0.1:${port + 1}/api/messages?to=${encodeURIComponent(address)}`;
    const mails = (await (await fetch(inbox)).json()) as Mail[];
    return mails.find((mail) => subject.test(mail.subject));
  });
}

async function shoot(page: Page, name: string, { wholePage = false } = {}): Promise<void> {
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.screenshot({ path: join(directory, `${name}.png`), fullPage: wholePage });
}
