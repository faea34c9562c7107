import type { FormDefinition } from '../types';

/** What was used in a year that is settled, where the account of it was wrong; the wrong one stays. */
export const budgetSettlementCorrection: FormDefinition = {
  id: 'budget-settlement-correction',
  version: 1,
  retentionYears: 10,
  bindings: { amounts: 'used' },
  pages: [
    {
      id: 'correction',
      fields: [
        { id: 'used', type: 'amounts', required: true, fixed: true, max: 40 },
        { id: 'reason', type: 'longText', required: true, maxLength: 2000 },
      ],
    },
  ],
  texts: {
    sv: {
      title: 'Rätta redovisningen av ett år',
      intro:
        'Skriv vad nämnden har använt under året, rad för rad. Det som går tillbaka, och det som togs med till nästa år, räknas om och bokförs på nytt, även för senare år som är avräknade. Den gamla redovisningen och dess bokföring står kvar, och de nya pekar på dem. Båda nämnderna får veta det.',
      send: 'Rätta redovisningen',
      'page.correction': 'Redovisning',
      'field.used': 'Använt under året, i hela kronor',
      'field.used.help': 'Skriv 0 om inget har använts.',
      'field.used.line': 'Rad',
      'field.used.add': 'Lägg till en rad',
      'field.used.remove': 'Ta bort',
      'field.reason': 'Vad var fel?',
      'field.reason.help': 'Det står i båda ärendenas händelser.',
      'field.reason.error.required': 'Skriv vad som var fel',
    },
    en: {
      title: 'Correct the account of a year',
      intro:
        'Write what the committee has used in the year, line by line. What goes back, and what was taken along to the next year, is worked out and posted anew, also for later years that are settled. The earlier account and its postings stay, and the new ones point at them. Both committees are told.',
      send: 'Correct the account',
      'page.correction': 'Account',
      'field.used': 'Used in the year, in whole kronor',
      'field.used.help': 'Write 0 if nothing was used.',
      'field.used.line': 'Line',
      'field.used.add': 'Add a line',
      'field.used.remove': 'Remove',
      'field.reason': 'What was wrong?',
      'field.reason.help': 'It stands in the events of both cases.',
      'field.reason.error.required': 'Write what was wrong',
    },
  },
};
