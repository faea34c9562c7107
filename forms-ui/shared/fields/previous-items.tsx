import { Button } from '@digdir/designsystemet-react';
import { getIn } from 'formik';
import { useEffect, useRef } from 'react';
import { bounds, fieldsOf, textKey } from '../../../domain/forms/fields';
import { formText, itemInWords } from '../../../domain/forms/summary';
import type { Answers, FormField } from '../../../domain/forms/types';
import { focusField } from '../forms/fault-summary';
import { isUntouched, startingItem, type TypedAnswers } from '../forms/typed-answers';
import { useLanguage } from '../i18n/use-language';
import { useTexts } from '../i18n/use-texts';
import type { FieldProps } from './form-field';

/** Each item of a group as it was answered the last time; those that are not there again can be kept. */
export function PreviousItems(props: FieldProps & { previous: readonly Answers[]; year: number }) {
  const { answers, field, path, previous, year } = props;
  const { form, formik } = answers;
  const t = useTexts();
  const language = useLanguage();
  const items = getIn(formik.values, path) as readonly TypedAnswers[];
  const keep = useKeepItem(props, items);
  const there = new Set(items.map(wordsOf));
  const offered = previous.filter((item) => isOffered(field, item));
  return offered.map((item, i) => {
    const same = there.has(wordsOf(startingItem(fieldsOf(field), item)));
    const words = itemInWords({ form, language }, field, item);
    return (
      <div key={i} className="previous">
        <p role="status" className="previous__answer">
          {t('previous.answer', { year })} <bdi>{words}</bdi>
          {same && <> {t('previous.same')}</>}
        </p>
        {!same && hasRoom(field, items) && (
          <Button type="button" variant="secondary" data-size="sm" onClick={() => keep(item)}>
            {t('previous.keep')}
            <span className="ds-sr-only">
              {' '}
              {words}: {formText(form, language, `${textKey(path)}.item`)}
            </span>
          </Button>
        )}
      </div>
    );
  });
}

/** The fields of two items are in the same order: the form's. */
function wordsOf(item: TypedAnswers): string {
  return JSON.stringify(item);
}

/** Whether the form still has everything that the item says. */
function isOffered(group: FormField, item: Answers): boolean {
  const fitted = startingItem(fieldsOf(group), item);
  return Object.entries(item).every(([id, value]) => fitted[id] === value);
}

/** An item that nobody has written in is room as well. */
function hasRoom(group: FormField, items: readonly TypedAnswers[]): boolean {
  return items.length < bounds(group).max || items.some(isUntouched);
}

/** Puts an earlier item where nothing is written yet, and goes to its first field: the button is gone by then. */
function useKeepItem({ answers, field, path }: FieldProps, items: readonly TypedAnswers[]) {
  const goTo = useRef<number>(undefined);
  const fields = fieldsOf(field);
  const firstField = fields[0]?.id ?? '';
  useEffect(() => {
    if (goTo.current === undefined) return;
    focusField(`${path}.${goTo.current}.${firstField}`);
    goTo.current = undefined;
  }, [items, path, firstField]);
  return (item: Answers) => {
    const free = items.findIndex(isUntouched);
    const place = free === -1 ? items.length : free;
    goTo.current = place;
    const next = [...items];
    next[place] = startingItem(fields, item);
    void answers.formik.setFieldValue(path, next, false).then(answers.onLeave);
  };
}
