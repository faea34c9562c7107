import { reviewForm } from '../standard/review-form';
import { accessionApplication2 } from './accession-application-2';

/** The case officer's answer to an application: a decision, or questions that send it back to the organisation. */
export const accessionReview2 = reviewForm(
  { id: 'accession-review', version: 2 },
  accessionApplication2,
  {
    sv: {
      title: 'Beslut om ansökan',
      intro: 'Läs ansökan och besluta om organisationen kan ansluta sig till överenskommelsen.',
      'field.outcome.option.approve': 'Godkänner ansökan',
      'field.outcome.option.return': 'Ber organisationen komplettera ansökan',
      'field.outcome.option.refuse': 'Avslår ansökan',
      'field.questions.help':
        'Organisationen får frågorna i ett mejl och svarar genom att ändra i sin ansökan. Därefter kommer den tillbaka till dig.',
      'field.questions.about.option.whole': 'Hela ansökan',
    },
    en: {
      title: 'Decision on the application',
      intro: 'Read the application and decide whether the organisation may join the agreement.',
      'field.outcome.option.approve': 'Approve the application',
      'field.outcome.option.refuse': 'Refuse the application',
      'field.questions.help':
        'The organisation gets the questions in an e-mail and answers by changing its application. It then comes back to you.',
      'field.questions.about.option.whole': 'The whole application',
    },
  },
);
