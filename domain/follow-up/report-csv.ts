import { csvOf, type CsvCell } from '../csv';
import { ratingRowsOf, themeNames } from './report-sections';
import { principleTitle, reportTexts, type Reader } from './report-words';
import type { ThemeFigures } from './report-shapes';
import type { ReportFile } from './report-view';
import { otherSide, sides } from './respondent';

export type ReportTable = Extract<ReportFile, 'ratings' | 'response' | 'matters'>;

/** One of the report's tables as a file that Excel opens. */
export function reportCsv(reader: Reader, file: ReportTable): string {
  return csvOf(tables[file](reader));
}

/** A number of ours, or nothing: what is missing is not zero. */
function figure(value: number | null | undefined): CsvCell {
  return value === null || value === undefined ? '' : { figure: String(value).replace('.', ',') };
}

/** A row for each principle, rated side and rater, also for what is not shown. */
function ratingsTable(reader: Reader): CsvCell[][] {
  const { report, language } = reader;
  const t = reportTexts(language);
  const column = (name: 'principle' | 'about' | 'by' | 'state' | 'mean' | 'n') =>
    t(`ratings.columns.${name}`);
  const header = [
    ...(['principle', 'about', 'by', 'state', 'mean', 'n'] as const).map(column),
    ...['1', '2', '3', '4', '5'],
    ...[t('ratings.columns.cannotSay'), t('ratings.columns.change')],
  ];
  const rows = report.ratings.flatMap(({ principleId, about }) =>
    sides
      .map(otherSide)
      .flatMap((rated) =>
        ratingRowsOf(about[rated], rated).map(({ by, state, figures }) => [
          ...[principleTitle(reader, principleId), t(`raters.${rated}`), t(`raters.${by}`)],
          t(`states.${state}`),
          ...[figure(figures?.mean), figure(figures?.n)],
          ...[0, 1, 2, 3, 4].map((i) => figure(figures?.distribution[i])),
          ...[figure(figures?.cannotSay), figure(about[rated].change[by])],
        ]),
      ),
  );
  return [header, ...rows];
}

function responseTable({ report, language }: Reader): CsvCell[][] {
  const t = reportTexts(language);
  const columns = ['group', 'asked', 'answered', 'late', 'rate', 'change'] as const;
  return [
    columns.map((each) => t(`response.columns.${each}`)),
    ...report.response.map(({ group, asked, answered, late, rate, change }) => [
      t(`groups.${group}`),
      ...[asked, answered, late, rate, change].map(figure),
    ]),
  ];
}

/** What was complained about or unclear in the answers, and the dialogues about that, by theme. */
function mattersTable({ report, language }: Reader): CsvCell[][] {
  const t = reportTexts(language);
  const { matters, dialogues, themes } = report;
  const counted = (what: string, { themes: counts, total }: ThemeFigures): CsvCell[][] => [
    ...(counts ?? []).map(({ subjects, count }) => [
      what,
      themeNames(themes, subjects, language),
      figure(count),
    ]),
    [what, t(counts ? 'matters.total' : 'matters.withheld'), figure(total)],
  ];
  const inDialogue = t('matters.inDialogue');
  const times: CsvCell[][] = dialogues?.times
    ? [
        [inDialogue, t('matters.columns.closed'), figure(dialogues.times.closed)],
        [inDialogue, t('matters.columns.answered'), figure(dialogues.times.answered)],
        [inDialogue, t('matters.columns.medianDays'), figure(dialogues.times.medianDays)],
      ]
    : [];
  return [
    [t('matters.columns.what'), t('matters.columns.theme'), t('matters.columns.count')],
    ...counted(t('matters.inAnswers'), matters),
    ...(dialogues ? counted(inDialogue, dialogues) : []),
    ...times,
  ];
}

const tables: Record<ReportTable, (reader: Reader) => CsvCell[][]> = {
  ratings: ratingsTable,
  response: responseTable,
  matters: mattersTable,
};
