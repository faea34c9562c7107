import { DomainError } from '../errors';
import { createFormRegistry, formReference, type FormRegistry } from '../forms/registry';
import type { FormDefinition } from '../forms/types';
import { languages } from '../language';
import type { Municipality } from '../municipality';
import { addProcessTexts } from '../texts';
import { unknownTexts } from '../texts/process-texts';
import type { ProcessDefinition } from './definition';

/** The processes of an installation and every form they ask. */
export interface ProcessRegistry {
  forms: FormRegistry;
  /** The process of a name; throws `process.unknown`. */
  get(name: string): ProcessDefinition;
  /** Those that a municipality runs, in the order of its configuration. */
  of(municipality: Municipality): ProcessDefinition[];
  /** The one whose cases begin with a form; throws `form.outdated` when the municipality has none. */
  begunBy(municipality: Municipality, form: { id: string; version: number }): ProcessDefinition;
  /** The one that has a form, whatever its version (`id@version`); undefined for a form of nobody's. */
  having(form: string): ProcessDefinition | undefined;
  /** The one at an address in a municipality; throws `process.unknown`. */
  at(municipality: Municipality, address: string): ProcessDefinition;
}

/**
 * Builds the registry and makes the texts of its processes known; throws with all faults at once
 * when a definition is incomplete.
 * @param forms beside those of the processes
 */
export function createProcessRegistry(
  definitions: readonly ProcessDefinition[],
  forms: readonly FormDefinition[] = [],
): ProcessRegistry {
  const faults = processFaults(definitions);
  if (faults.length > 0) throw new Error(`processes are incomplete:\n${faults.join('\n')}`);
  for (const definition of definitions) addProcessTexts(definition);
  const byName = new Map(definitions.map((each) => [each.name, each]));
  const find = (name: string) => {
    const definition = byName.get(name);
    if (!definition) throw new DomainError('process.unknown');
    return definition;
  };
  return {
    forms: createFormRegistry([...definitions.flatMap((each) => each.forms), ...forms]),
    get: find,
    of: ({ processes }) => Object.keys(processes).map(find),
    begunBy({ processes }, form) {
      const reference = formReference(form);
      const name = Object.keys(processes).find(
        (each) => processes[each]?.applicationForm === reference,
      );
      if (name === undefined) throw new DomainError('form.outdated');
      return find(name);
    },
    having: (form) =>
      definitions.find(({ forms }) => forms.some(({ id }) => id === form.split('@')[0])),
    at({ processes }, address) {
      const found = definitions.find(
        ({ name, address: its }) => its === address && Object.hasOwn(processes, name),
      );
      if (!found) throw new DomainError('process.unknown');
      return found;
    },
  };
}

function processFaults(definitions: readonly ProcessDefinition[]): string[] {
  const twice = (values: readonly string[]) =>
    values.filter((value, i) => values.indexOf(value) !== i);
  return [
    ...twice(definitions.map(({ name }) => name)).map((name) => `${name} is there twice`),
    ...twice(definitions.map(({ address }) => address)).map(
      (address) => `two processes have the address ${address}`,
    ),
    ...definitions.flatMap((definition) =>
      faultsOf(definition).map((fault) => `${definition.name}: ${fault}`),
    ),
  ];
}

function faultsOf({ address, texts }: ProcessDefinition): string[] {
  const faults = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(address)
    ? []
    : [`${address} cannot stand in an address`];
  if (!texts) return faults;
  const own = languages.map((language) => Object.keys(texts[language].own ?? {}));
  return [
    ...faults,
    ...languages.flatMap((language) =>
      Object.entries<string>({ ...texts[language].words })
        .filter(([, text]) => text.trim() === '')
        .map(([word]) => `no ${language} word for ${word}`),
    ),
    ...languages.flatMap((language, i) =>
      own
        .flat()
        .filter((key) => !own[i]?.includes(key))
        .map((key) => `no ${language} text for ${key}`),
    ),
    ...unknownTexts(own.flat()).map((key) => `there is no text ${key}`),
  ];
}
