import type { FormDefinition } from '../types';

/** When the minutes of a meeting were adjusted, and when that was announced (KL 5:69, 8:12). */
export const committeeMinutes: FormDefinition = {
  id: 'committee-minutes',
  version: 1,
  retentionYears: 100,
  bindings: { adjustedOn: 'adjustedOn', announcedOn: 'announcedOn' },
  pages: [
    {
      id: 'minutes',
      fields: [
        { id: 'adjustedOn', type: 'date', required: true },
        { id: 'announcedOn', type: 'date', required: true },
      ],
    },
  ],
  texts: {
    sv: {
      title: 'Justering och anslag',
      intro: 'Skriv när protokollet justerades och när justeringen tillkännagavs på anslagstavlan.',
      send: 'Spara',
      'page.minutes': 'Protokollet',
      'field.adjustedOn': 'Protokollet justerades den',
      'field.adjustedOn.error.required': 'Skriv vilken dag protokollet justerades',
      'field.announcedOn': 'Anslaget sattes upp den',
      'field.announcedOn.help': 'Därifrån räknas de tre veckor då beslutet kan överklagas.',
      'field.announcedOn.error.required': 'Skriv vilken dag anslaget sattes upp',
    },
    en: {
      title: 'Adjustment and notice',
      intro:
        'Write when the minutes were adjusted and when that was announced on the notice board.',
      send: 'Save',
      'page.minutes': 'The minutes',
      'field.adjustedOn': 'The minutes were adjusted on',
      'field.adjustedOn.error.required': 'Write the day the minutes were adjusted',
      'field.announcedOn': 'The notice was put up on',
      'field.announcedOn.help':
        'The three weeks in which the decision can be appealed are counted from this day.',
      'field.announcedOn.error.required': 'Write the day the notice was put up',
    },
  },
};
