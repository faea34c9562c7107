import { agreeForm } from '../standard/agree-form';
import type { FormDefinition } from '../types';

/** What a year's follow-up is about. Nobody fills it in: the year's wheel does. */
export const followUpCycle: FormDefinition = {
  id: 'follow-up-cycle',
  version: 1,
  retentionYears: 10,
  bindings: { title: 'title' },
  pages: [
    {
      id: 'cycle',
      fields: [
        { id: 'title', type: 'text', required: true, maxLength: 300 },
        { id: 'year', type: 'text', required: true },
        { id: 'agreementVersion', type: 'text', required: true },
      ],
    },
  ],
  texts: {
    sv: {
      title: 'Årlig uppföljning',
      intro: 'Årets uppföljning av överenskommelsen.',
      send: 'Skicka',
      'page.cycle': 'Uppföljningen',
      'field.title': 'Ärende',
      'field.year': 'År',
      'field.agreementVersion': 'Överenskommelsens version',
    },
    en: {
      title: 'Yearly follow-up',
      intro: "This year's follow-up of the agreement.",
      send: 'Send',
      'page.cycle': 'The follow-up',
      'field.title': 'Matter',
      'field.year': 'Year',
      'field.agreementVersion': 'Version of the agreement',
    },
  },
};

/** What the municipality says about the answers as a whole. It stands first in the report. */
export const followUpComment: FormDefinition = {
  id: 'follow-up-comment',
  version: 1,
  retentionYears: 10,
  bindings: { comment: 'summary' },
  pages: [
    {
      id: 'comment',
      fields: [
        { id: 'summary', type: 'longText', required: true, maxLength: 5000 },
        { id: 'measures', type: 'longText', required: false, maxLength: 5000 },
        { id: 'consequences', type: 'longText', required: false, maxLength: 2000 },
      ],
    },
  ],
  texts: {
    sv: {
      title: 'Kommentera årets uppföljning',
      intro:
        'Svaren är sammanställda i den bifogade rapporten. Skriv vad de visar och vad som ska göras. Din text står först i rapporten.',
      send: 'Skicka kommentaren',
      'page.comment': 'Din kommentar',
      'field.summary': 'Vad visar svaren?',
      'field.summary.help': 'Det viktigaste först. Texten blir en allmän handling.',
      'field.summary.error.required': 'Skriv vad svaren visar',
      'field.measures': 'Vad ska göras, av vem och när?',
      'field.consequences': 'Ekonomiska konsekvenser',
      'field.consequences.help': 'Behövs om rapporten ska till en nämnd.',
    },
    en: {
      title: "Comment on this year's follow-up",
      intro:
        'The answers are compiled in the attached report. Write what they show and what is to be done. Your text comes first in the report.',
      send: 'Send the comment',
      'page.comment': 'Your comment',
      'field.summary': 'What do the answers show?',
      'field.summary.help': 'The most important first. The text becomes a public record.',
      'field.summary.error.required': 'Write what the answers show',
      'field.measures': 'What is to be done, by whom and when?',
      'field.consequences': 'Economic consequences',
      'field.consequences.help': 'Needed where the report goes to a committee.',
    },
  },
};

/** What a member of the partnership group says to the report. */
export const followUpReview = agreeForm(
  { id: 'follow-up-review', version: 1, page: 'review' },
  {
    sv: {
      title: 'Granska uppföljningens rapport',
      intro:
        'Läs rapporten. Kan gruppen stå bakom den, eller behöver något ändras innan den går vidare?',
      'field.outcome': 'Kan rapporten gå vidare?',
      'field.outcome.option.approve': 'Ja, den kan gå vidare',
      'field.outcome.error.choice': 'Välj om rapporten kan gå vidare',
      'field.comment.help': 'Den som skriver rapporten läser det.',
    },
    en: {
      title: "Review the follow-up's report",
      intro:
        'Read the report. Can the group stand behind it, or must something change before it goes on?',
      'field.outcome': 'Can the report go on?',
      'field.outcome.option.approve': 'Yes, it can go on',
      'field.outcome.error.choice': 'Choose whether the report can go on',
      'field.comment.help': 'Whoever writes the report reads it.',
    },
  },
);
