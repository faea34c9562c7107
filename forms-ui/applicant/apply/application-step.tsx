import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useEffect } from 'react';
import { formText } from '../../../domain/forms/summary';
import { FieldList } from '../../shared/fields/field-list';
import { FaultSummary, focusField } from '../../shared/forms/fault-summary';
import { SavedLine } from '../../shared/forms/saved-line';
import type { AnswersForm } from '../../shared/forms/use-answers-form';
import type { Saved } from '../../shared/forms/use-draft';
import { useLanguage } from '../../shared/i18n/use-language';
import { useTexts } from '../../shared/i18n/use-texts';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { PageHeading } from '../../shared/layout/page-heading';
import { usePaperOffer } from '../../shared/layout/paper-offer';
import { RouteLink } from '../../shared/layout/route-link';
import type { Step } from './steps';

interface Props {
  answers: AnswersForm;
  step: Step;
  /** Which step this is, from 1. */
  position: number;
  total: number;
  back: string;
  saved: Saved;
  /** The field one came here to correct. */
  field: string | undefined;
}

/** One page of the form. */
export function ApplicationStep({ answers, step, position, total, back, saved, field }: Props) {
  usePaperOffer();
  const t = useTexts();
  const language = useLanguage();
  const { name } = useMunicipality();
  const { form, faults } = answers;
  useEffect(() => {
    if (field !== undefined) focusField(field);
  }, [field]);
  return (
    <form
      className="column"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void answers.submit();
      }}
    >
      <p className="back">
        <RouteLink href={back}>{t('form.back')}</RouteLink>
      </p>
      <FaultSummary answers={answers} />
      <PageHeading
        title={formText(form, language, `page.${step.pageId}`)}
        caption={t('form.step', {
          form: formText(form, language, 'title'),
          position,
          total,
        })}
        site={name}
        faulty={Object.keys(faults).length > 0}
      />
      {position === 1 && <Paragraph>{formText(form, language, 'intro')}</Paragraph>}
      <FieldList answers={answers} fields={step.fields} />
      <div className="actions">
        <Button type="submit">{t('form.continue')}</Button>
        <SavedLine saved={saved} />
      </div>
    </form>
  );
}
