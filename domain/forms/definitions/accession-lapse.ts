import { lapseForm } from '../standard/lapse-form';

/** Asked when the organisation has not answered in time: to end the case without accession, or to go on. */
export const accessionLapse = lapseForm(
  { id: 'accession-lapse', version: 1 },
  {
    sv: {
      'field.outcome.option.close': 'Avslutar ärendet utan anslutning',
      'field.outcome.option.proceed':
        'Går vidare: ger organisationen ny tid, eller läser ansökan som den är',
      'field.reasons.help': 'Skälen står i brevet till organisationen, som kan ansöka igen.',
    },
    en: {
      'field.outcome.option.close': 'Close the case without accession',
      'field.outcome.option.proceed':
        'Go on: give the organisation new time, or read the application as it is',
      'field.reasons.help':
        'The reasons are in the letter to the organisation, which may apply again.',
    },
  },
);
