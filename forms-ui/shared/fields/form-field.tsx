import { lazy, Suspense, useContext } from 'react';
import type { FormField as FieldDefinition } from '../../../domain/forms/types';
import type { AnswersForm } from '../forms/use-answers-form';
import { Loading } from '../layout/loading';
import { ChoiceField } from './choice-field';
import { ChoicesField } from './choices-field';
import { ClashContext } from './clash-context';
import { ConfirmationField } from './confirmation-field';
import { GroupField } from './group-field';
import { mostButtons } from './most-buttons';
import { RatingField } from './rating-field';
import { SelectField } from './select-field';
import { PreviousContext } from './previous-context';
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

/** One field of a form definition, with what somebody else has written in it meanwhile. */
export function FormField(props: FieldProps) {
  const clashes = useContext(ClashContext);
  const { path } = props;
  return (
    <>
      <WithPrevious {...props} />
      {clashes && path in clashes.theirs && (
        <clashes.Notice {...props} theirs={clashes.theirs[path]} />
      )}
    </>
  );
}

/** The field, and what was answered the last time where that is known. */
function WithPrevious(props: FieldProps) {
  const earlier = useContext(PreviousContext);
  const previous = earlier?.answers[props.path];
  if (!earlier || previous === undefined) return <Control {...props} />;
  return (
    <div className="field-with-previous">
      <Control {...props} />
      <earlier.Beside {...props} {...{ previous, year: earlier.year }} all={earlier.answers} />
    </div>
  );
}

/** The field itself, by its type. */
function Control(props: FieldProps) {
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
    case 'rating':
      return <RatingField {...props} />;
    default:
      return <TextField {...props} />;
  }
}

function isLong({ options = [] }: FieldDefinition): boolean {
  return options.length > mostButtons;
}
