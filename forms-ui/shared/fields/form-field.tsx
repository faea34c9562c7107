import type { FormField as FieldDefinition } from '../../../domain/forms/types';
import type { AnswersForm } from '../forms/use-answers-form';
import { ChoiceField } from './choice-field';
import { ConfirmationField } from './confirmation-field';
import { TextField } from './text-field';

export interface FieldProps {
  answers: AnswersForm;
  field: FieldDefinition;
  /** Says in words whether the field must be filled in; where the fields of a page differ. */
  marked: boolean;
}

/** One field of a form definition, by its type. */
export function FormField(props: FieldProps) {
  switch (props.field.type) {
    case 'choice':
      return <ChoiceField {...props} />;
    case 'confirmation':
      return <ConfirmationField {...props} />;
    default:
      return <TextField {...props} />;
  }
}
