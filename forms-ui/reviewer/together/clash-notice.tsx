import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import { createContext, useContext } from 'react';
import { textKey } from '../../../domain/forms/fields';
import { formText, summarize } from '../../../domain/forms/summary';
import type { FieldProps } from '../../shared/fields/form-field';
import { fieldElementId } from '../../shared/forms/field-ids';
import { answered, startingAnswers } from '../../shared/forms/typed-answers';
import { useLanguage } from '../../shared/i18n/use-language';
import { useTexts } from '../../shared/i18n/use-texts';
import type { SharedAnswers } from './use-shared-draft';

export const ChooseContext = createContext<SharedAnswers['choose']>(() => undefined);

/** Two have written in a field: what the other one has written, and which of them stays. */
export function ClashNotice({ answers, path, theirs }: FieldProps & { theirs: unknown }) {
  const t = useTexts();
  const language = useLanguage();
  const choose = useContext(ChooseContext);
  const { form, formik } = answers;
  // Only what the form offers is worded; the rest of the answers decide what is asked.
  const fitting = answered(startingAnswers(form, { ...formik.values, [path]: theirs }));
  const rows = summarize(form, fitting, language).flatMap((section) => section.rows);
  const words = rows
    .filter(({ fieldId }) => fieldId === path || fieldId.startsWith(`${path}.`))
    .map(({ value }) => value)
    .filter((value) => value !== undefined)
    .join('\n');
  const pick = (which: 'mine' | 'theirs') => () => {
    choose(path, which);
    document.getElementById(fieldElementId(path))?.focus();
  };
  const label = formText(form, language, textKey(path));
  return (
    <Alert data-color="warning" role="alert" className="notice clash">
      <Paragraph>{t('task.together.clash.text')}</Paragraph>
      <Paragraph className="clash__theirs">
        <bdi>{words === '' ? t('task.together.clash.empty') : words}</bdi>
      </Paragraph>
      <div className="actions">
        {(['mine', 'theirs'] as const).map((which) => (
          <Button
            key={which}
            type="button"
            variant="secondary"
            data-size="sm"
            onClick={pick(which)}
          >
            {t(`task.together.clash.${which}`)}
            <span className="ds-sr-only">: {label}</span>
          </Button>
        ))}
      </div>
    </Alert>
  );
}
