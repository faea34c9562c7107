import type { FormDefinition } from '../types';

/** Money from one committee to another, by lines and budget years. */
export const budgetTransferRequest: FormDefinition = {
  id: 'budget-transfer-request',
  version: 1,
  retentionYears: 10,
  bindings: {
    title: 'title',
    givingCommittee: 'from',
    receivingCommittee: 'to',
    amounts: 'amounts',
    purpose: 'purpose',
  },
  pages: [
    {
      id: 'matter',
      fields: [
        { id: 'title', type: 'text', required: true, maxLength: 200 },
        { id: 'from', type: 'choice', required: true, optionsFrom: 'accountHolders' },
        {
          id: 'to',
          type: 'choice',
          required: true,
          optionsFrom: 'accountHolders',
          differsFrom: 'from',
        },
        { id: 'purpose', type: 'longText', required: true, maxLength: 5000 },
      ],
    },
    {
      id: 'money',
      fields: [
        { id: 'amounts', type: 'amounts', required: true, years: 3, max: 20, control: true },
      ],
    },
    {
      id: 'basis',
      fields: [
        { id: 'basis', type: 'longText', required: true, maxLength: 5000 },
        { id: 'files', type: 'file', required: false, max: 10 },
      ],
    },
  ],
  texts: {
    sv: {
      title: 'Begär att pengar förs över mellan nämnder',
      intro:
        'Skriv vem som lämnar pengarna, vem som tar emot dem, hur mycket varje år och till vad. En controller granskar begäran, sedan behandlas den av nämnderna.',
      send: 'Skicka begäran',
      'page.matter': 'Vad begäran gäller',
      'page.money': 'Beloppen',
      'page.basis': 'Underlag',
      'field.title': 'Ärendets rubrik',
      'field.title.error.required': 'Skriv ärendets rubrik',
      'field.from': 'Vem lämnar pengarna?',
      'field.from.help': 'Bara nämnder som har ett konto i liggaren kan lämna och ta emot pengar.',
      'field.from.error.choice': 'Välj vem som lämnar pengarna',
      'field.to': 'Vem tar emot pengarna?',
      'field.to.error.choice': 'Välj vem som tar emot pengarna',
      'field.to.error.same': 'Välj en annan mottagare än den som lämnar pengarna',
      'field.purpose': 'Vad ska pengarna användas till?',
      'field.purpose.error.required': 'Skriv vad pengarna ska användas till',
      'field.amounts': 'Belopp i hela kronor',
      'field.amounts.help':
        'En rad för varje sak pengarna ska räcka till, med ett belopp för varje år. Skriv 0 för ett år utan belopp.',
      'field.amounts.line': 'Vad raden gäller',
      'field.amounts.add': 'Lägg till en rad',
      'field.amounts.remove': 'Ta bort',
      'field.basis': 'Hur har beloppen räknats fram, och varifrån tas de?',
      'field.basis.error.required': 'Skriv hur beloppen har räknats fram och varifrån de tas',
      'field.files': 'Filer som hör till',
    },
    en: {
      title: 'Request a transfer of money between committees',
      intro:
        'Write who gives the money, who receives it, how much each year and what for. A controller checks the request, then the committees deal with it.',
      send: 'Send the request',
      'page.matter': 'What the request is about',
      'page.money': 'The amounts',
      'page.basis': 'Basis',
      'field.title': 'Heading of the matter',
      'field.title.error.required': 'Write the heading of the matter',
      'field.from': 'Who gives the money?',
      'field.from.help':
        'Only committees with an account in the ledger can give and receive money.',
      'field.from.error.choice': 'Choose who gives the money',
      'field.to': 'Who receives the money?',
      'field.to.error.choice': 'Choose who receives the money',
      'field.to.error.same': 'Choose another receiver than whoever gives the money',
      'field.purpose': 'What is the money to be used for?',
      'field.purpose.error.required': 'Write what the money is to be used for',
      'field.amounts': 'Amounts in whole kronor',
      'field.amounts.help':
        'One line for each thing the money is to pay for, with an amount for each year. Write 0 for a year without an amount.',
      'field.amounts.line': 'What the line is for',
      'field.amounts.add': 'Add a line',
      'field.amounts.remove': 'Remove',
      'field.basis': 'How were the amounts calculated, and where are they taken from?',
      'field.basis.error.required':
        'Write how the amounts were calculated and where they are taken from',
      'field.files': 'Files that belong to it',
    },
  },
};
