import { servingOn } from '../../domain/committees/serving-on';
import type { FormDefinition } from '../../domain/forms/types';
import { committeeRecord } from '../../domain/forms/definitions/committee-record';
import { servingAtMeeting } from '../../forms-ui/desk/committees/serving-at-meeting';
import { startingAnswers } from '../../forms-ui/shared/forms/typed-answers';

const days = ['2026-12-01', '2027-02-02'] as const;
const members = [
  { name: 'Ada Ask', party: 'A', seat: 'chair', from: '2022-10-15', to: '2026-12-31' },
  { name: 'Bo Björk', party: null, seat: 'chair', from: '2027-01-01', to: null },
  { name: 'Cia Ceder', party: 'C', seat: 'substitute', from: '2022-10-15', to: null },
] as const;
const meeting = { id: 'meeting', type: 'choice', options: [...days] } as const;
const form: FormDefinition = {
  ...committeeRecord,
  pages: committeeRecord.pages.map((page) => ({
    ...page,
    fields: page.fields.map((field) => (field.id === 'meeting' ? { ...field, ...meeting } : field)),
  })),
};
const typed = (answers: Record<string, unknown>) => startingAnswers(form, answers);
const follow = servingAtMeeting(form, members);

describe('those who serve', () => {
  it('are the members of the day, and no substitute', () => {
    expect(servingOn(members, days[0])).toEqual([{ name: 'Ada Ask', party: 'A', seat: 'chair' }]);
    expect(servingOn(members, days[1])).toEqual([{ name: 'Bo Björk', seat: 'chair' }]);
    expect(servingOn(members, '2021-01-01')).toEqual([]);
  });

  it('follow the meeting that is chosen, first and instead of another', () => {
    const first = typed({ meeting: days[0] });
    const filled = follow(first, typed({}));
    expect(filled).toEqual({ serving: [expect.objectContaining({ name: 'Ada Ask' })] });
    const then = { ...first, ...filled };
    expect(follow({ ...then, meeting: days[1] }, then)).toEqual({
      serving: [expect.objectContaining({ name: 'Bo Björk' })],
    });
    expect(follow(then, then)).toBeUndefined();
  });

  it('stay as somebody has written them', () => {
    const before = typed({ meeting: days[0], serving: [{ name: 'Disa Dahl', seat: 'chair' }] });
    expect(follow({ ...before, meeting: days[1] }, before)).toBeUndefined();
  });
});
