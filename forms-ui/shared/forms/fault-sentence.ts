import { bounds, fieldAt, textKey } from '../../../domain/forms/fields';
import { maxLengthOf } from '../../../domain/forms/schema';
import { formText, optionalFormText } from '../../../domain/forms/summary';
import type { Fault, FormDefinition } from '../../../domain/forms/types';
import type { Language } from '../../../domain/language';
import { numberInWords } from '../i18n/format';
import type { Texts } from '../i18n/use-texts';

/** What to do about a fault at a path: the form's own sentence for that field, else the general one. */
export function faultSentence(
  form: FormDefinition,
  path: string,
  fault: Fault,
  language: Language,
  t: Texts,
): string {
  const own = optionalFormText(form, language, `${textKey(path)}.error.${fault}`);
  if (own !== undefined) return own;
  const field = fieldAt(form, path);
  const most = field && (fault === 'tooMany' ? bounds(field).max : maxLengthOf(field));
  return t(`common:faults.${fault}`, {
    label: formText(form, language, textKey(path)),
    max: most === undefined ? '' : numberInWords(most, language),
  });
}

/** Which item of a group a path is in, as the page calls it: "Firmatecknare 2". */
export function itemName(
  form: FormDefinition,
  path: string,
  language: Language,
): string | undefined {
  const [group, position] = path.split('.');
  if (group === undefined || position === undefined) return undefined;
  return `${formText(form, language, `${textKey(group)}.item`)} ${Number(position) + 1}`;
}
