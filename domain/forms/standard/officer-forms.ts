import type { FormDefinition } from '../types';
import { lapseForm } from './lapse-form';
import { reviewForm } from './review-form';

/**
 * A form with what the case officer answers about it: `<id>-review` decides on it or sends it back,
 * `<id>-lapse` ends a case that the organisation does not answer in. Both have its version.
 */
export function withOfficerForms(form: FormDefinition): FormDefinition[] {
  const { id, version } = form;
  return [
    form,
    reviewForm({ id: `${id}-review`, version }, form),
    lapseForm({ id: `${id}-lapse`, version }),
  ];
}
