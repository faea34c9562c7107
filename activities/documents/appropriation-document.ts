import { getSubmission, getApplication } from '../../database/repositories/submission.repository';
import { tasksOfCase } from '../../database/repositories/task.repository';
import { boundAnswer } from '../../domain/forms/fields';
import { boundAmounts } from '../../domain/ledger/plan';
import { composeAppropriationAnswer } from './compose/compose-appropriation-answer';
import type { DocumentContent } from './content';
import type { Source } from './make-document';

/** The nth answer to a request for a raised appropriation: one for every time it was tried. */
export async function appropriationAnswer(source: Source): Promise<DocumentContent> {
  const { tx, dependencies, municipality, found, createdAt, nth } = source;
  const asked = await getApplication(tx, municipality.id, found.id);
  const request = dependencies.forms.get(asked.form_reference);
  const tasks = await tasksOfCase(tx, municipality.id, found.id);
  const tried = tasks
    .filter(({ kind, answered_at: at }) => kind === 'appraise' && at !== null)
    .sort((a, b) => Number(a.answered_at) - Number(b.answered_at));
  const { submission_id: id, outcome } = tried[nth - 1] ?? {};
  const requested = boundAmounts(request, asked.answers);
  if (!id || !requested || (outcome !== 'approve' && outcome !== 'refuse' && outcome !== 'table')) {
    throw new Error('task.unanswered');
  }
  const { form_reference, answers } = await getSubmission(tx, municipality.id, id);
  const form = dependencies.forms.get(form_reference);
  const granted = outcome === 'approve' ? boundAmounts(form, answers) : undefined;
  const committee = boundAnswer(request, 'receivingCommittee', asked.answers) ?? '';
  return composeAppropriationAnswer({
    ...{ municipality, process: found.process, language: found.language, createdAt },
    ...{ number: found.number, title: found.organisation_name, requested, outcome },
    committee: municipality.ledger?.accounts[committee]?.name[found.language] ?? committee,
    ...(granted && { granted }),
    decision: boundAnswer(form, 'wording', answers) ?? '',
    reasons: boundAnswer(form, 'reasons', answers) ?? '',
  });
}
