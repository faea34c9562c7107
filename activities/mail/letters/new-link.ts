import {
  aboutLink,
  frameOf,
  valuesOf,
  type LetterContent,
  type LetterParameters,
  mailTexts,
} from './letter';

/** What a new link opens. */
export type Opened =
  /** A task that waits: its own letter, which the new one repeats. */
  { what: 'task'; asked: LetterContent } | { what: 'answered' | 'closed' | 'case' };

/**
 * To an address that the case has on record: the link that somebody asked for. Whoever is still
 * asked for something reads all of it again. Older links to a task are dead, those to a case are not.
 */
export function newLink(parameters: LetterParameters & { opens: Opened }): LetterContent {
  const { opens, url } = parameters;
  const t = mailTexts(parameters);
  const values = valuesOf(parameters);
  const frame = {
    ...frameOf(parameters),
    preheader: t('newLink.preheader'),
    why: t('newLink.why', values),
  };
  if (opens.what === 'task') {
    const { subject, paragraphs, action, otherwise } = opens.asked;
    return {
      ...frame,
      subject: t('newLink.subjectTask', { subject }),
      paragraphs: [t('newLink.replaces'), ...paragraphs],
      ...(action && { action }),
      ...(otherwise !== undefined && { otherwise }),
    };
  }
  const replaces = opens.what === 'case' ? [] : [t('newLink.replaces')];
  return {
    ...frame,
    subject: t('newLink.subject', values),
    paragraphs: [t(`newLink.${opens.what}`, values), ...replaces, ...aboutLink(parameters)],
    action: { label: t(opens.what === 'case' ? 'newLink.actionCase' : 'newLink.action'), url },
    ...(opens.what === 'case' && { otherwise: t('newLink.otherwise') }),
  };
}
