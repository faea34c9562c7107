import { findCaseByNumber, nextRunningNumber } from './repositories/case.repository';
import { stockholmDate } from '../domain/calendar';
import type { NumberSeries } from '../domain/municipality';
import { formatNumber } from '../domain/numbering';
import type { Tx } from './database';

/** The next of a series that no registrar has given to a case. */
export async function nextInSeries(
  tx: Tx,
  municipalityId: string,
  series: NumberSeries,
  at: Date,
): Promise<string> {
  const year = Number(stockholmDate(at).slice(0, 'YYYY'.length));
  for (;;) {
    const running = await nextRunningNumber(tx, municipalityId, series.committee, year);
    const number = formatNumber(series, year, running);
    if (!(await findCaseByNumber(tx, municipalityId, number))) return number;
  }
}
