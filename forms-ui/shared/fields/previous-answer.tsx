import { Button } from '@digdir/designsystemet-react';
import { getIn } from 'formik';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { allFields, textKey } from '../../../domain/forms/fields';
import { ratings } from '../../../domain/forms/rating';
import { answerInWords, formText } from '../../../domain/forms/summary';
import type { Answer, Answers } from '../../../domain/forms/types';
import { fieldElementId } from '../forms/field-ids';
import { startingItem } from '../forms/typed-answers';
import { useLanguage } from '../i18n/use-language';
import { useTexts } from '../i18n/use-texts';
import type { FieldProps } from './form-field';
import { foldedUnder } from './folded-under';
import { PreviousContext, type BesideProps } from './previous-context';
import { PreviousItems } from './previous-items';

interface Props {
  /** By field. */
  answers: Answers;
  /** The follow-up in which that was answered. */
  year: number;
  children: ReactNode;
}

/** The fields of a form inside have the answers of the last time beside them, each of which can be kept. */
export function WithPreviousAnswers({ answers, year, children }: Props) {
  const previous = useMemo(() => ({ answers, year, Beside: PreviousAnswer }), [answers, year]);
  return <PreviousContext value={previous}>{children}</PreviousContext>;
}

/** What was answered the last time beside a field: one answer, or each item of a group. */
function PreviousAnswer(props: BesideProps) {
  const { field, previous } = props;
  if (field.type === 'group') {
    return <PreviousItems {...props} previous={previous as readonly Answers[]} />;
  }
  if (typeof previous !== 'string' && previous !== true) return null;
  return <PreviousValue {...props} previous={previous} />;
}

interface ValueProps extends FieldProps {
  all: Answers;
  previous: string | true;
  year: number;
}

/** What was answered, and a button that answers the same. Focus goes to the field it fills in. */
function PreviousValue(props: ValueProps) {
  const { all, answers, field, path, previous, year } = props;
  const { form, formik } = answers;
  const t = useTexts();
  const language = useLanguage();
  const keep = useKeep(props);
  // What the form no longer offers cannot be kept.
  if (startingItem([field], { [field.id]: previous })[field.id] !== previous) return null;
  const same = getIn(formik.values, path) === previous;
  const words = answerInWords({ form, language }, field, path, previous) ?? '';
  return (
    <div className="previous">
      <p role="status" className="previous__answer">
        {t('previous.answer', { year })} <bdi>{words}</bdi>
        {same && <> {t('previous.same')}</>}
      </p>
      {!same && (
        <>
          {previous === true && <Folded {...{ all, answers }} tick={path} />}
          <Button type="button" variant="secondary" data-size="sm" onClick={keep}>
            {t('previous.keep')}
            <span className="ds-sr-only">
              {' '}
              {words}: {formText(form, language, textKey(path))}
            </span>
          </Button>
        </>
      )}
    </div>
  );
}

/** What was answered to the fields that are not asked before a box is ticked again; each is beside its field then. */
function Folded({ all, answers, tick }: Pick<ValueProps, 'all' | 'answers'> & { tick: string }) {
  const { form } = answers;
  const language = useLanguage();
  const rows = foldedUnder(allFields(form), tick, all).flatMap((field) => {
    const words = answerInWords({ form, language }, field, field.id, all[field.id]);
    return words === undefined ? [] : [{ id: field.id, words }];
  });
  if (rows.length === 0) return null;
  return (
    <ul className="previous__folded">
      {rows.map(({ id, words }) => (
        <li key={id}>
          {formText(form, language, textKey(id))} <bdi className="previous__words">{words}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** Fills in the earlier answer and goes to the control that has it now: the button is gone by then. */
function useKeep({ all, answers, field, path, previous }: ValueProps) {
  const kept = useRef(false);
  const { values } = answers.formik;
  useEffect(() => {
    if (!kept.current) return;
    kept.current = false;
    const first = fieldElementId(path);
    const options: readonly (Answer | undefined)[] =
      field.type === 'rating' ? ratings : (field.options ?? []);
    const id = options.indexOf(previous) > 0 ? `${first}-${String(previous)}` : first;
    (document.getElementById(id) ?? document.getElementById(first))?.focus();
  }, [values, field, path, previous]);
  return () => {
    kept.current = true;
    void keepAt(answers, path, previous, all).then(answers.onLeave);
  };
}

/** A box is ticked again together with what was answered under it, each of which can be changed then. */
async function keepAt(
  { form, formik }: FieldProps['answers'],
  path: string,
  previous: string | true,
  all: Answers,
): Promise<void> {
  if (previous !== true) {
    await formik.setFieldValue(path, previous, false);
    return;
  }
  const before = startingItem(foldedUnder(allFields(form), path, all), all);
  // What has been written this year stays.
  const fresh = Object.entries(before).filter(([id]) => formik.values[id] === '');
  await formik.setValues(
    { ...formik.values, ...Object.fromEntries(fresh), [path]: previous },
    false,
  );
}
