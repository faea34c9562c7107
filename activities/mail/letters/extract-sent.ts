import { mailTexts, type DeadlineParameters, type LetterContent } from './letter';
import { simpleLetter } from './simple-letter';

/**
 * An extract from a committee's minutes. Whoever cannot sign in at the desk gets it without a button: what
 * they need is attached.
 */
export function extractSent(name: 'committeeDecided' | 'committeeCorrected' | 'extractRedated') {
  return (parameters: DeadlineParameters): LetterContent => {
    const letter = simpleLetter(name, parameters);
    if (parameters.link !== null) return letter;
    const t = mailTexts(parameters);
    const [state = ''] = letter.paragraphs;
    const outside: LetterContent = {
      ...letter,
      why: t('extractOutside.why'),
      paragraphs: [state, t(`extractOutside.${name}`)],
    };
    delete outside.action;
    return outside;
  };
}
