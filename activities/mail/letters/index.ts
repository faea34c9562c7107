export { agreementSigned } from './agreement-signed';
export { applicationApproved } from './application-approved';
export { applicationReceived } from './application-received';
export { applicationRefused } from './application-refused';
export { draftKept } from './draft-kept';
export { newsletter } from './newsletter';
export { newsletterLapsed, newsletterOverdue } from './newsletter-lapse';
export { newsletterConfirm } from './newsletter-confirm';
export { termsEnding } from './terms-ending';
export { simpleLetter, type ComposedName, type SimpleName } from './simple-letter';
export { newLink, type Opened } from './new-link';
export { oneTimeCode } from './one-time-code';
export { reviewOverdue } from './review-overdue';
export { reviewReminder } from './review-reminder';
export { reviewRequested } from './review-requested';
export { signatureOverdue } from './signature-overdue';
export { signatureReminder } from './signature-reminder';
export { signatureRequested } from './signature-requested';
export type {
  DeadlineParameters,
  LetterContent,
  LetterParameters,
  Recipient,
  ReminderParameters,
} from './letter';
export type { SigningParameters } from './signing';
export { voteFocusAsked, voteFocusReminder } from './vote-focus';
export { focusAreasChosen, type ChosenAreas } from './focus-areas-chosen';
export { followUpAsked } from './follow-up-asked';
export { followUpReminder } from './follow-up-reminder';
export { circulationReferredBack, type Referral } from './circulation-referred-back';
export { letterRefused, type RefusedParameters } from './letter-refused';
export { personAsked } from './person-asked';
export { extractSent } from './extract-sent';

export {
  forumCancelled,
  forumChanged,
  forumInvitation,
  forumNotes,
  forumRegistered,
  forumReminder,
  type ForumParameters,
} from './forum';
