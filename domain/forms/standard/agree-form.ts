import type { Language } from '../../language';
import type { FormDefinition } from '../types';

type Texts = Readonly<Record<string, string>>;

/** What everybody who reads a proposal may say to it. */
const common: Record<Language, Texts> = {
  sv: {
    send: 'Skicka svaret',
    'field.outcome.option.return': 'Nej, något behöver ändras',
    'field.comment': 'Vad behöver ändras?',
    'field.comment.error.required': 'Skriv vad som behöver ändras',
  },
  en: {
    send: 'Send the answer',
    'field.outcome.option.return': 'No, something must change',
    'field.comment': 'What must change?',
    'field.comment.error.required': 'Write what must change',
  },
};

const onPage: Record<Language, string> = { sv: 'Ditt svar', en: 'Your answer' };
const longestComment = 5000;
const retentionYears = 10;

/**
 * The form in which a member of a group agrees to what somebody has written, or sends it back saying
 * what must change.
 * @param page the id of its only page
 * @param own title, introduction, the question and what it is answered with, and who reads the comment
 */
export function agreeForm(
  { id, version, page }: { id: string; version: number; page: string },
  own: Record<Language, Texts>,
): FormDefinition {
  const textsIn = (language: Language) => ({
    ...common[language],
    [`page.${page}`]: onPage[language],
    ...own[language],
  });
  return {
    ...{ id, version, retentionYears },
    bindings: { outcome: 'outcome', comment: 'comment' },
    pages: [
      {
        id: page,
        fields: [
          { id: 'outcome', type: 'choice', required: true, options: ['approve', 'return'] },
          {
            ...{ id: 'comment', type: 'longText', required: true, maxLength: longestComment },
            showWhen: { field: 'outcome', in: ['return'] },
          },
        ],
      },
    ],
    texts: { sv: textsIn('sv'), en: textsIn('en') },
  };
}
