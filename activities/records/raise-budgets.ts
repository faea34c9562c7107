import { adoptBudget, budgetVersions } from '../../database/repositories/budget.repository';
import { standingAnswer } from '../../database/repositories/corrected-answer.repository';
import { getApplication } from '../../database/repositories/submission.repository';
import { auditOfCase } from '../../database/repositories/audit.repository';
import { sumsOf } from '../../domain/forms/amounts';
import { boundAnswer } from '../../domain/forms/fields';
import { stockholmDate } from '../../domain/calendar';
import { boundAmounts } from '../../domain/ledger/plan';
import { oreOf } from '../../domain/money';
import type { Recording } from './record-steps';

/**
 * Adds a granted raise to the budget of each year that has one, where whoever answered says that it is not
 * in it already. A year without a budget gets it with its budget. A version that this case has adopted is
 * not adopted again.
 */
export async function raiseBudgets(recording: Recording): Promise<void> {
  const { tx, forms, municipality, current, at } = recording;
  const { ledger: book } = municipality;
  const said = await standingAnswer(tx, municipality.id, { caseId: current.id, kind: 'appraise' });
  if (!book || !said) throw new Error('task.unanswered');
  if (said.answers['booking'] !== 'add') return;
  const form = forms.get(said.form_reference);
  const granted = boundAmounts(form, said.answers);
  const asked = await getApplication(tx, municipality.id, current.id);
  const request = forms.get(asked.form_reference);
  const committee = boundAnswer(request, 'receivingCommittee', asked.answers);
  if (!granted || committee === undefined) throw new Error('task.unanswered');
  const sums = sumsOf(granted).years;
  const audit = await auditOfCase(tx, municipality.id, current.id);
  const by = audit.findLast(({ event }) => event === 'appraised')?.details['by'];
  for (const [i, year] of granted.years.entries()) {
    const versions = await budgetVersions(tx, municipality.id, committee, year);
    const last = versions.at(-1);
    const isRaised = versions.some(({ case_id: caseId }) => caseId === current.id);
    if (!last || isRaised || !sums[i]) continue;
    await adoptBudget(
      tx,
      municipality.id,
      {
        ...{ committee, year, after: versions.length, caseId: current.id },
        ore: last.ore + oreOf(sums[i]),
        decidedOn: boundAnswer(form, 'decidedOn', said.answers) ?? stockholmDate(at),
        decision: boundAnswer(form, 'wording', said.answers) ?? '',
        recordedBy: typeof by === 'string' ? by : 'system',
      },
      book,
    );
  }
}
