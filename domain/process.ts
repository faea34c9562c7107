import type { CaseState, TimelineEvent } from './api/shapes';
import type { Ending } from './asking/stand';
import type { RestWay } from './ledger/settlement';

/**
 * What a workflow says to the record. Only references: ids, roles, codes and instants. Who a role
 * is and what a letter says is looked up on the other side, so nothing personal enters a history.
 */
export const roles = [
  'caseOfficer',
  'coordinator',
  'signatory',
  /** Those of the signatories who have signed. */
  'signer',
  'contactPoint',
  /** Who gives an opinion on an application before it is decided, such as a group. */
  'reviewer',
  /** Who signs for the municipality; of a letter, who has. */
  'countersigner',
  /** Who signs now for the party that the case is about, and who is its coordinator. */
  'partySignatory',
  'partyCoordinator',
  /** Everybody whom a change of a party concerns: who reported it, the coordinators, who confirmed it. */
  'partyContacts',
  /** Who records what the committee decides that a case is with. */
  'secretary',
  /** The office that a committee has given a task. */
  'office',
  /** The official who began the case. */
  'initiator',
  /** Who checks what money is asked for, and posts it. */
  'controller',
  /** The secretaries of the committees that give and receive, and whoever asked for the transfer. */
  'transferParties',
  /** Who says what was used of the money that a committee has received. */
  'accountant',
  /** Who has complained about something or wants it made clear: a party, an office or a company. */
  'asker',
  /** Whom everybody can turn to about the way to a first agreement, and who takes it further. */
  'contactPerson',
  /** An organisation that is invited to that. */
  'invited',
] as const;
export type Role = (typeof roles)[number];

/** What is asked with a mailed link. */
export const linkedTaskKinds = [
  /** Is the application complete, and may the organisation apply at all? */
  'check',
  /** What does the group say? */
  'consult',
  'review',
  'complete',
  /** A committee wants what was asked for changed, or has referred it back: how is it now? */
  'adjust',
  'sign',
  'countersign',
  /** The organisation has not answered: what now? */
  'lapse',
  /** Whoever was to sign for the municipality has declined: what now? */
  'settle',
  /** What has the office done that a committee gave a task? */
  'commission',
  /** Is what was reported about a party right? */
  'confirm',
  /** What does the organisation say before it is decided? */
  'hear',
  /** How has the agreement been kept this year? */
  'followUp',
  /** What does the municipality say about the answers as a whole? */
  'comment',
  /** Does the group stand behind the report? */
  'reviewReport',
  /** What does the municipality answer to a complaint or to what is unclear? */
  'reply',
  /** Is whoever asked done with that answer? */
  'react',
  /** How far has the development plan come, and how is it to go on? */
  'evaluate',
  /** Is the plan to hold as it was written? */
  'decidePlan',
  /** Which of the proposed focus areas are there to choose between, and in which words? */
  'shortlist',
  /** Which focus areas does a party vote for? */
  'voteFocus',
  /** Are the proposed focus areas to hold? */
  'decideFocus',
  /** Which of the areas that the vote has not told apart? */
  'breakTie',
  /** Have there been meetings enough, so that everybody can be asked what a first agreement needs? */
  'openSurvey',
  /** What do those who are invited need and expect, and what builds good cooperation (001)? */
  'survey',
  /** Have there been workshops enough, so that the draft can be finished? */
  'closeWorkshops',
  /** How is the newsletter to be, and is it to be sent? */
  'write',
] as const;

/** What many are asked at once: an answer is kept and counted, and wakes no process. */
export const collectedKinds = ['followUp', 'voteFocus', 'survey'] as const;
export type CollectedKind = (typeof collectedKinds)[number];

export function isCollected(kind: string): kind is CollectedKind {
  return (collectedKinds as readonly string[]).includes(kind);
}

export const taskKinds = [
  ...linkedTaskKinds,
  /** What has the committee decided? */
  'decide',
  /** When were its minutes adjusted, and when was that announced? */
  'minutes',
  /** At which meeting was an office's answer reported? */
  'report',
  /** Are the sums of a transfer right, and is the money there? */
  'verify',
  /** What was used of what was transferred in a year? */
  'account',
  /** How much of what is left is taken along to the next year? */
  'rest',
  /** What does the budget process say to a request for a raised appropriation? */
  'appraise',
  /** What was said and decided at a dialogue forum? */
  'notes',
  /** How does the draft of the first agreement read? */
  'handOver',
] as const;
/** What is answered by somebody who has signed in: a mail that is passed on records no committee's decision. */
export const answeredSignedIn: readonly string[] = [
  'decide',
  'minutes',
  'report',
  'verify',
  'account',
  'rest',
  'appraise',
  'notes',
  'handOver',
];

/** What the letter about a question of a kind leads to. */
export function linkTo(kind: string): 'task' | 'desk' {
  return answeredSignedIn.includes(kind) ? 'desk' : 'task';
}

/** What is answered with the application itself, changed: the answer is its next version. */
export const answeredWithApplication: readonly string[] = [
  'complete',
  'adjust',
  'evaluate',
  'write',
];

/** What an organisation answers in writing; its signatures on paper are recorded with their scan. */
export const answeredInWriting: readonly string[] = [
  'complete',
  'confirm',
  'hear',
  'react',
  'followUp',
  'survey',
  'voteFocus',
];

/** Of those the questions to many whose answers are kept also when what they are compiled in is final. */
export const keptAfterwards: readonly string[] = ['followUp', 'survey'];

export type TaskKind = (typeof taskKinds)[number];

/** What a municipality may choose to have: the task of that name is then configured, or bodies to circulate among. */
export const optionalSteps = [
  'consult',
  'countersign',
  'reviewReport',
  'circulate',
  'decidePlan',
  'voteFocus',
  'decideFocus',
] as const;
export type OptionalStep = (typeof optionalSteps)[number];

export type DocumentKind =
  | 'application'
  | 'completionRequest'
  | 'decision'
  | 'agreement'
  | 'signedAgreement'
  | 'confirmation'
  | 'closing'
  | 'partyChange'
  | 'officialReport'
  /** The same for a body that has taken the matter over. */
  | 'successorReport'
  | 'extract'
  | 'correctedExtract'
  | 'certifiedExtract'
  /** The same with a day put right that it said wrong. */
  | 'redatedExtract'
  | 'earlierExtract'
  /** A follow-up's final report among a committee's papers; with `#3` its third version. */
  | 'enclosedReport'
  | 'commissionAnswer'
  | 'transferOrder'
  | 'closingStatement'
  | 'appropriationAnswer'
  | 'correctedAppropriationAnswer'
  | 'followUpReport'
  | 'conversation'
  | 'forumNotes'
  | 'surveyCompilation'
  | 'agreementDraft'
  | 'newsletter';

/** A document of a case; with `#2` the second of its kind. */
export type DocumentReference = DocumentKind | `${DocumentKind}#${number}`;

export type LetterTemplate =
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
  /** To the coordinator: the case officer has questions, which are attached. */
  | 'completionRequested'
  | 'completionReminder'
  | 'completionOverdue'
  /** To the coordinator: the answers have arrived; the application as it is now is attached. */
  | 'completionReceived'
  /** To the case officer: the organisation has not answered, what should happen? */
  | 'lapseDrafted'
  | 'lapseReminder'
  /** To the coordinator: the case is closed without accession; the letter that says why is attached. */
  | 'caseClosed'
  /** To whoever sent it: the decision, which is attached. For a process that ends with it. */
  | 'decided'
  /** To the case officer: is the application complete, so that the group can give its opinion? */
  | 'checkRequested'
  | 'checkReminder'
  | 'checkOverdue'
  /** To a member of the group: what do you say about the application? */
  | 'consultRequested'
  | 'consultReminder'
  | 'consultOverdue'
  /** To whoever signs for the municipality; the agreement is attached. */
  | 'countersignRequested'
  | 'countersignReminder'
  | 'countersignOverdue'
  /** To the case officer: whoever was to sign for the municipality has declined, what should happen? */
  | 'settleRequested'
  | 'settleReminder'
  /** To those who sign for a party: is what was reported about it right? */
  | 'confirmationRequested'
  | 'confirmationReminder'
  | 'confirmationOverdue'
  /** To everybody whom a change of a party concerns: it is made; the letter that says so is attached. */
  | 'partyChanged'
  /** To a party's coordinator: answer before the municipality decides on an exclusion. */
  | 'hearingRequested'
  | 'hearingReminder'
  /** To a body's secretary: a matter for its next meeting; what was decided is to be recorded. */
  | 'matterSent'
  | 'matterReminder'
  | 'matterOverdue'
  /** To a body's secretary: when were the minutes adjusted and announced? */
  | 'minutesRequested'
  | 'minutesReminder'
  | 'minutesOverdue'
  /** To the official who sent a matter out: a body has decided; the certified extract is attached. */
  | 'committeeDecided'
  | 'committeeCorrected'
  /** To whoever has the certified extract: a day in it was wrong; the right one is attached. */
  | 'extractRedated'
  | 'reportRenewed'
  /** To the same: all have dealt with it. */
  | 'circulationEnded'
  /** To the same: which body has referred it back, and why. */
  | 'circulationReferredBack'
  /** To an office: a committee has given it a task; the committee's words are attached. */
  | 'commissionGiven'
  | 'commissionReminder'
  | 'commissionOverdue'
  /** To the committee's secretary: an office has not answered although reminded. */
  | 'commissionEscalated'
  /** To the same: an office has answered; at which meeting is that reported? */
  | 'commissionAnswered'
  | 'reportReminder'
  | 'reportOverdue'
  /** To the office: nobody waits for its answer any more. */
  | 'commissionEnded'
  /** To whoever asked for a transfer: a committee wants it changed, or has referred it back. */
  | 'adjustRequested'
  | 'adjustReminder'
  | 'adjustOverdue'
  /** To the controller: are the sums of a transfer right, and is the money there? */
  | 'verifyRequested'
  | 'verifyReminder'
  | 'verifyOverdue'
  /** To those who give, receive and asked: money has been moved; the order is attached. */
  | 'transferPosted'
  | 'transferPostedLast'
  /** To whoever asked: how the request for a transfer ended. */
  | 'transferEnded'
  /** To those whom a transfer concerns: it was ended, and years that were only planned are dropped. */
  | 'yearsDropped'
  | 'yearReversed'
  | 'transferSettledAnew'
  /** To the same and the controller: a year's budget does not reach; what is to be done? */
  | 'yearShort'
  /** To a body's secretary: whoever sent the matter has ended it before the body dealt with it. */
  | 'matterEnded'
  | 'questionMoved'
  /** To those whom a transfer concerns: all years are settled; the closing statement is attached. */
  | 'transferSettled'
  /** To the accountant of whoever received money: what was used of it in the year? */
  | 'accountRequested'
  | 'accountReminder'
  | 'accountOverdue'
  /** To the controller: how much of the rest is taken along to the next year? */
  | 'restRequested'
  | 'restRequestedAnew'
  | 'restReminder'
  | 'restOverdue'
  /** To those who gave, received and asked: a year is settled. */
  | 'yearSettled'
  /** To the same and the controller: money that was taken along to another year has gone back. */
  | 'carryOverUndone'
  /** To the same: it has been taken along again. */
  | 'carryOverRestored'
  | 'accountCorrected'
  | 'restCorrected'
  /** To the controller: what does the budget process say to a request for more? */
  | 'appraiseRequested'
  | 'appraiseReminder'
  | 'appraiseOverdue'
  /** To whoever asked for more: the answer, which is attached. */
  | 'appropriationAnswered'
  /** To the same: something in the answer was wrong; the corrected one is attached. */
  | 'appropriationCorrected'
  /** To each of the many who are asked how the agreement is kept. */
  | 'followUpAsked'
  | 'followUpReminder'
  /** To the same: the report is there to read. */
  | 'followUpPublished'
  /** To the contact point: what do the answers show? The report is attached. */
  | 'commentRequested'
  | 'commentReminder'
  | 'commentOverdue'
  /** To the members of the partnership group: can the report go on? It is attached. */
  | 'reviewReportRequested'
  | 'reviewReportReminder'
  | 'reviewReportOverdue'
  /** To the contact point: what does the municipality answer to a complaint or to what is unclear? */
  | 'replyRequested'
  /** To the same: whoever asked asks on. */
  | 'replyAgain'
  | 'replyReminder'
  | 'replyOverdue'
  /** To whoever asked: there is an answer, which is attached; close the case or ask on. */
  | 'replied'
  | 'reactReminder'
  /** To the same: the case has ended as they wanted, or as they said nothing more. */
  | 'dialogueSettled'
  | 'dialogueLapsed'
  | 'forumInvitation'
  | 'forumChanged'
  | 'forumReminder'
  | 'forumCancelled'
  | 'forumRegistered'
  | 'forumNotes'
  /** To whoever arranged a dialogue forum: what was said and decided there? */
  | 'notesRequested'
  | 'notesReminder'
  | 'notesOverdue'
  /** To the contact point: how far has the development plan come, and how is it to go on? */
  | 'planRequested'
  | 'planReminder'
  | 'planOverdue'
  /** To those who decide: is the plan to hold? It is attached. */
  | 'decidePlanRequested'
  | 'decidePlanReminder'
  | 'decidePlanOverdue'
  /** To the contact point: the plan holds; it is attached. */
  | 'planAdopted'
  /** To every party, office and company: what is to be done is another now. */
  | 'planHolds'
  /** To the contact point: the committee has said no to the plan. */
  | 'planRefused'
  /** To the contact point: which of the proposed focus areas are there to choose between? */
  | 'shortlistRequested'
  | 'shortlistReminder'
  | 'shortlistOverdue'
  /** To each party: its vote on focus areas. */
  | 'voteFocusAsked'
  | 'voteFocusReminder'
  /** To the members of the group that decides on focus areas. */
  | 'decideFocusRequested'
  | 'decideFocusReminder'
  | 'decideFocusOverdue'
  /** To the contact point: which of the areas that the votes have not told apart? */
  | 'breakTieRequested'
  | 'breakTieReminder'
  | 'breakTieOverdue'
  | 'focusAreasChosen'
  /** To an organisation that is invited to the way to a first agreement: the work begins. */
  | 'firstInvited'
  /** To its contact person: are the meetings done, and until when is the survey open? */
  | 'openSurveyRequested'
  | 'openSurveyReminder'
  | 'openSurveyOverdue'
  /** To an organisation that is invited: the three questions. */
  | 'surveyAsked'
  | 'surveyReminder'
  /** To the contact person: are the workshops done? The compiled answers are attached. */
  | 'closeWorkshopsRequested'
  | 'closeWorkshopsReminder'
  | 'closeWorkshopsOverdue'
  /** To the contact person: the draft is to be handed over. */
  | 'handOverRequested'
  | 'handOverReminder'
  | 'handOverOverdue'
  /** To everybody who is invited: the draft, with what was answered, and thanks. */
  | 'draftHandedOver'
  /** To everybody who is invited: the work was ended early. */
  | 'firstEnded'
  /** To the contact point: a newsletter to go through and send. */
  | 'newsletterRequested'
  | 'newsletterReminder'
  | 'newsletterOverdue'
  | 'newsletterLapsed'
  /** To the same: it has gone to those who subscribe; it is attached. */
  | 'newsletterSent'
  | 'newsletter'
  | 'oneTimeCode'
  /** To the contact point: somebody has not answered although reminded. */
  | 'escalated'
  | 'letterRefused'
  /** To the case officer: the organisation has added records at its status page. */
  | 'recordsAdded'
  | 'personAsked'
  | 'newLink';

/**
 * How it is known who answered: they had the link that was mailed, and a code as well; an official saw
 * them sign, on paper or at a forum; or they had signed in.
 */
export const identifications = ['mailbox', 'mailboxAndCode', 'paper', 'forum', 'signIn'] as const;
export type Identification = (typeof identifications)[number];

/** A letter to be sent; planned once per case and key. */
export interface LetterPlan {
  key: string;
  template: LetterTemplate;
  /** With `assignee`, whoever has the task `taskId`. */
  to: Role | 'assignee';
  /** What the link in it opens: the status page, the task `taskId`, or the case at the desk. */
  link?: 'task' | 'case' | 'desk';
  taskId?: string;
  attach?: readonly DocumentReference[];
  /** Which reminder it is, from 1. */
  ordinal?: number;
}

/** What those who have a role are to be asked. */
export interface TaskPlan {
  kind: TaskKind;
  assignee: Role;
  /** The letter with the link, to each of them when it is their turn. */
  ask?: { key: string; template: LetterTemplate; attach?: readonly DocumentReference[] };
  /** Hash of the filed document the assignee is shown and answers about. */
  document?: DocumentKind;
  /**
   * When their days begin, if not now: with the committee's next meeting, which the matter is put on, or
   * which comes next, or with the next year; minutes have until the last day of their notice, a commission
   * until the day that the committee has set, and a draft until the day that was said when the workshops
   * were closed.
   */
  from?: 'meeting' | 'nextMeeting' | 'nextYear' | 'minutes' | 'commission' | 'draftDay';
}

/** One recorded step of a process: a row of its own, and everything that changes with it. */
export interface StepRecord {
  /** Unique in the case: phase, step, generation. */
  key: string;
  state?: CaseState;
  events?: readonly { event: TimelineEvent; actor: Actor }[];
  letters?: readonly LetterPlan[];
  task?: TaskPlan;
  /** Enters the organisation in the register. */
  accede?: true;
  /** Changes the party that the case is about: as its organisation reported, or it is excluded. */
  party?: 'asReported' | 'excluded';
  /** Sets out to ask many at once. */
  collect?: CollectedKind;
  /** Nobody can answer any more what many were asked. */
  endCollections?: true;
  /** Keeps who is invited to the way to a first agreement. */
  invite?: true;
  /** Keeps the draft of a first agreement that was handed over. */
  agreementDraft?: true;
  /** What was compiled of the answers becomes final, or stands on the page for everybody. */
  report?: 'freeze' | 'publish';
  /** What was written of the development plan is its next version. */
  adoptPlan?: true;
  /**
   * Takes the focus areas a step further: keeps what the parties vote on, counts their votes, or keeps what
   * was chosen.
   */
  focus?: FocusStep;
  /** The newsletter as it was written stands on its page for everybody. */
  publishNewsletter?: true;
  /** Whoever was asked about a newsletter, and the contact point, hear that nobody sent it. */
  tellNewsletterLapsed?: true;
  /** Sends the matter to committees: those whose turn it is get a case of their own. */
  circulate?: true;
  /** Keeps what a decided transfer is to move in each year. */
  planTransfer?: true;
  /** Posts what becomes of the rest of a year, and keeps that the year is settled. */
  settleYear?: RestWay;
  /** The process that has begun this one looks again. */
  tellTransfer?: true;
  /** Adds a granted raise to the budgets there are. */
  raiseBudgets?: true;
  /** What those who registered for a forum have said they need is nobody's business any more. */
  forgetNeeds?: true;
  /** Nobody can appeal any more what was decided. */
  final?: true;
  /** The case has ended. */
  close?: true;
  /** The process looks again when somebody has said something while the case was being closed. */
  hearsOn?: true;
  /** Recorded only when the process has looked at everything that was said; the result says otherwise. */
  unlessWord?: true;
  /** A transfer's parties hear what has become of its years, also when this is recorded once more. */
  tellYears?: true;
}

/** What is done about the focus areas of a year. */
export type FocusStep = 'list' | 'count' | 'tieBroken' | 'decided';

/** How they then stand: the parties vote, nothing has told some areas apart, or they are chosen. */
export type FocusStand = 'vote' | 'tied' | 'chosen';

/** Who does something in a case, by the answer somebody gives or by itself. */
export type Actor = 'applicant' | 'respondent' | 'system' | Role;

/** A task as the workflow knows it. Instants in milliseconds since 1970. */
export interface OpenedTask {
  id: string;
  /** Key of the step that opened its round. */
  round: string;
  deadlineAt: number;
  remindAt: readonly number[];
  /** When the term of whoever has it ends, where it is a group's: somebody else may have it then. */
  lookAt?: number;
}

/** When a collection closes, and when it reminds; instants in milliseconds since 1970. */
export interface CollectionTimes {
  deadlineAt: number;
  remindAt: readonly number[];
}

export interface StepResult {
  tasks?: readonly OpenedTask[];
  /** Of a collection that was opened. */
  collection?: CollectionTimes;
  /** What is to happen with the focus areas after that. */
  focus?: FocusStand;
  /** Nothing was recorded or opened: a person has ended the case. */
  ended?: Ending;
  /** The same, as long as the case is paused. */
  held?: true;
  /** The same, because somebody has said something that the process has not looked at. */
  unheard?: true;
}

/** Where a process stands: all it needs to go on, or to start again from the record. */
export interface ProcessState<Phase extends string = string> {
  municipalityId: string;
  caseId: string;
  phase: Phase;
  /** Raised by an operator's reset; part of every step's key. */
  generation: number;
  /** How many times the process has come back to its beginning, from 1; left out for 1. */
  lap?: number;
  /** What the municipality had chosen when the case began; left out for the simple shape. */
  options?: readonly OptionalStep[];
  /** How a person ended the case; the process then says so and closes it. */
  ending?: Ending;
}

export const taskOutcomes = [
  'approve',
  'refuse',
  'return',
  /** Complete: to those who are to give their opinion. */
  'forward',
  'support',
  'oppose',
  'decline',
  /** The form asks for nothing but the answer itself, like a signature. */
  'answered',
  /** Of a draft that a missed deadline caused: the case ends there, or goes on all the same. */
  'close',
  'proceed',
  /** Of a committee: in other words than was proposed, prepare it anew, next time, no more than noted. */
  'supportWithChange',
  'approveWithChange',
  'referBack',
  'referBackByThird',
  'table',
  'note',
] as const;
export type TaskOutcome = (typeof taskOutcomes)[number];

/** What a person can do to any case, whatever its process. */
export const interventionKinds = [
  'extend',
  'reassign',
  'delegate',
  'conflict',
  'pause',
  'resume',
  'cancel',
  'withdraw',
  'resend',
  'retry',
  /** Another last day for the many who are asked at once. */
  'moveClosing',
  /** One more organisation on the way to a first agreement. */
  'invite',
] as const;
export type InterventionKind = (typeof interventionKinds)[number];

/** The steps that follow an answer, by what it decided. */
export type StepsAfter = Partial<Record<TaskOutcome, readonly StepRecord[]>>;

/** What a process finds when it looks at what it asked: the rows decide. */
export type Found =
  /** With the tasks of those who are asked; `planned` when somebody new is among them. */
  | { state: 'open'; tasks: readonly OpenedTask[]; planned?: true }
  | { state: 'paused' }
  /** A person has ended the case. */
  | { state: 'ended'; how: Ending }
  /** The deadline passed without a decision. */
  | { state: 'closed' }
  /** With the round that decided, and the results of the steps that were recorded with it. */
  | { state: 'decided'; key: string; outcome: TaskOutcome; recorded: readonly StepResult[] };
