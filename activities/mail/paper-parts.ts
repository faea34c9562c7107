import type { PostedLetterInput } from '../documents/compose';
import { translator } from '../../domain/texts/index';
import { inlineText } from './inline-text';
import type { LetterContent } from './letters';
import type { LetterSource } from './write-letter';

/**
 * What a letter says on paper: what the mail says, and how to answer on paper where the mail has its
 * button.
 */
export function paperParts(
  content: LetterContent,
  source: LetterSource,
): Pick<PostedLetterInput, 'title' | 'paragraphs' | 'signature'> {
  const { municipality, letter } = source;
  const { subject, greeting, why, paragraphs, otherwise, contact } = content;
  const t = translator(letter.language, 'mail');
  const aboutLinks = [t('personalLink'), t('deskLink')];
  const texts = [greeting, why, ...paragraphs, howToAnswer(source), otherwise, contact];
  return {
    title: inlineText(subject),
    paragraphs: texts
      .filter((text) => text !== undefined)
      .filter((text) => !aboutLinks.includes(text))
      .map(inlineText),
    signature: [municipality.name, municipality.office[letter.language]],
  };
}

/** Where a mail has a link: what to send where, or where to ask how it goes. */
function howToAnswer({ municipality, letter, found, task, url }: LetterSource): string | undefined {
  const t = translator(letter.language, 'post', found.process);
  const { postalAddress, contactPoint } = municipality;
  const values = {
    number: found.number,
    postal: postalAddress.join(', '),
    email: contactPoint.email,
    url,
  };
  if (letter.link === 'case') return t('answer.case', values);
  if (letter.link === null) {
    return t(url.endsWith('/parties') ? 'answer.register' : 'answer.page', values);
  }
  if (task?.state !== 'open') return undefined;
  if (task.kind === 'sign') return t('answer.sign', values);
  if (task.kind === 'followUp') return t('answer.followUp', values);
  return t(task.kind === 'complete' ? 'answer.complete' : 'answer.other', values);
}
