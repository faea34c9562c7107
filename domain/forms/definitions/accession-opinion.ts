import type { FormDefinition } from '../types';

/** What a member of the group says about an application, and why. It binds nobody. */
export const accessionOpinion: FormDefinition = {
  id: 'accession-opinion',
  version: 1,
  retentionYears: 10,
  bindings: { outcome: 'outcome', comment: 'comment' },
  pages: [
    {
      id: 'opinion',
      fields: [
        { id: 'outcome', type: 'choice', required: true, options: ['support', 'oppose'] },
        { id: 'comment', type: 'longText', required: true, maxLength: 3000 },
      ],
    },
  ],
  texts: {
    sv: {
      title: 'Säg vad du tycker om ansökan',
      intro:
        'Läs ansökan och säg om du tycker att organisationen ska få ansluta sig. Den som beslutar läser vad du och de andra i gruppen har svarat.',
      send: 'Skicka svaret',
      'page.opinion': 'Yttrande',
      'field.outcome': 'Ska organisationen få ansluta sig?',
      'field.outcome.option.support': 'Ja, jag tillstyrker',
      'field.outcome.option.oppose': 'Nej, jag avstyrker',
      'field.outcome.error.choice': 'Välj om du tillstyrker eller avstyrker',
      'field.comment': 'Kommentar',
      'field.comment.help':
        'Skriv kort varför. Kommentaren sparas i ärendet med ditt namn och är en allmän handling.',
      'field.comment.error.required': 'Skriv kort varför du svarar så',
    },
    en: {
      title: 'Say what you think of the application',
      intro:
        'Read the application and say whether you think that the organisation should be allowed to join. Whoever decides reads what you and the others in the group have answered.',
      send: 'Send the answer',
      'page.opinion': 'Opinion',
      'field.outcome': 'Should the organisation be allowed to join?',
      'field.outcome.option.support': 'Yes, I support it',
      'field.outcome.option.oppose': 'No, I oppose it',
      'field.outcome.error.choice': 'Choose whether you support or oppose it',
      'field.comment': 'Comment',
      'field.comment.help':
        'Write briefly why. The comment is kept in the case with your name and is a public record.',
      'field.comment.error.required': 'Write briefly why you answer so',
    },
  },
};
