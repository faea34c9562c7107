import { Checkbox } from '@digdir/designsystemet-react';
import { fieldElementId } from '../forms/field-ids';
import { useFieldTexts } from './field-texts';
import type { FieldProps } from './form-field';

/** A box to tick. */
export function ConfirmationField(props: FieldProps) {
  const { formik } = props.answers;
  const { field } = props;
  const { label, help, fault } = useFieldTexts(props);
  return (
    <Checkbox
      id={fieldElementId(field.id)}
      name={field.id}
      checked={formik.values[field.id] === true}
      onChange={formik.handleChange}
      onBlur={props.answers.onLeave}
      label={label}
      description={help}
      error={fault}
    />
  );
}
