import { useCallback, useMemo } from 'react';
import { useLocation } from 'wouter';
import type { ApplicationRequest, ReceiptView } from '../../../domain/api/shapes';
import { boundAnswer } from '../../../domain/forms/fields';
import { parseAnswers } from '../../../domain/forms/schema';
import type { Answers, FormDefinition } from '../../../domain/forms/types';
import { sendApplication, sendReport } from '../../shared/api/endpoints';
import { hasCode } from '../../shared/api/problem-sentence';
import { forgetDraft, readDraft } from '../../shared/forms/draft';
import { submissionKeys } from '../../shared/forms/submission-key';
import type { TypedAnswers } from '../../shared/forms/typed-answers';
import type { AnswersForm } from '../../shared/forms/use-answers-form';
import { useSending } from '../../shared/forms/use-sending';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { browserKeeper, tabKeeper } from '../../shared/storage';
import { forgetOwnCase, readOwnCase } from './own-case';
import { rememberSent } from './sent-application';

export interface ApplicationSending {
  busy: boolean;
  error: unknown;
  begin: () => void;
  send: (typed: TypedAnswers, reject: AnswersForm['reject']) => Promise<void>;
}

/** Sends the application once and goes to its receipt. `draft` names what was typed and its key. */
export function useApplicationSending(form: FormDefinition, draft: string): ApplicationSending {
  const { id } = useMunicipality();
  const [, navigate] = useLocation();
  const { busy, error, send } = useSending();
  const keys = useMemo(() => submissionKeys(draft, tabKeeper, browserKeeper), [draft]);
  const sendAnswers = async (answers: Answers) => {
    const application = {
      submissionKey: keys.keyFor(subjectOf(form, answers)),
      formId: form.id,
      formVersion: form.version,
      answers,
    };
    // Its files are in the draft on the server, where there is one; sending ends it.
    const kept = readDraft(tabKeeper, draft)?.kept?.id;
    const own = isReport(form) && !kept ? readOwnCase(tabKeeper, id) : undefined;
    const receipt = own
      ? await sendFromOwnCase(id, own, application)
      : await sendApplication(id, application, kept);
    forgetDraft(tabKeeper, draft);
    rememberSent(tabKeeper, draft, receipt);
    keys.finish();
    navigate(`/${id}/case#${receipt.statusToken}`, { replace: true });
  };
  return {
    busy,
    error,
    begin: useCallback(() => keys.begin(), [keys]),
    send: async (typed, reject) => {
      const parsed = parseAnswers(form, typed);
      if (parsed.ok) await send(() => sendAnswers(parsed.answers), reject);
    },
  };
}

function isReport({ bindings }: FormDefinition): boolean {
  return bindings.partyChange !== undefined;
}

/** As anybody can, once the link that one came by has ended. */
async function sendFromOwnCase(
  id: string,
  caseId: string,
  application: ApplicationRequest,
): Promise<ReceiptView> {
  try {
    return await sendReport(id, caseId, application);
  } catch (error) {
    if (!hasCode(error, 'session.missing')) throw error;
    forgetOwnCase(tabKeeper, id);
    return sendApplication(id, application);
  }
}

/** Whom the application is about, so that applications for two organisations stay two. */
function subjectOf(form: FormDefinition, answers: Answers): string {
  const subject =
    boundAnswer(form, 'organisationNumber', answers) ??
    boundAnswer(form, 'organisationName', answers);
  return (subject ?? '').toLowerCase();
}
