import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useEffect } from 'react';
import { formText } from '../../../domain/forms/summary';
import { FieldList } from '../../shared/fields/field-list';
import { FaultSummary, focusField } from '../../shared/forms/fault-summary';
import { PageHelp } from '../../shared/forms/page-help';
import type { AnswersForm } from '../../shared/forms/use-answers-form';
import { useLanguage } from '../../shared/i18n/use-language';
import { useTexts } from '../../shared/i18n/use-texts';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { PageHeading } from '../../shared/layout/page-heading';
import { usePaperOffer } from '../../shared/layout/paper-offer';
import { RouteLink } from '../../shared/layout/route-link';
import { ChangedElsewhere } from './changed-elsewhere';
import { DraftLine } from './draft-line';
import type { Step } from './steps';
import type { ApplicationDraft } from './use-application-draft';

interface Props {
  answers: AnswersForm;
  step: Step;
  /** Which step this is, from 1. */
  position: number;
  total: number;
  back: string;
  /** Where one goes to continue another time. */
  later: string;
  draft: ApplicationDraft;
  /** The field one came here to correct. */
  field: string | undefined;
}

/** One page of the form. */
export function ApplicationStep(props: Props) {
  const { answers, step, position, total, back, later, draft, field } = props;
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
      <ChangedElsewhere draft={draft} />
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
      <PageHelp form={form} pageId={step.pageId} />
      <FieldList answers={answers} fields={step.fields} />
      <div className="actions">
        <Button type="submit">{t('form.continue')}</Button>
        <DraftLine draft={draft} />
      </div>
      <p className="link-line">
        <RouteLink href={later} state={{ from: location.pathname }}>
          {t('apply.later.link')}
        </RouteLink>
      </p>
    </form>
  );
}
