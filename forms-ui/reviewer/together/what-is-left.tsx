import { Paragraph } from '@digdir/designsystemet-react';
import { whatIsLeft } from '../../../domain/follow-up/what-is-left';
import type { AnswersForm } from '../../shared/forms/use-answers-form';
import { useLanguage } from '../../shared/i18n/use-language';
import { useTexts } from '../../shared/i18n/use-texts';

/** Which parts of the form must still be answered before it can be sent. */
export function WhatIsLeft({ answers: { form, formik } }: { answers: AnswersForm }) {
  const t = useTexts();
  const left = whatIsLeft(form, formik.values, useLanguage());
  const parts = left.map(({ title }) => title).join(', ');
  return (
    <Paragraph>
      {left.length === 0 ? t('task.together.left.none') : t('task.together.left.some', { parts })}
    </Paragraph>
  );
}
