import { pointStates } from '../../plan/development-plan';
import { agreeForm } from '../standard/agree-form';
import type { FormDefinition } from '../types';

/** The development plan, point by point: filled in with the plan there is, and changed by whoever evaluates it. */
export const developmentPlan: FormDefinition = {
  id: 'development-plan',
  version: 1,
  retentionYears: 10,
  bindings: {},
  pages: [
    {
      id: 'points',
      fields: [
        {
          ...{ id: 'points', type: 'group', required: true, min: 1, max: 40, under: 'area' },
          fields: [
            { id: 'area', type: 'text', required: true, maxLength: 120 },
            { id: 'text', type: 'longText', required: true, maxLength: 1000 },
            { id: 'state', type: 'choice', required: true, options: pointStates },
            {
              ...{ id: 'note', type: 'longText', required: false, maxLength: 1000 },
              showWhen: { field: 'state', in: ['underWay', 'done'] },
            },
            {
              ...{ id: 'reason', type: 'longText', required: true, maxLength: 1000 },
              showWhen: { field: 'state', in: ['closed'] },
            },
          ],
        },
      ],
    },
  ],
  texts: {
    sv: {
      title: 'Utvecklingsplan',
      intro:
        'Gå igenom planen punkt för punkt: hur långt har ni kommit, och vad ska stå kvar, ändras eller avslutas? Lägg till det som är nytt.',
      send: 'Skicka planen',
      'page.points': 'Planens punkter',
      'field.points': 'Punkter',
      'field.points.help': 'En punkt som inte ska vara kvar avslutas med ett skäl.',
      'field.points.item': 'Punkt',
      'field.points.add': 'Lägg till en punkt i ett annat område',
      'field.points.remove': 'Ta bort punkt',
      'field.points.area': 'Utvecklingsområde',
      'field.points.area.error.required': 'Skriv vilket utvecklingsområde punkten hör till',
      'field.points.text': 'Vad ska göras?',
      'field.points.text.error.required': 'Skriv vad som ska göras',
      'field.points.state': 'Hur långt har det kommit?',
      'field.points.state.option.notBegun': 'Inte påbörjat',
      'field.points.state.option.underWay': 'Pågår',
      'field.points.state.option.done': 'Klart',
      'field.points.state.option.closed': 'Avslutas utan att bli klart',
      'field.points.state.error.choice': 'Välj hur långt punkten har kommit',
      'field.points.note': 'Vad har hänt?',
      'field.points.reason': 'Varför avslutas den?',
      'field.points.reason.error.required': 'Skriv varför punkten avslutas',
    },
    en: {
      title: 'Development plan',
      intro:
        'Go through the plan point by point: how far have you come, and what is to stay, change or be closed? Add what is new.',
      send: 'Send the plan',
      'page.points': 'The points of the plan',
      'field.points': 'Points',
      'field.points.help': 'A point that is not to stay is closed with a reason.',
      'field.points.item': 'Point',
      'field.points.add': 'Add a point in another area',
      'field.points.remove': 'Remove point',
      'field.points.area': 'Development area',
      'field.points.area.error.required': 'Write which development area the point belongs to',
      'field.points.text': 'What is to be done?',
      'field.points.text.error.required': 'Write what is to be done',
      'field.points.state': 'How far has it come?',
      'field.points.state.option.notBegun': 'Not begun',
      'field.points.state.option.underWay': 'Under way',
      'field.points.state.option.done': 'Done',
      'field.points.state.option.closed': 'Closed without being done',
      'field.points.state.error.choice': 'Choose how far the point has come',
      'field.points.note': 'What has happened?',
      'field.points.reason': 'Why is it closed?',
      'field.points.reason.error.required': 'Write why the point is closed',
    },
  },
};

/** What a member of the group that decides says to the plan. */
export const developmentPlanDecision = agreeForm(
  { id: 'development-plan-decision', version: 1, page: 'decision' },
  {
    sv: {
      title: 'Besluta om utvecklingsplanen',
      intro: 'Läs planen här nedanför. Ska den gälla, eller behöver något ändras först?',
      'field.outcome': 'Ska planen gälla?',
      'field.outcome.option.approve': 'Ja, den ska gälla',
      'field.outcome.error.choice': 'Välj om planen ska gälla',
      'field.comment.help': 'Den som skriver planen läser det.',
    },
    en: {
      title: 'Decide on the development plan',
      intro: 'Read the plan below. Is it to hold, or must something change first?',
      'field.outcome': 'Is the plan to hold?',
      'field.outcome.option.approve': 'Yes, it is to hold',
      'field.outcome.error.choice': 'Choose whether the plan is to hold',
      'field.comment.help': 'Whoever writes the plan reads it.',
    },
  },
);
