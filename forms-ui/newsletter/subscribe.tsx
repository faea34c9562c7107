import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useMemo, useState } from 'react';
import { newsletterSubscription as form } from '../../domain/forms/definitions/newsletter';
import { allFields } from '../../domain/forms/fields';
import { formText } from '../../domain/forms/summary';
import { call } from '../shared/api/client';
import { api } from '../shared/api/endpoints';
import { FieldList } from '../shared/fields/field-list';
import { FaultSummary } from '../shared/forms/fault-summary';
import { SendFault } from '../shared/forms/send-fault';
import { startingAnswers } from '../shared/forms/typed-answers';
import { useAnswersForm } from '../shared/forms/use-answers-form';
import { useSending } from '../shared/forms/use-sending';
import { useLanguage } from '../shared/i18n/use-language';
import { useTexts } from '../shared/i18n/use-texts';
import { useMunicipality } from '../shared/layout/municipality-context';

const fields = allFields(form);

/** Asks for an address and a language; the rest is done from the mailbox. */
export function Subscribe() {
  const t = useTexts();
  const language = useLanguage();
  const { id } = useMunicipality();
  const [asked, setAsked] = useState(false);
  const { busy, error, send } = useSending();
  // Whoever reads the page in a language most often wants the newsletter in it.
  const initial = useMemo(() => startingAnswers(form, { language }), [language]);
  const answers = useAnswersForm({
    form,
    initialAnswers: initial,
    scope: { id: 'all', fieldIds: fields.map((field) => field.id), covers: ['all'] },
    onValid: (typed) =>
      send(async () => {
        const body = { answers: typed };
        await call('POST', api(id, 'newsletter', 'subscriptions'), { body });
        setAsked(true);
      }, answers.reject),
  });
  return (
    <section className="panel" aria-labelledby="subscribe-heading">
      <Heading level={2} data-size="sm" id="subscribe-heading">
        {formText(form, language, 'title')}
      </Heading>
      {!asked && <Paragraph>{formText(form, language, 'intro')}</Paragraph>}
      <div role="status">
        {asked && (
          <Alert data-color="success">
            <Paragraph>{t('newsletter.asked')}</Paragraph>
          </Alert>
        )}
      </div>
      {!asked && (
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
          <div className="actions">
            <Button type="submit" aria-busy={busy}>
              {busy ? t('form.sending') : formText(form, language, 'send')}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
