import { circulation } from '../forms/definitions/circulation';
import type { FormDefinition } from '../forms/types';

const own = {
  sv: {
    title: 'Ny version av tjänsteskrivelsen',
    intro:
      'Nämnder som inte har beslutat får den nya versionen. Beslut som redan är tagna gäller den äldre, och det står vid dem.',
    send: 'Skicka den nya versionen',
    'page.change': 'Ändringen',
    'field.proposals': 'Nya förslag till beslut',
    'field.proposals.help': 'Bara för nämnder som ska få ett annat förslag än förut.',
    'field.proposals.item': 'Förslag',
    'field.proposals.add': 'Lägg till ett förslag',
    'field.proposals.remove': 'Ta bort förslaget',
    'field.proposals.committee': 'Till vilken nämnd?',
    'field.proposals.committee.error.choice': 'Välj nämnden',
    'field.proposals.proposal': 'Förslag till beslut',
    'field.proposals.proposal.error.required': 'Skriv förslaget till beslut',
    'field.reason': 'Varför ändras den?',
    'field.reason.error.required': 'Skriv varför tjänsteskrivelsen ändras',
  },
  en: {
    title: 'New version of the official report',
    intro:
      'Committees that have not decided get the new version. Decisions that have been taken are about the older one, and say so.',
    send: 'Send the new version',
    'page.change': 'The change',
    'field.proposals': 'New proposals for a decision',
    'field.proposals.help': 'Only for committees that are to get another proposal than before.',
    'field.proposals.item': 'Proposal',
    'field.proposals.add': 'Add a proposal',
    'field.proposals.remove': 'Remove the proposal',
    'field.proposals.committee': 'To which committee?',
    'field.proposals.committee.error.choice': 'Choose the committee',
    'field.proposals.proposal': 'Proposal for a decision',
    'field.proposals.proposal.error.required': 'Write the proposal for a decision',
    'field.reason': 'Why is it changed?',
    'field.reason.error.required': 'Write why the report is changed',
  },
};

/** How whoever sent a matter out changes its report while committees deal with it. */
export const reportRevision: FormDefinition = {
  id: 'report-revision',
  version: 1,
  retentionYears: 10,
  bindings: {},
  pages: [
    ...circulation.pages.slice(0, 1),
    {
      id: 'change',
      fields: [
        {
          id: 'proposals',
          type: 'group',
          required: false,
          max: 20,
          fields: [
            { id: 'committee', type: 'choice', required: true, optionsFrom: 'committees' },
            { id: 'proposal', type: 'longText', required: true, maxLength: 5000 },
          ],
        },
        { id: 'reason', type: 'longText', required: true, maxLength: 2000 },
      ],
    },
  ],
  texts: {
    sv: { ...circulation.texts.sv, ...own.sv },
    en: { ...circulation.texts.en, ...own.en },
  },
};
