import type { FormDefinition } from '../types';

/** Why an official wants an organisation to be excluded. The organisation reads it and answers. */
export const partyExclusion: FormDefinition = {
  id: 'party-exclusion',
  version: 1,
  retentionYears: 10,
  bindings: {},
  pages: [
    {
      id: 'grounds',
      fields: [{ id: 'grounds', type: 'longText', required: true, maxLength: 5000 }],
    },
  ],
  texts: {
    sv: {
      title: 'Utesluta en organisation',
      intro:
        'Skriv varför organisationen inte längre ska vara med. Den får läsa det och svara innan någon beslutar.',
      send: 'Börja ärendet',
      'page.grounds': 'Det som ligger organisationen till last',
      'field.grounds': 'Varför ska organisationen uteslutas?',
      'field.grounds.help':
        'Skriv vad som har hänt, när, och vilken del av överenskommelsen det gäller.',
      'field.grounds.error.required': 'Skriv varför organisationen ska uteslutas',
    },
    en: {
      title: 'Exclude an organisation',
      intro:
        'Write why the organisation should no longer take part. It may read this and answer before anybody decides.',
      send: 'Begin the case',
      'page.grounds': 'What is held against the organisation',
      'field.grounds': 'Why should the organisation be excluded?',
      'field.grounds.help':
        'Write what has happened, when, and which part of the agreement it is about.',
      'field.grounds.error.required': 'Write why the organisation should be excluded',
    },
  },
};

/** The organisation says what it thinks of that (FL 25 §). */
export const partyHearing: FormDefinition = {
  id: 'party-hearing',
  version: 1,
  retentionYears: 10,
  bindings: { comment: 'comment' },
  pages: [
    {
      id: 'comment',
      fields: [{ id: 'comment', type: 'longText', required: true, maxLength: 5000 }],
    },
  ],
  texts: {
    sv: {
      title: 'Svara innan kommunen beslutar',
      intro:
        'Kommunen överväger att utesluta er. Läs varför och skriv vad ni anser. Svaret läses innan någon beslutar.',
      send: 'Skicka svaret',
      'page.comment': 'Ert svar',
      'field.comment': 'Vad anser ni?',
      'field.comment.error.required': 'Skriv vad ni anser',
    },
    en: {
      title: 'Answer before the municipality decides',
      intro:
        'The municipality considers excluding you. Read why and write what you think. Your answer is read before anybody decides.',
      send: 'Send the answer',
      'page.comment': 'Your answer',
      'field.comment': 'What do you think?',
      'field.comment.error.required': 'Write what you think',
    },
  },
};

/** Whoever decides says yes or no; both with reasons, which the organisation reads (FL 32 §). */
export const partyExclusionDecision: FormDefinition = {
  id: 'party-exclusion-decision',
  version: 1,
  retentionYears: 10,
  bindings: { outcome: 'outcome', reasons: 'reasons' },
  pages: [
    {
      id: 'decision',
      fields: [
        { id: 'outcome', type: 'choice', required: true, options: ['approve', 'refuse'] },
        { id: 'reasons', type: 'longText', required: true, maxLength: 5000 },
      ],
    },
  ],
  texts: {
    sv: {
      title: 'Beslut om uteslutning',
      intro: 'Läs skälen och det som organisationen har svarat, och besluta.',
      send: 'Skicka beslutet',
      'page.decision': 'Beslut',
      'field.outcome': 'Vad beslutar du?',
      'field.outcome.option.approve': 'Utesluter organisationen',
      'field.outcome.option.refuse': 'Utesluter den inte',
      'field.outcome.error.choice': 'Välj vad du beslutar',
      'field.reasons': 'Skäl för beslutet',
      'field.reasons.help': 'Skälen står i beslutet som organisationen får.',
      'field.reasons.error.required': 'Skriv skälen för beslutet',
    },
    en: {
      title: 'Decision on exclusion',
      intro: 'Read the grounds and what the organisation has answered, and decide.',
      send: 'Send the decision',
      'page.decision': 'Decision',
      'field.outcome': 'What do you decide?',
      'field.outcome.option.approve': 'Exclude the organisation',
      'field.outcome.option.refuse': 'Do not exclude it',
      'field.outcome.error.choice': 'Choose a decision',
      'field.reasons': 'Reasons for the decision',
      'field.reasons.help': 'The organisation reads the reasons in the decision it gets.',
      'field.reasons.error.required': 'Write the reasons for the decision',
    },
  },
};
