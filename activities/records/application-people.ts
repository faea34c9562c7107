import type { Tx } from '../../database/database';
import type { getApplication } from '../../database/repositories/submission.repository';
import { tasksOfCase } from '../../database/repositories/task.repository';
import { boundAnswer, boundPeople, boundSigningRule } from '../../domain/forms/fields';
import type { FormRegistry } from '../../domain/forms/registry';
import type { TaskKind } from '../../domain/process';
import { reachedAt, ruleOf } from '../../domain/signatories';
import { assigneeOf, type Assignees, type Person } from './person';

export type Application = Awaited<ReturnType<typeof getApplication>>;

/** Those whom an application names to sign, and how many of them must. */
export function signatoriesIn(
  forms: FormRegistry,
  { form_reference, answers, language }: Application,
): Assignees {
  const form = forms.get(form_reference);
  const signatories = boundPeople(form, 'signatories', answers);
  const people = signatories.map((signatory) => ({ ...signatory, language }));
  return { people, rule: ruleOf(boundSigningRule(form, answers)), inOrder: false };
}

/** Whom an application names as coordinator, or as the one to come. */
export function coordinatorIn(
  forms: FormRegistry,
  { form_reference, answers, language }: Application,
  who: 'coordinator' | 'newCoordinator' = 'coordinator',
): Person | undefined {
  const form = forms.get(form_reference);
  const name = boundAnswer(form, `${who}Name`, answers);
  const email = boundAnswer(form, `${who}Email`, answers);
  const postal =
    who === 'coordinator' ? boundAnswer(form, 'coordinatorPostal', answers) : undefined;
  if (!name || (email === undefined && postal === undefined)) return undefined;
  return { name, language, ...reachedAt(email, postal) };
}

/** Those who agreed when they were asked something. */
export async function agreedTo(
  tx: Tx,
  municipalityId: string,
  caseId: string,
  asked: TaskKind,
): Promise<Person[]> {
  const tasks = await tasksOfCase(tx, municipalityId, caseId);
  return tasks
    .filter(({ kind, outcome }) => kind === asked && outcome === 'answered')
    .map(assigneeOf);
}
