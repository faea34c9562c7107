import type { FormDefinition } from '../../../domain/forms/types';

/** The organisation withdraws its application; the reason is its own business. */
export const withdrawalForm: FormDefinition = {
  id: 'withdrawal',
  version: 1,
  retentionYears: 10,
  bindings: {},
  pages: [
    {
      id: 'withdrawal',
      fields: [{ id: 'withdrawalReason', type: 'longText', required: false, maxLength: 2000 }],
    },
  ],
  texts: {
    sv: {
      title: 'Dra tillbaka ansökan',
      intro:
        'Då avslutas ärendet och organisationen ansluts inte. Det går inte att ångra, men ni kan ansöka igen när ni vill. Ni får ett brev som bekräftar det.',
      send: 'Dra tillbaka ansökan nu',
      'page.withdrawal': 'Dra tillbaka',
      'field.withdrawalReason': 'Varför drar ni tillbaka ansökan?',
      'field.withdrawalReason.help': 'Ni behöver inte ange något skäl.',
    },
    en: {
      title: 'Withdraw the application',
      intro:
        'The case is then closed and the organisation does not join. This cannot be undone, but you can apply again whenever you like. You will get a letter that confirms it.',
      send: 'Withdraw the application now',
      'page.withdrawal': 'Withdraw',
      'field.withdrawalReason': 'Why do you withdraw the application?',
      'field.withdrawalReason.help': 'You do not have to give a reason.',
    },
  },
};
