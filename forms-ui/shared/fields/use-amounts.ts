import { getIn } from 'formik';
import { useEffect, useRef, useState } from 'react';
import { amountBounds, mostYears, readAmount } from '../../../domain/forms/amounts';
import { addUp } from '../../../domain/forms/amounts-table';
import { formatKronor, kronorInWords } from '../../../domain/money';
import { focusField } from '../forms/fault-summary';
import type { TypedAmounts } from '../forms/typed-answers';
import { useLanguage } from '../i18n/use-language';
import { useTexts } from '../i18n/use-texts';
import type { FieldProps } from './form-field';

/** An amount with its thousands apart; what is none stays as it was typed. */
export function grouped(typed: string): string {
  const parsed = readAmount(typed);
  return 'kronor' in parsed ? formatKronor(parsed.kronor, 'sv').replace(/\s/gu, ' ') : typed;
}

/** What is in the field, its sums so far, and how its lines and years are changed. Focus follows. */
export function useAmounts({ answers, field, path }: FieldProps) {
  const typed = getIn(answers.formik.values, path) as TypedAmounts;
  const { years, lines } = typed;
  const goTo = useRef<string>(undefined);
  useEffect(() => {
    if (goTo.current === undefined) return;
    focusField(goTo.current);
    goTo.current = undefined;
  }, [typed]);
  const change = (next: Partial<TypedAmounts>, focused?: string) => {
    goTo.current = focused;
    void answers.formik.setFieldValue(path, { ...typed, ...next }, false).then(answers.onLeave);
  };
  const last = /^\d{4}$/.test(years.at(-1) ?? '') ? Number(years.at(-1)) : undefined;
  const nextYear = years.length < mostYears && last !== undefined ? last + 1 : undefined;
  return {
    typed,
    sums: sumsSoFar(typed),
    news: useNews(typed),
    hasRoom: lines.length < amountBounds(field).lines,
    nextYear,
    lastYear: years.length > 1 ? last : undefined,
    addLine: () =>
      change(
        { lines: [...lines, { name: '', amounts: years.map(() => '') }] },
        `${path}.lines.${lines.length}.name`,
      ),
    removeLine: (i: number) =>
      change(
        { lines: lines.filter((_, position) => position !== i) },
        `${path}.lines.${Math.min(i, lines.length - 2)}.name`,
      ),
    /** The first year as it is being written; the others follow once it is one. */
    beginWith: (first: string) => {
      const year = /^\d{4}$/.test(first.trim()) ? Number(first) : undefined;
      const next = years.map((_, i) => (year === undefined ? first : String(year + i)));
      change({ years: next });
    },
    addYear: () => {
      const wider = lines.map((line) => ({ ...line, amounts: [...line.amounts, ''] }));
      const next = { years: [...years, String(nextYear)], lines: wider };
      change(next, `${path}.lines.0.amounts.${years.length}`);
    },
    removeYear: () => {
      const narrower = lines.map((line) => ({ ...line, amounts: line.amounts.slice(0, -1) }));
      const next = { years: years.slice(0, -1), lines: narrower };
      change(next, `${path}.lines.0.amounts.${years.length - 2}`);
    },
  };
}

/** By line, by year and in all; undefined where something is no amount. */
function sumsSoFar({ years, lines }: TypedAmounts) {
  return {
    lines: lines.map(({ amounts }) => addUp(amounts)),
    years: years.map((_, i) => addUp(lines.map(({ amounts }) => amounts[i]))),
    total: addUp(lines.flatMap(({ amounts }) => amounts)),
  };
}

/** The total said aloud, once nobody has typed for a moment. */
function useNews(typed: TypedAmounts): string {
  const t = useTexts();
  const language = useLanguage();
  const [news, setNews] = useState('');
  const { total } = sumsSoFar(typed);
  const first = useRef(total);
  useEffect(() => {
    if (total === undefined || total === first.current) return;
    const text = t('amounts.news', { sum: kronorInWords(total, language) });
    const timer = setTimeout(() => setNews(text), 1000);
    return () => clearTimeout(timer);
  }, [total, t, language]);
  return news;
}
