import { Button, Fieldset, ValidationMessage } from '@digdir/designsystemet-react';
import { getIn } from 'formik';
import { useEffect, useId, useRef } from 'react';
import { bounds, fieldsOf, textKey, visibleAmong } from '../../../domain/forms/fields';
import { formText } from '../../../domain/forms/summary';
import { groupItemName } from '../forms/fault-sentence';
import { focusField } from '../forms/fault-summary';
import { fieldElementId } from '../forms/field-ids';
import { startingItem, type TypedAnswers } from '../forms/typed-answers';
import { useLanguage } from '../i18n/use-language';
import { useFieldTexts } from './field-texts';
import { FormField, type FieldProps } from './form-field';

/** Items of which each is asked the same. Focus follows what is added and what is removed. */
export function GroupField(props: FieldProps) {
  const { answers, field, path } = props;
  const language = useLanguage();
  const { label, help, fault } = useFieldTexts(props);
  const items = getIn(answers.formik.values, path) as readonly TypedAnswers[];
  const { min, max } = bounds(field);
  const { add, remove } = useItems(props, items);
  const id = fieldElementId(path);
  const heading = useId();
  const text = (word: string) => formText(answers.form, language, `${textKey(path)}.${word}`);
  return (
    <section className="group" aria-labelledby={heading}>
      <h2 className="group__label" id={heading}>
        {label}
      </h2>
      {help !== undefined && <p className="group__help">{help}</p>}
      {items.map((item, i) => (
        <Fieldset key={i} className="group__item">
          <Fieldset.Legend>{groupItemName(answers.form, `${path}.${i}`, language)}</Fieldset.Legend>
          <Item {...props} path={`${path}.${i}`} item={item} />
          {items.length > Math.max(1, min) && (
            <Button type="button" variant="tertiary" onClick={() => remove(i)}>
              {text('remove')} {i + 1}
            </Button>
          )}
        </Fieldset>
      ))}
      {fault !== undefined && <ValidationMessage id={`${id}-fault`}>{fault}</ValidationMessage>}
      {(items.length < max || fault !== undefined) && (
        <Button
          type="button"
          variant="secondary"
          id={id}
          onClick={add}
          {...(fault === undefined ? {} : { 'aria-describedby': `${id}-fault` })}
        >
          {text('add')}
        </Button>
      )}
    </section>
  );
}

/** The fields of one item. */
function Item({ answers, field, path, item }: FieldProps & { item: TypedAnswers }) {
  const fields = visibleAmong(fieldsOf(field), item);
  const marked = fields.some((each) => !each.required);
  return (
    <div className="fields">
      {fields.map((each) => (
        <FormField
          key={each.id}
          answers={answers}
          field={each}
          path={`${path}.${each.id}`}
          marked={marked}
        />
      ))}
    </div>
  );
}

/** Adds and removes items; the next field to fill in, or the item in the removed one's place, has focus. */
function useItems({ answers, field, path }: FieldProps, items: readonly TypedAnswers[]) {
  const goTo = useRef<number>(undefined);
  const firstField = fieldsOf(field)[0]?.id ?? '';
  useEffect(() => {
    if (goTo.current === undefined) return;
    focusField(`${path}.${goTo.current}.${firstField}`);
    goTo.current = undefined;
  }, [items, path, firstField]);
  const change = async (next: readonly TypedAnswers[], focused: number) => {
    goTo.current = focused;
    await answers.formik.setFieldValue(path, next, false);
    answers.onLeave();
  };
  return {
    add: () => void change([...items, startingItem(fieldsOf(field))], items.length),
    remove: (i: number) =>
      void change(
        items.filter((_, position) => position !== i),
        Math.min(i, items.length - 2),
      ),
  };
}
