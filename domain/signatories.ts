import type { Rule } from './asking/rule';

/** What somebody who signs for an organisation is in it. */
export const capacities = ['chair', 'treasurer', 'secretary', 'boardMember', 'authorised'] as const;
export type Capacity = (typeof capacities)[number];

/**
 * Who must sign for an organisation to be bound, of those it has named: any one of them, all of
 * them together, the chair with the treasurer or the secretary, or every member of its board.
 */
export const signingRules = ['oneAlone', 'jointly', 'chairWithOther', 'wholeBoard'] as const;
export type SigningRule = (typeof signingRules)[number];

/** A person whom an organisation has named to sign for it. */
export interface Signatory {
  name: string;
  /** Empty where they have none and `postal` says where letters go. */
  email: string;
  postal?: string;
  capacity: Capacity;
}

/** Why a rule can never be kept by the people named for it. */
export type SigningFault = 'signatoriesTooFew' | 'signatoriesWithoutChair';

/** Together are at least two; chair with treasurer or secretary needs them to be named. */
export function signingFault(
  rule: SigningRule,
  people: readonly Pick<Signatory, 'capacity'>[],
): SigningFault | undefined {
  const has = (...wanted: Capacity[]) => people.some(({ capacity }) => wanted.includes(capacity));
  if (rule === 'jointly' && people.length < 2) return 'signatoriesTooFew';
  if (rule === 'chairWithOther' && !(has('chair') && has('treasurer', 'secretary'))) {
    return 'signatoriesWithoutChair';
  }
  return undefined;
}

export function isCapacity(value: unknown): value is Capacity {
  return (capacities as readonly unknown[]).includes(value);
}

export function isSigningRule(value: unknown): value is SigningRule {
  return (signingRules as readonly unknown[]).includes(value);
}

/** Whose signatures are enough under a rule. */
export function ruleOf(rule: SigningRule): Rule {
  switch (rule) {
    case 'oneAlone':
      return { kind: 'any' };
    case 'jointly':
    case 'wholeBoard':
      return { kind: 'all' };
    case 'chairWithOther':
      return {
        kind: 'oneOf',
        sets: [
          ['chair', 'treasurer'],
          ['chair', 'secretary'],
        ],
      };
  }
}

/** By mail where there is an address (an empty one is none), otherwise by post. */
export function reachedAt(
  email: string | undefined,
  postal: string | undefined,
): { email: string; postal?: string } {
  if (email) return { email };
  return { email: '', ...(postal !== undefined && { postal }) };
}
