import type { ReactNode } from 'react';
import { formText, optionalFormText } from '../../../domain/forms/summary';
import { useLanguage } from '../i18n/use-language';
import { useTexts } from '../i18n/use-texts';
import { faultSentence } from '../forms/fault-sentence';
import type { FieldProps } from './form-field';

export interface FieldTexts {
  label: ReactNode;
  help: string | undefined;
  fault: string | undefined;
}

/** A field's texts in the reader's language, the fault only while it is to be shown. */
export function useFieldTexts({ answers, field, marked }: FieldProps): FieldTexts {
  const t = useTexts();
  const language = useLanguage();
  const { form, faults } = answers;
  const fault = faults[field.id];
  const label = formText(form, language, `field.${field.id}`);
  const mark = field.required ? t('form.required') : t('form.optional');
  return {
    label: marked ? (
      <>
        {label} <span className="mark">{mark}</span>
      </>
    ) : (
      label
    ),
    help: optionalFormText(form, language, `field.${field.id}.help`),
    fault: fault && faultSentence(form, field.id, fault, language, t),
  };
}
