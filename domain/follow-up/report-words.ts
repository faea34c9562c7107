import { formatList } from '../format';
import type { Language } from '../language';
import { translator } from '../texts';
import type { Finding, FollowUpReport } from './report-shapes';
import type { Side } from './respondent';
import type { Commentary } from './stored-report';

/** A report and whoever reads it. */
export interface Reader {
  report: FollowUpReport;
  /** What the municipality has written about it, once it has. */
  commentary?: Commentary | null;
  language: Language;
  /** What the agreement is called, in definite form. */
  agreementName: string;
}

/** The report's texts in a language. */
export function reportTexts(language: Language) {
  return translator(language, 'report');
}

/** A mean with one decimal, as the language writes it. */
export function meanInWords(mean: number, language: Language): string {
  return figure(mean.toFixed(1), language);
}

/** A change with its sign; nothing where there is none to tell. */
export function changeInWords(change: number | null, language: Language): string {
  if (change === null) return '';
  return signed(change, Math.abs(change).toFixed(1), language);
}

/** Whole percentage points with their sign. */
export function pointsInWords(change: number | null, language: Language): string {
  return change === null ? '' : signed(change, String(Math.abs(change)), language);
}

function signed(change: number, size: string, language: Language): string {
  const sign = change > 0 ? '+' : change < 0 ? '−' : '';
  return `${sign}${figure(size, language)}`;
}

function figure(text: string, language: Language): string {
  return language === 'sv' ? text.replace('.', ',') : text;
}

export function principleTitle({ report, language }: Reader, id: string): string {
  return report.principles.find((each) => each.id === id)?.title[language] ?? id;
}

/** What a chart shows first of all, as a sentence. */
export function findingSentence(reader: Reader, finding: Finding): string {
  const t = reportTexts(reader.language);
  switch (finding.code) {
    case 'nobodyAsked':
    case 'nobodyAnswered':
      return t(`finding.${finding.code}`);
    case 'answered':
      return t('finding.answered', { ...finding });
    case 'noRatings':
    case 'tooFewRatings':
      return t(`finding.${finding.code}`, { about: t(`sides.${finding.about}`) });
    case 'alike': {
      const mean = meanInWords(finding.mean, reader.language);
      return t('finding.alike', { about: t(`sides.${finding.about}`), mean });
    }
    case 'lowest':
    case 'rose':
    case 'fell':
      return judgement(reader, finding);
    case 'unchanged':
      return t('finding.unchanged', { since: finding.since });
    case 'notComparable':
      return finding.since === null
        ? t('finding.firstYear')
        : t('finding.notComparable', { since: finding.since });
  }
}

type Judgement = Extract<Finding, { code: 'lowest' | 'rose' | 'fell' }>;

/** Which principle, in whose eyes, and the figure. */
function judgement(reader: Reader, finding: Judgement): string {
  const { language } = reader;
  const t = reportTexts(language);
  const { code, about, by } = finding;
  const ids = code === 'lowest' ? finding.principleIds : [finding.principleId];
  const whose = by === 'together' ? 'together' : by === about ? 'own' : 'other';
  return t(`finding.${code}.${whose}`, {
    principles: namesInSentence(
      ids.map((id) => principleTitle(reader, id)),
      language,
    ),
    about: t(`sides.${about}`),
    by: by === 'together' ? '' : t(`sides.${by}`),
    ...(code === 'lowest'
      ? { mean: meanInWords(finding.mean, language) }
      : { change: changeInWords(finding.change, language), since: finding.since }),
  });
}

/** Within how many days, which may end in a half. */
export function within(days: number, language: Language): string {
  const t = reportTexts(language);
  if (days === 0) return t('matters.sameDay');
  if (days === 1) return t('matters.oneDay', { days: '1' });
  return t('matters.days', {
    days: language === 'sv' ? String(days).replace('.', ',') : String(days),
  });
}

/** The first one begins the sentence, the others stand inside it. */
function namesInSentence(titles: readonly string[], language: Language): string {
  const [first = '', ...others] = titles;
  return formatList([first, ...others.map(inSentence)], language);
}

/** A title inside a sentence; one that begins with an abbreviation stays as it is. */
export function inSentence(title: string): string {
  return /^\p{Lu}\p{Lu}/u.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
}

/** A side as a column or a bar names it; with the reason where its figures are not shown. */
export function raterName(
  language: Language,
  by: Side | 'together',
  state: 'shown' | 'withheld' | 'none',
): string {
  const t = reportTexts(language);
  const who = t(`raters.${by}`);
  return state === 'shown' ? who : t(state, { who });
}
