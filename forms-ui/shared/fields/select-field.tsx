import { Field, Label, Select, ValidationMessage } from '@digdir/designsystemet-react';
import { getIn } from 'formik';
import { textKey } from '../../../domain/forms/fields';
import { formText } from '../../../domain/forms/summary';
import { fieldElementId } from '../forms/field-ids';
import { useLanguage } from '../i18n/use-language';
import { useTexts } from '../i18n/use-texts';
import { useFieldTexts } from './field-texts';
import type { FieldProps } from './form-field';

/** One answer of so many that a list of buttons would hide the rest of the page. */
export function SelectField(props: FieldProps) {
  const { answers, field, path } = props;
  const { formik, onLeave } = answers;
  const t = useTexts();
  const language = useLanguage();
  const { label, help, fault } = useFieldTexts(props);
  return (
    <Field>
      <Label>{label}</Label>
      {help !== undefined && <Field.Description>{help}</Field.Description>}
      <Select
        id={fieldElementId(path)}
        name={path}
        value={String(getIn(formik.values, path) ?? '')}
        onChange={formik.handleChange}
        onBlur={onLeave}
        aria-invalid={fault !== undefined}
      >
        <Select.Option value="">{t('form.choose')}</Select.Option>
        {field.options?.map((value) => (
          <Select.Option key={value} value={value}>
            {formText(answers.form, language, `${textKey(path)}.option.${value}`)}
          </Select.Option>
        ))}
      </Select>
      {fault !== undefined && <ValidationMessage>{fault}</ValidationMessage>}
    </Field>
  );
}
