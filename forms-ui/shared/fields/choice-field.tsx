import { Radio } from '@digdir/designsystemet-react';
import { getIn } from 'formik';
import { OptionGroup } from './option-group';
import type { FieldProps } from './form-field';

/** One answer of several. */
export function ChoiceField(props: FieldProps) {
  const { formik, onLeave } = props.answers;
  const chosen: unknown = getIn(formik.values, props.path);
  return (
    <OptionGroup {...props}>
      {(option) => (
        <Radio
          key={option.value}
          {...option}
          name={props.path}
          checked={chosen === option.value}
          onChange={formik.handleChange}
          onBlur={onLeave}
        />
      )}
    </OptionGroup>
  );
}
