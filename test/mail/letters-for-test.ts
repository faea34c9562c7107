import * as letters from '../../activities/mail/letters/index';
import type { LetterContent, Recipient } from '../../activities/mail/letters/index';
import { ekero } from '../../config/municipalities/ekero/municipality';
import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import type { Language } from '../../domain/language';
import type { Municipality } from '../../domain/municipality';

/** What a letter is written from, as a test wants it. */
export interface Circumstances {
  process?: string;
  municipality?: Municipality;
  language?: Language;
  number?: string;
  organisationName?: string;
  recipient?: Recipient;
  otherName?: string;
  url?: string;
  link?: 'case' | 'desk' | null;
  deadline?: string;
}

/** Every letter of the product by name; the two reminders in both tones. */
export function everyLetter(circumstances: Circumstances = {}): Record<string, LetterContent> {
  const { otherName = 'Bo Ek', ...given } = circumstances;
  const coordinator = { name: otherName, email: 'bo@simsallskap.example' };
  const parameters = {
    municipality: sodertalje,
    language: 'sv' as Language,
    number: 'KFN 26/114',
    organisationName: 'Mälarens Simsällskap',
    recipient: { name: 'Åsa Öberg', email: 'asa@simsallskap.example', shared: false },
    url: 'https://samverkan.example/sodertalje/case#tok_Xy9-',
    deadline: '2026-03-12',
    ...given,
  };
  const signing = { ...parameters, coordinator, agreementAttached: true };
  return {
    applicationReceived: letters.applicationReceived(parameters),
    reviewRequested: letters.reviewRequested(parameters),
    reviewReminder1: letters.reviewReminder({ ...parameters, ordinal: 1 }),
    reviewReminder2: letters.reviewReminder({ ...parameters, ordinal: 2 }),
    reviewOverdue: letters.reviewOverdue(parameters),
    applicationApproved: letters.applicationApproved({ ...parameters, signatories: [coordinator] }),
    applicationRefused: letters.applicationRefused(parameters),
    signatureRequested: letters.signatureRequested(signing),
    signatureReminder1: letters.signatureReminder({ ...signing, ordinal: 1 }),
    signatureReminder2: letters.signatureReminder({ ...signing, ordinal: 2 }),
    signatureOverdue: letters.signatureOverdue(signing),
    agreementSignedCoordinator: letters.agreementSigned({
      ...parameters,
      recipientRole: 'coordinator',
    }),
    agreementSignedSignatory: letters.agreementSigned({
      ...parameters,
      recipientRole: 'signatory',
    }),
    newLinkToReview: letters.newLink({
      ...parameters,
      opens: { what: 'task', asked: letters.reviewRequested(parameters) },
    }),
    newLinkToSign: letters.newLink({
      ...parameters,
      opens: { what: 'task', asked: letters.signatureRequested(signing) },
    }),
    newLinkToSignLate: letters.newLink({
      ...parameters,
      opens: { what: 'task', asked: letters.signatureOverdue(signing) },
    }),
    newLinkToAnswered: letters.newLink({ ...parameters, opens: { what: 'answered' } }),
    newLinkToClosed: letters.newLink({ ...parameters, opens: { what: 'closed' } }),
    caseClosed: letters.simpleLetter('caseClosed', parameters),
    circulationReferredBack: letters.circulationReferredBack({
      ...parameters,
      referral: {
        ...{ committee: 'KFN', name: 'Kultur- och fritidsnämnden' },
        reasons: 'Kostnaden ska räknas om.\n\nEnhörna ska höras.',
      },
    }),
    escalated: letters.simpleLetter('escalated', parameters),
    newLinkToCase: letters.newLink({ ...parameters, opens: { what: 'case' } }),
    ...Object.fromEntries(
      aboutMatters.map((name) => [name, letters.simpleLetter(name, parameters)]),
    ),
  };
}

/** Letters about a matter that committees deal with, and about money; each calls it by its title. */
export const aboutMatters = [
  'matterSent',
  'matterReminder',
  'matterOverdue',
  'minutesRequested',
  'minutesReminder',
  'minutesOverdue',
  'matterEnded',
  'questionMoved',
  'yearsDropped',
  'yearReversed',
  'transferSettledAnew',
  'yearShort',
  'committeeDecided',
  'committeeCorrected',
  'extractRedated',
  'reportRenewed',
  'circulationEnded',
  'verifyRequested',
  'verifyReminder',
  'verifyOverdue',
  'adjustRequested',
  'adjustReminder',
  'adjustOverdue',
  'transferPosted',
  'transferPostedLast',
  'transferEnded',
  'transferSettled',
  'accountRequested',
  'accountReminder',
  'accountOverdue',
  'restRequested',
  'restRequestedAnew',
  'restReminder',
  'restOverdue',
  'yearSettled',
  'carryOverUndone',
  'carryOverRestored',
  'accountCorrected',
  'restCorrected',
  'appraiseRequested',
  'appraiseReminder',
  'appraiseOverdue',
  'appropriationAnswered',
  'appropriationCorrected',
] as const;

export const municipalities = [sodertalje, ekero];
