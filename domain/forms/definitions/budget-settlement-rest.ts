import type { FormDefinition } from '../types';

/**
 * What was decided about the rest, in sums: of a decision in other words than was proposed, or by an
 * official where the municipality has such a narrower rule.
 */
export const budgetSettlementRest: FormDefinition = {
  id: 'budget-settlement-rest',
  version: 1,
  retentionYears: 10,
  bindings: { amounts: 'carriedOver', wording: 'decision', reasons: 'reasons' },
  pages: [
    {
      id: 'rest',
      fields: [
        { id: 'carriedOver', type: 'amounts', required: true, fixed: true, max: 20 },
        { id: 'decision', type: 'text', required: true, maxLength: 200 },
        { id: 'reasons', type: 'longText', required: true, maxLength: 3000 },
      ],
    },
  ],
  texts: {
    sv: {
      title: 'Beslut om det som är kvar av en överföring',
      intro:
        'Skriv hur mycket av det som är kvar som nämnden får ta med till nästa år, rad för rad. Resten går tillbaka till den som lämnade pengarna.',
      send: 'Skicka beslutet',
      'page.rest': 'Beslut',
      'field.carriedOver': 'Med till nästa år, i hela kronor',
      'field.carriedOver.help': 'Skriv 0 för en rad där allt går tillbaka.',
      'field.carriedOver.line': 'Rad',
      'field.carriedOver.add': 'Lägg till en rad',
      'field.carriedOver.remove': 'Ta bort',
      'field.decision': 'Beslutet som det vilar på',
      'field.decision.help':
        'Nämnd, dag och paragraf, eller punkten i delegationsordningen. Till exempel KF 2028-03-27 § 58.',
      'field.decision.error.required': 'Skriv vilket beslut det vilar på',
      'field.reasons': 'Skäl för beslutet',
      'field.reasons.error.required': 'Skriv skälen för beslutet',
    },
    en: {
      title: 'Decision on what is left of a transfer',
      intro:
        'Write how much of what is left the committee may take along to the next year, line by line. The rest goes back to whoever gave the money.',
      send: 'Send the decision',
      'page.rest': 'Decision',
      'field.carriedOver': 'Along to the next year, in whole kronor',
      'field.carriedOver.help': 'Write 0 for a line of which everything goes back.',
      'field.carriedOver.line': 'Line',
      'field.carriedOver.add': 'Add a line',
      'field.carriedOver.remove': 'Remove',
      'field.decision': 'The decision it rests on',
      'field.decision.help':
        'Committee, day and paragraph, or the point of the delegation order. For example KF 2028-03-27 § 58.',
      'field.decision.error.required': 'Write which decision it rests on',
      'field.reasons': 'Reasons for the decision',
      'field.reasons.error.required': 'Write the reasons for the decision',
    },
  },
};
