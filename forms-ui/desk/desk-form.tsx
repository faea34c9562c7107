import { Button, Heading } from '@digdir/designsystemet-react';
import { useEffect, useMemo, useRef } from 'react';
import { allFields, visibleFields } from '../../domain/forms/fields';
import { formText } from '../../domain/forms/summary';
import type { FormDefinition } from '../../domain/forms/types';
import { FieldList } from '../shared/fields/field-list';
import { forgetDraft, readDraft } from '../shared/forms/draft';
import { useDraft } from '../shared/forms/use-draft';
import { tabKeeper } from '../shared/storage';
import { FaultSummary } from '../shared/forms/fault-summary';
import { SendFault } from '../shared/forms/send-fault';
import { startingAnswers, type TypedAnswers } from '../shared/forms/typed-answers';
import { useAnswersForm, type Beside } from '../shared/forms/use-answers-form';
import { useSending } from '../shared/forms/use-sending';
import { useLanguage } from '../shared/i18n/use-language';
import { useTexts } from '../shared/i18n/use-texts';
import { useEndedSession } from './desk-fetched';

interface Props {
  form: FormDefinition;
  /** What is in it before anybody has typed. */
  answers?: Record<string, unknown>;
  /** Where the tab keeps what is typed; a short form keeps nothing. */
  draft?: string;
  /** What is known beside it. */
  beside?: Beside | undefined;
  /** What else is to be in the fields after a change; undefined where that is for whoever types to say. */
  follow?: (typed: TypedAnswers, before: TypedAnswers) => TypedAnswers | undefined;
  /** Hears what is in the fields. */
  onTyped?: (typed: TypedAnswers) => void;
  /** Sends what was filled in; it stays in the fields when that fails. */
  onSend: (typed: TypedAnswers) => Promise<void>;
}

/** A form for something that an official does, on one page, its parts under headings of their own. */
export function DeskForm({
  form,
  answers: known,
  draft = '',
  beside,
  follow,
  onTyped,
  onSend,
}: Props) {
  const t = useTexts();
  const language = useLanguage();
  const { busy, error, send } = useSending();
  useEndedSession(error);
  const fields = allFields(form);
  const initial = useMemo(
    () =>
      startingAnswers(form, draft === '' ? known : (readDraft(tabKeeper, draft)?.answers ?? known)),
    [form, draft, known],
  );
  const answers = useAnswersForm({
    form,
    initialAnswers: initial,
    scope: { id: 'all', fieldIds: fields.map((field) => field.id), covers: ['all'] },
    beside,
    onValid: (typed) =>
      send(async () => {
        await onSend(typed);
        if (draft !== '') forgetDraft(tabKeeper, draft);
      }, answers.reject),
  });
  const { values, setValues } = answers.formik;
  const before = useRef(values);
  useEffect(() => {
    const following = follow?.(values, before.current);
    before.current = values;
    if (following) void setValues({ ...values, ...following }, false);
  }, [follow, values, setValues]);
  useEffect(() => onTyped?.(values), [onTyped, values]);
  const shown = new Set(visibleFields(form, answers.formik.values).map(({ id }) => id));
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
      {draft !== '' && <KeptDraft name={draft} typed={answers.formik.values} />}
      {form.pages.map((page) => (
        <section key={page.id} className={form.pages.length > 1 ? 'desk-part' : undefined}>
          {form.pages.length > 1 && (
            <Heading level={2} data-size="sm">
              {formText(form, language, `page.${page.id}`)}
            </Heading>
          )}
          <FieldList answers={answers} fields={page.fields.filter(({ id }) => shown.has(id))} />
        </section>
      ))}
      <Button type="submit" aria-busy={busy}>
        {busy ? t('form.sending') : formText(form, language, 'send')}
      </Button>
    </form>
  );
}

/** Keeps what is typed in the tab, so that an ended session or a slip costs nothing. */
function KeptDraft({ name, typed }: { name: string; typed: TypedAnswers }) {
  useDraft(name, typed);
  return null;
}
