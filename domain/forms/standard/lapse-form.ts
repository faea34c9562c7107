import type { Language } from '../../language';
import type { FormDefinition } from '../types';

type Texts = Readonly<Record<string, string>>;

/** What any process may say. */
const common: Record<Language, Texts> = {
  sv: {
    title: 'Inget svar från organisationen',
    intro:
      'Organisationen har inte svarat i tid. Inget är avgjort. Du kan vänta, eller bestämma vad som ska hända.',
    send: 'Skicka beslutet',
    'page.decision': 'Beslut',
    'field.outcome': 'Vad beslutar du?',
    'field.outcome.option.close': 'Avslutar ärendet',
    'field.outcome.option.proceed':
      'Går vidare: ger organisationen ny tid, eller läser det som har skickats in som det är',
    'field.outcome.error.choice': 'Välj vad du beslutar',
    'field.reasons': 'Skäl för beslutet',
    'field.reasons.help': 'Skälen står i brevet till organisationen, som kan höra av sig igen.',
    'field.reasons.error.required': 'Skriv skälen för beslutet',
  },
  en: {
    title: 'No answer from the organisation',
    intro:
      'The organisation has not answered in time. Nothing is decided. You can wait, or say what should happen.',
    send: 'Send the decision',
    'page.decision': 'Decision',
    'field.outcome': 'What do you decide?',
    'field.outcome.option.close': 'Close the case',
    'field.outcome.option.proceed':
      'Go on: give the organisation new time, or read what was sent in as it is',
    'field.outcome.error.choice': 'Choose a decision',
    'field.reasons': 'Reasons for the decision',
    'field.reasons.help': 'The reasons are in the letter to the organisation, which may come back.',
    'field.reasons.error.required': 'Write the reasons for the decision',
  },
};

const longestReasons = 2000;
const retentionYears = 10;

/**
 * What a missed deadline drafts for the case officer, since it never decides by itself (KL 6:38): to
 * end the case, or to go on. Until the officer answers, the organisation still can.
 * @param own texts in place of the common ones
 */
export function lapseForm(
  { id, version }: { id: string; version: number },
  own: Partial<Record<Language, Texts>> = {},
): FormDefinition {
  return {
    id,
    version,
    retentionYears,
    bindings: { outcome: 'outcome', reasons: 'reasons' },
    pages: [
      {
        id: 'decision',
        fields: [
          { id: 'outcome', type: 'choice', required: true, options: ['close', 'proceed'] },
          {
            id: 'reasons',
            type: 'longText',
            required: true,
            maxLength: longestReasons,
            showWhen: { field: 'outcome', in: ['close'] },
          },
        ],
      },
    ],
    texts: { sv: { ...common.sv, ...own.sv }, en: { ...common.en, ...own.en } },
  };
}
