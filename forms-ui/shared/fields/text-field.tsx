import { Textfield } from '@digdir/designsystemet-react';
import { getIn } from 'formik';
import type { InputHTMLAttributes } from 'react';
import { normalizeOrganisationNumber } from '../../../domain/forms/schema';
import type { FieldType } from '../../../domain/forms/types';
import { fieldElementId } from '../forms/field-ids';
import { useFieldTexts } from './field-texts';
import type { FieldProps } from './form-field';

type Attributes = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'dir' | 'inputMode' | 'spellCheck' | 'autoCapitalize'
>;
type TextFieldType = Extract<
  FieldType,
  | 'text'
  | 'email'
  | 'phone'
  | 'date'
  | 'time'
  | 'webAddress'
  | 'organisationNumber'
  | 'number'
  | 'coding'
  | 'amount'
>;

const attributes: Record<
  TextFieldType,
  Attributes & { type: 'text' | 'email' | 'tel' | 'date' | 'time' | 'url' }
> = {
  text: { type: 'text', dir: 'auto' },
  // Left to right also among Arabic text, as addresses and numbers are.
  email: { type: 'email', dir: 'ltr', spellCheck: false, autoCapitalize: 'none' },
  phone: { type: 'tel', dir: 'ltr' },
  date: { type: 'date', dir: 'ltr' },
  time: { type: 'time', dir: 'ltr' },
  webAddress: { type: 'url', dir: 'ltr', spellCheck: false, autoCapitalize: 'none' },
  amount: { type: 'text', dir: 'ltr', inputMode: 'numeric', spellCheck: false },
  coding: { type: 'text', dir: 'ltr', spellCheck: false, autoCapitalize: 'none' },
  number: { type: 'text', dir: 'ltr', inputMode: 'numeric', spellCheck: false },
  organisationNumber: { type: 'text', dir: 'ltr', inputMode: 'numeric', spellCheck: false },
};

const shortTypes: readonly FieldType[] = [
  'organisationNumber',
  'date',
  'time',
  'number',
  'coding',
  'amount',
];

/** A field one writes in, on one line or several. */
export function TextField(props: FieldProps) {
  const { formik, onLeave } = props.answers;
  const { field, path } = props;
  const { label, help, fault } = useFieldTexts(props);
  const shared = {
    id: fieldElementId(path),
    name: path,
    value: String(getIn(formik.values, path) ?? ''),
    onChange: formik.handleChange,
    onBlur: onLeave,
    label,
    ...(help === undefined ? {} : { description: help }),
    ...(fault === undefined ? {} : { error: fault }),
    autoComplete: field.autocomplete ?? 'off',
  };
  if (field.type === 'longText') return <Textfield {...shared} multiline rows={5} dir="auto" />;
  return (
    <Textfield
      {...shared}
      {...attributes[field.type as TextFieldType]}
      className={shortTypes.includes(field.type) ? 'field--short' : ''}
      onBlur={(event) => {
        const value = event.target.value;
        if (field.type === 'organisationNumber') {
          void formik.setFieldValue(path, normalizeOrganisationNumber(value), false);
        }
        onLeave();
      }}
    />
  );
}
