import { linesOf } from '../forms/clean-text';
import type { Language } from '../language';
import type {
  CommitmentVerdicts,
  DialogueFigures,
  PrincipleRatings,
  RatingFigures,
  ReportComment,
  ThemeFigures,
} from './report-shapes';
import type { ChartView, ReportFile, ReportPart, ReportSection, ReportView } from './report-view';
import {
  changeInWords,
  findingSentence,
  inSentence,
  meanInWords,
  pointsInWords,
  principleTitle,
  raterName,
  reportTexts,
  within,
  type Reader,
} from './report-words';
import { otherSide, sides, type Side } from './respondent';
import { shown, type BothSides } from './small-groups';
import { verdicts } from './verdicts';

type Rater = Side | 'together';

/** The whole report in the reader's language: the same for its page and its PDF. */
export function viewReport(reader: Reader): ReportView {
  const { report, language, agreementName: agreement } = reader;
  const t = reportTexts(language);
  return {
    title: t('title', { year: report.year, agreement }),
    year: report.year,
    sections: [
      lead(reader),
      ...commentarySection(reader),
      responseSection(reader),
      ratingsSection(reader, 'municipality'),
      ratingsSection(reader, 'sector'),
      commitmentsSection(reader),
      commentsSection(reader),
      mattersSection(reader),
      proposalsSection(reader),
      ...numbersSection(reader),
      ...planSection(reader),
      ...focusSection(reader),
      methodSection(language),
    ],
  };
}

/** What the municipality has written about the answers, each line as it stands. */
function commentarySection({ commentary, language }: Reader): ReportSection[] {
  if (!commentary) return [];
  const t = reportTexts(language);
  const { summary, measures } = commentary;
  const parts = [
    ...linesOf(summary).map(paragraph),
    ...(measures === undefined
      ? []
      : [
          { kind: 'heading', text: t('commentary.measures') } as const,
          ...linesOf(measures).map(paragraph),
        ]),
  ];
  return [{ id: 'commentary', heading: t('commentary.heading'), parts }];
}

function file(language: Language, which: ReportFile): ReportPart {
  return { kind: 'file', file: which, label: reportTexts(language)(`files.${which}`) };
}

function paragraph(text: string): ReportPart {
  return { kind: 'paragraph', text };
}

function table(
  caption: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  own: { total?: true } = {},
): ReportPart {
  return { kind: 'table', table: { caption, header, rows, ...own } };
}

/** What the charts show, and what has changed. */
function lead(reader: Reader): ReportSection {
  const { report, agreementName: agreement, language } = reader;
  const t = reportTexts(language);
  const { response, about, change } = report.findings;
  const findings = [response, about.municipality, about.sector, change];
  return {
    id: 'lead',
    heading: t('lead.heading'),
    parts: [
      { kind: 'list', items: findings.map((finding) => findingSentence(reader, finding)) },
      paragraph(t('lead.basis', { version: report.agreementVersion, agreement })),
      file(language, 'pdf'),
    ],
  };
}

function responseSection(reader: Reader): ReportSection {
  const { report, language } = reader;
  const { response, year, findings } = report;
  const t = reportTexts(language);
  const title = findingSentence(reader, findings.response);
  const columns = ['group', 'asked', 'answered', 'late', 'rate', ...ifCompared(report)] as const;
  const percent = (value: number) => t('percent', { value });
  const chart: ChartView = {
    title,
    subtitle: t('response.measure', { year, count: response[0]?.asked ?? 0 }),
    alt: t('chart.alt', { finding: title }),
    axis: { min: 0, max: 100, ticks: ticks([0, 25, 50, 75, 100], percent) },
    series: [t('response.table')],
    groups: response.map(({ group, rate }) => ({
      label: t(`groups.${group}`),
      bars: [{ value: rate, label: rate === null ? '' : percent(rate) }],
    })),
  };
  const rows = response.map(({ group, asked, answered, late, rate, change }) => [
    t(`groups.${group}`),
    ...[asked, answered, late].map(String),
    rate === null ? '' : percent(rate),
    ...ifCompared(report).map(() => pointsInWords(change, language)),
  ]);
  return {
    id: 'response',
    heading: t('response.heading'),
    parts: [
      ...(findings.response.code === 'nobodyAsked'
        ? [paragraph(title)]
        : [{ kind: 'chart', chart } as const]),
      table(
        t('response.table'),
        columns.map((each) => t(`response.columns.${each}`)),
        rows,
      ),
      file(language, 'response'),
      ...((response[0]?.late ?? 0) > 0 ? [paragraph(t('response.late'))] : []),
    ],
  };
}

/** A column of changes, where there is an earlier year. */
function ifCompared({ previousYear }: Reader['report']): readonly 'change'[] {
  return previousYear === null ? [] : ['change'];
}

function ticks(values: readonly number[], label: (value: number) => string) {
  return values.map((value) => ({ value, label: label(value) }));
}

/** Each side's ratings of one side: the other one's first. */
function ratingsSection(reader: Reader, about: Side): ReportSection {
  const { report, language } = reader;
  const t = reportTexts(language);
  const raters = ratersOf(report.ratings, about);
  const title = findingSentence(reader, report.findings.about[about]);
  const chart: ChartView = {
    title,
    subtitle: measureOf(reader, about, raters),
    alt: t('chart.alt', { finding: title }),
    axis: { min: 1, max: 5, ticks: ticks([1, 2, 3, 4, 5], String) },
    series: raters.map((by) => t(`raters.${by}`)),
    groups: report.ratings.map((each) => ({
      label: principleTitle(reader, each.principleId),
      bars: raters.map((by) => {
        const mean = figuresBy(each.about[about], by)?.mean ?? null;
        return { value: mean, label: mean === null ? '–' : meanInWords(mean, language) };
      }),
    })),
  };
  return {
    id: `about-${about}`,
    heading: t(`ratings.heading.${about}`),
    parts: [
      ...(raters.length > 0 ? [{ kind: 'chart', chart } as const] : [paragraph(title)]),
      meansTable(reader, about),
      ...(raters.length > 0 ? [distributionTable(reader, about, raters)] : []),
      file(language, 'ratings'),
    ],
  };
}

/** Whoever has a figure that is shown: the other side, the side itself, both as one. */
function ratersOf(ratings: readonly PrincipleRatings[], about: Side): Rater[] {
  return ([otherSide(about), about, 'together'] as const).filter((by) =>
    ratings.some((each) => figuresBy(each.about[about], by)),
  );
}

function figuresBy<T>(both: BothSides<T>, by: Rater): T | undefined {
  return by === 'together' ? (both.together ?? undefined) : shown(both.by[by]);
}

/** What is measured, when, and how many answers each mean is of. */
function measureOf({ report, language }: Reader, about: Side, raters: readonly Rater[]): string {
  const t = reportTexts(language);
  const { year, ratings } = report;
  const counts = raters.map((by) => {
    const all = ratings.flatMap((each) => figuresBy(each.about[about], by)?.n ?? []);
    const least = Math.min(...all);
    const most = Math.max(...all);
    const n = least === most ? String(most) : t('ratings.range', { least, most });
    return t('ratings.count', { who: inSentence(t(`raters.${by}`)), n });
  });
  return counts.length === 0
    ? t('ratings.measureNone', { year })
    : t('ratings.measure', { year, counts: counts.join(', ') });
}

/** One row for each principle and rater; why there is no figure stands beside who it would be of. */
function meansTable(reader: Reader, about: Side): ReportPart {
  const { report, language } = reader;
  const t = reportTexts(language);
  const columns = ['principle', 'by', 'mean', 'n', 'cannotSay', ...ifCompared(report)] as const;
  const rows = report.ratings.flatMap(({ principleId, about: { [about]: of } }) =>
    ratingRowsOf(of, about).map(({ by, state, figures }) => [
      principleTitle(reader, principleId),
      raterName(language, by, state),
      ...(figures
        ? [meanInWords(figures.mean, language), String(figures.n), String(figures.cannotSay)]
        : ['', '', '']),
      ...ifCompared(report).map(() => changeInWords(of.change[by], language)),
    ]),
  );
  return table(
    t('ratings.table'),
    columns.map((each) => t(`ratings.columns.${each}`)),
    rows,
  );
}

/** A row of ratings, whether it can be shown or not. */
export interface RatingRow {
  by: Rater;
  state: 'shown' | 'withheld' | 'none';
  figures?: RatingFigures;
}

/** Who has rated a side, the other one first; both as one where only that is shown. */
export function ratingRowsOf(of: BothSides<RatingFigures>, about: Side): RatingRow[] {
  const single = [otherSide(about), about].map((by): RatingRow => {
    const cell = of.by[by];
    return cell.state === 'shown'
      ? { by, state: 'shown', figures: cell.figures }
      : { by, state: cell.state };
  });
  return of.together
    ? [...single, { by: 'together', state: 'shown', figures: of.together }]
    : single;
}

function distributionTable(reader: Reader, about: Side, raters: readonly Rater[]): ReportPart {
  const { report, language } = reader;
  const t = reportTexts(language);
  const rows = report.ratings.flatMap(({ principleId, about: { [about]: of } }) =>
    raters.flatMap((by) => {
      const figures = figuresBy(of, by);
      if (!figures) return [];
      const counts = figures.distribution.map(String);
      return [[principleTitle(reader, principleId), t(`raters.${by}`), ...counts]];
    }),
  );
  const header = [t('ratings.columns.principle'), t('ratings.columns.by')];
  return table(t('ratings.distribution'), [...header, '1', '2', '3', '4', '5'], rows);
}

function commitmentsSection({ report, language }: Reader): ReportSection {
  const t = reportTexts(language);
  const texts = commitmentTexts(report.principles, language);
  const columns = ['commitment', 'by', ...verdicts] as const;
  const rows = report.commitments.flatMap((each) =>
    ([...sides, 'together'] as const).flatMap((by) => {
      const figures = figuresBy(each, by);
      if (!figures) return [];
      const counts = verdicts.map((verdict) => String(figures[verdict]));
      return [[texts.get(each.commitmentId) ?? each.commitmentId, t(`raters.${by}`), ...counts]];
    }),
  );
  const hidden = report.commitments.filter(isHidden).length;
  const heading = t('commitments.heading');
  return {
    id: 'commitments',
    heading,
    parts: [
      paragraph(t(rows.length + hidden === 0 ? 'commitments.nothing' : 'commitments.intro')),
      ...(rows.length > 0
        ? [
            table(
              heading,
              columns.map((each) => t(`commitments.columns.${each}`)),
              rows,
            ),
          ]
        : []),
      ...(hidden > 0 ? [paragraph(t('commitments.hidden', { count: hidden }))] : []),
    ],
  };
}

/** Something was said of it, and nothing of that is shown. */
function isHidden(each: CommitmentVerdicts): boolean {
  const states = sides.map((side) => each.by[side].state);
  return !each.together && !states.includes('shown') && states.includes('withheld');
}

function commitmentTexts(
  principles: Reader['report']['principles'],
  language: Language,
): Map<string, string> {
  return new Map(
    principles.flatMap(({ commitments }) =>
      commitments.map(({ id, text }) => [id, text[language]] as const),
    ),
  );
}

function commentsSection(reader: Reader): ReportSection {
  const { report, language } = reader;
  const t = reportTexts(language);
  const texts = commitmentTexts(report.principles, language);
  const written = report.comments.filter(({ comments }) => comments.length > 0);
  const quote = ({ text, side, late, commitmentId }: ReportComment) => {
    const commitment = commitmentId === undefined ? undefined : texts.get(commitmentId);
    const notes = [
      ...(side ? [t(`raters.${side}`)] : []),
      ...(commitment === undefined ? [] : [t('comments.commitment', { commitment })]),
      ...(late ? [t('comments.late')] : []),
    ];
    return { text, ...(notes.length > 0 && { note: notes.join(', ') }) };
  };
  return {
    id: 'comments',
    heading: t('comments.heading'),
    parts: [
      paragraph(t(written.length === 0 ? 'comments.nothing' : 'comments.intro')),
      ...written.flatMap(({ principleId, comments }): ReportPart[] => [
        { kind: 'heading', text: principleTitle(reader, principleId) },
        { kind: 'quotes', quotes: comments.map(quote) },
      ]),
    ],
  };
}

function mattersSection({ report, language }: Reader): ReportSection {
  const t = reportTexts(language);
  const { matters, dialogues, themes } = report;
  const names = (ids: readonly string[]) => themeNames(themes, ids, language);
  const counted = (caption: string, { themes: counts, total }: ThemeFigures): ReportPart[] => {
    if (!counts) return [{ kind: 'heading', text: caption }, paragraph(t('matters.tooFew'))];
    if (counts.length === 0) {
      return [{ kind: 'heading', text: caption }, paragraph(t('matters.nothing'))];
    }
    const rows = counts.map(({ subjects, count }) => [names(subjects), String(count)]);
    const header = [t('matters.columns.theme'), t('matters.columns.count')];
    return [
      { kind: 'heading', text: caption },
      table(caption, header, [...rows, [t('matters.total'), String(total)]], { total: true }),
    ];
  };
  return {
    id: 'matters',
    heading: t('matters.heading'),
    parts: [
      ...counted(t('matters.inAnswers'), matters),
      ...(dialogues ? counted(t('matters.inDialogue'), dialogues) : []),
      ...(dialogues ? dialogueTimesIn(dialogues, language) : []),
      file(language, 'matters'),
    ],
  };
}

/** Themes that are counted together, as one name. */
export function themeNames(
  themes: Reader['report']['themes'],
  ids: readonly string[],
  language: Language,
): string {
  const nameOf = (id: string) => themes.find((each) => each.id === id)?.name[language] ?? id;
  const [first = '', ...others] = ids.map(nameOf);
  return [first, ...others.map(inSentence)].join(', ');
}

/** How many dialogues have ended, how many have been answered, and how soon half of those were. */
function dialogueTimesIn({ total, times }: DialogueFigures, language: Language): ReportPart[] {
  if (!times || !total) return [];
  const t = reportTexts(language);
  const { closed, answered, medianDays } = times;
  const soon =
    medianDays === null
      ? [t('matters.unanswered')]
      : // Older reports do not know of how many the median is.
        answered === undefined
        ? []
        : [t('matters.answered', { count: answered, total, within: within(medianDays, language) })];
  return [paragraph([t('matters.closed', { closed, total }), ...soon].join(' '))];
}

function proposalsSection({ report, language }: Reader): ReportSection {
  const t = reportTexts(language);
  const quotes = report.proposals.map(({ area, why, side }) => ({
    text: why === undefined ? area : `${area}. ${why}`,
    ...(side && { note: t(`raters.${side}`) }),
  }));
  return {
    id: 'proposals',
    heading: t('proposals.heading'),
    parts: quotes.length === 0 ? [paragraph(t('proposals.nothing'))] : [{ kind: 'quotes', quotes }],
  };
}

function numbersSection({ report, language }: Reader): ReportSection[] {
  const t = reportTexts(language);
  const rows = report.numbers.flatMap((each) =>
    ([...sides, 'together'] as const).flatMap((by) => {
      const figures = figuresBy(each, by);
      if (!figures) return [];
      const { n, sum } = figures;
      return [[each.label[language], t(`raters.${by}`), String(n), grouped(sum, language)]];
    }),
  );
  if (rows.length === 0) return [];
  const heading = t('numbers.heading');
  const columns = ['question', 'by', 'n', 'sum'] as const;
  const header = columns.map((each) => t(`numbers.columns.${each}`));
  return [{ id: 'numbers', heading, parts: [table(heading, header, rows)] }];
}

function grouped(value: number, language: Language): string {
  const separator = language === 'sv' ? '\u00a0' : ',';
  return String(value).replace(/\B(?=(\d{3})+$)/g, separator);
}

function planSection({ report, language }: Reader): ReportSection[] {
  const { plan } = report;
  if (!plan || plan.length === 0) return [];
  const t = reportTexts(language);
  const isEvaluated = plan.some(({ state }) => state !== undefined);
  const heading = t('plan.heading');
  const columns = ['area', 'point', ...(isEvaluated ? (['state'] as const) : [])] as const;
  const rows = plan.map(({ area, text, state }) => [
    ...[area[language], text[language]],
    ...(state === undefined ? [] : [t(`plan.states.${state}`)]),
  ]);
  const header = columns.map((each) => t(`plan.columns.${each}`));
  const parts = [...planStanding(report, language).map(paragraph), table(heading, header, rows)];
  return [{ id: 'plan', heading, parts }];
}

/** How far the plan has come, and who says so; nothing in older reports, which do not know. */
function planStanding({ plan, planEvaluatedIn: year }: Reader['report'], language: Language) {
  const t = reportTexts(language);
  const states = (plan ?? []).flatMap(({ state }) => state ?? []);
  if (states.length === 0) return [t('plan.notEvaluated')];
  if (year === undefined) return [];
  const done = states.filter((state) => state === 'done').length;
  return [t('plan.evaluated', { year, done, count: states.length })];
}

/** What was worked on together since the last follow-up, in the words of whoever wrote it. */
function focusSection({ report, language }: Reader): ReportSection[] {
  const { focusAreas } = report;
  if (!focusAreas) return [];
  const t = reportTexts(language);
  const { year, areas } = focusAreas;
  const parts: ReportPart[] =
    areas.length === 0
      ? [paragraph(t('focusAreas.none', { year }))]
      : [paragraph(t('focusAreas.chosen', { year })), { kind: 'list', items: areas }];
  return [{ id: 'focus-areas', heading: t('focusAreas.heading'), parts }];
}

function methodSection(language: Language): ReportSection {
  const t = reportTexts(language);
  const items = (['small', 'missing', 'change'] as const).map((each) => t(`method.items.${each}`));
  return {
    id: 'method',
    heading: t('method.heading'),
    parts: [{ kind: 'list', items }, file(language, 'json')],
  };
}
