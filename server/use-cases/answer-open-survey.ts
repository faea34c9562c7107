import type { Tx } from '../../database/database';
import { fingerprint } from '../../database/fingerprint';
import { appendAudit } from '../../database/repositories/audit.repository';
import { lockCase } from '../../database/repositories/case.repository';
import { keepOpenAnswer } from '../../database/repositories/first-agreement.repository';
import type { OpenAnswerRequest } from '../../domain/api/first-agreement';
import { DomainError } from '../../domain/errors';
import { firstAgreementOpenSurvey as form } from '../../domain/forms/definitions/first-agreement-survey';
import { formReference } from '../../domain/forms/registry';
import { parseAnswers } from '../../domain/forms/schema';
import type { Municipality } from '../../domain/municipality';
import type { ServerContext } from '../context';
import { requireFirstAgreement, requireOpenSurvey } from './read-first-agreement';

/**
 * Takes what anybody answers to the open survey; the same key again is the same answer. Nobody's name or
 * address is asked for, so no mail is sent. Throws `form.invalid`, `survey.closed` and `page.unknown`.
 */
export async function answerOpenSurvey(
  tx: Tx,
  { clock }: Pick<ServerContext, 'clock'>,
  municipality: Municipality,
  { caseId, submissionKey, answers: typed }: OpenAnswerRequest & { caseId: string },
): Promise<void> {
  const parsed = parseAnswers(form, typed);
  if (!parsed.ok) throw new DomainError('form.invalid', {}, parsed.faults);
  const named = await requireFirstAgreement(tx, municipality, caseId);
  const found = await lockCase(tx, municipality.id, named.id);
  const at = clock();
  await requireOpenSurvey(tx, found, at);
  const { answers } = parsed;
  const { isNew } = await keepOpenAnswer(tx, municipality.id, {
    ...{ case_id: found.id, form_reference: formReference(form), answers },
    ...{ submission_key: submissionKey, answered_at: at },
    sha256: fingerprint({ form: formReference(form), answers, at, caseId: found.id }),
  });
  if (!isNew) return;
  const entry = { at, actor: 'respondent', event: 'openAnswerGiven', details: {} } as const;
  await appendAudit(tx, municipality.id, found.id, entry);
}
