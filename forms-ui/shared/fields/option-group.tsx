import { Fieldset, ValidationMessage } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { textKey } from '../../../domain/forms/fields';
import { formText } from '../../../domain/forms/summary';
import { fieldElementId } from '../forms/field-ids';
import { useLanguage } from '../i18n/use-language';
import { useFieldTexts } from './field-texts';
import type { FieldProps } from './form-field';

/** What the control of an option needs. */
export interface OptionProps {
  id: string;
  value: string;
  label: string;
  'aria-invalid'?: true;
  'aria-describedby'?: string;
}

interface Props extends FieldProps {
  /** What there is to choose between, where it is not the field's own options. */
  choices?: readonly { value: string; label: string }[];
  className?: string;
  children: (option: OptionProps) => ReactNode;
}

/** The options of a field under its label, with what is wrong below them. */
export function OptionGroup({ children, choices, className = '', ...props }: Props) {
  const { field, path, answers } = props;
  const language = useLanguage();
  const { label, help, fault } = useFieldTexts(props);
  const first = fieldElementId(path);
  // The design system joins a message to its control only within one field, not across a group.
  const faulty =
    fault === undefined
      ? {}
      : { 'aria-invalid': true as const, 'aria-describedby': `${first}-fault` };
  const options =
    choices ??
    field.options?.map((value) => ({
      value,
      label: formText(answers.form, language, `${textKey(path)}.option.${value}`),
    }));
  return (
    <Fieldset className={className}>
      <Fieldset.Legend>{label}</Fieldset.Legend>
      {help !== undefined && <Fieldset.Description>{help}</Fieldset.Description>}
      {options?.map(({ value, label }, i) =>
        children({ id: i === 0 ? first : `${first}-${value}`, value, label, ...faulty }),
      )}
      {fault !== undefined && <ValidationMessage id={`${first}-fault`}>{fault}</ValidationMessage>}
    </Fieldset>
  );
}
