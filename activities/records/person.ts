import type { Task } from '../../database/repositories/task.repository';
import type { Rule } from '../../domain/asking/rule';
import type { Language } from '../../domain/language';
import type { Capacity } from '../../domain/signatories';

export interface Person {
  name: string;
  /** Empty where they have none and `postal` says where letters go. */
  email: string;
  postal?: string;
  language: Language;
  capacity?: Capacity;
}

/** Who is asked when a role is, whose answers are enough, and whether one after the other. */
export interface Assignees {
  people: readonly Person[];
  rule: Rule;
  inOrder: boolean;
}

export const nobody: Assignees = { people: [], rule: { kind: 'first' }, inOrder: false };

export function one(person: Person): Assignees {
  return { ...nobody, people: [person] };
}

/** Whoever has a task, as its letters name them. */
export function assigneeOf(task: Task): Person {
  const { assignee_name: name, assignee_email: email, assignee_postal: postal, language } = task;
  return { name, email, language, ...(postal !== null && { postal }) };
}
