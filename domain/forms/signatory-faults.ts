import { isSigningRule, signingFault } from '../signatories';
import { cleanLine } from './clean-text';
import { boundAnswer, boundPeople, rootOf } from './fields';
import type { Answers, Faults, FormDefinition } from './types';

/**
 * What is wrong with signatories who are right one by one: a rule that those named can never keep,
 * and two with one address, whose signatures nobody could tell apart. Only for a form that asks for
 * several.
 *
 * @param typed what was typed, whose positions the faults name
 * @param judged the answers that are right by themselves, and the faults of the others
 */
export function signatoryFaults(
  form: FormDefinition,
  typed: Record<string, unknown>,
  judged: { answers: Answers; faults: Faults },
): Faults {
  const { signatories: group, signingRule } = form.bindings;
  if (group === undefined || Object.keys(judged.faults).some((path) => rootOf(path) === group)) {
    return {};
  }
  const people = boundPeople(form, 'signatories', judged.answers);
  const rule = boundAnswer(form, 'signingRule', judged.answers);
  const fault = people.length > 0 && isSigningRule(rule) ? signingFault(rule, people) : undefined;
  return {
    ...repeatedAddresses(group, typed[group]),
    ...(fault && signingRule !== undefined && { [signingRule]: fault }),
  };
}

function repeatedAddresses(group: string, items: unknown): Faults {
  if (!Array.isArray(items)) return {};
  const addresses = items.map(({ email }: { email?: unknown }) =>
    typeof email === 'string' ? cleanLine(email).toLowerCase() : '',
  );
  return Object.fromEntries(
    addresses.flatMap((address, i) =>
      address !== '' && addresses.indexOf(address) < i
        ? [[`${group}.${i}.email`, 'emailRepeated' as const]]
        : [],
    ),
  );
}
