import { ekero } from '../../config/municipalities/ekero/municipality';
import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import type { Municipality, TaskConfiguration } from '../../domain/municipality';

/** The people of a municipality that uses the full shape of accession. */
export const members = [
  { name: 'Ada Norrby', email: 'ada@gruppen.example' },
  { name: 'Bo Söderby', email: 'bo@gruppen.example' },
  { name: 'Cilla Västerby', email: 'cilla@gruppen.example' },
] as const;
export const substitute = { name: 'Dag Österby', email: 'dag@gruppen.example' } as const;
export const countersigner = { name: 'Eva Ek', email: 'eva@sodertalje.example' } as const;

const { accession } = sodertalje.processes;
const soon = { answerWithin: { workingDays: 10 }, remindAfter: [5] } as const;

const tasks: Readonly<Record<string, TaskConfiguration>> = {
  ...accession.tasks,
  check: { ...soon, form: 'accession-check@1' },
  consult: {
    ...soon,
    form: 'accession-opinion@1',
    asks: { group: 'partnershipGroup', rule: { kind: 'atLeast', count: 2 } },
  },
  countersign: {
    ...soon,
    form: 'accession-countersignature@1',
    asks: { person: countersigner },
  },
  settle: { ...soon, form: 'accession-settle@1' },
};

/** Södertälje, if it had chosen the full shape. */
export const fullShape: Municipality = {
  ...sodertalje,
  groups: {
    partnershipGroup: {
      name: { sv: 'Samverkansgruppen', en: 'The partnership group' },
      members,
      substitutes: [substitute],
    },
  },
  processes: { ...sodertalje.processes, accession: { ...accession, tasks } },
};

/** Both, side by side on one installation. */
export const withFullShape: readonly Municipality[] = [fullShape, ekero];

/** A municipality where whoever answers these questions needs a mailed code. */
function withCodeFor(municipality: Municipality, ...kinds: readonly string[]): Municipality {
  const { accession: process } = municipality.processes;
  const coded = kinds.map((kind) => [kind, { ...process.tasks[kind]!, code: true }] as const);
  const tasks = { ...process.tasks, ...Object.fromEntries(coded) };
  return {
    ...municipality,
    processes: { ...municipality.processes, accession: { ...process, tasks } },
  };
}

/** The simple shape, where whoever signs needs a mailed code. */
export const withCodes: readonly Municipality[] = [withCodeFor(sodertalje, 'sign'), ekero];

export const withFullShapeAndCodes: readonly Municipality[] = [
  withCodeFor(fullShape, 'sign', 'countersign'),
  ekero,
];
