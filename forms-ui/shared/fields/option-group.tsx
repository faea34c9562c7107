import { Fieldset, ValidationMessage } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { textKey } from '../../../domain/forms/fields';
import { formText, optionalFormText } from '../../../domain/forms/summary';
import { fieldElementId } from '../forms/field-ids';
import { useLanguage } from '../i18n/use-language';
import { useFieldTexts } from './field-texts';
import type { FieldProps } from './form-field';

/** What the control of an option needs. */
export interface OptionProps {
  id: string;
  value: string;
  label: string;
  /** What is to be known of it, where its label is only a name. */
  description?: string;
  'aria-invalid'?: true;
  'aria-describedby'?: string;
}

interface Props extends FieldProps {
  /** What there is to choose between, where it is not the field's own options. */
  choices?: readonly { value: string; label: string; description?: string }[];
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
    field.options?.map((value) => {
      const key = `${textKey(path)}.option.${value}`;
      const description = optionalFormText(answers.form, language, `${key}.help`);
      return {
        value,
        label: formText(answers.form, language, key),
        ...(description !== undefined && { description }),
      };
    });
  return (
    <Fieldset className={className}>
      <Fieldset.Legend>{label}</Fieldset.Legend>
      {help !== undefined && <Fieldset.Description>{help}</Fieldset.Description>}
      {options?.map((option, i) =>
        children({ id: i === 0 ? first : `${first}-${option.value}`, ...option, ...faulty }),
      )}
      {fault !== undefined && <ValidationMessage id={`${first}-fault`}>{fault}</ValidationMessage>}
    </Fieldset>
  );
}
