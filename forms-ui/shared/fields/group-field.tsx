import { Button, Fieldset, ValidationMessage } from '@digdir/designsystemet-react';
import { getIn } from 'formik';
import { useContext, useEffect, useId, useRef } from 'react';
import { bounds, fieldsOf, textKey, visibleAmong } from '../../../domain/forms/fields';
import { formText } from '../../../domain/forms/summary';
import { groupItemName } from '../forms/fault-sentence';
import { focusField } from '../forms/fault-summary';
import { fieldElementId } from '../forms/field-ids';
import { startingItem, type TypedAnswers } from '../forms/typed-answers';
import { useLanguage } from '../i18n/use-language';
import { useFieldTexts } from './field-texts';
import { FormField, type FieldProps } from './form-field';
import { UnderContext } from './under-context';

/** Items of which each is asked the same. Focus follows what is added and what is removed. */
export function GroupField(props: FieldProps) {
  const { label, help } = useFieldTexts(props);
  const under = useContext(UnderContext);
  const heading = useId();
  const Items = (props.field.under && under?.Items) || PlainItems;
  return (
    <section className="group" aria-labelledby={heading}>
      <h2 className="group__label" id={heading}>
        {label}
      </h2>
      {help !== undefined && <p className="group__help">{help}</p>}
      <Items {...props} />
    </section>
  );
}

/** One after the other. */
function PlainItems(props: FieldProps) {
  const { answers, field, path } = props;
  const items = getIn(answers.formik.values, path) as readonly TypedAnswers[];
  const { min } = bounds(field);
  const { add, remove } = useItems(props, items);
  return (
    <>
      {items.map((item, i) => (
        <GroupItem
          key={i}
          {...props}
          i={i}
          item={item}
          onRemove={items.length > Math.max(1, min) ? () => remove(i) : undefined}
        />
      ))}
      <AddItem {...props} count={items.length} onAdd={add} />
    </>
  );
}

interface AddProps extends FieldProps {
  count: number;
  onAdd: () => void;
}

/** Adds an item while there is room for one, and has what is wrong with them all. */
export function AddItem({ count, onAdd: add, ...props }: AddProps) {
  const { answers, field, path } = props;
  const language = useLanguage();
  const { fault } = useFieldTexts(props);
  const { max } = bounds(field);
  const id = fieldElementId(path);
  return (
    <>
      {fault !== undefined && <ValidationMessage id={`${id}-fault`}>{fault}</ValidationMessage>}
      {(count < max || fault !== undefined) && (
        <Button
          type="button"
          variant="secondary"
          id={id}
          onClick={add}
          {...(fault === undefined ? {} : { 'aria-describedby': `${id}-fault` })}
        >
          {formText(answers.form, language, `${textKey(path)}.add`)}
        </Button>
      )}
    </>
  );
}

interface ItemProps extends FieldProps {
  i: number;
  item: TypedAnswers;
  onRemove: (() => void) | undefined;
  /** A field that is not asked here: what it says stands above. */
  without?: string | undefined;
}

/** One item by its number, with the button that removes it where it may go. */
export function GroupItem({ i, item, onRemove, without, ...props }: ItemProps) {
  const language = useLanguage();
  const { form } = props.answers;
  const path = `${props.path}.${i}`;
  return (
    <Fieldset className="group__item">
      <Fieldset.Legend>{groupItemName(form, path, language)}</Fieldset.Legend>
      <Item {...props} path={path} item={item} without={without} />
      {onRemove && (
        <Button type="button" variant="tertiary" onClick={onRemove}>
          {formText(form, language, `${textKey(props.path)}.remove`)} {i + 1}
        </Button>
      )}
    </Fieldset>
  );
}

/** The fields of one item. */
function Item({
  answers,
  field,
  path,
  item,
  without,
}: FieldProps & Pick<ItemProps, 'item' | 'without'>) {
  const fields = visibleAmong(fieldsOf(field), item).filter(({ id }) => id !== without);
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
