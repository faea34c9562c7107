import type { FormDefinition } from '../types';

/** More money for a committee every year, to be tried when the budget is prepared. */
export const raisedAppropriationRequest: FormDefinition = {
  id: 'raised-appropriation-request',
  version: 1,
  retentionYears: 10,
  bindings: {
    title: 'title',
    receivingCommittee: 'committee',
    amounts: 'amounts',
    purpose: 'purpose',
  },
  pages: [
    {
      id: 'matter',
      fields: [
        { id: 'title', type: 'text', required: true, maxLength: 200 },
        { id: 'committee', type: 'choice', required: true, optionsFrom: 'committees' },
        { id: 'purpose', type: 'longText', required: true, maxLength: 5000 },
        { id: 'otherwise', type: 'longText', required: true, maxLength: 3000 },
      ],
    },
    {
      id: 'money',
      fields: [{ id: 'amounts', type: 'amounts', required: true, years: 3, max: 10 }],
    },
    { id: 'basis', fields: [{ id: 'files', type: 'file', required: false, max: 10 }] },
  ],
  texts: {
    sv: {
      title: 'Begär ett höjt nämndbidrag',
      intro:
        'Begäran prövas när Mål och budget bereds. Skriv vilken nämnd den gäller, hur mycket mer den behöver varje år och varför.',
      send: 'Skicka begäran',
      'page.matter': 'Vad begäran gäller',
      'page.money': 'Beloppen',
      'page.basis': 'Underlag',
      'field.title': 'Ärendets rubrik',
      'field.title.error.required': 'Skriv ärendets rubrik',
      'field.committee': 'Vilken nämnd gäller det?',
      'field.committee.error.choice': 'Välj vilken nämnd det gäller',
      'field.purpose': 'Varför behövs mer pengar?',
      'field.purpose.error.required': 'Skriv varför det behövs mer pengar',
      'field.otherwise': 'Vad händer om bidraget inte höjs?',
      'field.otherwise.error.required': 'Skriv vad som händer om bidraget inte höjs',
      'field.amounts': 'Höjning varje år, i hela kronor',
      'field.amounts.help': 'Bara det som kommer till, inte hela bidraget.',
      'field.amounts.line': 'Vad raden gäller',
      'field.amounts.add': 'Lägg till en rad',
      'field.amounts.remove': 'Ta bort',
      'field.files': 'Filer som hör till',
    },
    en: {
      title: 'Request a raised appropriation',
      intro:
        'The request is tried when Goals and budget are prepared. Write which committee it is about, how much more it needs each year and why.',
      send: 'Send the request',
      'page.matter': 'What the request is about',
      'page.money': 'The amounts',
      'page.basis': 'Basis',
      'field.title': 'Heading of the matter',
      'field.title.error.required': 'Write the heading of the matter',
      'field.committee': 'Which committee is it about?',
      'field.committee.error.choice': 'Choose which committee it is about',
      'field.purpose': 'Why is more money needed?',
      'field.purpose.error.required': 'Write why more money is needed',
      'field.otherwise': 'What happens if the appropriation is not raised?',
      'field.otherwise.error.required': 'Write what happens if the appropriation is not raised',
      'field.amounts': 'Raise each year, in whole kronor',
      'field.amounts.help': 'Only what is added, not the whole appropriation.',
      'field.amounts.line': 'What the line is for',
      'field.amounts.add': 'Add a line',
      'field.amounts.remove': 'Remove',
      'field.files': 'Files that belong to it',
    },
  },
};
