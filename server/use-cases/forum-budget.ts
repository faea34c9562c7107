import type { Tx } from '../../database/database';
import { plannedYears } from '../../database/repositories/budget.repository';
import type { Municipality } from '../../domain/municipality';

const orePerKrona = 100;

/**
 * What the leading committee has been given for a year by decided transfers, line by line, in whole
 * kronor: what was dropped or taken back is not there.
 */
export async function budgetLinesOf(
  tx: Tx,
  { id, numbers: { committee } }: Pick<Municipality, 'id' | 'numbers'>,
  year: number,
): Promise<{ line: string; kronor: number }[]> {
  const planned = await plannedYears(tx, id, { committee, year });
  return planned
    .filter(({ receiver, state }) => {
      return receiver === committee && state !== 'dropped' && state !== 'reversed';
    })
    .flatMap(({ lines }) =>
      lines.map(({ name: line, ore }) => ({ line, kronor: ore / orePerKrona })),
    );
}
