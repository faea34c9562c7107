export { agreementSigned } from './agreement-signed';
export { applicationApproved } from './application-approved';
export { applicationReceived } from './application-received';
export { applicationRefused } from './application-refused';
export { draftKept } from './draft-kept';
export {
  caseClosed,
  checkOverdue,
  checkReminder,
  checkRequested,
  completionOverdue,
  completionReceived,
  completionReminder,
  completionRequested,
  confirmationOverdue,
  confirmationReminder,
  confirmationRequested,
  decided,
  consultOverdue,
  consultReminder,
  consultRequested,
  countersignOverdue,
  countersignReminder,
  countersignRequested,
  hearingReminder,
  hearingRequested,
  partyChanged,
  escalated,
  matterSent,
  matterReminder,
  matterOverdue,
  minutesRequested,
  minutesReminder,
  minutesOverdue,
  committeeCorrected,
  matterEnded,
  yearsDropped,
  reportRenewed,
  committeeDecided,
  circulationEnded,
  commissionGiven,
  commissionReminder,
  commissionOverdue,
  commissionEscalated,
  commissionAnswered,
  commissionEnded,
  reportReminder,
  reportOverdue,
  adjustRequested,
  adjustReminder,
  adjustOverdue,
  verifyRequested,
  verifyReminder,
  verifyOverdue,
  transferPosted,
  transferEnded,
  transferSettled,
  accountRequested,
  accountReminder,
  accountOverdue,
  restRequested,
  restReminder,
  restOverdue,
  yearSettled,
  appraiseRequested,
  appraiseReminder,
  appraiseOverdue,
  appropriationAnswered,
  followUpAsked,
  followUpReminder,
  followUpPublished,
  commentRequested,
  commentReminder,
  commentOverdue,
  reviewReportRequested,
  reviewReportReminder,
  reviewReportOverdue,
  lapseDrafted,
  lapseReminder,
  settleReminder,
  settleRequested,
  recordsAdded,
} from './simple-letter';
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
export { letterRefused } from './letter-refused';
export { personAsked } from './person-asked';
