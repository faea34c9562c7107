export { composeAgreement, type AgreementInput } from './compose-agreement';
export { composeApplication, type ApplicationInput } from './compose-application';
export { composeClosing, type ClosingInput } from './compose-closing';
export {
  composeCompletionRequest,
  type CompletionRequestInput,
} from './compose-completion-request';
export { composeConfirmation, type ConfirmationInput } from './compose-confirmation';
export { composeDecision, type DecisionInput } from './compose-decision';
export { type FormOnPaper } from './form-on-paper';
export { composePostedLetter, type PostedLetterInput } from './compose-posted-letter';
export {
  composePartyChange,
  type Confirmation,
  type PartyChangeInput,
} from './compose-party-change';
export { composeSignedAgreement, type SignedAgreementInput } from './compose-signed-agreement';
export { type Signature } from './signature-evidence';
export { composeCommissionAnswer } from './compose-commission-answer';
