import { Heading, Link } from '@digdir/designsystemet-react';
import { useEffect, useRef } from 'react';
import { useLanguage } from '../i18n/use-language';
import { useTexts } from '../i18n/use-texts';
import { fieldElementId } from './field-ids';
import { itemName, sentenceOf } from './fault-sentence';
import type { AnswersForm } from './use-answers-form';

interface Props {
  answers: AnswersForm;
  /** Leads to a field; by default one on this page. */
  onSelect?: (path: string) => void;
}

/**
 * What to correct, on top of the page. Takes focus after each attempt to go on. Its links move
 * focus without touching the address, whose fragment may be the key to the page.
 */
export function FaultSummary({ answers, onSelect = focusField }: Props) {
  const t = useTexts();
  const language = useLanguage();
  const box = useRef<HTMLElement>(null);
  const faults = Object.entries(answers.faults);
  useEffect(() => {
    if (answers.attempt > 0) box.current?.focus();
  }, [answers.attempt]);
  if (faults.length === 0) return null;
  return (
    <section
      className="ds-error-summary fault-summary"
      ref={box}
      tabIndex={-1}
      aria-labelledby="fault-summary-heading"
    >
      <Heading id="fault-summary-heading">{t('form.faults', { count: faults.length })}</Heading>
      <ul>
        {faults.map(([id, fault]) => (
          <li key={id}>
            <Link
              href={`#${fieldElementId(id)}`}
              data-color="neutral"
              onClick={(event) => {
                event.preventDefault();
                onSelect(id);
              }}
            >
              {placed(
                fault === 'amountMissing'
                  ? undefined
                  : itemName(answers.form, id, language, t, answers.formik.values),
                sentenceOf(answers, id, fault, language, t),
              )}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Among several alike it is said which one. */
function placed(item: string | undefined, sentence: string): string {
  return item === undefined ? sentence : `${item}: ${sentence}`;
}

/** Moves to a field's first control, with its label in view. */
export function focusField(path: string): void {
  const control = document.getElementById(fieldElementId(path));
  control?.focus({ preventScroll: true });
  (control?.closest('fieldset, ds-field') ?? control)?.scrollIntoView({ block: 'start' });
}
