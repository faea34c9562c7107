import { describe, expect, it } from '@jest/globals';
import { proposedAreas, type Proposing } from '../../../domain/focus/proposed-areas';
import type { Side } from '../../../domain/follow-up/respondent';

const proposing = (side: Side, count: number, area: string, why?: string): Proposing[] =>
  Array.from({ length: count }, () => ({
    side,
    proposals: [{ area, ...(why !== undefined && { why }) }],
  }));

describe('the areas that were proposed', () => {
  it('are the same however they are spelled, the most proposed first', () => {
    const found = proposedAreas([
      ...proposing('sector', 1, 'Lokaler'),
      ...proposing('sector', 1, 'unga  och idrott.', 'De saknar tider.'),
      ...proposing('municipality', 1, 'Unga och idrott', 'Hallarna står tomma.'),
      { side: 'sector', proposals: undefined },
    ]);
    expect(found).toEqual([
      {
        area: 'Unga och idrott',
        reasons: ['De saknar tider.', 'Hallarna står tomma.'],
        support: { known: 'few' },
      },
      { area: 'Lokaler', reasons: [], support: { known: 'few' } },
    ]);
  });

  it.each<[number, number, object]>([
    [4, 0, { known: 'few' }],
    [5, 0, { known: 'sides', all: 5, sector: 5, municipality: 0 }],
    [6, 2, { known: 'all', all: 8 }],
    [2, 3, { known: 'all', all: 5 }],
    [5, 5, { known: 'sides', all: 10, sector: 5, municipality: 5 }],
  ])(
    'say nothing of fewer than five: %i from the sector, %i from the municipality',
    (a, b, support) => {
      const given = [
        ...proposing('sector', a, 'Lokaler'),
        ...proposing('municipality', b, 'Lokaler'),
      ];
      expect(proposedAreas(given)[0]?.support).toEqual(support);
    },
  );

  it('count whoever proposes the same twice once', () => {
    const twice = {
      side: 'sector' as const,
      proposals: [{ area: 'Lokaler' }, { area: 'lokaler' }],
    };
    const [found] = proposedAreas([twice, ...proposing('sector', 3, 'Lokaler')]);
    expect(found?.support).toEqual({ known: 'few' });
  });
});
