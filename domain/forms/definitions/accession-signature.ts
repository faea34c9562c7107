import type { FormDefinition } from '../types';

/** The signatory's signature: who signs, in what role, and that it is for the organisation. */
export const accessionSignature: FormDefinition = {
  id: 'accession-signature',
  version: 1,
  retentionYears: 10,
  bindings: { signedName: 'signedName', signedRole: 'signedRole' },
  pages: [
    {
      id: 'signature',
      fields: [
        { id: 'signedName', type: 'text', required: true, autocomplete: 'name' },
        {
          id: 'signedRole',
          type: 'text',
          required: true,
          maxLength: 100,
          autocomplete: 'organization-title',
        },
        { id: 'authorised', type: 'confirmation', required: true },
      ],
    },
  ],
  texts: {
    sv: {
      title: 'Skriv under överenskommelsen',
      intro:
        'Läs överenskommelsen. När du skriver under ansluter sig organisationen till just den här versionen.',
      send: 'Skriv under',
      'page.signature': 'Underskrift',
      'field.signedName': 'Ditt namn',
      'field.signedName.error.required': 'Skriv ditt namn',
      'field.signedRole': 'Din roll i organisationen',
      'field.signedRole.help': 'Till exempel ordförande.',
      'field.signedRole.error.required': 'Skriv din roll i organisationen',
      'field.authorised': 'Jag har läst överenskommelsen och får skriva under för organisationen',
      'field.authorised.confirmed': 'Ja',
      'field.authorised.error.confirmation':
        'Kryssa i att du har läst överenskommelsen och får skriva under',
    },
    en: {
      title: 'Sign the agreement',
      intro:
        'Read the agreement. By signing, you let the organisation join the agreement in exactly this version.',
      send: 'Sign',
      'page.signature': 'Signature',
      'field.signedName': 'Your name',
      'field.signedName.error.required': 'Write your name',
      'field.signedRole': 'Your role in the organisation',
      'field.signedRole.help': 'For example chair.',
      'field.signedRole.error.required': 'Write your role in the organisation',
      'field.authorised': 'I have read the agreement and may sign for the organisation',
      'field.authorised.confirmed': 'Yes',
      'field.authorised.error.confirmation': 'Tick that you have read the agreement and may sign',
    },
  },
};
