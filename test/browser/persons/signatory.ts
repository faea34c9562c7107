import type { Page } from 'playwright-core';
import { accessionSignature2 as form } from '../../../domain/forms/definitions/accession-signature-2';
import type { Language } from '../../../domain/language';
import type { System } from '../../support/system';
import { fillInPage, send } from '../fill-in';
import { linkIn } from './mailbox';

/** The signatory opens the link of the mail that asks for a signature. */
export async function openSignature(page: Page, system: System, email: string): Promise<void> {
  await page.goto(linkIn(await system.mail(email, /^(Skriv under för|Sign for)/)));
}

/** Writes name and role, confirms and signs. */
export async function signAs(
  page: Page,
  person: { signedName: string; signedRole: string },
  language: Language,
): Promise<void> {
  for (const each of form.pages) {
    await fillInPage(page, { form, language }, each, {
      outcome: 'answered',
      ...person,
      authorised: true,
    });
  }
  await send(page, { form, language });
}
