import type { Tx } from '../../database/database';
import { adoptBudget, budgetVersions } from '../../database/repositories/budget.repository';
import { correctedAnswersOf } from '../../database/repositories/corrected-answer.repository';
import { findInitiator } from '../../database/repositories/initiator.repository';
import { planLetter } from '../../database/repositories/letter.repository';
import { addToOutbox } from '../../database/repositories/outbox.repository';
import { getApplication, type Submission } from '../../database/repositories/submission.repository';
import { tasksOfCase, type Task } from '../../database/repositories/task.repository';
import { fingerprint } from '../../database/fingerprint';
import { stockholmDate } from '../../domain/calendar';
import { nthOf } from '../../domain/document-keys';
import { sumsOf } from '../../domain/forms/amounts';
import { boundAnswer } from '../../domain/forms/fields';
import type { FormRegistry } from '../../domain/forms/registry';
import type { Answers, FormDefinition } from '../../domain/forms/types';
import { boundAmounts } from '../../domain/ledger/plan';
import { oreOf } from '../../domain/money';
import type { Municipality } from '../../domain/municipality';

interface Corrected {
  municipality: Municipality;
  forms: FormRegistry;
  form: FormDefinition;
  standing: Submission;
  answers: Answers;
  /** The subject of the official. */
  by: string;
  at: Date;
}

/**
 * What follows where the answer to a request for a raised appropriation is put right: whoever asked gets it anew
 * if the paper says something else, and the budgets that the answer has raised are corrected.
 * Throws `budget.belowPosted` where more has been given away already than would be left.
 */
export async function followAppraisal(tx: Tx, task: Task, corrected: Corrected): Promise<void> {
  await correctBudgets(tx, task, corrected);
  if (printed(corrected, corrected.answers) === printed(corrected, corrected.standing.answers))
    return;
  await sendAnew(tx, task, corrected);
}

/** What the letter says of an answer. */
function printed({ form }: Corrected, answers: Answers): string {
  return fingerprint([
    boundAmounts(form, answers) ?? null,
    boundAnswer(form, 'wording', answers) ?? '',
    boundAnswer(form, 'reasons', answers) ?? '',
  ]);
}

async function sendAnew(
  tx: Tx,
  { municipality_id: municipalityId, case_id: caseId }: Task,
  { municipality, at }: Corrected,
): Promise<void> {
  const nth = await correctedAppraisals(tx, municipalityId, caseId);
  const reader = (await findInitiator(tx, municipalityId, caseId)) ?? municipality.contactPoint;
  await planLetter(tx, municipalityId, {
    ...{ case_id: caseId, task_id: null, letter_key: `appraisalCorrected/${nth}`, ordinal: 1 },
    ...{ template: 'appropriationCorrected', language: municipality.defaultLanguage, link: 'desk' },
    ...{ recipient_name: reader.name, recipient_email: reader.email, created_at: at },
    attachments: [nthOf('correctedAppropriationAnswer', nth)],
  });
  await addToOutbox(tx, municipalityId, { caseId, kind: 'deliver', at });
}

/** How many times an answer of the case has been put right. */
async function correctedAppraisals(tx: Tx, municipalityId: string, caseId: string) {
  const tasks = await tasksOfCase(tx, municipalityId, caseId);
  const appraisals = tasks.filter(({ kind }) => kind === 'appraise').map(({ id }) => id);
  const corrections = await correctedAnswersOf(tx, municipalityId, caseId);
  return corrections.filter(({ task_id }) => appraisals.includes(task_id)).length;
}

/**
 * The years whose budget is as this answer has raised it get a version that says what is right. Where a later
 * budget has been recorded, whoever did knows what is in it.
 */
async function correctBudgets(
  tx: Tx,
  { municipality_id: municipalityId, case_id: caseId }: Task,
  { municipality: { ledger }, forms, form, standing, answers, by, at }: Corrected,
): Promise<void> {
  const [was, is] = [boundAmounts(form, standing.answers), boundAmounts(form, answers)];
  const asked = await getApplication(tx, municipalityId, caseId);
  const request = forms.get(asked.form_reference);
  const committee = boundAnswer(request, 'receivingCommittee', asked.answers);
  if (!ledger || !was || !is || committee === undefined) return;
  const [before, now] = [sumsOf(was).years, sumsOf(is).years];
  for (const [i, year] of is.years.entries()) {
    const versions = await budgetVersions(tx, municipalityId, committee, year);
    const last = versions.at(-1);
    if (last?.case_id !== caseId) continue;
    const ore = last.ore + oreOf(now[i] ?? 0) - oreOf(before[i] ?? 0);
    const decidedOn = boundAnswer(form, 'decidedOn', answers) ?? stockholmDate(at);
    const decision = boundAnswer(form, 'wording', answers) ?? '';
    if (ore === last.ore && decidedOn === last.decided_on && decision === last.decision) continue;
    await adoptBudget(
      tx,
      municipalityId,
      {
        ...{ committee, year, after: versions.length, caseId },
        ...{ ore, decidedOn, decision, recordedBy: by },
      },
      ledger,
    );
  }
}
