import { Button } from '@digdir/designsystemet-react';
import { getIn } from 'formik';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { textKey } from '../../../domain/forms/fields';
import { ratings } from '../../../domain/forms/rating';
import { answerInWords, formText } from '../../../domain/forms/summary';
import type { Answers } from '../../../domain/forms/types';
import { fieldElementId } from '../forms/field-ids';
import { startingItem } from '../forms/typed-answers';
import { useLanguage } from '../i18n/use-language';
import { useTexts } from '../i18n/use-texts';
import type { FieldProps } from './form-field';
import { PreviousContext } from './previous-context';

interface Props {
  /** By field. */
  answers: Answers;
  children: ReactNode;
}

/** The fields of a form inside have last year's answers beside them, each of which can be kept. */
export function WithPreviousAnswers({ answers, children }: Props) {
  const previous = useMemo(() => ({ answers, Beside: PreviousAnswer }), [answers]);
  return <PreviousContext value={previous}>{children}</PreviousContext>;
}

/** What was answered last year, and a button that answers the same. Focus goes to the field it fills in. */
function PreviousAnswer(props: FieldProps & { previous: string }) {
  const { answers, field, path, previous } = props;
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
        {t('previous.answer')} <bdi>{words}</bdi>
        {same && <> {t('previous.same')}</>}
      </p>
      {!same && (
        <Button type="button" variant="secondary" data-size="sm" onClick={keep}>
          {t('previous.keep')}
          <span className="ds-sr-only">
            {' '}
            {words}: {formText(form, language, textKey(path))}
          </span>
        </Button>
      )}
    </div>
  );
}

/** Fills in the earlier answer and goes to the control that has it now: the button is gone by then. */
function useKeep({ answers, field, path, previous }: FieldProps & { previous: string }) {
  const kept = useRef(false);
  const { values } = answers.formik;
  useEffect(() => {
    if (!kept.current) return;
    kept.current = false;
    const first = fieldElementId(path);
    const options: readonly string[] = field.type === 'rating' ? ratings : (field.options ?? []);
    const id = options.indexOf(previous) > 0 ? `${first}-${previous}` : first;
    (document.getElementById(id) ?? document.getElementById(first))?.focus();
  }, [values, field, path, previous]);
  return () => {
    kept.current = true;
    void answers.formik.setFieldValue(path, previous, false).then(answers.onLeave);
  };
}
