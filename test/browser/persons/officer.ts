import type { Page } from 'playwright-core';
import { accessionReview2 as form } from '../../../domain/forms/definitions/accession-review-2';
import type { System } from '../../support/system';
import { officer } from '../../support/walks';
import { fillInPage, send } from '../fill-in';
import { expectHeading } from '../screens';
import { linkIn } from './mailbox';
import { asksForReview } from '../../support/subjects';

/** The case officer opens the link of the mail that asks for a decision. */
export async function openReview(page: Page, system: System, number: string): Promise<void> {
  const asked = await system.mail(officer, asksForReview(number));
  await page.goto(linkIn(asked));
  await expectHeading(page, /Besluta om ansökan från/);
}

/** Chooses and sends a decision, without waiting for what comes of it. */
export async function decide(
  page: Page,
  outcome: 'approve' | 'refuse',
  reasons = '',
): Promise<void> {
  const read = { form, language: 'sv' } as const;
  const answers = { outcome, ...(reasons && { reasons }) };
  for (const each of form.pages) await fillInPage(page, read, each, answers);
  await send(page, read);
}
