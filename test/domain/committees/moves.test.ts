import { standingMoves } from '../../../domain/committees/moves';

const away = (body: string, ending = body) => ({ body, ending, back: false });
const back = (body: string) => ({ body, ending: `${body} lives`, back: true });

describe('the moves of a matter', () => {
  it('stand until the body lives that it went from first', () => {
    expect(standingMoves([away('A'), away('B')])).toEqual(['A', 'B']);
    expect(standingMoves([away('A'), away('B'), back('B')])).toEqual(['A']);
    expect(standingMoves([away('A'), away('B'), back('A')])).toEqual([]);
  });

  it('are undone by another way from the same body', () => {
    expect(standingMoves([away('A'), away('B'), away('A', 'A corrected')])).toEqual([
      'A corrected',
    ]);
    expect(standingMoves([away('A'), back('A'), away('A', 'A again')])).toEqual(['A again']);
  });
});
