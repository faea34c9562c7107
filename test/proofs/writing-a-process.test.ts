import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { jest } from '@jest/globals';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import type { Browser, Page } from 'playwright-core';
import { configuredMunicipalities } from '../../config/municipalities';
import type { ReceiptView, TaskView } from '../../domain/api/shapes';
import type { ProcessConfiguration } from '../../domain/municipality';
import type { ProcessDefinition } from '../../domain/processes/definition';
import { failureConverterPath } from '../../worker/run';
import { ApiClient } from '../support/api-client';
import { newOrganisationNumber } from '../support/applications';
import { expectAccessible, expectNoSidewaysScroll, narrow, openBrowser } from '../support/browser';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { filesShownIn, sourceWith } from '../support/guide';
import { pdfText } from '../support/pdf';
import { suiteNeeding } from '../support/suites';
import { startSystem, type Mail, type System } from '../support/system';
import { forward } from '../support/temporal';
import { officer } from '../support/walks';

// A compiler and a bundler run, on a busy machine beside others.
jest.setTimeout(300_000);

const guide = 'docs/writing-a-process.md';
const mostLines = 100;
let files: Map<string, string>;
let source: string;

/** What the author of the process has at hand: definition, configuration, workflow. */
interface Written {
  processes: ProcessDefinition[];
  configuration: ProcessConfiguration;
  workflowBundlePath: string;
}

beforeAll(async () => {
  files = await filesShownIn(guide);
  source = await sourceWith(files);
});
afterAll(() => rm(source, { recursive: true }));

it('shows a whole process in under a hundred lines', () => {
  expect([...files.keys()].map((file) => path.dirname(file))).toEqual([
    'domain/processes',
    'workflows',
    'config/processes',
  ]);
  const lines = [...files.values()].flatMap((code) => code.trimEnd().split('\n'));
  expect(lines.length).toBeLessThan(mostLines);
});

it('shows files that compile', async () => {
  const tsconfig = path.join(source, 'tsconfig.guide.json');
  const include = [...files.keys()];
  await writeFile(tsconfig, JSON.stringify({ extends: './tsconfig.json', include }));
  const tsc = path.join(source, 'node_modules', 'typescript', 'bin', 'tsc');
  await promisify(execFile)(process.execPath, [tsc, '-p', tsconfig], { cwd: source }).catch(
    (error: { stdout: string }) => {
      throw new Error(error.stdout);
    },
  );
});

let atHand: Promise<Written> | undefined;

const written = () => (atHand ??= write());

async function write(): Promise<Written> {
  const load = async <T>(file: string) =>
    ((await import(path.join(source, file))) as { iopProposal: T }).iopProposal;
  const index = path.join(source, 'workflows', 'index.ts');
  await appendFile(index, "export { iopProposal } from './iop-proposal';\n");
  const { code } = await bundleWorkflowCode({
    workflowsPath: index,
    failureConverterPath,
    logger: new DefaultLogger('WARN'),
  });
  const workflowBundlePath = path.join(source, 'bundle.js');
  await writeFile(workflowBundlePath, code);
  return {
    processes: [await load<ProcessDefinition>('domain/processes/iop-proposal.ts')],
    configuration: await load<ProcessConfiguration>('config/processes/iop-proposal.ts'),
    workflowBundlePath,
  };
}

function begin(kind: Parameters<typeof startSystem>[0], { configuration, ...others }: Written) {
  const municipalities = configuredMunicipalities.map(({ municipality }) => ({
    ...municipality,
    processes: { ...municipality.processes, iopProposal: configuration },
  }));
  return startSystem(kind, { ...others, municipalities });
}

suiteNeeding('poppler')('the process that the guide shows', () => {
  describe.each(databaseKinds())('on %s', (kind) => {
    let system: System;
    let count = 0;

    beforeAll(async () => {
      system = await begin(kind, await written());
    });
    afterAll(() => system.close());

    const answersOf = (coordinatorEmail: string, organisationNumber: string) => ({
      need: 'Unga som inte går till skolan.',
      idea: 'En verkstad som tar emot varje dag.',
      organisationName: 'Föreningen Verkstaden',
      organisationNumber,
      coordinatorName: 'Pia Lund',
      coordinatorEmail,
    });

    async function propose(
      language = 'sv',
      organisationNumber = newOrganisationNumber(),
    ): Promise<{ receipt: ReceiptView; to: string }> {
      const to = `p${(count += 1)}-${kind}@verkstaden.example`;
      const response = await new ApiClient(system.url, language).post(
        '/api/sodertalje/applications',
        {
          submissionKey: randomUUID(),
          formId: 'iop-proposal',
          formVersion: 1,
          answers: answersOf(to, organisationNumber),
        },
      );
      if (response.status !== 201) throw new Error(await response.text());
      return { receipt: (await response.json()) as ReceiptView, to };
    }

    const asksOfficer = ({ number }: ReceiptView) =>
      new RegExp(`^Granska senast .*: förslaget om ett partnerskap från .*, ${number}$`);

    /** The officer is asked anew each time the proposal comes back. */
    const asked = (receipt: ReceiptView, nth = 1) =>
      eventually('the officer is asked', async () => {
        const mails = await system.mailsTo(officer);
        return mails.filter(({ subject }) => asksOfficer(receipt).test(subject))[nth - 1];
      });

    async function textIn(mail: Mail): Promise<string> {
      const response = await fetch(new URL(mail.attachments[0]?.url ?? '', system.inboxUrl));
      // Lines end where the page does, so sentences are read without them.
      return pdfText(Buffer.from(await response.arrayBuffer())).replace(/\s+/g, ' ');
    }

    it('goes from the form by questions to a decision letter', async () => {
      const { receipt, to } = await propose();
      const received = await system.mail(to, /^Vi har tagit emot förslaget om ett partnerskap/);
      expect(received.text).toContain('Vi har tagit emot ert förslag om ett partnerskap.');
      expect(await textIn(received)).toContain('En verkstad som tar emot varje dag.');
      const questions = [{ about: 'need', question: 'Hur många är de?' }];
      await system.answer(await asked(receipt), { outcome: 'return', questions });
      const completion = await system.mail(to, /^Svara på frågor/);
      expect(await textIn(completion)).toContain('Hur många är de?');
      const { api, target } = await system.follow(completion);
      const task = await api.read<TaskView>(`/api/sodertalje/tasks/${target.id}`);
      expect(task.completion?.questions).toMatchObject([{ fieldId: 'need' }]);
      const need = 'Trettio unga som inte går till skolan.';
      await system.answer(completion, { ...task.completion?.answers, need });
      await system.answer(await asked(receipt, 2), { outcome: 'approve' });
      const status = await system.until(receipt, 'completed');
      expect(status).toMatchObject({
        process: 'iop-proposal',
        wording: { ui: { case: { states: { completed: { heading: 'Kommunen har sagt ja' } } } } },
      });
      const letter = await textIn(await system.mail(to, /^Beslut om förslaget/));
      expect(letter).toContain('Beslut om förslaget om ett partnerskap');
      expect(letter).toContain(
        'Södertälje kommun vill ingå ett partnerskap med Föreningen Verkstaden.',
      );
      expect(letter).toContain('Vi hör av oss för att skriva avtalet tillsammans med er.');
    });

    it('speaks the language of whoever proposes, and says why it is a no', async () => {
      const { receipt, to } = await propose('en');
      const reasons = 'Kommunen har redan en verkstad.';
      await system.answer(await asked(receipt), { outcome: 'refuse', reasons });
      await system.until(receipt, 'rejected');
      const mail = await system.mail(to, /^Decision on the proposal for a partnership/);
      expect(mail.text).toContain('We have decided on your proposal for a partnership.');
      const letter = await textIn(mail);
      expect(letter).toContain('does not go on with the proposal from Föreningen Verkstaden.');
      expect(letter).toContain(reasons);
    });

    it('never decides by silence: a missed deadline drafts an end for the officer', async () => {
      const { receipt, to } = await propose();
      const questions = [{ about: 'whole', question: 'Vad menar ni?' }];
      await system.answer(await asked(receipt), { outcome: 'return', questions });
      await system.until(receipt, 'awaitingCompletion');
      await forward(system.temporal.client, system.workflowId(receipt), '40 days');
      const draft = await system.mail(officer, new RegExp(`inte svarat, ${receipt.number}`));
      await system.answer(draft, { outcome: 'close', reasons: 'Vi fick inget svar.' });
      await system.until(receipt, 'closed');
      const mail = await system.mail(to, /^Ärendet om förslaget om ett partnerskap/);
      expect(await textIn(mail)).toContain('Vi fick inget svar.');
    });

    it('lets an organisation propose twice, accede meanwhile, and withdraw', async () => {
      const organisationNumber = newOrganisationNumber();
      const { receipt } = await propose('sv', organisationNumber);
      await propose('sv', organisationNumber);
      await system.apply({ organisationNumber });
      const { api } = await system.open(receipt.statusToken);
      const withdrawal = await api.post(`/api/sodertalje/cases/${receipt.caseId}/withdrawal`, {
        reason: '',
      });
      expect(withdrawal.ok).toBe(true);
      await system.until(receipt, 'closed');
    });
  });
});

suiteNeeding('chromium')('the pages of the process that the guide shows', () => {
  let system: System;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    system = await begin('pglite', await written());
    browser = await openBrowser();
    page = await (await browser.newContext({ locale: 'sv-SE' })).newPage();
  });
  afterAll(async () => {
    await browser.close();
    await system.close();
  });

  async function expectGood(): Promise<void> {
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }

  it('lead from the first page to a receipt in its own words', async () => {
    await narrow(page);
    await page.goto(`${system.url}/sodertalje`);
    await page.getByRole('link', { name: 'Föreslå ett partnerskap' }).click();
    await page.getByLabel('Vilket behov vill ni möta?').fill('Ensamma äldre.');
    await page.getByLabel('Hur vill ni göra det?').fill('Middag varje söndag.');
    await expectGood();
    await page.getByRole('button', { name: 'Fortsätt' }).click();
    await page.getByLabel('Organisationens namn').fill('Föreningen Bordet');
    await page.getByLabel('Organisationsnummer').fill(newOrganisationNumber());
    await page.getByLabel('Ditt namn').fill('Eva Kvist');
    await page.getByLabel('Din e-postadress').fill('eva@bordet.example');
    await page.getByRole('button', { name: 'Fortsätt' }).click();
    await page.getByText('Beslutet kommer till er i ett mejl.').waitFor();
    await expectGood();
    await page.getByRole('button', { name: 'Skicka' }).click();
    await page
      .getByRole('heading', { name: 'Vi har tagit emot förslaget om ett partnerskap' })
      .waitFor();
    await page.getByText('Ärendet kom in').waitFor();
    await expectGood();
  });

  it('ask the officer in its own words', async () => {
    const mail = await system.mail(officer, /förslaget om ett partnerskap från Föreningen Bordet/);
    const link = /http\S+/.exec(mail.text)?.[0] ?? '';
    await page.goto(link);
    await page
      .getByRole('heading', { name: 'Besluta om förslaget om ett partnerskap från Föreningen' })
      .waitFor();
    await page.getByText('Middag varje söndag.').waitFor();
    await expectGood();
  });
});
