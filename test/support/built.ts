import type { Built } from '../../scripts/build/index';
import { sharedPart } from './run/shared-part';

/** The built page and workflow bundle; the first suite of the run that asks builds them. */
export function built(): Promise<Built> {
  return sharedPart('build');
}
