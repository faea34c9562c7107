import type { FormDefinition } from '../../../domain/forms/types';

/** The organisation withdraws its case; the reason is its own business. */
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
      title: 'Dra tillbaka ärendet',
      intro:
        'Då avslutas ärendet utan beslut. Det går inte att ångra, men ni kan börja om när ni vill. Ni får ett brev som bekräftar det.',
      send: 'Dra tillbaka ärendet nu',
      'page.withdrawal': 'Dra tillbaka',
      'field.withdrawalReason': 'Varför drar ni tillbaka ärendet?',
      'field.withdrawalReason.help': 'Ni behöver inte ange något skäl.',
    },
    en: {
      title: 'Withdraw the case',
      intro:
        'The case is then closed without a decision. This cannot be undone, but you can begin again whenever you like. You will get a letter that confirms it.',
      send: 'Withdraw the case now',
      'page.withdrawal': 'Withdraw',
      'field.withdrawalReason': 'Why do you withdraw the case?',
      'field.withdrawalReason.help': 'You do not have to give a reason.',
    },
  },
};
