import {
  developmentPlan as form,
  developmentPlanDecision,
} from '../forms/definitions/development-plan';
import type { ProcessDefinition } from './definition';
import { ownMatterTexts } from './own-matter-texts';

/** Every second year the development plan is evaluated and decided anew (002, section 3). A follow-up begins it. */
export const developmentPlan: ProcessDefinition = {
  name: 'developmentPlan',
  address: 'development-plan',
  firstPhase: 'evaluate',
  optional: { decidePlan: {} },
  forms: [form, developmentPlanDecision],
  begunBy: 'process',
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
