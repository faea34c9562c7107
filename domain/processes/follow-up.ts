import type { Dispatch } from '../committees/dispatch';
import {
  followUpComment,
  followUpCycle,
  followUpReview,
} from '../forms/definitions/follow-up-cycle';
import type { Answers } from '../forms/types';
import type { Municipality } from '../municipality';
import { translator } from '../texts';
import type { ProcessDefinition } from './definition';

const name = 'followUp';

/** The yearly follow-up of the agreement (002, section 3). The year's wheel begins it. */
export const followUp: ProcessDefinition = {
  name,
  address: 'follow-up',
  firstPhase: 'ask',
  optional: { reviewReport: {}, circulate: {} },
  forms: [followUpCycle, followUpComment, followUpReview],
  begunBy: 'process',
  underAgreement: true,
  circulates: dispatchOf,
  circulatesWith: 'comment',
  texts: {
    sv: {
      words: {
        matter: 'uppföljningen',
        yours: 'uppföljningen',
        sender: 'handläggare',
        approved: 'Uppföljningen är klar.',
        refused: 'Uppföljningen är avslutad.',
        next: 'Rapporten publiceras.',
      },
      own: {
        'common.events.received': 'Årets uppföljning öppnades',
        'common.events.completed': 'Rapporten publicerades',
        'document.application.title': 'Årlig uppföljning',
        'document.application.received':
          'Uppföljningen i ärende {{number}} öppnades den {{receivedAt}}.',
        'document.application.nothingNeeded': 'Alla parter, kontor och bolag får frågorna.',
      },
    },
    en: {
      words: {
        matter: 'the follow-up',
        yours: 'the follow-up',
        sender: 'case officer',
        approved: 'The follow-up is done.',
        refused: 'The follow-up has ended.',
        next: 'The report is published.',
      },
      own: {
        'common.events.received': "The year's follow-up was opened",
        'common.events.completed': 'The report was published',
        'document.application.title': 'Yearly follow-up',
        'document.application.received':
          'The follow-up in case {{number}} was opened on {{receivedAt}}.',
        'document.application.nothingNeeded':
          'All parties, offices and companies get the questions.',
      },
    },
  },
};

/** The committees that configuration names note the report; the last one decides. */
function dispatchOf(answers: Answers, municipality: Municipality): Dispatch {
  const t = translator(municipality.defaultLanguage, 'document', name);
  const text = (id: string) => (typeof answers[id] === 'string' ? answers[id] : '');
  const bodies = municipality.processes[name]?.bodies ?? [];
  const measures = text('measures');
  return {
    order: 'byPart',
    report: {
      title: text('title'),
      summary: text('summary'),
      matter: measures === '' ? t('followUp.dispatch.noMeasures') : measures,
      consequences: text('consequences') || t('followUp.dispatch.noConsequences'),
      basis: t('followUp.dispatch.basis', { year: text('year') }),
      recipients: t('followUp.dispatch.recipients'),
    },
    places: bodies.map((committee, i) => ({
      committee,
      part: i === bodies.length - 1 ? 'decide' : 'prepare',
      proposal: t('followUp.dispatch.proposal', { year: text('year') }),
    })),
  };
}
