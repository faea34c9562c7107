import { Button, Fieldset, Textfield } from '@digdir/designsystemet-react';
import { getIn } from 'formik';
import { fieldElementId } from '../forms/field-ids';
import { useTexts } from '../i18n/use-texts';
import { useFault } from './field-texts';
import type { FieldProps } from './form-field';
import { grouped } from './use-amounts';

interface Props extends FieldProps {
  years: readonly string[];
  /** What the line is called so far. */
  name: string;
  /** What asks for its name. */
  label: string;
  sum: string;
  /** Left out where it is the only line. */
  remove?: { label: string; onRemove: () => void };
}

/** One line: what it is for, an amount for each year, and their sum. */
export function AmountsLine({ years, name, label, sum, remove, ...props }: Props) {
  const t = useTexts();
  const { path } = props;
  return (
    <Fieldset className="group__item">
      <Fieldset.Legend>{name}</Fieldset.Legend>
      <div className="amounts__line">
        {!props.field.fixed && <Cell {...props} path={`${path}.name`} label={label} isName />}
        <div className="amounts__cells">
          {years.map((year, i) => (
            <Cell
              key={i}
              {...props}
              path={`${path}.amounts.${i}`}
              label={t('amounts.cell', { year })}
            />
          ))}
        </div>
        <p className="amounts__sum">
          <span>{t('amounts.sum')}</span> <span>{sum}</span>
        </p>
      </div>
      {remove && (
        <Button type="button" variant="tertiary" onClick={remove.onRemove}>
          {remove.label} {name}
        </Button>
      )}
    </Fieldset>
  );
}

/** A name or an amount; an amount is grouped by thousands once it is left. */
function Cell({
  answers,
  path,
  label,
  isName = false,
}: FieldProps & { label: string; isName?: boolean }) {
  const { formik, onLeave } = answers;
  const fault = useFault(answers, path);
  const value = String(getIn(formik.values, path) ?? '');
  return (
    <Textfield
      id={fieldElementId(path)}
      name={path}
      label={label}
      value={value}
      autoComplete="off"
      {...(isName
        ? { dir: 'auto' }
        : { dir: 'ltr', inputMode: 'numeric', className: 'amounts__amount' })}
      onChange={formik.handleChange}
      onBlur={() => {
        if (!isName) void formik.setFieldValue(path, grouped(value), false);
        onLeave();
      }}
      {...(fault !== undefined && { error: fault })}
    />
  );
}
