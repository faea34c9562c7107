import { Button } from '@digdir/designsystemet-react';
import { allFields } from '../../domain/forms/fields';
import { formText } from '../../domain/forms/summary';
import type { FormDefinition } from '../../domain/forms/types';
import { FieldList } from '../shared/fields/field-list';
import { FaultSummary } from '../shared/forms/fault-summary';
import { SendFault } from '../shared/forms/send-fault';
import { startingAnswers, type TypedAnswers } from '../shared/forms/typed-answers';
import { useAnswersForm } from '../shared/forms/use-answers-form';
import { useSending } from '../shared/forms/use-sending';
import { useLanguage } from '../shared/i18n/use-language';
import { useTexts } from '../shared/i18n/use-texts';
import { useEndedSession } from './desk-fetched';

interface Props {
  form: FormDefinition;
  /** Sends what was filled in; it stays in the fields when that fails. */
  onSend: (typed: TypedAnswers) => Promise<void>;
}

/** A short form for something that an official does, on one page. */
export function DeskForm({ form, onSend }: Props) {
  const t = useTexts();
  const language = useLanguage();
  const { busy, error, send } = useSending();
  useEndedSession(error);
  const fields = allFields(form);
  const answers = useAnswersForm({
    form,
    initialAnswers: startingAnswers(form),
    scope: { id: 'all', fieldIds: fields.map((field) => field.id), covers: ['all'] },
    onValid: (typed) => send(() => onSend(typed), answers.reject),
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void answers.submit();
      }}
    >
      <FaultSummary answers={answers} />
      <SendFault error={error} />
      <FieldList answers={answers} fields={fields} />
      <Button type="submit" aria-busy={busy}>
        {busy ? t('form.sending') : formText(form, language, 'send')}
      </Button>
    </form>
  );
}
