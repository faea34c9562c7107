import type { Ending } from '../domain/asking/stand';

/** A person has ended the case: whatever the process was doing, it goes on to its end. */
export class CaseEnded extends Error {
  override readonly name = 'CaseEnded';

  constructor(readonly how: Ending) {
    super(how);
  }
}
