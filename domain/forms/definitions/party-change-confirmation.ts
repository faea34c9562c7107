import type { FormDefinition } from '../types';

/** A signatory confirms what was reported about the organisation, or says why it is wrong. */
export const partyChangeConfirmation: FormDefinition = {
  id: 'party-change-confirmation',
  version: 1,
  retentionYears: 10,
  bindings: {
    outcome: 'outcome',
    reasons: 'reasons',
    signedName: 'signedName',
    signedRole: 'signedRole',
  },
  pages: [
    {
      id: 'confirmation',
      fields: [
        { id: 'outcome', type: 'choice', required: true, options: ['answered', 'decline'] },
        {
          id: 'signedName',
          type: 'text',
          required: true,
          autocomplete: 'name',
          showWhen: { field: 'outcome', in: ['answered'] },
        },
        {
          id: 'signedRole',
          type: 'text',
          required: true,
          maxLength: 100,
          autocomplete: 'organization-title',
          showWhen: { field: 'outcome', in: ['answered'] },
        },
        {
          id: 'reasons',
          type: 'longText',
          required: true,
          maxLength: 2000,
          showWhen: { field: 'outcome', in: ['decline'] },
        },
      ],
    },
  ],
  texts: {
    sv: {
      title: 'Bekräfta ändringen',
      intro:
        'Någon har anmält en ändring för organisationen. Läs den och svara om den stämmer. Registret ändras först när den är bekräftad.',
      send: 'Skicka svaret',
      'page.confirmation': 'Bekräftelse',
      'field.outcome': 'Stämmer ändringen?',
      'field.outcome.option.answered': 'Ja, jag bekräftar den för organisationen',
      'field.outcome.option.decline': 'Nej, den stämmer inte',
      'field.outcome.error.choice': 'Välj om ändringen stämmer',
      'field.signedName': 'Ditt namn',
      'field.signedName.error.required': 'Skriv ditt namn',
      'field.signedRole': 'Din roll i organisationen',
      'field.signedRole.help': 'Till exempel ordförande.',
      'field.signedRole.error.required': 'Skriv din roll i organisationen',
      'field.reasons': 'Vad stämmer inte?',
      'field.reasons.help': 'Den som anmälde ändringen och kommunen läser det du skriver.',
      'field.reasons.error.required': 'Skriv vad som inte stämmer',
    },
    en: {
      title: 'Confirm the change',
      intro:
        'Somebody has reported a change for the organisation. Read it and answer whether it is right. The register is changed only once it is confirmed.',
      send: 'Send the answer',
      'page.confirmation': 'Confirmation',
      'field.outcome': 'Is the change right?',
      'field.outcome.option.answered': 'Yes, I confirm it for the organisation',
      'field.outcome.option.decline': 'No, it is not right',
      'field.outcome.error.choice': 'Choose whether the change is right',
      'field.signedName': 'Your name',
      'field.signedName.error.required': 'Write your name',
      'field.signedRole': 'Your role in the organisation',
      'field.signedRole.help': 'For example chair.',
      'field.signedRole.error.required': 'Write your role in the organisation',
      'field.reasons': 'What is not right?',
      'field.reasons.help': 'Whoever reported the change and the municipality read what you write.',
      'field.reasons.error.required': 'Write what is not right',
    },
  },
};
