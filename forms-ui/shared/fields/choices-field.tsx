import { Checkbox } from '@digdir/designsystemet-react';
import { getIn } from 'formik';
import { OptionGroup } from './option-group';
import type { FieldProps } from './form-field';

/** Any number of several answers. */
export function ChoicesField(props: FieldProps) {
  const { formik, onLeave } = props.answers;
  const chosen = getIn(formik.values, props.path) as readonly string[];
  return (
    <OptionGroup {...props}>
      {(option) => (
        <Checkbox
          key={option.value}
          {...option}
          name={props.path}
          checked={chosen.includes(option.value)}
          onChange={formik.handleChange}
          onBlur={onLeave}
        />
      )}
    </OptionGroup>
  );
}
