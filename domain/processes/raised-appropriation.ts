import {
  raisedAppropriationAnswer,
  raisedAppropriationAnswer2,
} from '../forms/definitions/raised-appropriation-answer';
import { raisedAppropriationRequest } from '../forms/definitions/raised-appropriation-request';
import type { ProcessDefinition } from './definition';
import { ownMatterTexts } from './own-matter-texts';

/** More money for a committee, tried when the budget is prepared (002, the 250 000 a year). */
export const raisedAppropriation: ProcessDefinition = {
  name: 'raisedAppropriation',
  address: 'raised-appropriation',
  firstPhase: 'appraise',
  forms: [raisedAppropriationRequest, raisedAppropriationAnswer, raisedAppropriationAnswer2],
  begunBy: 'official',
  texts: {
    sv: {
      words: {
        matter: 'begäran om höjt nämndbidrag',
        yours: 'din begäran',
        sender: 'den som begär',
        approved: 'Nämndbidraget höjs.',
        refused: 'Nämndbidraget höjs inte.',
        next: 'Höjningen tas med i budgeten.',
      },
      own: {
        ...ownMatterTexts.sv,
        'common.events.received': 'Begäran kom in',
        'common.states.awaitingDecision': 'Prövas i budgeten',
        'document.application.title': 'Begäran om höjt nämndbidrag',
        'document.application.received': 'Begäran i ärende {{number}} kom in den {{receivedAt}}.',
        'document.application.nothingNeeded':
          'Begäran prövas när Mål och budget bereds. Svaret kommer i ett brev.',
      },
    },
    en: {
      words: {
        matter: 'the request for a raised appropriation',
        yours: 'your request',
        sender: 'whoever requests it',
        approved: 'The appropriation is raised.',
        refused: 'The appropriation is not raised.',
        next: 'The raise is included in the budget.',
      },
      own: {
        ...ownMatterTexts.en,
        'common.events.received': 'The request came in',
        'common.states.awaitingDecision': 'Tried in the budget',
        'document.application.title': 'Request for a raised appropriation',
        'document.application.received':
          'The request in case {{number}} came in on {{receivedAt}}.',
        'document.application.nothingNeeded':
          'The request is tried when Goals and budget are prepared. The answer comes in a letter.',
      },
    },
  },
};
