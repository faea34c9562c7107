import { wordingOfOutcome } from '../../forms-ui/desk/committees/wording-of-outcome';

describe('the words of a decision', () => {
  const follow = wordingOfOutcome('Förslaget antas.');
  const typed = (outcome: string, wording: string) => ({ outcome, wording });

  it.each([
    ['are not those of a proposal that is tabled', 'approve', 'Förslaget antas.', 'table', ''],
    ['nor of one that is refused', '', 'Förslaget antas.', 'refuse', ''],
    ['are there again with a yes', 'table', '', 'approveWithChange', 'Förslaget antas.'],
    ['stay as they are with another yes', 'support', 'Förslaget antas.', 'approve', undefined],
    ['stay as somebody wrote them', 'approve', 'Förslaget antas i mars.', 'table', undefined],
  ])('%s', (_, from, wording, to, then) => {
    const following = follow(typed(to, wording), typed(from, wording));
    expect(following).toEqual(then === undefined ? undefined : { wording: then });
  });
});
