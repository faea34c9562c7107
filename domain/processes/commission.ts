import {
  commission as form,
  commissionAnswer,
  commissionReport,
} from '../forms/definitions/commission';
import type { ProcessDefinition } from './definition';
import { ownMatterTexts } from './own-matter-texts';

/** A committee has given an office a task; a decision begins it, and it ends when it was reported (003). */
export const commission: ProcessDefinition = {
  name: 'commission',
  address: 'commission',
  firstPhase: 'answer',
  forms: [form, commissionAnswer, commissionReport],
  begunBy: 'process',
  texts: {
    sv: {
      words: {
        matter: 'uppdraget',
        yours: 'ert uppdrag',
        sender: 'sekreterare',
        approved: 'Uppdraget är utfört.',
        refused: 'Uppdraget blir inte av.',
        next: 'Det behövs inget mer.',
      },
      own: {
        ...ownMatterTexts.sv,
        'common.events.received': 'Nämnden gav uppdraget',
        'common.events.completed': 'Svaret är anmält till nämnden',
        'common.states.awaitingCompletion': 'Väntar på svar',
        'common.states.reviewing': 'Väntar på anmälan',
        'document.application.title': 'Uppdrag från en nämnd',
        'document.application.received': 'Uppdrag i ärende {{number}}, givet den {{receivedAt}}.',
        'document.application.nothingNeeded': 'Kontoret svarar med länken i mejlet.',
      },
    },
    en: {
      words: {
        matter: 'the task',
        yours: 'your task',
        sender: 'secretary',
        approved: 'The task has been carried out.',
        refused: 'The task is not carried out.',
        next: 'Nothing more is needed.',
      },
      own: {
        ...ownMatterTexts.en,
        'common.events.received': 'The committee gave the task',
        'common.events.completed': 'The answer has been reported to the committee',
        'common.states.awaitingCompletion': 'Waiting for an answer',
        'common.states.reviewing': 'To be reported',
        'document.application.title': 'Task from a committee',
        'document.application.received': 'Task in case {{number}}, given on {{receivedAt}}.',
        'document.application.nothingNeeded': 'The office answers by the link in the e-mail.',
      },
    },
  },
};
