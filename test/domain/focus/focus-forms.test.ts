import { describe, expect, it } from '@jest/globals';
import {
  focusReference,
  readFocusReference,
  shortlistForm,
  tieForm,
  voteForm,
} from '../../../domain/focus/focus-forms';
import { definitionFaults } from '../../../domain/forms/check-definition';
import { formReference } from '../../../domain/forms/registry';
import { jsonSchemaOf, parseAnswers } from '../../../domain/forms/schema';
import { summarize } from '../../../domain/forms/summary';

const areas = [
  { id: 'a1', area: 'Lokaler', why: 'Det saknas tider.' },
  { id: 'a2', area: 'Unga' },
  { id: 'a3', area: 'Information' },
];
const choice = { year: 2027, version: 2, areas, room: 2 };

describe('the forms about focus areas', () => {
  it.each([
    [{ form: 'shortlist', chosenBy: 'parties', most: 3 } as const, shortlistForm],
    [{ form: 'shortlist', chosenBy: 'group', most: 2 } as const, shortlistForm],
    [{ form: 'vote', year: 2027, version: 2 } as const, voteForm],
    [{ form: 'tie', year: 2027, version: 2 } as const, tieForm],
  ])('are sound, and named by what they are made from: %o', (parts, make) => {
    const form = make({ ...choice, ...parts } as never);
    expect(definitionFaults(form)).toEqual([]);
    expect(formReference(form)).toBe(focusReference(parts));
    expect(readFocusReference(focusReference(parts))).toEqual(parts);
  });

  it('are told from others by their references', () => {
    for (const other of ['focus-areas@1', 'focus-areas-decision@1', 'follow-up-office-1@2']) {
      expect(readFocusReference(other)).toBeUndefined();
    }
  });

  it('take no more areas than there is room for, each once', () => {
    const form = voteForm(choice);
    const vote = (chosen: unknown) => parseAnswers(form, { areas: chosen });
    expect(vote(['a3', 'a1', 'a3'])).toEqual({ ok: true, answers: { areas: ['a1', 'a3'] } });
    expect(vote(['a1', 'a2', 'a3'])).toEqual({ ok: false, faults: { areas: 'tooMany' } });
    expect(vote([])).toEqual({ ok: false, faults: { areas: 'choices' } });
    expect(vote(['a9'])).toEqual({ ok: false, faults: { areas: 'choices' } });
    expect(jsonSchemaOf(form)).toMatchObject({
      properties: { areas: { minItems: 1, maxItems: 2, uniqueItems: true } },
    });
    expect(summarize(form, { areas: ['a1'] }, 'sv')[0]?.rows[0]?.value).toBe('Lokaler');
  });

  it('let a tie be broken by as many as there is room for, and with a reason', () => {
    const form = tieForm(choice);
    expect(parseAnswers(form, { areas: ['a1'], reason: 'Så är det.' })).toEqual({
      ...{ ok: false, faults: { areas: 'tooFew' } },
    });
    expect(parseAnswers(form, { areas: ['a1', 'a2'] })).toEqual({
      ...{ ok: false, faults: { reason: 'required' } },
    });
  });
});
