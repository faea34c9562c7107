import { recordPlan } from '../../database/repositories/budget.repository';
import { decisionInWords, restsOn } from '../../database/repositories/resting.repository';
import { getApplication } from '../../database/repositories/submission.repository';
import { planOf, requestedTransfer } from '../../domain/ledger/plan';
import type { Recording } from './record-steps';

/** Keeps what a decided transfer moves in each year, with the decision it rests on. Repeatable. */
export async function planTransfer(recording: Recording): Promise<void> {
  const { tx, forms, municipality, current } = recording;
  const { form_reference, answers } = await getApplication(tx, municipality.id, current.id);
  const asked = requestedTransfer(forms.get(form_reference), answers);
  const rests = await restsOn(tx, municipality.id, current.id);
  if (!asked || !rests?.carries) throw new Error('transfer.undecided');
  const { amounts, ...between } = asked;
  const plan = planOf(amounts, between);
  await recordPlan(tx, municipality.id, current.id, decisionInWords(rests.decision), plan);
}
