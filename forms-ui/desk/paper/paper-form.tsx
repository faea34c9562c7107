import { Button, Field, Heading, Input, Label } from '@digdir/designsystemet-react';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { allFields, visibleFields } from '../../../domain/forms/fields';
import { parseAnswers } from '../../../domain/forms/schema';
import { formText } from '../../../domain/forms/summary';
import type { Answers, FormDefinition } from '../../../domain/forms/types';
import { deskAddress } from '../../../domain/pages';
import { acceptedFiles } from '../../../domain/uploads';
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
import { useDeskTexts } from '../use-desk-texts';

interface Props {
  form: FormDefinition;
  /** What is in it before anybody has typed. */
  answers?: Record<string, unknown>;
  /** Where the tab keeps what is typed. */
  draft: string;
  /** Which words the page has around the form. */
  words: 'paper' | 'paperAnswer';
  /** Enters it and returns the case to show. */
  onEnter: (entered: Entered) => Promise<string>;
}

/** What an official has entered from paper. */
export interface Entered {
  answers: Answers;
  /** The same for the same answers, so that they are entered once. */
  submissionKey: string;
  arrivedOn: string;
  scan: File | undefined;
}

/** The whole form on one page, as one has the paper beside it. What is typed stays in the tab. */
export function PaperForm({ form, answers: before, draft, words, onEnter }: Props) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { id } = useMunicipality();
  const [, navigate] = useLocation();
  const { busy, error, send } = useSending();
  useEndedSession(error);
  const keys = useMemo(() => submissionKeys(draft, tabKeeper, tabKeeper), [draft]);
  const initial = useMemo(
    () => startingAnswers(form, readDraft(tabKeeper, draft)?.answers ?? before),
    [form, draft, before],
  );
  const [arrivedOn, setArrivedOn] = useState(today);
  const [scan, setScan] = useState<File>();
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
    const caseId = await onEnter({
      answers: parsed.answers,
      submissionKey: keys.keyFor(JSON.stringify(parsed.answers)),
      arrivedOn,
      scan,
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
        <Field.Description>{t(`${words}.arrivedHelp`)}</Field.Description>
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
      {words === 'paperAnswer' && (
        <Field>
          <Label>{t('paperAnswer.scanLabel')}</Label>
          <Field.Description>{t('scan.help')}</Field.Description>
          <Input
            type="file"
            accept={acceptedFiles}
            onChange={(event) => setScan(event.target.files?.[0])}
          />
        </Field>
      )}
      <Button type="submit" aria-busy={busy}>
        {busy ? t('ui:form.sending') : t(`${words}.send`)}
      </Button>
    </form>
  );
}

/** The day in Sweden, as a date field writes it. */
function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());
}
