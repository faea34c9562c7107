import type { Municipality } from '../municipality';
import { optionalSteps, type OptionalStep, type ProcessState } from '../process';
import type { ProcessDefinition } from './definition';

/**
 * Where a case of a process begins. What the municipality has chosen is settled then: a case goes on
 * as it began when the configuration is changed meanwhile.
 */
export function beginCase(
  { name, firstPhase, optional = {} }: ProcessDefinition,
  municipality: Pick<Municipality, 'processes' | 'followUp'>,
): Omit<ProcessState, 'municipalityId' | 'caseId'> {
  const { tasks = {}, bodies = [] } = municipality.processes[name] ?? {};
  const isChosen = (step: OptionalStep) =>
    optional[step]?.chosen?.(municipality) ??
    (step === 'circulate' ? bodies.length > 0 : Object.hasOwn(tasks, step));
  const options = optionalSteps.filter((step) => optional[step] && isChosen(step));
  const [phase = firstPhase] = options.flatMap((step) => optional[step]?.firstPhase ?? []);
  return { phase, generation: 1, ...(options.length > 0 && { options }) };
}
