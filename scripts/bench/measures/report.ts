import { compileReport } from '../../../domain/follow-up/report';
import { aFullYear } from '../../../test/domain/follow-up/respondents';
import { timed } from '../at-once';

/** Milliseconds to compile a report of so many who were asked. */
export interface ReportTimes {
  hundred: number[];
  thousand: number[];
}

const warmUp = 20;
/** Offices and companies of the made-up year. */
const ofTheMunicipality = 12;

/** In turn, so that both meet the same machine. */
export async function measureReport(count: number): Promise<ReportTimes> {
  const years = {
    hundred: aFullYear({}, 100 - ofTheMunicipality),
    thousand: aFullYear({}, 1000 - ofTheMunicipality),
  };
  const times: ReportTimes = { hundred: [], thousand: [] };
  for (let i = -warmUp; i < count; i += 1) {
    for (const size of ['hundred', 'thousand'] as const) {
      const took = await timed(() => Promise.resolve(compileReport(years[size])));
      if (i >= 0) times[size].push(took);
    }
  }
  return times;
}
