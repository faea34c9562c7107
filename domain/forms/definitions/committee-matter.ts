import type { FormDefinition } from '../types';

/** The official report as one body gets it, with the proposal to that body. Nobody fills it in. */
export const committeeMatter: FormDefinition = {
  id: 'committee-matter',
  version: 1,
  retentionYears: 10,
  bindings: { title: 'title' },
  pages: [
    {
      id: 'report',
      fields: [
        { id: 'title', type: 'text', required: true, maxLength: 200 },
        { id: 'proposal', type: 'longText', required: true, maxLength: 5000 },
        { id: 'summary', type: 'longText', required: true, maxLength: 5000 },
        { id: 'matter', type: 'longText', required: true, maxLength: 20_000 },
        { id: 'consequences', type: 'longText', required: true, maxLength: 5000 },
        { id: 'basis', type: 'longText', required: false, maxLength: 3000 },
        { id: 'recipients', type: 'longText', required: true, maxLength: 1000 },
      ],
    },
  ],
  texts: {
    sv: {
      title: 'Ärende till nämnd',
      intro: 'Tjänsteskrivelsen, så som nämnden har fått den.',
      send: 'Skicka',
      'page.report': 'Tjänsteskrivelsen',
      'field.title': 'Ärendets rubrik',
      'field.proposal': 'Förslag till beslut',
      'field.summary': 'Sammanfattning av ärendet',
      'field.matter': 'Beskrivning av ärendet',
      'field.consequences': 'Ekonomiska konsekvenser',
      'field.basis': 'Beslutsunderlag',
      'field.recipients': 'Beslutet skickas till',
    },
    en: {
      title: 'Matter for a committee',
      intro: 'The official report, as the committee has got it.',
      send: 'Send',
      'page.report': 'The official report',
      'field.title': 'Heading of the matter',
      'field.proposal': 'Proposal for a decision',
      'field.summary': 'Summary of the matter',
      'field.matter': 'Description of the matter',
      'field.consequences': 'Economic consequences',
      'field.basis': 'Basis for the decision',
      'field.recipients': 'The decision is sent to',
    },
  },
};
