import { describe, expect, it } from '@jest/globals';
import { reportCsv } from '../../../domain/follow-up/report-csv';
import { publishedJson } from '../../../domain/follow-up/stored-report';
import { compileReport } from '../../../domain/follow-up/report';
import { viewReport } from '../../../domain/follow-up/report-sections';
import type { Finding, FollowUpReport } from '../../../domain/follow-up/report-shapes';
import type { ReportSection } from '../../../domain/follow-up/report-view';
import { findingSentence, type Reader } from '../../../domain/follow-up/report-words';
import { languages } from '../../../domain/language';
import { aFullYear, asked, rate, reportInput, several } from './respondents';

const reading = (report: FollowUpReport, language: Reader['language'] = 'sv'): Reader => ({
  ...{ report, language, agreementName: 'samverkansöverenskommelsen' },
});
const full = compileReport(aFullYear());
const section = (report: FollowUpReport, id: string): ReportSection =>
  viewReport(reading(report)).sections.find((each) => each.id === id)!;
const tables = ({ parts }: ReportSection) =>
  parts.flatMap((part) => (part.kind === 'table' ? [part.table] : []));
const charts = ({ parts }: ReportSection) =>
  parts.flatMap((part) => (part.kind === 'chart' ? [part.chart] : []));

describe.each(languages)('in %s', (language) => {
  it('every finding is a sentence', () => {
    const about = 'municipality';
    const judged = { about, principleId: 'quality', since: 2026, change: -0.4 } as const;
    const lowest = {
      about,
      code: 'lowest',
      principleIds: ['quality', 'dialogue'],
      mean: 2,
    } as const;
    const findings: Finding[] = [
      ...[{ code: 'nobodyAsked' } as const, { code: 'nobodyAnswered' } as const],
      { code: 'answered', answered: 3, asked: 4, rate: 75 },
      { code: 'noRatings', about },
      { code: 'tooFewRatings', about },
      { code: 'alike', about, mean: 3.5 },
      ...(['sector', 'municipality', 'together'] as const).flatMap((by): Finding[] => [
        { ...lowest, by },
        { ...judged, code: 'fell', by },
        { ...judged, code: 'rose', change: 0.4, by },
      ]),
      ...[null, 2026].map((since) => ({ code: 'notComparable', since }) as const),
      { code: 'unchanged', since: 2026 },
    ];
    const sentences = findings.map((each) => findingSentence(reading(full, language), each));
    expect(new Set(sentences).size).toBe(findings.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^[\p{Lu}\d].*[^.]\.$/u);
    expect(sentences.join(' ')).not.toMatch(/\{\{|undefined|null|NaN/);
  });

  it('nothing is left unsaid in a full report, an empty one or one of a single answer', () => {
    const one = compileReport(reportInput([asked('organisation', rate(4, 2))]));
    for (const report of [full, compileReport(reportInput([])), one]) {
      const said = JSON.stringify(viewReport(reading(report, language)));
      expect(said).not.toMatch(/undefined|NaN|Infinity|\{\{/);
    }
  });
});

describe('charts', () => {
  it('have the principles in the agreement’s order, an axis from 1 to 5 and at most four series', () => {
    for (const id of ['about-municipality', 'about-sector']) {
      const [chart] = charts(section(full, id));
      expect(chart!.axis).toMatchObject({ min: 1, max: 5 });
      expect(chart!.series.length).toBeLessThanOrEqual(4);
      expect(chart!.groups.map(({ label }) => label)).toEqual(
        full.principles.map(({ title }) => title.sv),
      );
      expect(chart!.alt).toContain(chart!.title);
    }
  });

  it('draw no bar for what is missing', () => {
    const someCannotSay = several(6, () =>
      asked('organisation', { ...rate(4, 2), qualityOther: 'cannotSay' }),
    );
    const [chart] = charts(
      section(compileReport(reportInput(someCannotSay)), 'about-municipality'),
    );
    const bars = chart!.groups.flatMap((group) => group.bars);
    expect(bars.filter(({ value }) => value === null)).toEqual([{ value: null, label: '–' }]);
    expect(bars.some(({ value }) => value === 0)).toBe(false);
  });

  it('are left out where nothing can be shown, and the sentence stays', () => {
    const few = compileReport(reportInput(several(3, () => asked('organisation', rate(4, 2)))));
    const { parts } = section(few, 'about-municipality');
    expect(parts[0]).toEqual({
      kind: 'paragraph',
      text: 'För få har satt betyg på kommunen för att något ska kunna visas.',
    });
    expect(charts(section(few, 'about-municipality'))).toEqual([]);
  });
});

describe('tables', () => {
  it('have the same means as the chart, and say why one is missing', () => {
    const offices = several(3, () => asked('office', rate(3, 5)));
    const made = compileReport(
      reportInput([...several(5, () => asked('organisation', rate(4, 2))), ...offices]),
    );
    expect(tables(section(made, 'about-municipality'))[0]!.rows.slice(0, 2)).toEqual([
      ['Långsiktighet', 'Den idéburna sektorn', '2,0', '5', '0'],
      ['Långsiktighet', 'Kommunen (färre än fem svar)', '', '', ''],
    ]);
  });

  it('name themes that are counted as one together', () => {
    const [, dialogues] = tables(section(full, 'matters'));
    expect(dialogues).toMatchObject({
      rows: [
        ['Lokaler', '6'],
        ['Kontakt och bemötande, bidrag och annat stöd', '6'],
        ['Tillsammans', '12'],
      ],
      total: true,
    });
  });
});

describe('sentences', () => {
  const said = (made: typeof full, id: string) =>
    section(made, id).parts.map((part) => ('text' in part ? part.text : ''));
  /** Ten dialogues of as many parties, answered after so many days. */
  const ofTen = (...answeredAfter: number[]) =>
    compileReport(
      reportInput([], {
        dialogues: several(10, (i) => ({
          ...{ theme: 'premises', askedBy: `${i}`, closed: false },
          daysToAnswer: answeredAfter[i] ?? null,
        })),
      }),
    );

  it('say of how many dialogues the median is', () => {
    expect(said(full, 'matters')).toContain(
      '6 av 12 är avslutade. 11 av 12 har fått svar, hälften av dem inom 4 dagar.',
    );
    const none = '0 av 10 är avslutade.';
    expect(said(ofTen(0, 0), 'matters')).toContain(
      `${none} 2 av 10 har fått svar, hälften av dem samma dag.`,
    );
    expect(said(ofTen(1), 'matters')).toContain(`${none} 1 av 10 har fått svar, inom 1 dag.`);
    expect(said(ofTen(), 'matters')).toContain(`${none} Ingen har fått svar än.`);
  });

  it('claim no few complaints where many come from few', () => {
    const five = several(5, () => ({ theme: 'discrimination', text: 'x' }));
    const made = compileReport(reportInput([asked('organisation', { matters: five })]));
    const why = 'De kommer från färre än fem och visas därför inte efter tema.';
    expect(said(made, 'matters')).toContain(why);
    expect(reportCsv(reading(made), 'matters')).toContain(
      'visas inte, de kommer från färre än fem',
    );
  });

  it('say by which evaluation the plan stands where it does, and nothing before one', () => {
    expect(said(full, 'plan')).toContain(
      'Läget enligt utvärderingen efter uppföljningen 2026: 1 av 2 punkter är klara.',
    );
    const input = { ...aFullYear() };
    delete input.planEvaluatedIn;
    const plan = input.plan!.map(({ state: _, ...point }) => point);
    const first = compileReport({ ...input, plan });
    expect(said(first, 'plan')).toContain('Planen är inte utvärderad än.');
    expect(JSON.stringify(section(first, 'plan'))).not.toMatch(/punkter är|Läge|Pågår|Klar/);
  });
});

describe('files', () => {
  it('count complaints and dialogues by theme', () => {
    const lines = reportCsv(reading(full), 'matters').split('\r\n');
    expect(lines).toContain('Årets dialogärenden, efter tema;Lokaler;6');
    expect(lines).toContain('Årets dialogärenden, efter tema;Avslutade;6');
    expect(lines).toContain('Årets dialogärenden, efter tema;Besvarade;11');
    const few = compileReport(reportInput(several(3, () => asked('organisation', rate(4, 2)))));
    expect(reportCsv(reading(few), 'matters')).not.toContain('Avslutade');
  });

  it('have a row for every principle, side and rater, with nothing in place of what is not shown', () => {
    const few = compileReport(reportInput(several(3, () => asked('organisation', rate(4, 2)))));
    const [header, first, second] = reportCsv(reading(few), 'ratings').split('\r\n');
    expect(header).toBe(
      '\uFEFFPrincip;Bedömd part;Bedömd av;Visas;Medel;Svar;1;2;3;4;5;Kan inte säga;Ändring',
    );
    expect(first).toBe(
      'Långsiktighet;Kommunen;Den idéburna sektorn;nej, färre än fem svar;;;;;;;;;',
    );
    expect(second).toBe('Långsiktighet;Kommunen;Kommunen;nej, inga svar;;;;;;;;;');
    expect(reportCsv(reading(full), 'ratings').trimEnd().split('\r\n')).toHaveLength(1 + 7 * 4);
  });

  it('have means with a comma, as Excel reads them here', () => {
    const csv = reportCsv(reading(full), 'ratings');
    expect(csv).toMatch(/;\d,\d;\d+;/);
    expect(reportCsv(reading(full), 'response')).toContain('\r\nAlla;36;31;4;86;\r\n');
  });

  it('are the same bytes for the same report', () => {
    const again = compileReport(JSON.parse(JSON.stringify(aFullYear())) as never);
    const json = (report: typeof full) => publishedJson({ report, commentary: null });
    expect(json(again)).toBe(json(full));
  });
});
