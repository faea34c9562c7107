import { randomUUID } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Browser, Page } from 'playwright-core';
import { configuredMunicipalities } from '../../config/municipalities';
import type { FormDefinition } from '../../domain/forms/types';
import { ApiClient } from '../support/api-client';
import { expectAccessible, openBrowser } from '../support/browser';
import { pdfText } from '../support/pdf';
import { suiteNeeding } from '../support/suites';
import { startSystem, type System } from '../support/system';
import { officer } from '../support/walks';
import definition from './fixtures/network-form.json' with { type: 'json' };
import { asksForReview } from '../support/subjects';

const form = definition as unknown as FormDefinition;

/** Södertälje with another application form, by configuration alone. */
const municipalities = configuredMunicipalities.map(({ municipality }) =>
  municipality.id === 'sodertalje'
    ? {
        ...municipality,
        processes: {
          accession: { ...municipality.processes.accession, applicationForm: 'network-notice@3' },
        },
      }
    : municipality,
);

const answers = {
  network: 'Nätverket Ångbåten',
  members: 'many',
  board: 'Vi röstar på stormöten.',
  contact: 'Siv Lind',
  contactMail: 'siv@angbaten.example',
  signer: 'Bo Ek',
  signerMail: 'bo@angbaten.example',
  allowed: true,
};

suiteNeeding('chromium', 'poppler')('a form that is only data', () => {
  let system: System;
  let browser: Browser;

  beforeAll(async () => {
    system = await startSystem('pglite', { forms: [form], municipalities });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await system.close();
  });

  const send = (changes: object) =>
    new ApiClient(system.url).post('/api/sodertalje/applications', {
      submissionKey: randomUUID(),
      formId: form.id,
      formVersion: form.version,
      answers: { ...answers, ...changes },
    });

  it('is validated by the server by its own rules', async () => {
    const faulty = await send({ board: '', contactMail: 'siv', allowed: false });
    expect(faulty.status).toBe(422);
    expect(((await faulty.json()) as { fields: object }).fields).toEqual({
      board: 'required',
      contactMail: 'email',
      allowed: 'confirmation',
    });
    const contactMail = 'few@angbaten.example';
    const fewer = await send({ members: 'few', board: undefined, contactMail });
    expect(fewer.status).toBe(201);
  });

  it('is described by a JSON Schema that accepts what the server accepts', async () => {
    const schema = await new ApiClient(system.url).read<object>(
      '/api/sodertalje/processes/accession/schema',
    );
    const accepts = new Ajv2020().compile(schema);
    expect(accepts(answers)).toBe(true);
    expect(accepts({ ...answers, members: 'some' })).toBe(false);
    expect(accepts({ ...answers, board: undefined })).toBe(false);
    expect(accepts({ ...answers, unknown: 'x' })).toBe(false);
  });

  it('is filled in, checked and sent in the browser, and printed as PDF', async () => {
    const page = await (await browser.newContext({ locale: 'sv-SE' })).newPage();
    await page.goto(`${system.url}/sodertalje/apply`);
    await fillIn(page);
    await page.getByRole('button', { name: 'Skicka anmälan' }).click();
    await page.waitForURL(/\/sodertalje\/case#/);
    const mail = await system.mail(answers.contactMail, /Vi har tagit emot/);
    const pdf = await fetch(new URL(mail.attachments[0]?.url ?? '', system.inboxUrl));
    const text = pdfText(Buffer.from(await pdf.arrayBuffer()));
    for (const shown of ['Nätverkets namn', answers.network, 'Tio eller fler', answers.board]) {
      expect(text).toContain(shown);
    }
    const number = mail.subject.split(', ').at(-1) ?? '';
    await system.mail(officer, asksForReview(number));
  });

  async function fillIn(page: Page): Promise<void> {
    const next = () => page.getByRole('button', { name: 'Fortsätt' }).click();
    await page.getByLabel('Nätverkets namn').fill(answers.network);
    await expect(page.getByLabel('Hur fattar ni beslut tillsammans?').count()).resolves.toBe(0);
    await page.getByLabel('Tio eller fler').check();
    await next();
    await page.getByRole('link', { name: 'Skriv hur ni fattar beslut tillsammans' }).click();
    await page.getByLabel('Hur fattar ni beslut tillsammans?').fill(answers.board);
    await expectAccessible(page);
    await next();
    await page.getByLabel(/^Kontaktperson(?!ens)/).fill(answers.contact);
    await page.getByLabel('Kontaktpersonens e-postadress').fill(answers.contactMail);
    await page.getByLabel('Den som skriver under').fill(answers.signer);
    await page.getByLabel('Underskrivarens e-postadress').fill(answers.signerMail);
    await page.getByLabel('Alla i nätverket vet om anmälan').check();
    await next();
    await page.getByText(answers.network).waitFor();
    await expectAccessible(page);
  }
});
