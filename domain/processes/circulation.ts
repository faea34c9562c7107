import type { Order } from '../committees/committee';
import type { Dispatch, DispatchPlace } from '../committees/dispatch';
import { circulation as form } from '../forms/definitions/circulation';
import { committeeMatter as matterForm } from '../forms/definitions/committee-matter';
import { committeeMinutes } from '../forms/definitions/committee-minutes';
import { committeeRecord, committeeRecord2 } from '../forms/definitions/committee-record';
import type { Answers } from '../forms/types';
import type { ProcessDefinition } from './definition';
import { ownMatterTexts } from './own-matter-texts';

/** A matter is sent to several bodies with a proposal to each, and comes back with what they decided. */
export const circulation: ProcessDefinition = {
  name: 'circulation',
  address: 'circulation',
  firstPhase: 'circulate',
  forms: [form],
  begunBy: 'official',
  circulates: dispatchOf,
  texts: {
    sv: {
      words: {
        matter: 'ärendet',
        yours: 'ert ärende',
        sender: 'handläggare',
        approved: 'Ärendet är behandlat.',
        refused: 'Ärendet är inte bifallet.',
        next: 'Det behövs inget mer.',
      },
      own: {
        ...ownMatterTexts.sv,
        'document.application.received':
          'Ärende {{number}}, skickat till nämnder den {{receivedAt}}.',
        'document.application.nothingNeeded': 'Varje nämnd får ett eget ärende i sitt diarium.',
        'common.events.received': 'Ärendet skapades',
        'common.events.completed': 'Ärendet är klart',
      },
    },
    en: {
      words: {
        matter: 'the matter',
        yours: 'your matter',
        sender: 'case officer',
        approved: 'The matter has been dealt with.',
        refused: 'The matter was not approved.',
        next: 'Nothing more is needed.',
      },
      own: {
        ...ownMatterTexts.en,
        'document.application.received': 'Case {{number}}, sent to committees on {{receivedAt}}.',
        'document.application.nothingNeeded': 'Every committee gets a case in its own diary.',
        'common.events.received': 'The case was begun',
        'common.events.completed': 'The case is finished',
      },
    },
  },
};

function dispatchOf(answers: Answers): Dispatch {
  const text = (id: string) => answers[id] as string;
  const { basis, order, bodies } = answers;
  return {
    order: order as Order,
    report: {
      title: text('title'),
      summary: text('summary'),
      matter: text('matter'),
      consequences: text('consequences'),
      ...(basis !== undefined && { basis: basis as string }),
      recipients: text('recipients'),
    },
    places: bodies as unknown as readonly DispatchPlace[],
  };
}

/** One body's case about a matter; only a circulation begins it. */
export const committeeMatter: ProcessDefinition = {
  name: 'committeeMatter',
  address: 'committee-matter',
  firstPhase: 'decide',
  forms: [matterForm, committeeRecord, committeeRecord2, committeeMinutes],
  begunBy: 'process',
  texts: {
    sv: {
      words: {
        matter: 'ärendet',
        yours: 'ert ärende',
        sender: 'handläggare',
        approved: 'Ärendet är behandlat.',
        refused: 'Ärendet är inte bifallet.',
        next: 'Det behövs inget mer.',
      },
      own: { ...ownMatterTexts.sv, 'common.events.received': 'Ärendet kom till nämnden' },
    },
    en: {
      words: {
        matter: 'the matter',
        yours: 'your matter',
        sender: 'case officer',
        approved: 'The matter has been dealt with.',
        refused: 'The matter was not approved.',
        next: 'Nothing more is needed.',
      },
      own: { ...ownMatterTexts.en, 'common.events.received': 'The matter came to the committee' },
    },
  },
};
