import type { PreviousFigures, Respondent, ResponseGroup, ResponseRow } from './report-shapes';
import { sides } from './respondent';
import { canBeToldApart } from './small-groups';

/**
 * How many of those who were asked have answered: all, then each side, then the kinds of the
 * municipality's. What has a small group in it is not divided.
 */
export function responseRows(
  respondents: readonly Respondent[],
  hasAnswered: (respondent: Respondent) => boolean,
  previous: PreviousFigures | undefined,
): ResponseRow[] {
  const row = (group: ResponseGroup, members: readonly Respondent[]): ResponseRow => {
    const answering = members.filter(hasAnswered);
    const rate = percent(answering.length, members.length);
    const before = previous?.response.find((each) => each.group === group)?.rate ?? null;
    return {
      group,
      asked: members.length,
      answered: answering.length,
      late: answering.filter(({ late }) => late).length,
      rate,
      change: rate === null || before === null ? null : rate - before,
    };
  };
  const bySide = sides.map((side) =>
    row(
      side,
      respondents.filter((each) => each.side === side),
    ),
  );
  const byKind = (['office', 'company'] as const).map((kind) =>
    row(
      kind,
      respondents.filter((each) => each.kind === kind),
    ),
  );
  const sidesApart = isDivided(bySide);
  return [
    row('all', respondents),
    ...(sidesApart ? bySide.filter(isThere) : []),
    ...(sidesApart && isDivided(byKind) ? byKind.filter(isThere) : []),
  ];
}

/** Nothing is said twice: a whole that has only one part is not divided either. */
function isDivided(parts: readonly ResponseRow[]): boolean {
  return canBeToldApart(parts.map(({ asked }) => asked)) && parts.filter(isThere).length > 1;
}

function isThere({ asked }: ResponseRow): boolean {
  return asked > 0;
}

function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((100 * part) / whole);
}
