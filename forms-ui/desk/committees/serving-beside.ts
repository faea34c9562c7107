import { servingFaults, servingJudges } from '../../../domain/committees/serving-faults';
import type { Beside } from '../../shared/forms/use-answers-form';

/** What is wrong among those serving is said at its field before a record is sent, as the server says it. */
export const servingBeside: Beside = {
  judges: servingJudges,
  faults: servingFaults,
  sentence: () => undefined,
  note: () => undefined,
  refresh: () => undefined,
};
