import { boundAnswer } from '../domain/forms/fields';
import type { FormRegistry } from '../domain/forms/registry';
import { parseCoding, type AccountCoding } from '../domain/ledger/coding';
import type { Between, Entry } from '../domain/ledger/posting';
import type { Municipality } from '../domain/municipality';
import type { Tx } from './database';
import { standingSubmission } from './repositories/corrected-answer.repository';
import type { CodedEntry } from './repositories/ledger.repository';
import { tasksOfCase } from './repositories/task.repository';

/** Entries of a transfer, with the account coding that the controller has given for it. */
export async function withCoding(
  { tx, forms, municipality }: { tx: Tx; forms: FormRegistry; municipality: Municipality },
  { caseId, between }: { caseId: string; between: Between },
  entries: readonly Entry[],
): Promise<CodedEntry[]> {
  const tasks = await tasksOfCase(tx, municipality.id, caseId);
  const checked = tasks.findLast(({ kind, outcome }) => kind === 'verify' && outcome === 'approve');
  if (!checked?.submission_id) throw new Error('task.unanswered');
  // What the controller has put right since holds of all that is posted from then on.
  const { form_reference, answers } = await standingSubmission(tx, municipality.id, {
    ...{ caseId, submissionId: checked.submission_id },
  });
  const form = forms.get(form_reference);
  const coding = (binding: 'giverCoding' | 'receiverCoding'): AccountCoding | undefined => {
    const typed = boundAnswer(form, binding, answers);
    return typed === undefined
      ? undefined
      : parseCoding(typed, municipality.ledger?.dimensions ?? []);
  };
  const [giver, receiver] = [coding('giverCoding'), coding('receiverCoding')];
  return entries.map((entry) => {
    const own = entry.committee === between.giver ? giver : receiver;
    return { ...entry, ...(own && { coding: own }) };
  });
}
