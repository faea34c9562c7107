import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { createTransport } from 'nodemailer';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { judgeReport } from '../../domain/bounces/report';
import { startInbox, type Inbox } from '../../scripts/inbox/index';
import { readReport } from '../../server/bounces/read-report';
import { startSmtpServer } from '../mail/smtp-server-for-test';
import { expectNoSidewaysScroll, narrow, openBrowser } from '../support/browser';
import { suiteNeeding } from '../support/suites';

const reader = 'a.very.long.address.that.fills.a.phone@a-long-organisation-name.example';
const returnPath = 'studs+letter@studs.sodertalje.example';

suiteNeeding('chromium')('inbox pages', () => {
  let directory: string;
  let inbox: Inbox;
  let bounces: Awaited<ReturnType<typeof startSmtpServer>>;
  let site: Server;
  let link: string;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'inbox-pages-'));
    bounces = await startSmtpServer();
    const bouncePort = () => Number(new URL(bounces.url).port);
    inbox = await startInbox({ smtpPort: 0, httpPort: 0, directory, bouncePort });
    site = createServer((_request, response) => response.end('<title>Arrived</title>'));
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    link = `http://127.0.0.1:${(site.address() as AddressInfo).port}/lank#t=abc_DEF-123`;
    await sendLetter();
    browser = await openBrowser();
    context = await browser.newContext();
    page = await context.newPage();
  });

  afterAll(async () => {
    await browser.close();
    await inbox.stop();
    await bounces.stop();
    site.close();
    await rm(directory, { recursive: true });
  });

  async function sendLetter(): Promise<void> {
    const transport = createTransport(inbox.smtpUrl);
    await transport.sendMail({
      envelope: { from: returnPath, to: reader },
      from: '"Södertälje kommun" <samverkan@sodertalje.example>',
      to: reader,
      subject: 'Svara senast 12 mars: granska KFN 26/114',
      text: `Granska ansökan:\n${link}\n`,
      html: `<html lang="sv"><head><title>Granska</title></head><body><a href="${link}">Granska ansökan</a></body></html>`,
      attachments: [{ filename: 'ansökan.pdf', content: 'x', contentType: 'application/pdf' }],
    });
    transport.close();
  }

  /** Without the letter itself: nothing can be run in its frame, not even axe. */
  async function expectAccessible(page: Page): Promise<void> {
    const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
    expect(violations).toEqual([]);
  }

  test('list and letter have no axe findings and fit a small phone', async () => {
    await page.goto(inbox.url);
    await expectAccessible(page);
    await narrow(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole('link', { name: /granska KFN 26\/114/ }).click();
    await page.getByRole('heading', { level: 1, name: /granska KFN 26\/114/ }).waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });

  test('a letter can be returned, as a mail server does it', async () => {
    await page.goto(inbox.url);
    await page.getByRole('link', { name: /granska KFN 26\/114/ }).click();
    await page.getByRole('button', { name: 'Låt brevet studsa' }).click();
    await page.getByText('Studsen är skickad.').waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    expect(bounces.received).toMatchObject([{ envelope: { from: '', to: [returnPath] } }]);
    const report = await readReport(Buffer.from(bounces.received[0]!.raw));
    expect(judgeReport(report)).toMatchObject({ is: 'failed', reason: 'noMailbox' });
    expect(report.deliveryStatus).toContain(reader);
  });

  test("the letter's link opens the site in a page of its own, with its fragment", async () => {
    await page.goto(inbox.url);
    await page.getByRole('link', { name: /granska KFN 26\/114/ }).click();
    const opened = context.waitForEvent('page');
    await page.frameLocator('iframe').getByRole('link', { name: 'Granska ansökan' }).click();
    const site = await opened;
    await site.waitForLoadState();
    expect(site.url()).toBe(link);
    expect(await site.evaluate(() => [document.title, window.origin, location.hash])).toEqual([
      'Arrived',
      new URL(link).origin,
      '#t=abc_DEF-123',
    ]);
    await site.close();
  });

  test('the text twin links there as well', async () => {
    await page.goto(inbox.url);
    await page.getByRole('link', { name: /granska KFN 26\/114/ }).click();
    expect(await page.locator('pre a').getAttribute('href')).toBe(link);
  });
});
