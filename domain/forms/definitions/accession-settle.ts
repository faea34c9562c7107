import type { FormDefinition } from '../types';
import { accessionLapse } from './accession-lapse';

/**
 * Whoever was to sign for the municipality has declined. An approved application does not end by
 * that: the case officer has it signed after all, or ends the case with reasons.
 */
export const accessionSettle: FormDefinition = {
  ...accessionLapse,
  id: 'accession-settle',
  texts: {
    sv: {
      ...accessionLapse.texts.sv,
      title: 'Kommunens underskrift uteblev',
      intro:
        'Den som skulle skriva under för kommunen har avböjt. Organisationen har redan skrivit under. Bestäm vad som ska hända.',
      'field.outcome.option.close': 'Avslutar ärendet utan anslutning',
      'field.outcome.option.proceed': 'Ber om kommunens underskrift igen',
    },
    en: {
      ...accessionLapse.texts.en,
      title: 'The municipality has not signed',
      intro:
        'Whoever was to sign for the municipality has declined. The organisation has already signed. Say what should happen.',
      'field.outcome.option.close': 'Close the case without accession',
      'field.outcome.option.proceed': "Ask for the municipality's signature again",
    },
  },
};
