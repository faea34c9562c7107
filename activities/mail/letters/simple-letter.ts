import type { LetterTemplate } from '../../../domain/process';
import {
  aboutLink,
  frameOf,
  valuesWithDeadline,
  type DeadlineParameters,
  type LetterContent,
  mailTexts,
} from './letter';

/** Letters whose content is put together from more than their texts. */
export type ComposedName =
  | 'applicationReceived'
  | 'reviewRequested'
  | 'reviewReminder'
  | 'reviewOverdue'
  | 'applicationApproved'
  | 'applicationRefused'
  | 'signatureRequested'
  | 'signatureReminder'
  | 'signatureOverdue'
  | 'agreementSigned'
  | 'oneTimeCode'
  | 'forumInvitation'
  | 'forumChanged'
  | 'forumReminder'
  | 'forumCancelled'
  | 'forumRegistered'
  | 'forumNotes'
  | 'focusAreasChosen'
  | 'newsletter'
  | 'personAsked'
  | 'letterRefused'
  | 'circulationReferredBack'
  | 'newLink';

export type SimpleName = Exclude<LetterTemplate, ComposedName>;

/** Their buttons lead to what everybody can open, or to the desk. */
const withoutLink: readonly SimpleName[] = [
  'escalated',
  'partyChanged',
  'recordsAdded',
  'matterSent',
  'matterReminder',
  'matterOverdue',
  'minutesRequested',
  'minutesReminder',
  'minutesOverdue',
  'matterEnded',
  'questionMoved',
  'yearsDropped',
  'yearShort',
  'committeeDecided',
  'committeeCorrected',
  'extractRedated',
  'reportRenewed',
  'circulationEnded',
  'commissionEscalated',
  'commissionAnswered',
  'commissionEnded',
  'reportReminder',
  'reportOverdue',
  'verifyRequested',
  'verifyReminder',
  'verifyOverdue',
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
  'yearReversed',
  'transferSettledAnew',
  'appraiseRequested',
  'appraiseReminder',
  'appraiseOverdue',
  'appropriationAnswered',
  'appropriationCorrected',
  'followUpPublished',
  'dialogueSettled',
  'dialogueLapsed',
  'notesRequested',
  'notesReminder',
  'notesOverdue',
  'planAdopted',
  'planHolds',
  'planRefused',
  'firstInvited',
  'handOverRequested',
  'handOverReminder',
  'handOverOverdue',
  'draftHandedOver',
  'firstEnded',
  'newsletterLapsed',
  'newsletterSent',
];

/** A letter that needs nothing but its texts: why, how it is, what to do, and what happens otherwise. */
export function simpleLetter(name: SimpleName, parameters: DeadlineParameters): LetterContent {
  const t = mailTexts(parameters);
  const values = { ...valuesWithDeadline(parameters) };
  return {
    ...frameOf(parameters),
    subject: t(`${name}.subject`, values),
    preheader: t(`${name}.preheader`, values),
    why: t(`${name}.why`, values),
    paragraphs: [
      t(`${name}.state`, values),
      t(`${name}.more`, values),
      ...(withoutLink.includes(name) ? [] : aboutLink(parameters)),
    ],
    action: { label: t(`${name}.action`), url: parameters.url },
    otherwise: t(`${name}.otherwise`, values),
  };
}
