import { Button, Textfield, ValidationMessage } from '@digdir/designsystemet-react';
import { getIn } from 'formik';
import { useId } from 'react';
import { textKey } from '../../../domain/forms/fields';
import { formText } from '../../../domain/forms/summary';
import { kronorInWords } from '../../../domain/money';
import { fieldElementId } from '../forms/field-ids';
import { useLanguage } from '../i18n/use-language';
import { useTexts } from '../i18n/use-texts';
import { AmountsLine } from './amounts-line';
import { useFault, useFieldTexts } from './field-texts';
import type { FieldProps } from './form-field';
import { useAmounts } from './use-amounts';

/**
 * Lines by years of whole kronor: each line a card with its years as labelled fields, its sum beside
 * them, and all sums last. What is added up here is only shown; the server adds up for itself.
 */
export default function AmountsField(props: FieldProps) {
  const { answers, field, path } = props;
  const t = useTexts();
  const language = useLanguage();
  const { label, help, fault } = useFieldTexts(props);
  const amounts = useAmounts(props);
  const { typed, sums, news } = amounts;
  const heading = useId();
  const id = fieldElementId(path);
  const text = (word: string) => formText(answers.form, language, `${textKey(path)}.${word}`);
  const inWords = (sum: number | undefined) =>
    sum === undefined ? '–' : kronorInWords(sum, language);
  return (
    <section className="amounts" aria-labelledby={heading}>
      <h2 className="group__label" id={heading}>
        {label}
      </h2>
      {help !== undefined && <p className="group__help">{help}</p>}
      {!field.fixed && <Years {...props} amounts={amounts} />}
      {typed.lines.map((line, i) => (
        <AmountsLine
          key={i}
          {...props}
          path={`${path}.lines.${i}`}
          years={typed.years}
          name={line.name.trim() || t('amounts.line', { number: i + 1 })}
          label={text('line')}
          sum={inWords(sums.lines[i])}
          {...(!field.fixed &&
            typed.lines.length > 1 && {
              remove: { label: text('remove'), onRemove: () => amounts.removeLine(i) },
            })}
        />
      ))}
      {fault !== undefined && <ValidationMessage id={`${id}-fault`}>{fault}</ValidationMessage>}
      {!field.fixed && (amounts.hasRoom || fault !== undefined) && (
        <Button
          type="button"
          variant="secondary"
          id={id}
          onClick={amounts.addLine}
          {...(fault === undefined ? {} : { 'aria-describedby': `${id}-fault` })}
        >
          {text('add')}
        </Button>
      )}
      <dl className="amounts__sums" aria-label={t('amounts.sums')}>
        {typed.years.map((year, i) => (
          <div key={i}>
            <dt>{year}</dt>
            <dd>{inWords(sums.years[i])}</dd>
          </div>
        ))}
        <div className="amounts__total">
          <dt>{t('amounts.total')}</dt>
          <dd>{inWords(sums.total)}</dd>
        </div>
      </dl>
      <Notes {...props} years={typed.years} />
      {field.control && <Control {...props} path={`${path}.stated.total`} />}
      <p role="status" className="ds-sr-only">
        {news}
      </p>
    </section>
  );
}

/** What is to be known about single years, said aloud when it becomes known. */
function Notes({ answers, path, years }: FieldProps & { years: readonly string[] }) {
  const { beside, formik } = answers;
  if (!beside) return null;
  const notes = years.flatMap((_, i) => beside.note(`${path}.years.${i}`, formik.values) ?? []);
  return (
    <div className="amounts__notes" role="status">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  );
}

/** Which years are budgeted for: the first one is written, the others follow it. */
function Years({ amounts, ...props }: FieldProps & { amounts: ReturnType<typeof useAmounts> }) {
  const t = useTexts();
  const { typed, nextYear, lastYear } = amounts;
  const path = `${props.path}.years`;
  const fault = useFault(props.answers, path);
  return (
    <div className="amounts__years">
      <Textfield
        id={fieldElementId(path)}
        className="amounts__amount"
        inputMode="numeric"
        dir="ltr"
        autoComplete="off"
        label={t('amounts.firstYear')}
        description={t('amounts.firstYearHelp')}
        value={typed.years[0] ?? ''}
        onChange={(event) => amounts.beginWith(event.target.value)}
        onBlur={props.answers.onLeave}
        {...(fault !== undefined && { error: fault })}
      />
      <div className="amounts__change">
        {lastYear !== undefined && (
          <Button type="button" variant="secondary" onClick={amounts.removeYear}>
            {t('amounts.removeYear', { year: lastYear })}
          </Button>
        )}
        {nextYear !== undefined && (
          <Button type="button" variant="secondary" onClick={amounts.addYear}>
            {t('amounts.addYear', { year: nextYear })}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The sum that the sender's own papers state. */
function Control({ answers, path }: FieldProps) {
  const t = useTexts();
  const fault = useFault(answers, path);
  return (
    <Textfield
      id={fieldElementId(path)}
      name={path}
      className="amounts__amount"
      inputMode="numeric"
      dir="ltr"
      autoComplete="off"
      label={
        <>
          {t('amounts.control')} <span className="mark">{t('form.optional')}</span>
        </>
      }
      description={t('amounts.controlHelp')}
      value={String(getIn(answers.formik.values, path) ?? '')}
      onChange={answers.formik.handleChange}
      onBlur={answers.onLeave}
      {...(fault !== undefined && { error: fault })}
    />
  );
}
