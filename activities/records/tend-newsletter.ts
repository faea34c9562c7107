import { fingerprint } from '../../database/fingerprint';
import { openCase } from '../../database/open-case';
import { planLetter } from '../../database/repositories/letter.repository';
import { insertNewsletter } from '../../database/repositories/newsletter.repository';
import { publishedReports } from '../../database/repositories/report.repository';
import { getApplication } from '../../database/repositories/submission.repository';
import { tasksOfCase } from '../../database/repositories/task.repository';
import { address } from '../../domain/asking/address';
import { nthOf } from '../../domain/document-keys';
import type { StoredReportContent } from '../../domain/follow-up/stored-report';
import { newsletter as form } from '../../domain/forms/definitions/newsletter';
import type { Language } from '../../domain/language';
import {
  documentLanguages,
  draftAbout,
  newsletterAnswers,
  newsletterIn,
} from '../../domain/newsletter/newsletter';
import { newsletter } from '../../domain/processes/newsletter';
import { translator } from '../../domain/texts';
import type { Recording } from './record-steps';

/**
 * When the report of a year is published, a newsletter about it begins where the municipality has
 * newsletters, with a draft in each of its languages. The step that publishes is recorded once, so it
 * begins once.
 */
export async function beginNewsletter(recording: Recording): Promise<void> {
  const { tx, municipality, current, at } = recording;
  if (!municipality.processes[newsletter.name]) return;
  const published = await publishedReports(tx, municipality.id);
  const stored = published.find(({ case_id: caseId }) => caseId === current.id);
  if (!stored) return;
  const { report, commentary } = stored.content as StoredReportContent;
  const draftIn = (language: Language) =>
    draftAbout({
      report,
      commentary,
      language,
      agreementName: municipality.agreementName[language],
    });
  const drafts = {
    sv: draftIn('sv'),
    ...(municipality.languages.includes('en') && { en: draftIn('en') }),
  };
  const { year } = report;
  await openCase(
    { tx, municipality, at },
    {
      ...{ process: newsletter, form, answers: newsletterAnswers(drafts), begunFrom: current.id },
      title: translator(municipality.defaultLanguage, 'document')('newsletter.case', { year }),
      details: { from: current.id, year },
    },
  );
}

/**
 * The newsletter as it was written last is the one that is sent, and stands on its page for everybody. The
 * contact point gets it with its PDFs, which are made then and archived.
 */
export async function publishNewsletter({ tx, municipality, current, at }: Recording) {
  const { id: caseId, begun_from: about_case_id } = current;
  const { answers } = await getApplication(tx, municipality.id, caseId);
  const content = newsletterIn(answers);
  await insertNewsletter(tx, municipality.id, {
    ...{ case_id: caseId, content, sha256: fingerprint(content) },
    ...{ about_case_id, published_at: at },
  });
  const { name, email } = municipality.contactPoint;
  await planLetter(tx, municipality.id, {
    ...{ case_id: caseId, task_id: null, letter_key: 'sent', template: 'newsletterSent' },
    ...{ recipient_name: name, recipient_email: email, language: municipality.defaultLanguage },
    ...{ ordinal: 1, link: null, created_at: at },
    attachments: documentLanguages(content).map((_, i) => nthOf('newsletter', i + 1)),
  });
}

/**
 * Nobody has said whether a newsletter is to be sent, and its time is over: whoever was asked last, and the
 * contact point where that is somebody else, hear that its case is ended and how another one begins.
 */
export async function tellNewsletterLapsed({ tx, municipality, current, at }: Recording) {
  const { id: caseId } = current;
  const { contactPoint, defaultLanguage } = municipality;
  const asked = (await tasksOfCase(tx, municipality.id, caseId))
    .filter(({ kind, state }) => kind === 'write' && state === 'closed')
    .map((task) => ({
      ...{ name: task.assignee_name, email: task.assignee_email },
      language: task.language,
    }))
    .at(-1);
  const isAsked = asked && address(asked.email) === address(contactPoint.email);
  const readers = [
    ...(asked ? [asked] : []),
    ...(isAsked ? [] : [{ ...contactPoint, language: defaultLanguage }]),
  ];
  for (const [i, { name, email, language }] of readers.entries()) {
    await planLetter(tx, municipality.id, {
      ...{ case_id: caseId, task_id: null, letter_key: `lapsed/${i + 1}`, attachments: [] },
      ...{ template: 'newsletterLapsed', recipient_name: name, recipient_email: email },
      ...{ language, ordinal: 1, link: 'desk', created_at: at },
    });
  }
}
