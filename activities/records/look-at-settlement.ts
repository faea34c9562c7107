import { lockCase } from '../../database/repositories/case.repository';
import type { ProcessState } from '../../domain/process';
import type { Ending } from '../../domain/asking/stand';
import { budgetSettlement } from '../../domain/processes/budget-settlement';
import type { RecordDependencies } from './record-steps';
import { accountedRest } from './settle-year';

export interface LookAtSettlementInput {
  process: ProcessState;
  /** Process time in milliseconds since 1970. */
  at: number;
}

/** What becomes of the rest of a year, and who decides where it is to be taken along. */
export type FoundSettlement =
  { state: 'giveBack' | 'bodiesDecide' | 'officialDecides' } | { state: 'ended'; how: Ending };

/** Reads what was accounted for and works out what is left. Changes nothing. */
export async function lookAtSettlement(
  dependencies: RecordDependencies,
  { process, at }: LookAtSettlementInput,
): Promise<FoundSettlement> {
  const { municipalityId, caseId } = process;
  const { database, forms, processes } = dependencies;
  return database.transaction(municipalityId, async (tx) => {
    const current = await lockCase(tx, municipalityId, caseId);
    if (current.ending) return { state: 'ended', how: current.ending };
    const municipality = dependencies.municipality(municipalityId);
    const recording = { tx, forms, processes, municipality, current, at: new Date(at) };
    const { left, proposes } = await accountedRest(recording);
    if (left === 0 || proposes !== 'carryOver') return { state: 'giveBack' };
    const bodies = municipality.processes[budgetSettlement.name]?.bodies ?? [];
    return { state: bodies.length > 0 ? 'bodiesDecide' : 'officialDecides' };
  });
}
