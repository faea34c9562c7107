import { otherSide, sides, type Side } from './respondent';
import type { Finding, PrincipleRatings, ResponseRow } from './report-shapes';
import { shown } from './small-groups';

type Rater = Side | 'together';

/** What the response rate says first of all. */
export function responseFinding(all: ResponseRow | undefined): Finding {
  if (!all || all.rate === null) return { code: 'nobodyAsked' };
  const { answered, asked, rate } = all;
  return answered === 0 ? { code: 'nobodyAnswered' } : { code: 'answered', answered, asked, rate };
}

interface Mean {
  principleId: string;
  by: Rater;
  mean: number;
}

/** Which principle a side lives up to least, and in whose eyes; of equal ones in the other side's. */
export function lowestFinding(ratings: readonly PrincipleRatings[], about: Side): Finding {
  const raters: readonly Rater[] = [otherSide(about), about, 'together'];
  const means = raters.flatMap((by) => ratings.flatMap((each) => meanOf(each, about, by)));
  const [first] = means;
  if (!first) {
    const isNone = ratings.every(({ about: { [about]: of } }) =>
      sides.every((side) => of.by[side].state === 'none'),
    );
    return { code: isNone ? 'noRatings' : 'tooFewRatings', about };
  }
  const lowest = means.reduce((least, each) => (each.mean < least.mean ? each : least), first);
  const { by, mean } = lowest;
  if (means.length > 1 && means.every((each) => each.mean === mean)) {
    return { code: 'alike', about, mean };
  }
  const principleIds = means
    .filter((each) => each.by === by && each.mean === mean)
    .map(({ principleId }) => principleId);
  return { code: 'lowest', about, by, principleIds, mean };
}

function meanOf({ principleId, about }: PrincipleRatings, side: Side, by: Rater): Mean[] {
  const of = about[side];
  const figures = by === 'together' ? of.together : shown(of.by[by]);
  return figures ? [{ principleId, by, mean: figures.mean }] : [];
}

/** What has changed most since last year. */
export function changeFinding(ratings: readonly PrincipleRatings[], since: number | null): Finding {
  const changes = ratings.flatMap(({ principleId, about }) =>
    sides.flatMap((side) =>
      ([otherSide(side), side, 'together'] as const).flatMap((by) => {
        const change = about[side].change[by];
        return change === null ? [] : [{ principleId, about: side, by, change }];
      }),
    ),
  );
  const [first] = changes;
  if (!first || since === null) return { code: 'notComparable', since };
  const most = changes.reduce(
    (greatest, each) => (Math.abs(each.change) > Math.abs(greatest.change) ? each : greatest),
    first,
  );
  if (most.change === 0) return { code: 'unchanged', since };
  return { code: most.change > 0 ? 'rose' : 'fell', since, ...most };
}
