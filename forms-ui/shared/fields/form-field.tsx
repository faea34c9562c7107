import { lazy, Suspense } from 'react';
import type { FormField as FieldDefinition } from '../../../domain/forms/types';
import type { AnswersForm } from '../forms/use-answers-form';
import { Loading } from '../layout/loading';
import { ChoiceField } from './choice-field';
import { ChoicesField } from './choices-field';
import { ConfirmationField } from './confirmation-field';
import { GroupField } from './group-field';
import { mostButtons } from './most-buttons';
import { SelectField } from './select-field';
import { TextField } from './text-field';

// Most forms and most pages have no files, and hardly any have amounts.
const FileField = lazy(() => import('./file-field'));
const AmountsField = lazy(() => import('./amounts-field'));

export interface FieldProps {
  answers: AnswersForm;
  field: FieldDefinition;
  /** Where its answer is: the field's id, inside a group such as `signatories.1.email`. */
  path: string;
  /** Says in words whether the field must be filled in; where the fields of a page differ. */
  marked: boolean;
}

/** One field of a form definition, by its type. */
export function FormField(props: FieldProps) {
  switch (props.field.type) {
    case 'choice':
      return isLong(props.field) ? <SelectField {...props} /> : <ChoiceField {...props} />;
    case 'choices':
      return <ChoicesField {...props} />;
    case 'confirmation':
      return <ConfirmationField {...props} />;
    case 'group':
      return <GroupField {...props} />;
    case 'file':
      return (
        <Suspense fallback={<Loading />}>
          <FileField {...props} />
        </Suspense>
      );
    case 'amounts':
      return (
        <Suspense fallback={<Loading />}>
          <AmountsField {...props} />
        </Suspense>
      );
    default:
      return <TextField {...props} />;
  }
}

function isLong({ options = [] }: FieldDefinition): boolean {
  return options.length > mostButtons;
}
