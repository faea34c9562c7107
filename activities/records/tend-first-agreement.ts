import { fingerprint } from '../../database/fingerprint';
import {
  insertAgreementDraft,
  invite,
} from '../../database/repositories/first-agreement.repository';
import { getApplication, latestAnswer } from '../../database/repositories/submission.repository';
import { draftOf, organisationsOf } from '../../domain/first-agreement/first-agreement';
import type { Recording } from './record-steps';

/** Whoever stands in the form is invited. The step is recorded once, so nobody is twice. */
export async function inviteOrganisations({ tx, municipality, current, at }: Recording) {
  const { answers } = await getApplication(tx, municipality.id, current.id);
  const { defaultLanguage: language } = municipality;
  await invite(tx, municipality.id, current.id, organisationsOf(answers, language), at);
}

/** What was handed over is the draft that a revision takes up. */
export async function keepAgreementDraft({ tx, municipality, current, at }: Recording) {
  const { id: caseId, organisation_name: title } = current;
  const written = await latestAnswer(tx, municipality.id, { caseId, kind: 'handOver' });
  if (!written) throw new Error('task.unanswered');
  const { summary, met, text, file } = draftOf(written.answers);
  await insertAgreementDraft(tx, municipality.id, {
    ...{ case_id: caseId, title, summary, met, text, file, handed_over_at: at },
    sha256: file?.sha256 ?? fingerprint(text),
  });
}
