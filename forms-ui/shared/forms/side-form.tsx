import { Button, Details, Paragraph } from '@digdir/designsystemet-react';
import { useMemo } from 'react';
import { allFields } from '../../../domain/forms/fields';
import { formText } from '../../../domain/forms/summary';
import type { FormDefinition } from '../../../domain/forms/types';
import { FieldList } from '../fields/field-list';
import { useLanguage } from '../i18n/use-language';
import { useTexts } from '../i18n/use-texts';
import { FaultSummary } from './fault-summary';
import { SendFault } from './send-fault';
import { startingAnswers, type TypedAnswers } from './typed-answers';
import { useAnswersForm } from './use-answers-form';
import { useSending } from './use-sending';

interface Props {
  form: FormDefinition;
  /** Sends what was typed; what it throws is shown, and nothing typed is lost. */
  onSend: (typed: TypedAnswers) => Promise<void>;
}

/** Something one may do instead of what the page asks, out of the way until it is opened. */
export function SideForm({ form, onSend }: Props) {
  const t = useTexts();
  const language = useLanguage();
  const { busy, error, send } = useSending();
  const fields = allFields(form);
  const initial = useMemo(() => startingAnswers(form), [form]);
  const answers = useAnswersForm({
    form,
    initialAnswers: initial,
    scope: { id: 'all', fieldIds: fields.map(({ id }) => id), covers: ['all'] },
    onValid: (typed) => send(() => onSend(typed), answers.reject),
  });
  return (
    <Details>
      <Details.Summary>{formText(form, language, 'title')}</Details.Summary>
      <Details.Content>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void answers.submit();
          }}
        >
          <FaultSummary answers={answers} />
          <SendFault error={error} />
          <Paragraph>{formText(form, language, 'intro')}</Paragraph>
          <FieldList answers={answers} fields={fields} />
          <div className="actions">
            <Button type="submit" variant="secondary" aria-busy={busy}>
              {busy ? t('form.sending') : formText(form, language, 'send')}
            </Button>
          </div>
        </form>
      </Details.Content>
    </Details>
  );
}
