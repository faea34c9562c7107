import type { FormDefinition } from '../types';

/** What the receiving committee says of the year: what was used, and what it proposes about the rest. */
export const budgetSettlementAccount: FormDefinition = {
  id: 'budget-settlement-account',
  version: 1,
  retentionYears: 10,
  bindings: { amounts: 'used', reasons: 'reasons' },
  pages: [
    {
      id: 'account',
      fields: [
        { id: 'used', type: 'amounts', required: true, fixed: true, max: 20 },
        { id: 'rest', type: 'choice', required: true, options: ['giveBack', 'carryOver'] },
        {
          id: 'reasons',
          type: 'longText',
          required: true,
          maxLength: 3000,
          showWhen: { field: 'rest', in: ['carryOver'] },
        },
        { id: 'comment', type: 'longText', required: false, maxLength: 3000 },
      ],
    },
  ],
  texts: {
    sv: {
      title: 'Redovisa vad överförda pengar har använts till',
      intro:
        'Skriv hur mycket av de överförda pengarna som nämnden har använt under året, rad för rad. Vi räknar ut vad som är kvar.',
      send: 'Skicka redovisningen',
      'page.account': 'Redovisning',
      'field.used': 'Använt under året, i hela kronor',
      'field.used.help': 'Skriv 0 om inget har använts.',
      'field.used.line': 'Rad',
      'field.used.add': 'Lägg till en rad',
      'field.used.remove': 'Ta bort',
      'field.rest': 'Vad ska hända med det som är kvar?',
      'field.rest.help':
        'Är inget kvar spelar svaret ingen roll. Att ta med pengar till nästa år kräver ett eget beslut.',
      'field.rest.option.giveBack': 'Det går tillbaka till den som lämnade pengarna',
      'field.rest.option.carryOver': 'Nämnden vill ta med det till nästa år',
      'field.rest.error.choice': 'Välj vad som ska hända med det som är kvar',
      'field.reasons': 'Varför behövs pengarna nästa år?',
      'field.reasons.help': 'Skälen står i tjänsteskrivelsen till den som beslutar.',
      'field.reasons.error.required': 'Skriv varför pengarna behövs nästa år',
      'field.comment': 'Något mer om hur pengarna har använts',
    },
    en: {
      title: 'Account for what transferred money was used for',
      intro:
        'Write how much of the transferred money the committee has used in the year, line by line. We work out what is left.',
      send: 'Send the account',
      'page.account': 'Account',
      'field.used': 'Used in the year, in whole kronor',
      'field.used.help': 'Write 0 if nothing was used.',
      'field.used.line': 'Line',
      'field.used.add': 'Add a line',
      'field.used.remove': 'Remove',
      'field.rest': 'What is to happen with what is left?',
      'field.rest.help':
        'If nothing is left the answer does not matter. Taking money along to the next year needs a decision of its own.',
      'field.rest.option.giveBack': 'It goes back to whoever gave the money',
      'field.rest.option.carryOver': 'The committee wants to take it along to the next year',
      'field.rest.error.choice': 'Choose what is to happen with what is left',
      'field.reasons': 'Why is the money needed next year?',
      'field.reasons.help': 'The reasons stand in the official report to whoever decides.',
      'field.reasons.error.required': 'Write why the money is needed next year',
      'field.comment': 'Anything else about how the money was used',
    },
  },
};
