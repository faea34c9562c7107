import type { FormDefinition } from '../types';

/** What a committee got by a transfer in one year. Nobody fills it in: it comes from the ledger. */
export const budgetSettlement: FormDefinition = {
  id: 'budget-settlement',
  version: 1,
  retentionYears: 10,
  bindings: {
    title: 'title',
    givingCommittee: 'from',
    receivingCommittee: 'to',
    amounts: 'amounts',
  },
  pages: [
    {
      id: 'moved',
      fields: [
        { id: 'title', type: 'text', required: true, maxLength: 250 },
        { id: 'transfer', type: 'text', required: true, maxLength: 60 },
        { id: 'from', type: 'choice', required: true, optionsFrom: 'committees' },
        { id: 'to', type: 'choice', required: true, optionsFrom: 'committees' },
        { id: 'amounts', type: 'amounts', required: true, fixed: true, max: 20 },
      ],
    },
  ],
  texts: {
    sv: {
      title: 'Avräkning av ett års överföring',
      intro: 'Det som fördes över till nämnden under året, enligt bokföringen.',
      send: 'Skicka',
      'page.moved': 'Det som fördes över',
      'field.title': 'Ärendets rubrik',
      'field.transfer': 'Överföringens ärendenummer',
      'field.from': 'Från',
      'field.to': 'Till',
      'field.amounts': 'Belopp i hela kronor',
      'field.amounts.line': 'Rad',
      'field.amounts.add': 'Lägg till en rad',
      'field.amounts.remove': 'Ta bort',
    },
    en: {
      title: "Settlement of a year's transfer",
      intro: 'What was moved to the committee in the year, as it stands in the ledger.',
      send: 'Send',
      'page.moved': 'What was moved',
      'field.title': 'Heading of the case',
      'field.transfer': "The transfer's case number",
      'field.from': 'From',
      'field.to': 'To',
      'field.amounts': 'Amounts in whole kronor',
      'field.amounts.line': 'Line',
      'field.amounts.add': 'Add a line',
      'field.amounts.remove': 'Remove',
    },
  },
};
