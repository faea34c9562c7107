import { translator } from '../../../domain/texts/index';
import { inlineText } from '../inline-text';
import { frameOf, type LetterContent, type LetterParameters } from './letter';

/** To an address that the case has on record: the link that somebody asked for. */
export function newLink(parameters: Omit<LetterParameters, 'organisationName'>): LetterContent {
  const t = translator(parameters.language, 'mail');
  const values = { number: inlineText(parameters.number) };
  return {
    ...frameOf(parameters),
    subject: t('newLink.subject', values),
    preheader: t('newLink.preheader'),
    why: t('newLink.why', values),
    paragraphs: [t('newLink.replaces'), t('personalLink')],
    action: { label: t('newLink.action'), url: parameters.url },
    otherwise: t('newLink.otherwise'),
  };
}
