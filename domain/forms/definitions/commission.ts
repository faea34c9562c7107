import type { FormDefinition } from '../types';

/** A task that a committee has given to an office, as its decision says it. Nobody fills it in. */
export const commission: FormDefinition = {
  id: 'commission',
  version: 1,
  retentionYears: 10,
  bindings: { title: 'title' },
  pages: [
    {
      id: 'task',
      fields: [
        { id: 'title', type: 'text', required: true, maxLength: 300 },
        { id: 'office', type: 'text', required: true },
        { id: 'task', type: 'longText', required: true, maxLength: 3000 },
        { id: 'committee', type: 'text', required: true },
        { id: 'decision', type: 'text', required: true },
        { id: 'due', type: 'date', required: false },
      ],
    },
  ],
  texts: {
    sv: {
      title: 'Uppdrag från en nämnd',
      intro: 'Uppdraget, så som nämnden har beslutat det.',
      send: 'Skicka',
      'page.task': 'Uppdraget',
      'field.title': 'Ärende',
      'field.office': 'Till',
      'field.task': 'Vad nämnden vill ha gjort',
      'field.committee': 'Från',
      'field.decision': 'Beslut',
      'field.due': 'Klart senast',
    },
    en: {
      title: 'Task from a committee',
      intro: 'The task, as the committee has decided it.',
      send: 'Send',
      'page.task': 'The task',
      'field.title': 'Matter',
      'field.office': 'To',
      'field.task': 'What the committee wants done',
      'field.committee': 'From',
      'field.decision': 'Decision',
      'field.due': 'To be done by',
    },
  },
};

/** What an office answers. */
export const commissionAnswer: FormDefinition = {
  id: 'commission-answer',
  version: 1,
  retentionYears: 10,
  bindings: {},
  pages: [
    {
      id: 'answer',
      fields: [
        { id: 'answer', type: 'longText', required: true, maxLength: 20_000 },
        { id: 'files', type: 'file', required: false, max: 10 },
        { id: 'answeredBy', type: 'text', required: true },
      ],
    },
  ],
  texts: {
    sv: {
      title: 'Svar på ett uppdrag',
      intro:
        'En nämnd har gett ert kontor ett uppdrag. Läs uppdraget och skriv vad ni har gjort eller kommit fram till. Svaret går till nämndens sekreterare och anmäls på ett sammanträde.',
      send: 'Skicka svaret',
      'page.answer': 'Ert svar',
      'field.answer': 'Vad har ni gjort eller kommit fram till?',
      'field.answer.error.required': 'Skriv vad ni har gjort eller kommit fram till',
      'field.files': 'Filer som hör till svaret',
      'field.answeredBy': 'Vem svarar för kontoret?',
      'field.answeredBy.help': 'Namn och befattning. Svaret blir en allmän handling.',
      'field.answeredBy.error.required': 'Skriv vem som svarar för kontoret',
    },
    en: {
      title: 'Answer to a task',
      intro:
        'A committee has given your office a task. Read the task and write what you have done or found. The answer goes to the secretary of the committee and is reported at a meeting.',
      send: 'Send the answer',
      'page.answer': 'Your answer',
      'field.answer': 'What have you done or found?',
      'field.answer.error.required': 'Write what you have done or found',
      'field.files': 'Files that belong to the answer',
      'field.answeredBy': 'Who answers for the office?',
      'field.answeredBy.help': 'Name and position. The answer becomes a public record.',
      'field.answeredBy.error.required': 'Write who answers for the office',
    },
  },
};

/** At which meeting the committee was told of an office's answer. */
export const commissionReport: FormDefinition = {
  id: 'commission-report',
  version: 1,
  retentionYears: 10,
  bindings: { meetingDay: 'meeting' },
  pages: [
    {
      id: 'report',
      fields: [
        { id: 'meeting', type: 'choice', required: true, optionsFrom: 'meetings' },
        { id: 'paragraph', type: 'number', required: false },
      ],
    },
  ],
  texts: {
    sv: {
      title: 'Anmäl svaret på uppdraget',
      intro: 'Välj det sammanträde där nämnden fick svaret.',
      send: 'Spara',
      'page.report': 'Anmälan',
      'field.meeting': 'På vilket sammanträde anmäldes svaret?',
      'field.meeting.help':
        'Saknas dagen? Lägg till den på nämndens sida, under ”Ett sammanträde som har hållits”.',
      'field.meeting.error.choice': 'Välj sammanträdet',
      'field.paragraph': 'Paragraf',
      'field.paragraph.help': 'Om anmälan fick en. Bara siffrorna, till exempel 71',
      'field.paragraph.error.number': 'Skriv paragrafens nummer med siffror, till exempel 71',
    },
    en: {
      title: 'Report the answer to the task',
      intro: 'Choose the meeting at which the committee got the answer.',
      send: 'Save',
      'page.report': 'The report',
      'field.meeting': 'At which meeting was the answer reported?',
      'field.meeting.help':
        'Is the day missing? Add it on the page of the committee, under “A meeting that has been held”.',
      'field.meeting.error.choice': 'Choose the meeting',
      'field.paragraph': 'Paragraph',
      'field.paragraph.help': 'Where the report got one. The digits only, for example 71',
      'field.paragraph.error.number': 'Write the number of the paragraph in digits, for example 71',
    },
  },
};
