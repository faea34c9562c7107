import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sumsOf } from '../../../domain/forms/amounts';
import { amountsTable } from '../../../domain/forms/amounts-table';
import { budgetTransferRequest } from '../../../domain/forms/definitions/budget-transfer-request';
import { raisedAppropriationRequest } from '../../../domain/forms/definitions/raised-appropriation-request';
import { withLists } from '../../../domain/forms/lists';
import { planOf, requestedTransfer } from '../../../domain/ledger/plan';
import { definitionFaults } from '../../../domain/forms/check-definition';
import { parseAnswers } from '../../../domain/forms/schema';
import { summarize } from '../../../domain/forms/summary';
import type { AmountsAnswer, FormDefinition } from '../../../domain/forms/types';

const texts = {
  title: 'Överföring',
  intro: 'I',
  send: 'S',
  'page.p': 'Belopp',
  'field.money': 'Belopp i hela kronor',
  'field.money.line': 'Vad pengarna ska användas till',
  'field.money.add': 'Lägg till en rad',
  'field.money.remove': 'Ta bort',
  'field.from': 'Från',
  'field.from.option.KS': 'KS',
  'field.from.option.KFN': 'KFN',
  'field.to': 'Till',
  'field.to.option.KS': 'KS',
  'field.to.option.KFN': 'KFN',
};

const form: FormDefinition = {
  id: 'transfer',
  version: 1,
  retentionYears: 1,
  bindings: {},
  pages: [
    {
      id: 'p',
      fields: [
        { id: 'from', type: 'choice', required: false, options: ['KS', 'KFN'] },
        {
          id: 'to',
          type: 'choice',
          required: false,
          options: ['KS', 'KFN'],
          differsFrom: 'from',
        },
        { id: 'money', type: 'amounts', required: true, max: 5 },
      ],
    },
  ],
  texts: { sv: texts, en: texts },
};

/** The case of 2018, as a browser sends it. */
const typed = {
  years: ['2018', '2019', '2020'],
  lines: [
    { name: 'Facilitator (konsult)', amounts: ['40 000', '80 000 kr', '40000'] },
    { name: 'Konferens', amounts: ['3000', '6 000', '3\u00a0000'] },
  ],
};

const kept: AmountsAnswer = {
  years: [2018, 2019, 2020],
  lines: [
    { name: 'Facilitator (konsult)', amounts: [40_000, 80_000, 40_000] },
    { name: 'Konferens', amounts: [3_000, 6_000, 3_000] },
  ],
};

function judge(money: unknown, more: Record<string, unknown> = {}) {
  const result = parseAnswers(form, { money, ...more });
  return result.ok ? result.answers.money : result.faults;
}

describe('amounts', () => {
  it('belong to a sound form', () => {
    expect(definitionFaults(form)).toEqual([]);
  });

  it('are kept as whole kronor by line and year', () => {
    expect(judge(typed)).toEqual(kept);
  });

  it('are the same when what was kept is sent again', () => {
    expect(judge(kept)).toEqual(kept);
  });

  it('are added up by us', () => {
    expect(sumsOf(kept)).toEqual({
      lines: [160_000, 12_000],
      years: [43_000, 86_000, 43_000],
      total: 172_000,
    });
  });

  it('are compared with the sums that are stated, each at its place', () => {
    const stated = { total: '172 000', years: ['43 000', '86000', ''], lines: [160_000, '12 000'] };
    expect(judge({ ...typed, stated })).toEqual(kept);
    const wrong = { total: '173 000', years: ['43 000', '85 000'], lines: ['', '12'] };
    expect(judge({ ...typed, stated: wrong })).toEqual({
      'money.stated.lines.1': 'amountSum',
      'money.stated.years.1': 'amountSum',
      'money.stated.total': 'amountSum',
    });
    expect(judge({ ...typed, stated: { total: '172 000,00' } })).toEqual({
      'money.stated.total': 'amountFraction',
    });
  });

  it('are added up beyond what one amount may be, and compared with that', () => {
    const most = ['10 000 000 000', '10 000 000 000', '0'];
    const large = { ...typed, lines: [{ name: 'Facilitator', amounts: most }] };
    const sums = { lines: ['20 000 000 000 kr'], total: '20\u00a0000\u00a0000\u00a0000' };
    expect(judge({ ...large, stated: sums })).toMatchObject({ years: [2018, 2019, 2020] });
    expect(judge({ ...large, stated: { total: 20_000_000_000 } })).toHaveProperty('lines');
    for (const total of ['20 000 000 001', '9'.repeat(17), '9'.repeat(400)])
      expect(judge({ ...large, stated: { total } })).toEqual({ 'money.stated.total': 'amountSum' });
    expect(judge({ ...large, stated: { total: '-20 000 000 000' } })).toEqual({
      'money.stated.total': 'amountNegative',
    });
  });

  it('say at the very cell what is wrong', () => {
    const amounts = ['-3000', '6 000,50', '99 999 999 999'];
    const lines = [typed.lines[0], { name: '', amounts }, { name: 'Resor', amounts: ['', 'x'] }];
    expect(judge({ ...typed, lines })).toEqual({
      'money.lines.1.name': 'amountLine',
      'money.lines.1.amounts.0': 'amountNegative',
      'money.lines.1.amounts.1': 'amountFraction',
      'money.lines.1.amounts.2': 'amountTooLarge',
      'money.lines.2.amounts.0': 'amountMissing',
      'money.lines.2.amounts.1': 'amount',
      'money.lines.2.amounts.2': 'amountMissing',
    });
  });

  it('say what their first line lacks where there is nothing', () => {
    const blank = { years: ['2018', '2019'], lines: [{ name: ' ', amounts: ['', ' '] }] };
    expect(judge(blank)).toEqual({
      'money.lines.0.name': 'amountLine',
      'money.lines.0.amounts.0': 'amountMissing',
      'money.lines.0.amounts.1': 'amountMissing',
    });
    expect(judge(undefined)).toEqual({ money: 'required' });
  });

  it('have no lines with nothing in them, and keep the places of the others', () => {
    const empty = { name: '', amounts: ['', '', ''] };
    expect(judge({ ...typed, lines: [empty, ...typed.lines, empty] })).toEqual(kept);
    const faulty = { name: 'Resor', amounts: ['1', 'x', '1'] };
    expect(judge({ ...typed, lines: [empty, faulty] })).toEqual({
      'money.lines.1.amounts.1': 'amount',
    });
  });

  it('are not all nothing, and not more than there is room for', () => {
    const nothing = { name: 'Konferens', amounts: ['0', '0', '0'] };
    expect(judge({ ...typed, lines: [nothing] })).toEqual({
      'money.lines.0.amounts.0': 'amountNothing',
    });
    expect(judge({ ...typed, lines: Array.from({ length: 6 }, () => nothing) })).toEqual({
      money: 'tooMany',
    });
  });

  it.each([
    [['2018', '2018']],
    [['2019', '2018']],
    [['18']],
    [['2018.5']],
    [[]],
    [Array.from({ length: 7 }, (_, i) => 2018 + i)],
    ['2018'],
    [[{ toString: 0, valueOf: 0 }]],
  ])('refuse the years %j', (years) => {
    expect(judge({ ...typed, years })).toEqual({ 'money.years': 'amountYears' });
  });

  it('take any JSON without failing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (years, lines, stated) => {
        expect(() => judge({ years, lines, stated })).not.toThrow();
      }),
    );
  });

  it('are told to two that are not the same', () => {
    expect(judge(typed, { from: 'KS', to: 'KFN' })).toEqual(kept);
    expect(judge(typed, { from: 'KS', to: 'KS' })).toEqual({ to: 'same' });
    expect(judge(typed)).toEqual(kept);
  });

  it('are shown as a table with sums, and in words', () => {
    const [section] = summarize(form, { money: kept }, 'sv');
    const row = section?.rows.find(({ fieldId }) => fieldId === 'money');
    const plain = (texts: string[]) => texts.map((text) => text.replace(/\s/gu, ' '));
    expect(row?.table?.header).toEqual([
      'Vad pengarna ska användas till',
      ...['2018', '2019', '2020', 'Totalt'],
    ]);
    expect(row?.table?.rows.map(plain)).toEqual([
      ['Facilitator (konsult)', '40 000', '80 000', '40 000', '160 000'],
      ['Konferens', '3 000', '6 000', '3 000', '12 000'],
      ['Totalt', '43 000', '86 000', '43 000', '172 000'],
    ]);
    expect(plain((row?.value ?? '').split('\n'))).toEqual([
      'Facilitator (konsult): 2018 40 000; 2019 80 000; 2020 40 000; totalt 160 000 kronor',
      'Konferens: 2018 3 000; 2019 6 000; 2020 3 000; totalt 12 000 kronor',
      'Totalt: 2018 43 000; 2019 86 000; 2020 43 000; totalt 172 000 kronor',
    ]);
  });

  it('have no sum while something is no amount yet', () => {
    const lines = [{ name: 'Resor', amounts: ['5', 'x', ''] }];
    const half = { years: [2018, 2019, 2020], lines } as unknown as AmountsAnswer;
    expect(amountsTable(half, '', 'en').rows).toEqual([
      ['Resor', '5', 'x', '', ''],
      ['Total', '5', '', '0', ''],
    ]);
  });
});

describe('the requests of 2018', () => {
  const named = (value: string) => ({ value, label: { sv: value, en: value } });
  const lists = { committees: [named('KS'), named('KFN')] };
  const words = { title: 'Dialogforum', purpose: 'Facilitator och konferens', basis: 'Offert' };

  it('are a transfer from KS to KFN of 43 000, 86 000 and 43 000 kronor', () => {
    const asked = withLists(budgetTransferRequest, lists);
    const amounts = { ...typed, stated: { total: '172 000' } };
    const result = parseAnswers(asked, { ...words, from: 'KS', to: 'KFN', amounts });
    if (!result.ok) throw new Error(JSON.stringify(result.faults));
    const transfer = requestedTransfer(asked, result.answers)!;
    expect(transfer).toEqual({ giver: 'KS', receiver: 'KFN', amounts: kept });
    expect(planOf(transfer.amounts, transfer).map(({ ore }) => ore)).toEqual([
      ...[4_300_000, 8_600_000, 4_300_000],
    ]);
    expect(parseAnswers(asked, { ...words, from: 'KFN', to: 'KFN', amounts })).toMatchObject({
      faults: { to: 'same' },
    });
  });

  it('and a raise of 250 000 kronor a year for KFN', () => {
    const asked = withLists(raisedAppropriationRequest, lists);
    const lines = [{ name: 'Nämndbidrag', amounts: ['250 000', '250 000', '250 000'] }];
    const amounts = { years: ['2019', '2020', '2021'], lines };
    const answers = { ...words, committee: 'KFN', otherwise: 'Arbetet stannar av.', amounts };
    const result = parseAnswers(asked, answers);
    expect(result).toMatchObject({ ok: true });
    const money = result.ok ? (result.answers.amounts as AmountsAnswer) : kept;
    expect(sumsOf(money).total).toBe(750_000);
  });
});
