import { isPrinted } from '../../../domain/committees/sent-extract';

const record = 'record';
const event = (id: string, kind: 'adjusted' | 'announced' | 'certified', corrects?: string) => ({
  ...{ id, kind, decision_id: record, corrects: corrects ?? null },
});
const adjusted = event('a', 'adjusted');
const announced = event('n', 'announced');
const certified = event('c', 'certified');

describe('the certified extract that has gone out', () => {
  it('is not there before it is certified, or for another record', () => {
    expect(isPrinted([adjusted], adjusted, record)).toBe(false);
    expect(isPrinted([adjusted, certified], adjusted, 'its correction')).toBe(false);
  });

  it('says when the minutes were adjusted and when it was certified', () => {
    const all = [adjusted, certified, announced];
    expect(isPrinted(all, adjusted, record)).toBe(true);
    expect(isPrinted(all, certified, record)).toBe(true);
  });

  it('says when the notice went up where that was known, or once it was sent anew', () => {
    expect(isPrinted([adjusted, announced, certified], announced, record)).toBe(true);
    expect(isPrinted([adjusted, certified, announced], announced, record)).toBe(false);
    const another = event('n2', 'announced', 'n');
    expect(isPrinted([adjusted, certified, announced, another], another, record)).toBe(false);
    const anew = event('c2', 'certified', 'c');
    expect(isPrinted([adjusted, certified, announced, anew, another], another, record)).toBe(true);
  });
});
