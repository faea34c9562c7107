import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { allFields } from '../../../domain/forms/fields';
import { formText } from '../../../domain/forms/summary';
import { requestLink } from '../api/endpoints';
import { FieldList } from '../fields/field-list';
import { FaultSummary } from '../forms/fault-summary';
import { SendFault } from '../forms/send-fault';
import { startingAnswers } from '../forms/typed-answers';
import { useAnswersForm } from '../forms/use-answers-form';
import { useSending } from '../forms/use-sending';
import { useLanguage } from '../i18n/use-language';
import { useTexts } from '../i18n/use-texts';
import { useMunicipality } from '../layout/municipality-context';
import { PageHeading } from '../layout/page-heading';
import { newLinkForm } from './new-link-definition';

const initial = startingAnswers(newLinkForm);
const fieldIds = allFields(newLinkForm).map((field) => field.id);

interface Props {
  title: string;
  text: string;
  onRequested: () => void;
}

/** Case number and address, to get a new link to what one has been part of. */
export function NewLinkForm({ title, text, onRequested }: Props) {
  const t = useTexts();
  const language = useLanguage();
  const { id, name } = useMunicipality();
  const { busy, error, send } = useSending();
  const answers = useAnswersForm({
    form: newLinkForm,
    initialAnswers: initial,
    scope: { id: 'all', fieldIds, covers: ['all'] },
    onValid: (typed) =>
      send(async () => {
        const { number, email } = typed as Record<'number' | 'email', string>;
        await requestLink(id, { number: number.trim(), email: email.trim() });
        onRequested();
      }, answers.reject),
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
      <PageHeading title={title} site={name} faulty={Object.keys(answers.faults).length > 0} />
      <Paragraph>{text}</Paragraph>
      <SendFault error={error} />
      <Heading level={2} data-size="sm">
        {formText(newLinkForm, language, 'title')}
      </Heading>
      <Paragraph>{formText(newLinkForm, language, 'intro')}</Paragraph>
      <FieldList answers={answers} fields={allFields(newLinkForm)} />
      <div className="actions">
        <Button type="submit" aria-busy={busy}>
          {busy ? t('form.sending') : formText(newLinkForm, language, 'send')}
        </Button>
      </div>
    </form>
  );
}
