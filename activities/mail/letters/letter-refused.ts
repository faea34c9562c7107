import type { RefusedReader } from '../tell-contact-point';
import { frameOf, mailTexts, valuesOf, type LetterContent, type LetterParameters } from './letter';

/** To the contact point: a letter was refused by its reader's mail server, and a person has to see to it. */
export function letterRefused(
  parameters: LetterParameters & { reader: RefusedReader },
): LetterContent {
  const t = mailTexts(parameters);
  const values = {
    ...valuesOf(parameters),
    reader: t(`letterRefused.reader.${parameters.reader}`),
  };
  return {
    ...frameOf(parameters),
    subject: t('letterRefused.subject', values),
    preheader: t('letterRefused.preheader'),
    why: t('letterRefused.why', values),
    paragraphs: [t('letterRefused.state', values), t('letterRefused.more')],
    action: { label: t('letterRefused.action'), url: parameters.url },
    otherwise: t('letterRefused.otherwise'),
  };
}
