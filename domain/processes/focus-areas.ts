import { focusAreas as form, focusAreasDecision } from '../forms/definitions/focus-areas';
import type { ProcessDefinition } from './definition';
import { ownMatterTexts } from './own-matter-texts';

/** What the parties work on together until the next follow-up, chosen anew every year (002). A follow-up begins it. */
export const focusAreas: ProcessDefinition = {
  name: 'focusAreas',
  address: 'focus-areas',
  firstPhase: 'shortlist',
  optional: {
    voteFocus: { chosen: ({ followUp }) => followUp?.focusAreas?.chosenBy === 'parties' },
    decideFocus: { chosen: ({ followUp }) => followUp?.focusAreas?.chosenBy === 'group' },
  },
  forms: [form, focusAreasDecision],
  begunBy: 'process',
  texts: {
    sv: {
      words: {
        matter: 'fokusområdena',
        yours: 'fokusområdena',
        sender: 'kontaktpunkt',
        approved: 'Fokusområdena är valda.',
        refused: 'Fokusområdena är inte valda.',
        next: 'De gäller fram till nästa uppföljning.',
      },
      own: {
        ...ownMatterTexts.sv,
        'ui.task.application': 'Underlag',
        'common.events.received': 'Fokusområden ska väljas',
        'common.events.completed': 'Fokusområdena är valda',
        'common.events.collectionOpened': 'Omröstningen öppnades',
        'common.events.collectionClosed': 'Omröstningen stängdes',
        'common.states.awaitingReplies': 'Väntar på parternas röster',
        'document.application.title': 'Förslag till fokusområden',
        'document.application.received':
          'Förslagen i ärende {{number}}, som de kom in i uppföljningen. Sammanställda den {{receivedAt}}.',
        'document.application.nothingNeeded': 'Kontaktpunkten gör en kort lista av förslagen.',
      },
    },
    en: {
      words: {
        matter: 'the focus areas',
        yours: 'the focus areas',
        sender: 'contact point',
        approved: 'The focus areas are chosen.',
        refused: 'The focus areas are not chosen.',
        next: 'They hold until the next follow-up.',
      },
      own: {
        ...ownMatterTexts.en,
        'ui.task.application': 'Background',
        'common.events.received': 'Focus areas are to be chosen',
        'common.events.completed': 'The focus areas are chosen',
        'common.events.collectionOpened': 'The vote was opened',
        'common.events.collectionClosed': 'The vote was closed',
        'common.states.awaitingReplies': "Waiting for the parties' votes",
        'document.application.title': 'Proposed focus areas',
        'document.application.received':
          'The proposals in case {{number}}, as they came in the follow-up. Compiled on {{receivedAt}}.',
        'document.application.nothingNeeded': 'The contact point makes a short list of them.',
      },
    },
  },
};
