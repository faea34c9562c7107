import { allFields } from '../../../domain/forms/fields';
import { maxLengthOf } from '../../../domain/forms/schema';
import { formText, optionalFormText } from '../../../domain/forms/summary';
import type { Fault, FormDefinition } from '../../../domain/forms/types';
import type { Language } from '../../../domain/language';
import { numberInWords } from '../i18n/format';
import type { Texts } from '../i18n/use-texts';

/** What to do about a fault: the form's own sentence for that field, else the general one. */
export function faultSentence(
  form: FormDefinition,
  fieldId: string,
  fault: Fault,
  language: Language,
  t: Texts,
): string {
  const own = optionalFormText(form, language, `field.${fieldId}.error.${fault}`);
  if (own !== undefined) return own;
  const field = allFields(form).find((candidate) => candidate.id === fieldId);
  return t(`common:faults.${fault}`, {
    label: formText(form, language, `field.${fieldId}`),
    max: field ? numberInWords(maxLengthOf(field), language) : '',
  });
}
