import { getIn } from 'formik';
import { addUp } from '../../../domain/forms/amounts-table';
import { amountBounds } from '../../../domain/forms/amounts';
import { bounds, fieldAt, rootOf, textKey } from '../../../domain/forms/fields';
import { maxLengthOf } from '../../../domain/forms/schema';
import { formText, optionalFormText } from '../../../domain/forms/summary';
import type { Fault, FormDefinition } from '../../../domain/forms/types';
import type { Language } from '../../../domain/language';
import { kronorInWords } from '../../../domain/money';
import { numberInWords } from '../i18n/format';
import type { Texts } from '../i18n/use-texts';
import type { TypedAmounts, TypedAnswers } from './typed-answers';
import type { AnswersForm } from './use-answers-form';

/** What to do about a fault of a form that is filled in, also with what is known beside it. */
export function sentenceOf(
  { form, formik, beside }: Pick<AnswersForm, 'form' | 'formik' | 'beside'>,
  path: string,
  fault: Fault,
  language: Language,
  t: Texts,
): string {
  const typed = formik.values;
  return (
    beside?.sentence(path, fault, typed) ?? faultSentence(form, path, fault, language, t, typed)
  );
}

/**
 * What to do about a fault at a path: the form's own sentence for that field, else the general one.
 * @param typed what is in the fields, which the sentences of amounts mention
 */
export function faultSentence(
  form: FormDefinition,
  path: string,
  fault: Fault,
  language: Language,
  t: Texts,
  typed: TypedAnswers = {},
): string {
  const own = optionalFormText(form, language, `${textKey(path)}.error.${fault}`);
  if (own !== undefined) return own;
  const field = fieldAt(form, path);
  if (field?.type === 'amounts') return amountsSentence(form, path, fault, language, t, typed);
  const most = field && (fault === 'tooMany' ? bounds(field).max : maxLengthOf(field));
  const other = field?.differsFrom;
  return t(`common:faults.${fault}`, {
    label: formText(form, language, textKey(path)),
    max: most === undefined ? '' : numberInWords(most, language),
    other: other === undefined ? '' : formText(form, language, `field.${other}`),
  });
}

function amountsSentence(
  form: FormDefinition,
  path: string,
  fault: Fault,
  language: Language,
  t: Texts,
  typed: TypedAnswers,
): string {
  const root = rootOf(path);
  const field = fieldAt(form, path);
  const isName = path.endsWith('.name');
  const most = field && (isName ? maxLengthOf(field) : amountBounds(field).lines);
  const amounts = amountsAt(typed, root);
  const sum = addUp(statedAbout(path, root, amounts));
  return t(`common:faults.${fault}`, {
    label: formText(form, language, `field.${root}${isName ? '.line' : ''}`),
    max: most === undefined ? '' : numberInWords(most, language),
    sum: sum === undefined ? '' : kronorInWords(sum, language),
    ...cellName(path, amounts, t),
  });
}

function amountsAt(typed: TypedAnswers, root: string): TypedAmounts | undefined {
  return getIn(typed, root) as TypedAmounts | undefined;
}

/** The amounts whose sum was stated at a path such as `matrix.stated.years.1`. */
function statedAbout(path: string, root: string, amounts: TypedAmounts | undefined): string[] {
  const [, part, position] = path.slice(root.length + 1).split('.');
  const lines = amounts?.lines ?? [];
  if (part === 'lines') return [...(lines[Number(position)]?.amounts ?? [])];
  if (part === 'years') return lines.map((line) => line.amounts[Number(position)] ?? '');
  return lines.flatMap((line) => line.amounts);
}

/** What a cell's line and year are called: `matrix.lines.0.amounts.2`. */
function cellName(path: string, amounts: TypedAmounts | undefined, t: Texts) {
  const found = /\.lines\.(\d+)(?:\.amounts\.(\d+))?/.exec(path);
  const line = Number(found?.[1] ?? 0);
  return {
    line: amounts?.lines[line]?.name.trim() || t('amounts.line', { number: line + 1 }),
    year: amounts?.years[Number(found?.[2])] ?? '',
  };
}

/**
 * Which item of a group or which cell of amounts a path is in, as the page calls it: "Firmatecknare 2",
 * "Konferens 2020".
 */
export function itemName(
  form: FormDefinition,
  path: string,
  language: Language,
  t: Texts,
  typed: TypedAnswers = {},
): string | undefined {
  const [group, position] = path.split('.');
  if (group === undefined || position === undefined) return undefined;
  if (fieldAt(form, group)?.type === 'amounts') {
    if (position !== 'lines') return undefined;
    const { line, year } = cellName(path, amountsAt(typed, group), t);
    return `${line} ${year}`.trim();
  }
  return groupItemName(form, path, language);
}

/** Which item of a group a path is in. */
export function groupItemName(form: FormDefinition, path: string, language: Language): string {
  const [group = '', position] = path.split('.');
  return `${formText(form, language, `${textKey(group)}.item`)} ${Number(position) + 1}`;
}
