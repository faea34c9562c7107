import { changesBetween, isSameAnswer, mergeDraft } from '../../domain/forms/shared-draft';

const change = (was: unknown, now: unknown) => ({ was, now });

describe('a draft that several people write', () => {
  it('takes over what was changed from what it holds', () => {
    const merged = mergeDraft(
      { a: '1', b: '2', c: '3' },
      { a: change('1', '4'), b: change('2', null), d: change(null, [{ y: '1', x: '2' }]) },
    );
    expect(merged).toEqual({
      ...{ answers: { a: '4', c: '3', d: [{ y: '1', x: '2' }] }, changed: true, conflicts: {} },
    });
  });

  it('keeps what it holds where somebody saw something else, and names it', () => {
    const held = { a: '1', b: '2' };
    const changes = { a: change('0', '4'), b: change('2', '5'), c: change('x', 'y') };
    expect(mergeDraft(held, changes)).toEqual({
      ...{ answers: { a: '1', b: '5' }, changed: true, conflicts: { a: '1', c: null } },
    });
    expect(held).toEqual({ a: '1', b: '2' });
  });

  it('has nothing against two who write the same', () => {
    const held = { list: [{ x: '1', y: '2' }] };
    const same = { list: change(null, [{ y: '2', x: '1' }]) };
    expect(mergeDraft(held, same)).toEqual({ answers: held, changed: false, conflicts: {} });
  });

  it('finds what is different between two drafts', () => {
    const before = { a: '1', b: ['x'], c: true };
    expect(changesBetween(before, { a: '1', b: ['x', 'y'], d: '4' })).toEqual({
      ...{ b: change(['x'], ['x', 'y']), c: change(true, null), d: change(null, '4') },
    });
    expect(changesBetween(before, { ...before })).toEqual({});
  });

  it.each([
    [[], {}],
    [['1'], { 0: '1' }],
    [null, {}],
    ['1', 1],
    [{ a: undefined }, { b: undefined }],
    [
      ['1', '2'],
      ['2', '1'],
    ],
  ])('tells %j from %j', (a, b) => {
    expect(isSameAnswer(a, b)).toBe(false);
    expect(isSameAnswer(b, a)).toBe(false);
  });
});
