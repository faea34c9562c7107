import type { Page } from 'playwright-core';
import { accessionApplication2 as form } from '../../../domain/forms/definitions/accession-application-2';
import { formText } from '../../../domain/forms/summary';
import type { Language } from '../../../domain/language';
import { newOrganisationNumber } from '../../support/applications';
import { fillInPage, send } from '../fill-in';
import { expectHeading } from '../screens';
import { words } from '../words';

export type Application = ReturnType<typeof newApplication>;

let applied = 0;

/** What an organisation knows when it applies, with a name, a number and addresses of its own. */
export function newApplication() {
  const nth = ++applied;
  return {
    organisationName: `Föreningen Fyren ${nth}`,
    legalForm: 'foundation',
    hasNumber: 'yes',
    organisationNumber: newOrganisationNumber(),
    coordinatorName: 'Maja Lind',
    coordinatorEmail: `maja${nth}@fyren.example`,
    coordinatorPhone: '08-123 456 78',
    publishContact: 'yes',
    activities: ['local', 'culture'],
    signatories: [{ name: 'Omar Öberg', email: `omar${nth}@fyren.example`, capacity: 'chair' }],
    signingRule: 'oneAlone',
    community: 'Vi lånar ut vår lokal två kvällar i veckan.',
  };
}

/** Where the letters to its signatory go. */
export function signatoryOf({ signatories }: Application): string {
  return signatories[0]?.email ?? '';
}

/** Presses Continue. */
export async function goOn(page: Page, language: Language = 'sv'): Promise<void> {
  await page.getByRole('button', { name: words[language].form.continue, exact: true }).click();
}

/**
 * Walks through the form from its first page to "Check and send".
 *
 * @param atEachPage called with every page of the form once it is filled in
 */
export async function fillInApplication(
  page: Page,
  application: Application,
  language: Language = 'sv',
  atEachPage: () => Promise<void> = async () => {},
): Promise<void> {
  for (const each of form.pages) {
    await expectHeading(page, formText(form, language, `page.${each.id}`));
    await fillInPage(page, { form, language }, each, application);
    await atEachPage();
    await goOn(page, language);
  }
  await expectHeading(page, words[language].apply.check);
}

/** Presses Send. */
export async function sendApplication(page: Page, language: Language = 'sv'): Promise<void> {
  await send(page, { form, language });
}

/** The number of the case whose receipt or status the page shows. */
export async function shownNumber(page: Page): Promise<string> {
  const heading = await page.getByRole('heading', { level: 1 }).innerText();
  const number = /KFN \d+\/\d+/.exec(heading)?.[0];
  if (!number) throw new Error(`No number in "${heading}"`);
  return number;
}
