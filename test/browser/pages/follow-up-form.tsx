import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { sodertaljeAgreement } from '../../../config/municipalities/sodertalje/agreement';
import { followUpForm } from '../../../domain/follow-up/form';
import { standardQuestions } from '../../../domain/follow-up/questions';
import { allFields, visibleFields } from '../../../domain/forms/fields';
import { parseAnswers } from '../../../domain/forms/schema';
import { formText } from '../../../domain/forms/summary';
import type { Answers } from '../../../domain/forms/types';
import { FieldList } from '../../../forms-ui/shared/fields/field-list';
import { WithPreviousAnswers } from '../../../forms-ui/shared/fields/previous-answer';
import { FaultSummary } from '../../../forms-ui/shared/forms/fault-summary';
import { PageHelp } from '../../../forms-ui/shared/forms/page-help';
import { startingAnswers } from '../../../forms-ui/shared/forms/typed-answers';
import { useAnswersForm } from '../../../forms-ui/shared/forms/use-answers-form';
import { useLanguage } from '../../../forms-ui/shared/i18n/use-language';
import { mount } from './mount';

const form = followUpForm('organisation', sodertaljeAgreement, standardQuestions);
const initial = startingAnswers(form);

const lastYear: Answers = {
  longTermOwn: '4',
  longTermOther: 'cannotSay',
  longTermComment: 'Vi träffas för sällan.\nMen mötena är bra.',
  // The scale was another one.
  dialogueOwn: '7',
  numberMembers: '120',
  longTermSingle: true,
  longTermMunicipality1: 'partly',
  longTermMunicipality1Comment: 'Uppföljningen kom sent.',
  proposals: [{ area: 'Ensamma äldre', why: 'Många sitter ensamma.' }, { area: 'Lokaler' }],
};

/** The whole form on one page, with last year's answers beside it. */
function Walk() {
  const language = useLanguage();
  const [sent, setSent] = useState<Answers>();
  const answers = useAnswersForm({
    form,
    initialAnswers: initial,
    scope: { id: 'all', fieldIds: allFields(form).map(({ id }) => id), covers: ['all'] },
    onValid: (typed) => {
      const parsed = parseAnswers(form, typed);
      if (parsed.ok) setSent(parsed.answers);
    },
  });
  const shown = new Set(visibleFields(form, answers.formik.values).map(({ id }) => id));
  return (
    <form
      className="column"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void answers.submit();
      }}
    >
      <h1>{formText(form, language, 'title')}</h1>
      <FaultSummary answers={answers} />
      <WithPreviousAnswers year={2024} answers={lastYear}>
        {form.pages.map(({ id, fields }) => (
          <section key={id} aria-labelledby={`page-${id}`}>
            <h2 id={`page-${id}`}>{formText(form, language, `page.${id}`)}</h2>
            <PageHelp form={form} pageId={id} />
            <FieldList answers={answers} fields={fields.filter((each) => shown.has(each.id))} />
          </section>
        ))}
      </WithPreviousAnswers>
      <Button type="submit">{formText(form, language, 'send')}</Button>
      {sent && <output>{JSON.stringify(sent)}</output>}
    </form>
  );
}

void mount(<Walk />);
