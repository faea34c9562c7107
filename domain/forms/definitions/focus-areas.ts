import { agreeForm } from '../standard/agree-form';
import type { FormDefinition } from '../types';

/** What was proposed in a year's answers. Nobody fills it in: the published report begins a case with it. */
export const focusAreas: FormDefinition = {
  id: 'focus-areas',
  version: 1,
  retentionYears: 10,
  bindings: {},
  pages: [
    {
      id: 'proposals',
      fields: [
        { id: 'year', type: 'number', required: true },
        {
          ...{ id: 'proposals', type: 'group', required: false, max: 200 },
          fields: [
            { id: 'area', type: 'text', required: true, maxLength: 120 },
            { id: 'why', type: 'longText', required: false, maxLength: 3000 },
            { id: 'by', type: 'text', required: true },
          ],
        },
      ],
    },
  ],
  texts: {
    sv: {
      title: 'Fokusområden',
      intro: 'Det som föreslogs i årets uppföljning.',
      send: 'Skicka',
      'page.proposals': 'Förslag i årets svar',
      'field.year': 'Uppföljning',
      'field.proposals': 'Förslag',
      'field.proposals.item': 'Förslag',
      'field.proposals.add': 'Lägg till ett förslag',
      'field.proposals.remove': 'Ta bort förslag',
      'field.proposals.area': 'Område',
      'field.proposals.why': 'Varför',
      'field.proposals.by': 'Föreslaget av',
    },
    en: {
      title: 'Focus areas',
      intro: "What was proposed in this year's follow-up.",
      send: 'Send',
      'page.proposals': "Proposals in this year's answers",
      'field.year': 'Follow-up',
      'field.proposals': 'Proposals',
      'field.proposals.item': 'Proposal',
      'field.proposals.add': 'Add a proposal',
      'field.proposals.remove': 'Remove proposal',
      'field.proposals.area': 'Area',
      'field.proposals.why': 'Why',
      'field.proposals.by': 'Proposed by',
    },
  },
};

/** What a member of the group that decides says to the contact point's proposal. */
export const focusAreasDecision = agreeForm(
  { id: 'focus-areas-decision', version: 1, page: 'decision' },
  {
    sv: {
      title: 'Besluta om fokusområden',
      intro: 'Läs förslaget här nedanför. Ska det gälla, eller behöver något ändras först?',
      'field.outcome': 'Ska förslaget gälla?',
      'field.outcome.option.approve': 'Ja, det ska gälla',
      'field.outcome.error.choice': 'Välj om förslaget ska gälla',
      'field.comment.help': 'Den som skriver förslaget läser det.',
    },
    en: {
      title: 'Decide on focus areas',
      intro: 'Read the proposal below. Is it to hold, or must something change first?',
      'field.outcome': 'Is the proposal to hold?',
      'field.outcome.option.approve': 'Yes, it is to hold',
      'field.outcome.error.choice': 'Choose whether the proposal is to hold',
      'field.comment.help': 'Whoever writes the proposal reads it.',
    },
  },
);
