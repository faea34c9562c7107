import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { visibleFields } from '../../domain/forms/fields';
import { formText } from '../../domain/forms/summary';
import type { TaskView } from '../../domain/api/shapes';
import { FieldList } from '../shared/fields/field-list';
import { PageHelp } from '../shared/forms/page-help';
import type { AnswersForm } from '../shared/forms/use-answers-form';
import { useLanguage } from '../shared/i18n/use-language';
import { useTexts } from '../shared/i18n/use-texts';

interface Props {
  task: TaskView;
  answers: AnswersForm;
  busy: boolean;
  /** Whether and where what is typed is kept. */
  saved: ReactNode;
  /** What goes with the answer, such as a code. */
  children?: ReactNode;
}

/** The answer, with what sending it means beside the button. Whoever fills in a part has no such button. */
export function TaskAnswerForm({ task, answers, busy, saved, children }: Props) {
  const t = useTexts();
  const language = useLanguage();
  const { form, formik } = answers;
  const shown = new Set(visibleFields(form, formik.values).map((field) => field.id));
  return (
    <form
      id="answer"
      className="answer-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!task.part) void answers.submit();
      }}
    >
      {form.pages.map((page) => (
        <section key={page.id} aria-labelledby={`page-${page.id}`}>
          <Heading level={2} data-size="sm" id={`page-${page.id}`}>
            {formText(form, language, `page.${page.id}`)}
          </Heading>
          <PageHelp form={form} pageId={page.id} />
          <FieldList answers={answers} fields={page.fields.filter(({ id }) => shown.has(id))} />
        </section>
      ))}
      {children}
      {!task.part && <Paragraph>{t(`task.${task.kind}.meaning`)}</Paragraph>}
      <div className="actions">
        {!task.part && (
          <Button type="submit" aria-busy={busy}>
            {busy ? t('form.sending') : formText(form, language, 'send')}
          </Button>
        )}
        {saved}
      </div>
    </form>
  );
}
