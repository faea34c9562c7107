import { Fieldset, Radio, ValidationMessage } from '@digdir/designsystemet-react';
import { formText } from '../../../domain/forms/summary';
import { fieldElementId } from '../forms/field-ids';
import { useLanguage } from '../i18n/use-language';
import { useFieldTexts } from './field-texts';
import type { FieldProps } from './form-field';

/** One answer of several. */
export function ChoiceField(props: FieldProps) {
  const { form, formik } = props.answers;
  const { field } = props;
  const language = useLanguage();
  const { label, help, fault } = useFieldTexts(props);
  const first = fieldElementId(field.id);
  // The design system joins a message to its control only within one field, not across a group.
  const faulty =
    fault === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${first}-fault` };
  return (
    <Fieldset>
      <Fieldset.Legend>{label}</Fieldset.Legend>
      {help !== undefined && <Fieldset.Description>{help}</Fieldset.Description>}
      {field.options?.map((option, i) => (
        <Radio
          key={option}
          id={i === 0 ? first : `${first}-${option}`}
          name={field.id}
          value={option}
          checked={formik.values[field.id] === option}
          onChange={formik.handleChange}
          onBlur={props.answers.onLeave}
          {...faulty}
          label={formText(form, language, `field.${field.id}.option.${option}`)}
        />
      ))}
      {fault !== undefined && <ValidationMessage id={`${first}-fault`}>{fault}</ValidationMessage>}
    </Fieldset>
  );
}
