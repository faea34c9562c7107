import { Paragraph } from '@digdir/designsystemet-react';
import type { FormField as FieldDefinition } from '../../../domain/forms/types';
import type { AnswersForm } from '../forms/use-answers-form';
import { useTexts } from '../i18n/use-texts';
import { FormField } from './form-field';

interface Props {
  answers: AnswersForm;
  /** The fields that are asked, in order. */
  fields: readonly FieldDefinition[];
}

/** The fields of a page, and whether they must be filled in: said once when all must, else at each. */
export function FieldList({ answers, fields }: Props) {
  const t = useTexts();
  const required = fields.filter((field) => field.required);
  const mixed = required.length < fields.length;
  return (
    <div className="fields">
      {!mixed && (
        <Paragraph className="quiet">{t('form.allRequired', { count: fields.length })}</Paragraph>
      )}
      {fields.map((field) => (
        <FormField key={field.id} answers={answers} field={field} path={field.id} marked={mixed} />
      ))}
    </div>
  );
}
