import type { CaseState, CaseView } from '../../../domain/api/shapes';

/** The state of a case, told apart where the applicant's turn to sign is over. */
export function stageOf({
  state,
  waitsFor,
}: Pick<CaseView, 'state' | 'waitsFor'>): CaseState | 'awaitingCountersignature' {
  const others = waitsFor !== null && waitsFor.who === 'countersigner';
  return state === 'awaitingSignature' && others ? 'awaitingCountersignature' : state;
}
