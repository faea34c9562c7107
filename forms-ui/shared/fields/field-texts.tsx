import type { ReactNode } from 'react';
import { textKey } from '../../../domain/forms/fields';
import { formText, optionalFormText } from '../../../domain/forms/summary';
import { useLanguage } from '../i18n/use-language';
import { useTexts } from '../i18n/use-texts';
import { sentenceOf } from '../forms/fault-sentence';
import type { AnswersForm } from '../forms/use-answers-form';
import type { FieldProps } from './form-field';

export interface FieldTexts {
  label: ReactNode;
  help: string | undefined;
  fault: string | undefined;
}

/** What to do about the answer at a path, while that is to be shown. */
export function useFault(answers: AnswersForm, path: string): string | undefined {
  const t = useTexts();
  const language = useLanguage();
  const fault = answers.faults[path];
  return fault && sentenceOf(answers, path, fault, language, t);
}

/** A field's texts in the reader's language, the fault only while it is to be shown. */
export function useFieldTexts({ answers, field, path, marked }: FieldProps): FieldTexts {
  const t = useTexts();
  const language = useLanguage();
  const { form } = answers;
  const fault = useFault(answers, path);
  const key = textKey(path);
  const label = formText(form, language, key);
  const mark = field.required ? t('form.required') : t('form.optional');
  return {
    label: marked ? (
      <>
        {label} <span className="mark">{mark}</span>
      </>
    ) : (
      label
    ),
    help: optionalFormText(form, language, `${key}.help`),
    fault,
  };
}
