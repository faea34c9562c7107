import type { Tx } from '../../database/database';
import { getSubmission } from '../../database/repositories/submission.repository';
import { tasksOfCase } from '../../database/repositories/task.repository';
import type { OpinionView } from '../../domain/api/shapes';
import { boundAnswer } from '../../domain/forms/fields';
import type { ServerContext } from '../context';

/** A group before a decision or about a report, an organisation before a decision against it. */
const asksForOpinions = ['consult', 'hear', 'reviewReport', 'decidePlan', 'decideFocus'];
const opinionOutcomes = ['support', 'oppose', 'answered', 'approve', 'return'] as const;

/** What those who were asked for their opinion on a case have said, in the order they said it. */
export async function opinionsOn(
  tx: Tx,
  { forms }: Pick<ServerContext, 'forms'>,
  { municipality_id: municipalityId, id: caseId }: { municipality_id: string; id: string },
): Promise<OpinionView[]> {
  const tasks = await tasksOfCase(tx, municipalityId, caseId);
  const opinions: OpinionView[] = [];
  for (const task of tasks) {
    const { kind, outcome, submission_id, answered_at, assignee_name: name } = task;
    if (!asksForOpinions.includes(kind) || !submission_id || !answered_at) continue;
    const said = opinionOutcomes.find((each) => each === outcome);
    if (!said) continue;
    const { form_reference, answers } = await getSubmission(tx, municipalityId, submission_id);
    const comment = boundAnswer(forms.get(form_reference), 'comment', answers) ?? null;
    // Its question had been closed: enough others had answered.
    const late = task.closed_at !== null;
    opinions.push({ name, outcome: said, comment, at: answered_at.toISOString(), late });
  }
  return opinions.sort((a, b) => a.at.localeCompare(b.at));
}
