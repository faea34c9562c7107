import * as letters from '../../activities/mail/letters/index';
import type { LetterContent } from '../../activities/mail/letters/index';
import { ekero } from '../../config/municipalities/ekero/municipality';
import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import type { Language } from '../../domain/language';
import type { Municipality } from '../../domain/municipality';

/** What a letter is written from, as a test wants it. */
export interface Circumstances {
  municipality?: Municipality;
  language?: Language;
  number?: string;
  organisationName?: string;
  recipientName?: string;
  signatoryName?: string;
  url?: string;
  deadline?: string;
}

/** Every letter of the product by name; the two reminders in both tones. */
export function everyLetter(circumstances: Circumstances = {}): Record<string, LetterContent> {
  const { signatoryName = 'Bo Ek', ...given } = circumstances;
  const parameters = {
    municipality: sodertalje,
    language: 'sv' as Language,
    number: 'KFN 26/114',
    organisationName: 'Mälarens Simsällskap',
    recipientName: 'Åsa Öberg',
    url: 'https://samverkan.example/sodertalje/case#tok_Xy9-',
    deadline: '2026-03-12',
    ...given,
  };
  return {
    applicationReceived: letters.applicationReceived(parameters),
    reviewRequested: letters.reviewRequested(parameters),
    reviewReminder1: letters.reviewReminder({ ...parameters, ordinal: 1 }),
    reviewReminder2: letters.reviewReminder({ ...parameters, ordinal: 2 }),
    reviewOverdue: letters.reviewOverdue(parameters),
    applicationApproved: letters.applicationApproved({ ...parameters, signatoryName }),
    applicationRefused: letters.applicationRefused(parameters),
    signatureRequested: letters.signatureRequested(parameters),
    signatureReminder1: letters.signatureReminder({ ...parameters, ordinal: 1 }),
    signatureReminder2: letters.signatureReminder({ ...parameters, ordinal: 2 }),
    signatureOverdue: letters.signatureOverdue(parameters),
    agreementSignedCoordinator: letters.agreementSigned({
      ...parameters,
      recipientRole: 'coordinator',
    }),
    agreementSignedSignatory: letters.agreementSigned({
      ...parameters,
      recipientRole: 'signatory',
    }),
    newLink: letters.newLink(parameters),
  };
}

export const municipalities = [sodertalje, ekero];
