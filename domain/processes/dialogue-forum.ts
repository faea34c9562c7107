import { dialogueForum as announcement } from '../forms/definitions/dialogue-forum';
import { forumNotes } from '../forms/definitions/forum-notes';
import type { ProcessDefinition } from './definition';

/** A dialogue forum (002, section 3): everybody is invited, and gets the notes afterwards. */
export const dialogueForum: ProcessDefinition = {
  name: 'dialogueForum',
  address: 'dialogue-forum',
  firstPhase: 'announce',
  forms: [announcement, forumNotes],
  begunBy: 'official',
  texts: {
    sv: {
      words: {
        matter: 'dialogforumet',
        yours: 'dialogforumet',
        sender: 'arrangör',
        approved: 'Dialogforumet har hållits.',
        refused: 'Dialogforumet är inställt.',
        next: 'Anteckningarna finns att läsa.',
      },
      own: {
        'common.events.received': 'Dialogforumet lades upp',
        'common.events.cancelled': 'Dialogforumet ställdes in',
        'common.states.awaitingReplies': 'Inbjudan är skickad',
        'common.states.reviewing': 'Väntar på anteckningar',
        'common.states.completed': 'Klart',
        'document.application.title': 'Dialogforum',
        'document.application.received':
          'Dialogforumet i ärende {{number}} lades upp den {{receivedAt}}.',
        'document.application.nothingNeeded': 'Alla parter, kontor och bolag får en inbjudan.',
      },
    },
    en: {
      words: {
        matter: 'the dialogue forum',
        yours: 'the dialogue forum',
        sender: 'organiser',
        approved: 'The dialogue forum has been held.',
        refused: 'The dialogue forum is cancelled.',
        next: 'The notes are there to read.',
      },
      own: {
        'common.events.received': 'The dialogue forum was set up',
        'common.events.cancelled': 'The dialogue forum was cancelled',
        'common.states.awaitingReplies': 'The invitation is sent',
        'common.states.reviewing': 'Waiting for the notes',
        'common.states.completed': 'Done',
        'document.application.title': 'Dialogue forum',
        'document.application.received':
          'The dialogue forum in case {{number}} was set up on {{receivedAt}}.',
        'document.application.nothingNeeded':
          'All parties, offices and companies get an invitation.',
      },
    },
  },
};
