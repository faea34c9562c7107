import { Radio } from '@digdir/designsystemet-react';
import { getIn } from 'formik';
import { cannotSay, ratingLabel, ratings } from '../../../domain/forms/rating';
import { useLanguage } from '../i18n/use-language';
import type { FieldProps } from './form-field';
import { OptionGroup } from './option-group';

/** A step from 1 to 5 with a word at each end, or that one cannot say. */
export function RatingField(props: FieldProps) {
  const { form, formik, onLeave } = props.answers;
  const language = useLanguage();
  const chosen: unknown = getIn(formik.values, props.path);
  const choices = ratings.map((value) => ({ value, label: ratingLabel(form, language, value) }));
  return (
    <OptionGroup {...props} choices={choices} className="rating">
      {(option) => (
        <Radio
          key={option.value}
          {...option}
          className={option.value === cannotSay ? 'rating__none' : 'rating__step'}
          name={props.path}
          checked={chosen === option.value}
          onChange={formik.handleChange}
          onBlur={onLeave}
        />
      )}
    </OptionGroup>
  );
}
