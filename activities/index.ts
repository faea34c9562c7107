import type { Database } from '../database/database';
import type { FormRegistry } from '../domain/forms/registry';
import type { Municipality } from '../domain/municipality';
import type { ProcessRegistry } from '../domain/processes/registry';
import { makeDocument, type MakeDocumentInput } from './documents/make-document';
import { makeStatement, type MakeStatementInput } from './documents/make-statement';
import type { PdfRenderer } from './documents/make-document';
import { deliverLetters, type LetterBox } from './mail/deliver-letters';
import { mailDraftLink, type MailDraftLinkInput } from './mail/mail-draft-link';
import { mailSubscription, type MailSubscriptionInput } from './mail/mail-subscription';
import type { BounceMailbox } from '../database/bounce-address';
import type { Mailer } from './mail/mailer';
import { tendDraft, type TendDraftInput } from './records/tend-draft';
import { tellTermsEnding, type TellTermsEndingInput } from './mail/tell-terms-ending';
import { flagAttention, type FlagAttentionInput } from './records/flag-attention';
import { lookAtDecision, type LookAtDecisionInput } from './records/look-at-decision';
import { lookAtForum, type LookAtForumInput } from './records/look-at-forum';
import { lookAtRound, type LookAtRoundInput } from './records/look-at-round';
import { lookAtSettlement, type LookAtSettlementInput } from './records/look-at-settlement';
import { lookAtTransfer, type LookAtTransferInput } from './records/look-at-transfer';
import {
  askRespondents,
  remindRespondents,
  tellRespondents,
  type CollectionInput,
  type TellInput,
} from './records/ask-respondents';
import { keepReportVersion, type KeepReportInput } from './records/compile-report';
import { lookAtCollection, type LookAtCollectionInput } from './records/look-at-collection';
import { lookAtMending, type LookAtMendingInput } from './records/look-at-mending';
import { lookAtWheel, type LookAtWheelInput } from './records/look-at-wheel';
import { tellEverybody, type TellEverybodyInput } from './records/tell-everybody';
import { tellInvited, type TellInvitedInput } from './records/tell-invited';
import { tellSubscribers, type TellSubscribersInput } from './records/tell-subscribers';
import { tendSubscription, type TendSubscriptionInput } from './records/tend-subscription';
import { tellForum, type TellForumInput } from './records/tell-forum';
import { look, type LookInput } from './records/look';
import { readPhase } from './records/read-phase';
import { recordSteps, type RecordInput } from './records/record-steps';

/** What activities work with; only the worker builds the real ones. */
export interface ActivityDependencies {
  database: Database;
  /** Those of all processes. */
  forms: FormRegistry;
  processes: ProcessRegistry;
  mailer: Mailer;
  /** Where letters that do not arrive come back to. */
  bounces?: BounceMailbox | undefined;
  pdf: PdfRenderer;
  /** Where people reach the pages, without a slash at the end. */
  publicUrl: string;
  /** Throws `municipality.unknown`. */
  municipality(id: string): Municipality;
}

/** The activities of every process. Inputs and results are references only. */
export function createActivities(dependencies: ActivityDependencies) {
  return {
    recordSteps: (input: RecordInput) => recordSteps(dependencies, input),
    lookAtRound: (input: LookAtRoundInput) => lookAtRound(dependencies, input),
    lookAtDecision: (input: LookAtDecisionInput) => lookAtDecision(dependencies, input),
    lookAtTransfer: (input: LookAtTransferInput) => lookAtTransfer(dependencies, input),
    lookAtSettlement: (input: LookAtSettlementInput) => lookAtSettlement(dependencies, input),
    lookAtForum: (input: LookAtForumInput) => lookAtForum(dependencies, input),
    tellEverybody: (input: TellEverybodyInput) => tellEverybody(dependencies, input),
    tellForum: (input: TellForumInput) => tellForum(dependencies, input),
    tellInvited: (input: TellInvitedInput) => tellInvited(dependencies, input),
    lookAtMending: (input: LookAtMendingInput) => lookAtMending(dependencies, input),
    lookAtWheel: (input: LookAtWheelInput) => lookAtWheel(dependencies, input),
    lookAtCollection: (input: LookAtCollectionInput) => lookAtCollection(dependencies, input),
    askRespondents: (input: CollectionInput) => askRespondents(dependencies, input),
    remindRespondents: (input: CollectionInput & { ordinal: number }) =>
      remindRespondents(dependencies, input),
    tellRespondents: (input: TellInput) => tellRespondents(dependencies, input),
    keepReportVersion: (input: KeepReportInput) => keepReportVersion(dependencies, input),
    look: (input: LookInput) => look(dependencies, input),
    readPhase: (input: LetterBox) => readPhase(dependencies, input),
    flagAttention: (input: FlagAttentionInput) => flagAttention(dependencies, input),
    makeDocument: (input: MakeDocumentInput) => makeDocument(dependencies, input),
    makeStatement: (input: MakeStatementInput) => makeStatement(dependencies, input),
    deliverLetters: (input: LetterBox) => deliverLetters(dependencies, input),
    mailDraftLink: (input: MailDraftLinkInput) => mailDraftLink(dependencies, input),
    tellTermsEnding: (input: TellTermsEndingInput) => tellTermsEnding(dependencies, input),
    tendDraft: (input: TendDraftInput) => tendDraft(dependencies, input),
    tellSubscribers: (input: TellSubscribersInput) => tellSubscribers(dependencies, input),
    mailSubscription: (input: MailSubscriptionInput) => mailSubscription(dependencies, input),
    tendSubscription: (input: TendSubscriptionInput) => tendSubscription(dependencies, input),
  };
}

export type Activities = ReturnType<typeof createActivities>;
