import { visibleAmong } from '../../../domain/forms/fields';
import type { Answers, FormField } from '../../../domain/forms/types';

/** The fields that were answered and are asked only while a box is ticked, in the form's order. */
export function foldedUnder(
  fields: readonly FormField[],
  tick: string,
  before: Answers,
): FormField[] {
  const hangsOn = (field: FormField): boolean => {
    const parent = field.showWhen?.field;
    if (parent === undefined) return false;
    const above = fields.find(({ id }) => id === parent);
    return parent === tick || (above !== undefined && hangsOn(above));
  };
  const offered = ({ id, options }: FormField) =>
    !options || options.some((option) => option === before[id]);
  return visibleAmong(fields, before).filter(
    (field) => before[field.id] !== undefined && hangsOn(field) && offered(field),
  );
}
