import { Checkbox } from '@digdir/designsystemet-react';
import { getIn } from 'formik';
import { fieldElementId } from '../forms/field-ids';
import { useFieldTexts } from './field-texts';
import type { FieldProps } from './form-field';

/** A box to tick. */
export function ConfirmationField(props: FieldProps) {
  const { formik } = props.answers;
  const { path } = props;
  const { label, help, fault } = useFieldTexts(props);
  return (
    <Checkbox
      id={fieldElementId(path)}
      name={path}
      checked={getIn(formik.values, path) === true}
      onChange={formik.handleChange}
      onBlur={props.answers.onLeave}
      label={label}
      description={help}
      error={fault}
    />
  );
}
