import type { Rule } from '../asking/rule';
import type { Municipality } from '../municipality';

/** Whether a group has fewer members than a rule asks to answer. */
export function fewerThan(rule: Rule, members: number): boolean {
  return members < (rule.kind === 'atLeast' ? rule.count : 1);
}

/** The most of a group's members who must answer any of the municipality's questions. */
export function largestQuorum(
  { processes }: Pick<Municipality, 'processes'>,
  group: string,
): number {
  const rules = Object.values(processes).flatMap(({ tasks }) =>
    Object.values(tasks).flatMap(({ asks }) =>
      asks && 'group' in asks && asks.group === group ? [asks.rule] : [],
    ),
  );
  return Math.max(1, ...rules.map((rule) => (rule.kind === 'atLeast' ? rule.count : 1)));
}

/** The kinds of questions that a group is asked, in any process. */
export function kindsAsking(
  { processes }: Pick<Municipality, 'processes'>,
  group: string,
): string[] {
  const kinds = Object.values(processes).flatMap(({ tasks }) =>
    Object.entries(tasks).flatMap(([kind, { asks }]) =>
      asks && 'group' in asks && asks.group === group ? [kind] : [],
    ),
  );
  return [...new Set(kinds)];
}
