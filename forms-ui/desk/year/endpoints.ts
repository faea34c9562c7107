import type { WheelActRequest, YearAnswer } from '../../../domain/api/follow-up';
import { call } from '../../shared/api/client';
import { api } from '../../shared/api/endpoints';

export function getYear(id: string, signal: AbortSignal): Promise<YearAnswer> {
  return call('GET', api(id, 'desk', 'year'), { signal });
}

/** Does something to a year that has not opened. */
export async function postWheelAct(id: string, year: number, body: WheelActRequest): Promise<void> {
  await call('POST', api(id, 'desk', 'year', String(year), 'acts'), { body });
}
