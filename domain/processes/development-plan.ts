import {
  developmentPlan as form,
  developmentPlanDecision,
} from '../forms/definitions/development-plan';
import type { Dispatch } from '../committees/dispatch';
import type { Answers } from '../forms/types';
import type { Municipality } from '../municipality';
import { evaluatedPlan } from '../plan/development-plan';
import { translator } from '../texts';
import type { ProcessDefinition } from './definition';
import { ownMatterTexts } from './own-matter-texts';

const name = 'developmentPlan';

/** Every second year the development plan is evaluated and decided anew (002, section 3). A follow-up begins it. */
export const developmentPlan: ProcessDefinition = {
  name,
  address: 'development-plan',
  firstPhase: 'evaluate',
  optional: { decidePlan: {}, circulate: {} },
  forms: [form, developmentPlanDecision],
  begunBy: 'process',
  circulates: dispatchOf,
  texts: {
    sv: {
      words: {
        matter: 'utvecklingsplanen',
        yours: 'utvecklingsplanen',
        sender: 'kontaktpunkt',
        approved: 'Utvecklingsplanen är beslutad.',
        refused: 'Utvecklingsplanen är inte beslutad.',
        next: 'Planen följs upp varje år.',
      },
      own: {
        ...ownMatterTexts.sv,
        'common.events.received': 'Planen ska utvärderas',
        'common.events.completed': 'Den nya planen gäller',
        'document.application.title': 'Utvecklingsplan',
        'document.application.received':
          'Planen i ärende {{number}}, som den såg ut den {{receivedAt}}.',
        'document.application.completed':
          'Planen i ärende {{number}}, som den skrevs den {{receivedAt}}.',
        'document.application.completedTitle': 'Utvecklingsplan',
        'document.application.nothingNeeded': 'Planen följs upp varje år och utvärderas vartannat.',
      },
    },
    en: {
      words: {
        matter: 'the development plan',
        yours: 'the development plan',
        sender: 'contact point',
        approved: 'The development plan is decided.',
        refused: 'The development plan is not decided.',
        next: 'The plan is followed up every year.',
      },
      own: {
        ...ownMatterTexts.en,
        'common.events.received': 'The plan is to be evaluated',
        'common.events.completed': 'The new plan holds',
        'document.application.title': 'Development plan',
        'document.application.received':
          'The plan in case {{number}}, as it was on {{receivedAt}}.',
        'document.application.completed':
          'The plan in case {{number}}, as it was written on {{receivedAt}}.',
        'document.application.completedTitle': 'Development plan',
        'document.application.nothingNeeded':
          'The plan is followed up every year and evaluated every second.',
      },
    },
  },
};

/** The bodies that configuration names deal with the plan as it was written; the last one decides. */
function dispatchOf(answers: Answers, municipality: Municipality): Dispatch {
  const t = translator(municipality.defaultLanguage, 'document', name);
  const bodies = municipality.processes[name]?.bodies ?? [];
  const { points } = evaluatedPlan({ points: [] }, answers);
  const lines = points.map(({ area, text, state, note }) =>
    t('developmentPlan.dispatch.point', {
      ...{ area, text, state: t(`developmentPlan.dispatch.states.${state}`) },
      note: note === undefined ? '' : ` ${note}`,
    }),
  );
  return {
    order: 'byPart',
    report: {
      title: t('developmentPlan.dispatch.title'),
      summary: t('developmentPlan.dispatch.summary', { count: points.length }),
      matter: lines.join('\n\n'),
      consequences: t('developmentPlan.dispatch.consequences'),
      basis: t('developmentPlan.dispatch.basis'),
      recipients: t('developmentPlan.dispatch.recipients'),
    },
    places: bodies.map((committee, i) => ({
      committee,
      part: i === bodies.length - 1 ? 'decide' : 'prepare',
      proposal: t('developmentPlan.dispatch.proposal'),
    })),
  };
}
