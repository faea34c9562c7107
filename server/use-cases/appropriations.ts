import type { Tx } from '../../database/database';
import { getApplication } from '../../database/repositories/submission.repository';
import { casesOfProcess } from '../../database/repositories/case.repository';
import { tasksOfCase, type Task } from '../../database/repositories/task.repository';
import type { AppropriationsAnswer } from '../../domain/api/ledger';
import { sumsOf } from '../../domain/forms/amounts';
import { boundAnswer } from '../../domain/forms/fields';
import type { FormRegistry } from '../../domain/forms/registry';
import type { AmountsAnswer, Answers, Faults, FormDefinition } from '../../domain/forms/types';
import type { Language } from '../../domain/language';
import { boundAmounts } from '../../domain/ledger/plan';
import type { Municipality } from '../../domain/municipality';
import { raisedAppropriation } from '../../domain/processes/raised-appropriation';

/** Requests for raised appropriations, those that wait for an answer first. */
export async function readAppropriations(
  tx: Tx,
  forms: FormRegistry,
  { id: municipalityId, ledger }: Municipality,
  language: Language,
): Promise<AppropriationsAnswer> {
  const requests: AppropriationsAnswer['requests'] = [];
  for (const found of await casesOfProcess(tx, municipalityId, raisedAppropriation.name)) {
    const { form_reference, answers } = await getApplication(tx, municipalityId, found.id);
    const form = forms.get(form_reference);
    const amounts = boundAmounts(form, answers);
    if (!amounts) continue;
    const committee = boundAnswer(form, 'receivingCommittee', answers) ?? '';
    const tasks = await tasksOfCase(tx, municipalityId, found.id);
    const open = tasks.find(({ kind, state }) => kind === 'appraise' && state === 'open');
    const answered = tasks.filter(({ kind, outcome }) => kind === 'appraise' && outcome !== null);
    const outcome = answered.at(-1)?.outcome;
    const sums = sumsOf(amounts).years;
    requests.push({
      ...{ caseId: found.id, number: found.number, title: found.organisation_name },
      committee: ledger?.accounts[committee]?.name[language] ?? committee,
      years: amounts.years.map((year, i) => ({ year, kronor: sums[i] ?? 0 })),
      answer: outcome === 'approve' || outcome === 'refuse' || outcome === 'table' ? outcome : null,
      waits: open ? { taskId: open.id, deadline: open.deadline } : null,
      closed: found.closed_at !== null,
    });
  }
  return { requests: requests.sort((a, b) => Number(a.closed) - Number(b.closed)) };
}

/** What was asked for, as the amounts that may be granted before anybody has typed. */
export async function appraisalAnswers(
  tx: Tx,
  forms: FormRegistry,
  task: Task,
): Promise<Record<string, unknown>> {
  const requested = await requestedIn(tx, forms, task);
  const field = forms.get(task.form_reference).bindings.amounts ?? '';
  return { [field]: requested };
}

/**
 * Nobody is granted more than they asked for, or on other lines, and nothing is decided on a day to come.
 * @param today `YYYY-MM-DD`
 */
export async function appraisalFaults(
  tx: Tx,
  forms: FormRegistry,
  { task, answers, today }: { task: Task; answers: Answers; today: string },
): Promise<Faults> {
  const form: FormDefinition = forms.get(task.form_reference);
  const day = form.bindings.decidedOn;
  const isAhead = (boundAnswer(form, 'decidedOn', answers) ?? '') > today;
  return {
    ...(day !== undefined && isAhead && { [day]: 'dayAhead' as const }),
    ...(await grantFaults(tx, forms, form, { task, answers })),
  };
}

async function grantFaults(
  tx: Tx,
  forms: FormRegistry,
  form: FormDefinition,
  { task, answers }: { task: Task; answers: Answers },
): Promise<Faults> {
  const granted = boundAmounts(form, answers);
  if (!granted) return {};
  const field = form.bindings.amounts ?? '';
  const requested = await requestedIn(tx, forms, task);
  const isLike = (of: (amounts: AmountsAnswer) => unknown) =>
    JSON.stringify(of(granted)) === JSON.stringify(of(requested));
  if (!isLike(({ years }) => years)) return { [`${field}.years`]: 'amountYears' };
  if (!isLike(({ lines }) => lines.map(({ name }) => name))) return { [field]: 'amountLine' };
  return Object.fromEntries(
    granted.lines.flatMap(({ amounts }, i) =>
      amounts.flatMap((kronor, j): [string, Faults[string]][] =>
        kronor > (requested.lines[i]?.amounts[j] ?? 0)
          ? [[`${field}.lines.${i}.amounts.${j}`, 'amountAbove']]
          : [],
      ),
    ),
  );
}

async function requestedIn(tx: Tx, forms: FormRegistry, task: Task): Promise<AmountsAnswer> {
  const { municipality_id: municipalityId, case_id: caseId } = task;
  const { form_reference, answers } = await getApplication(tx, municipalityId, caseId);
  const requested = boundAmounts(forms.get(form_reference), answers);
  if (!requested) throw new Error('application.missing');
  return requested;
}
