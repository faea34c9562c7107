import type { CommitteeDecisionView, EventCorrectionRequest } from '../../../domain/api/desk';
import { withLists } from '../../../domain/forms/lists';
import type { FormDefinition } from '../../../domain/forms/types';
import type { TypedAnswers } from '../../shared/forms/typed-answers';

const form: FormDefinition = {
  id: 'event-correction',
  version: 1,
  retentionYears: 100,
  bindings: {},
  pages: [
    {
      id: 'correction',
      fields: [
        { id: 'wrongEvent', type: 'choice', required: true, optionsFrom: 'events' },
        { id: 'right', type: 'choice', required: true, options: ['otherDay', 'never'] },
        {
          id: 'rightDay',
          type: 'date',
          required: true,
          showWhen: { field: 'right', in: ['otherDay'] },
        },
        { id: 'whyWrong', type: 'longText', required: true, maxLength: 2000 },
      ],
    },
  ],
  texts: {
    sv: {
      title: 'Rätta något som är infört',
      intro: 'Det som är infört ligger kvar och visas som rättat.',
      send: 'Rätta',
      'page.correction': 'Rättelsen',
      'field.wrongEvent': 'Vad är fel?',
      'field.wrongEvent.error.choice': 'Välj vad som är fel',
      'field.right': 'Vad är rätt?',
      'field.right.option.otherDay': 'Det var en annan dag',
      'field.right.option.never': 'Det har inte hänt',
      'field.right.error.choice': 'Välj vad som är rätt',
      'field.rightDay': 'Vilken dag var det?',
      'field.rightDay.error.required': 'Skriv vilken dag det var',
      'field.whyWrong': 'Hur blev det fel?',
      'field.whyWrong.help': 'Det står sedan vid det som är rättat.',
      'field.whyWrong.error.required': 'Skriv hur det blev fel',
    },
    en: {
      title: 'Correct something that is recorded',
      intro: 'What is recorded stays and is shown as corrected.',
      send: 'Correct',
      'page.correction': 'The correction',
      'field.wrongEvent': 'What is wrong?',
      'field.wrongEvent.error.choice': 'Choose what is wrong',
      'field.right': 'What is right?',
      'field.right.option.otherDay': 'It was another day',
      'field.right.option.never': 'It has not happened',
      'field.right.error.choice': 'Choose what is right',
      'field.rightDay': 'Which day was it?',
      'field.rightDay.error.required': 'Write which day it was',
      'field.whyWrong': 'How did it become wrong?',
      'field.whyWrong.help': 'It then stands beside what is corrected.',
      'field.whyWrong.error.required': 'Write how it became wrong',
    },
  },
};

/** What is said to be wrong is one of `events`; `named` has what each is called, with its day. */
export function eventCorrectionForm(
  events: readonly CommitteeDecisionView['events'][number][],
  named: (event: CommitteeDecisionView['events'][number]) => string,
): FormDefinition {
  const options = events.map((event) => {
    const name = named(event);
    return { value: event.id, label: { sv: name, en: name } };
  });
  return withLists(form, { events: options });
}

export function eventCorrection(typed: TypedAnswers): EventCorrectionRequest {
  const { wrongEvent, right, rightDay, whyWrong } = typed as Record<string, string>;
  return {
    event: wrongEvent ?? '',
    day: right === 'otherDay' ? (rightDay ?? '') : null,
    reason: whyWrong ?? '',
  };
}
