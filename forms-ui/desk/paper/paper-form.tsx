import { Button, Field, Heading, Input, Label } from '@digdir/designsystemet-react';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { allFields, visibleFields } from '../../../domain/forms/fields';
import { parseAnswers } from '../../../domain/forms/schema';
import { formText } from '../../../domain/forms/summary';
import type { FormDefinition } from '../../../domain/forms/types';
import { deskAddress } from '../../../domain/pages';
import { FieldList } from '../../shared/fields/field-list';
import { forgetDraft, readDraft } from '../../shared/forms/draft';
import { FaultSummary } from '../../shared/forms/fault-summary';
import { SendFault } from '../../shared/forms/send-fault';
import { submissionKeys } from '../../shared/forms/submission-key';
import { startingAnswers, type TypedAnswers } from '../../shared/forms/typed-answers';
import { useAnswersForm } from '../../shared/forms/use-answers-form';
import { useDraft } from '../../shared/forms/use-draft';
import { useSending } from '../../shared/forms/use-sending';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { tabKeeper } from '../../shared/storage';
import { useEndedSession } from '../desk-fetched';
import { enterPaper } from '../endpoints';
import { useDeskTexts } from '../use-desk-texts';

/** The whole application on one page, as one has the paper beside it. What is typed stays in the tab. */
export function PaperForm({ form }: { form: FormDefinition }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { id } = useMunicipality();
  const [, navigate] = useLocation();
  const { busy, error, send } = useSending();
  useEndedSession(error);
  const draft = `${id}/paper/${form.id}`;
  const keys = useMemo(() => submissionKeys(draft, tabKeeper, tabKeeper), [draft]);
  const initial = useMemo(
    () => startingAnswers(form, readDraft(tabKeeper, draft)?.answers),
    [form, draft],
  );
  const [arrivedOn, setArrivedOn] = useState(today);
  const answers = useAnswersForm({
    form,
    initialAnswers: initial,
    scope: { id: 'all', fieldIds: allFields(form).map((field) => field.id), covers: ['all'] },
    onValid: (typed) => send(() => enter(typed), answers.reject),
  });
  useDraft(draft, answers.formik.values);

  async function enter(typed: TypedAnswers) {
    const parsed = parseAnswers(form, typed);
    if (!parsed.ok) return;
    const { caseId } = await enterPaper(id, {
      submissionKey: keys.keyFor(JSON.stringify(parsed.answers)),
      formId: form.id,
      formVersion: form.version,
      answers: parsed.answers,
      arrivedOn,
    });
    forgetDraft(tabKeeper, draft);
    keys.finish();
    navigate(`${deskAddress(id)}/cases/${caseId}`, { replace: true });
  }

  const shown = new Set(visibleFields(form, answers.formik.values).map((field) => field.id));
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
      <Field>
        <Label>{t('paper.arrived')}</Label>
        <Field.Description>{t('paper.arrivedHelp')}</Field.Description>
        <Input
          type="date"
          max={today()}
          value={arrivedOn}
          onChange={(event) => setArrivedOn(event.target.value)}
        />
      </Field>
      {form.pages.map((page) => (
        <section key={page.id} className="desk-part">
          <Heading level={2} data-size="sm">
            {formText(form, language, `page.${page.id}`)}
          </Heading>
          <FieldList
            answers={answers}
            fields={page.fields.filter(({ id: field }) => shown.has(field))}
          />
        </section>
      ))}
      <Button type="submit" aria-busy={busy}>
        {busy ? t('ui:form.sending') : t('paper.send')}
      </Button>
    </form>
  );
}

/** The day in Sweden, as a date field writes it. */
function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());
}
