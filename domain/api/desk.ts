import { z } from 'zod';
import { recordedKinds } from '../answer-corrections';
import { memberSeats } from '../committees/member';
import { passedOnReasons } from '../asking/stand';
import { committeeChanges } from '../committees/changes';
import { committeeCorrections } from '../committees/correction-forms';
import { committeeKinds, committeeOutcomes, orders, parts } from '../committees/committee';
import { decisionEvents, recordedEvents } from '../committees/decision-events';
import { noticeFlaws } from '../committees/notice-flaws';
import { settledQuestions } from '../forms/definitions/settled-corrections';
import { languages } from '../language';
import { resettlingCauses } from '../ledger/resettling';
import { letterStates } from '../letters';
import { officialRoles } from '../officials';
import { partyEndings, partyEvents } from '../party';
import { capacities, signingRules } from '../signatories';
import { deskFirstAgreementView } from './first-agreement';
import { deskForumView } from './forum';
import { amountsAnswer, giverCover, plannedView } from './ledger';
import {
  applicationRequest,
  bodyDecision,
  caseStates,
  formView,
  opinionView,
  pageWording,
  summarySection,
} from './shapes';

/** What travels between the desk and the server; see `shapes.ts` for what holds of all of it. */

/** `returnTo` is the address on the desk, with its fragment, to come back to. */
export const signInRequest = z.object({ returnTo: z.string().max(1000) });
export const signInAddress = z.object({ address: z.string() });

/** Who is signed in. */
export const officialView = z.object({
  subject: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(z.enum(officialRoles)),
  /** What the municipality calls its groups that are asked together. */
  groups: z.array(z.string()),
});
export type OfficialView = z.infer<typeof officialView>;

const instant = z.iso.datetime();
const date = z.iso.date();
const contact = z.object({ name: z.string(), email: z.string() });

/** Which cases the list shows: what somebody has to look at, what goes on, or one state. */
export const listViews = ['attention', 'open', ...caseStates, 'all'] as const;
export type ListView = (typeof listViews)[number];

/** Searches travel in the body: what one searches for may be a person, and addresses end up in logs. */
export const caseListRequest = z.object({
  /** A number in any style, or a part of an organisation's name or number; empty for all. */
  search: z.string().max(200),
  view: z.enum(listViews),
  /** `next` of the page before; left out for the first page. */
  after: z.string().max(300).optional(),
});
export type CaseListRequest = z.infer<typeof caseListRequest>;

/** Whom a case waits for: a role, and who has it there. */
export const waitsForView = z.object({
  role: z.string(),
  name: z.string(),
  since: instant,
  deadline: date,
  overdue: z.boolean(),
});

export const caseListItem = z.object({
  id: z.uuid(),
  number: z.string(),
  /** Null where the case is marked as secret and the reader's role may not see it. */
  organisationName: z.string().nullable(),
  organisationNumber: z.string().nullable(),
  state: z.enum(caseStates),
  /** The state in the words of its process, in the reader's language. */
  standing: z.string(),
  /** Of a dialogue forum that is announced: its day. */
  takesPlaceOn: date.nullable(),
  receivedAt: instant,
  waitsFor: waitsForView.nullable(),
  /** Something no new attempt can cure stands in it. */
  needsAttention: z.boolean(),
  secret: z.boolean(),
});
export type CaseListItem = z.infer<typeof caseListItem>;

export const caseListAnswer = z.object({
  /** Overdue first, then what needs attention, by deadline; what has ended last, newest first. */
  cases: z.array(caseListItem),
  /** For the page after this one; null at the end. */
  next: z.string().nullable(),
  /** How many cases each view has for this search; with the first page only. */
  counts: z.record(z.enum(listViews), z.number().int()).nullable(),
});
export type CaseListAnswer = z.infer<typeof caseListAnswer>;

/** One question to one person. */
export const deskTask = z.object({
  id: z.uuid(),
  kind: z.string(),
  state: z.string(),
  role: z.string(),
  name: z.string(),
  /** Of one of many who were asked at once: the party, office or company; null for every other question. */
  respondent: z.string().nullable(),
  email: z.string(),
  byPost: z.boolean(),
  openedAt: instant,
  deadline: date,
  overdue: z.boolean(),
  answeredAt: instant.nullable(),
  /** It was answered after its last day. */
  late: z.boolean(),
  /** It came when what the answers are compiled in had been put forward, or the question was closed. */
  afterwards: z.boolean(),
  /** The answer was written by hand, and entered by an official. */
  onPaper: z.boolean(),
  /** Why somebody else was asked instead; null where nobody was. */
  passedOn: z.enum(passedOnReasons).nullable(),
});
export type DeskTask = z.infer<typeof deskTask>;

/** A letter of the case, on its way, sent or refused; `failureCode` says by what. */
export const deskLetter = z.object({
  id: z.uuid(),
  template: z.string(),
  recipientName: z.string(),
  recipientEmail: z.string(),
  /** A newsletter, for somebody of whom the case knows nothing; then neither name nor address is there. */
  toSubscriber: z.boolean(),
  /** For a letter on paper: where to. */
  recipientPostal: z.string().nullable(),
  state: z.enum(letterStates),
  failureCode: z.string().nullable(),
  /** The beginning of what came about it, where only a person can tell whether it arrived. */
  bounceText: z.string().nullable(),
  createdAt: instant,
  sentAt: instant.nullable(),
  postedAt: instant.nullable(),
  /** Of the printed letter; null for a mail, and for a reader who may not see it. */
  documentId: z.uuid().nullable(),
});
export type DeskLetter = z.infer<typeof deskLetter>;

/** An entry of the audit chain. `by` is the official's name, where it was one. */
export const deskEvent = z.object({
  sequence: z.number().int(),
  at: instant,
  actor: z.string(),
  event: z.string(),
  by: z.string().nullable(),
  /** Why, in the words of whoever did it. */
  reason: z.string().nullable(),
  /** Why, as a code, where it is the system that knows. */
  cause: z.string().nullable(),
});
export type DeskEvent = z.infer<typeof deskEvent>;

/** A record of the case: a document of ours, or a file that came in. */
export const deskRecord = z.object({
  /** Within the case, from 1. */
  record: z.number().int(),
  /** As it is written: `KFN 18/58-3`. */
  number: z.string(),
  /** Null where it is secret and the reader's role may not see it. */
  title: z.string().nullable(),
  filedAt: instant,
  /** What the applicant who added it wrote about it. */
  note: z.string().nullable(),
  bytes: z.number().int(),
  /** The provision it is secret by; null when it is not. */
  provision: z.string().nullable(),
  /** How to open it; null for a reader who may not. */
  open: z.object({ kind: z.enum(['documents', 'files']), id: z.uuid() }).nullable(),
});
export type DeskRecord = z.infer<typeof deskRecord>;

const reason = z.string().trim().min(1).max(2000);

/** The committee's diary number for a case, in any style. */
export const numberRequest = z.object({ number: z.string().max(60), reason });
export type NumberRequest = z.infer<typeof numberRequest>;

/** Of the whole case where `record` is null; `provision` null lifts the mark. */
export const secrecyRequest = z.object({
  record: z.number().int().nullable(),
  provision: z.string().trim().min(1).max(200).nullable(),
  reason,
});
export type SecrecyRequest = z.infer<typeof secrecyRequest>;

/** One body's part in a circulation. */
/** How a decision stands in law; what only prepares one is `preparing` once its notice is up. */
const decisionStands = [
  ...['awaitingNotice', 'appealable', 'preparing', 'appealed', 'annulled', 'final'],
] as const;

export const placeView = z.object({
  committee: z.string(),
  name: z.string(),
  part: z.enum(parts),
  proposal: z.string(),
  /** Its own case; null until its turn has come. */
  matter: z.object({ caseId: z.uuid(), number: z.string() }).nullable(),
  /** The meeting that it comes up at, or did. */
  meetingOn: date.nullable(),
  /** It has the matter and is to deal with it, for the first time or again. */
  awaited: z.boolean(),
  /** Its last day to record what it decided has passed. */
  overdue: z.boolean(),
  decision: z
    .object({
      outcome: z.enum(committeeOutcomes),
      paragraph: z.string(),
      meetingOn: date,
      wording: z.string(),
      /** Why the matter is to be prepared anew; null where it was not referred back. */
      referralReasons: z.string().nullable(),
      /** It was taken on an older version of the report. */
      onOlderReport: z.boolean(),
      /** It was taken before the controller's check of the money was put right. */
      onOlderCheck: z.boolean(),
      adjusted: z.boolean(),
      state: z.enum(decisionStands),
    })
    .nullable(),
});
export type PlaceView = z.infer<typeof placeView>;

/** A year of a transfer as it is settled, in öre; amounts are null until it is. */
export const settlementView = z.object({
  year: z.number().int(),
  caseId: z.uuid(),
  number: z.string(),
  moved: z.number().int(),
  settled: z
    .object({
      used: z.number().int(),
      returned: z.number().int(),
      carriedOver: z.number().int(),
    })
    .nullable(),
  /** Why it was changed after it had been settled. */
  changed: z.array(z.enum(resettlingCauses)),
});
export type SettlementView = z.infer<typeof settlementView>;

/** A matter that is with committees: who has decided what, who is awaited. */
export const circulationView = z.object({
  /** Whether its report can be given a new version now. */
  renewable: z.boolean(),
  order: z.enum(orders),
  /** `ended` says that it ended, and that what was recorded of it was corrected to something else since. */
  state: z.enum(['open', 'referredBack', 'changed', 'decided', 'ended']),
  done: z.number().int(),
  places: z.array(placeView),
});
export type CirculationView = z.infer<typeof circulationView>;

/** What a body decided, as the case page shows it, with what can be recorded now. */
export const committeeDecisionView = z.object({
  id: z.uuid(),
  outcome: z.enum(committeeOutcomes),
  paragraph: z.string(),
  meetingOn: date,
  /** Its stand in law; `finalOn` while it can be appealed. */
  state: z.enum(decisionStands),
  stayed: z.boolean(),
  lastDayOfAppeal: date.nullable(),
  finalOn: date.nullable(),
  onOlderReport: z.boolean(),
  flaws: z.array(z.enum(noticeFlaws)),
  /** Its meeting was before the body had the matter here. */
  metBefore: z.boolean(),
  corrected: z.boolean(),
  events: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(decisionEvents),
      day: date,
      note: z.string().nullable(),
      by: z.string().nullable(),
      /** Why a later record is right instead; empty where the record finds it out by itself. */
      wrong: z.string().nullable(),
      /** Whether it can be said to be wrong now. */
      correctable: z.boolean(),
    }),
  ),
  possible: z.array(z.enum(decisionEvents)),
  /** Lines of its recipients that no letter goes to. */
  unreached: z.array(z.string()),
});
export type CommitteeDecisionView = z.infer<typeof committeeDecisionView>;

/** A task that a committee has given to an office, and what the office has answered. */
export const commissionView = z.object({
  caseId: z.uuid(),
  number: z.string(),
  office: z.string(),
  task: z.string(),
  /** The last day to answer; null before the office has been asked. */
  deadline: date.nullable(),
  overdue: z.boolean(),
  answer: z
    .object({ at: instant, text: z.string(), by: z.string(), files: z.array(z.string()) })
    .nullable(),
  /** The meeting at which the committee got the answer. */
  reportedOn: date.nullable(),
  ended: z.boolean(),
});
export type CommissionView = z.infer<typeof commissionView>;

/** Somebody of the organisation who has been written to, and how letters reach them now. */
export const deskReader = z.object({
  /** One of their letters, by which they are named. */
  letterId: z.uuid(),
  name: z.string(),
  /** Empty where they have none. */
  email: z.string(),
  /** Where letters go by post; null where they go by mail. */
  postal: z.string().nullable(),
});
export type DeskReader = z.infer<typeof deskReader>;

/** What an official has answered, as it stands and as it was before it was corrected. */
export const recordedAnswerView = z.object({
  taskId: z.uuid(),
  kind: z.enum(recordedKinds),
  /** The last one holds. */
  versions: z.array(
    z.object({
      at: instant,
      by: z.string().nullable(),
      sections: z.array(summarySection),
      /** Why the one before it was wrong; null of the first. */
      reason: z.string().nullable(),
    }),
  ),
  /** Whether it can be corrected now. */
  correctable: z.boolean(),
});
export type RecordedAnswerView = z.infer<typeof recordedAnswerView>;

/** Everything the municipality has of a case. */
export const deskCaseView = z.object({
  id: z.uuid(),
  wording: pageWording.nullable(),
  /** Whether whoever sent it can take it back; nobody withdraws what the municipality has begun. */
  withdrawable: z.boolean(),
  number: z.string(),
  /** Numbers it had before, oldest first. */
  earlierNumbers: z.array(z.string()),
  /** The provision the whole case is secret by; null when it is not. */
  provision: z.string().nullable(),
  state: z.enum(caseStates),
  organisationName: z.string(),
  organisationNumber: z.string().nullable(),
  receivedAt: instant,
  closedAt: instant.nullable(),
  /** Somebody has ended it, or what it was begun for has ended, before it came to its own end. */
  endedEarly: z.boolean(),
  /** Nobody is reminded, and answers wait. */
  paused: z.boolean(),
  waitsFor: waitsForView.nullable(),
  /** What a person has to look at; empty when all is well. */
  attentions: z.array(z.object({ code: z.string(), raisedAt: instant })),
  /** Until when letters that did not arrive are to be seen to; null when there are none. */
  mendBy: date.nullable(),
  /** Who would be asked but for a conflict of interest, and which kinds of task they would have. */
  conflicts: z.array(z.object({ name: z.string(), kinds: z.array(z.string()) })),
  application: z.array(summarySection),
  opinions: z.array(opinionView),
  tasks: z.array(deskTask),
  letters: z.array(deskLetter),
  readers: z.array(deskReader),
  records: z.array(deskRecord),
  /** A matter that was sent to committees; empty for every other case. */
  circulations: z.array(circulationView),
  /** What a decided transfer moves in each year; empty for every other case. */
  planned: z.array(plannedView),
  /** How the years of a transfer are settled, and the transfer that a settlement is of. */
  settlements: z.array(settlementView),
  settles: z
    .object({
      caseId: z.uuid(),
      number: z.string(),
      /** What can be corrected of a year that is settled. */
      correctable: z.array(z.enum(settledQuestions)),
    })
    .nullable(),
  /** Of a dialogue forum; null for every other case. */
  forum: deskForumView.nullable(),
  /** Null but for the way to a first agreement. */
  firstAgreement: deskFirstAgreementView.nullable(),
  /** It is in a committee's diary. */
  isOfCommittee: z.boolean(),
  /** What the committee decided whose diary the case is in. */
  decisions: z.array(committeeDecisionView),
  /** What the committee has given to offices; of an office's own case that one. */
  commissions: z.array(commissionView),
  recordedAnswers: z.array(recordedAnswerView),
  /** In the order of the chain. */
  events: z.array(deskEvent),
  /** The first entry of the audit chain that was changed afterwards; null while the chain is whole. */
  brokenAt: z.number().int().nullable(),
});
export type DeskCaseView = z.infer<typeof deskCaseView>;

/** A signature that was made by hand, as the answers of `accession-paper-signature`. */
export const paperSignatureRequest = z.object({ answers: z.record(z.string(), z.unknown()) });
export type PaperSignatureRequest = z.infer<typeof paperSignatureRequest>;

/** An application as an official enters it; `arrivedOn` is the day it came. */
export const paperApplicationRequest = applicationRequest.extend({ arrivedOn: date });
export type PaperApplicationRequest = z.infer<typeof paperApplicationRequest>;
export const paperReceipt = z.object({ caseId: z.uuid(), number: z.string() });
export type PaperReceipt = z.infer<typeof paperReceipt>;
/** `planned` are the years of a transfer that wait for their budget. */
export const beginReceipt = paperReceipt.extend({ planned: z.array(z.number().int()) });
export type BeginReceipt = z.infer<typeof beginReceipt>;

/** A letter on paper, printed and waiting to be posted, or posted. */
export const paperLetter = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  number: z.string(),
  organisationName: z.string(),
  template: z.string(),
  recipientName: z.string(),
  recipientPostal: z.string(),
  createdAt: instant,
  documentId: z.uuid(),
  /** What lies in the envelope beside the letter. */
  enclosures: z.array(z.object({ id: z.uuid(), title: z.string() })),
  posted: z.object({ at: instant, by: z.string().nullable() }).nullable(),
});
export type PaperLetter = z.infer<typeof paperLetter>;

/** `toPost` oldest first; `posted` those of the last 30 days, newest first. */
export const paperLettersAnswer = z.object({
  toPost: z.array(paperLetter),
  posted: z.array(paperLetter),
});
export type PaperLettersAnswer = z.infer<typeof paperLettersAnswer>;
export const undoPostingRequest = z.object({ reason });
export type UndoPostingRequest = z.infer<typeof undoPostingRequest>;

/** A question whose answer came on paper: the form to enter it in, and what is in it now. */
export const paperTaskView = z.object({
  id: z.uuid(),
  number: z.string(),
  organisationName: z.string(),
  /** Whether it is asked of many at once; `organisationName` is then whose answer it is. */
  collected: z.boolean(),
  /** The question is closed: the answer is kept and changes nothing of a report that is final. */
  afterwards: z.boolean(),
  form: formView,
  answers: z.record(z.string(), z.unknown()),
});
export type PaperTaskView = z.infer<typeof paperTaskView>;
/** What somebody who has signed in is asked about a case; `answers` is what is known already. */
export const signedInTaskView = z.object({
  id: z.uuid(),
  kind: z.string(),
  state: z.string(),
  number: z.string(),
  title: z.string(),
  deadline: date,
  form: formView,
  answers: z.record(z.string(), z.unknown()),
  /** Who sits in the body that decides, and when; empty for anything else. */
  members: z.array(
    z.object({
      name: z.string(),
      party: z.string().nullable(),
      seat: z.enum(memberSeats),
      from: date,
      to: date.nullable(),
    }),
  ),
  /** What a transfer that is checked moves, and what its giver has; null for anything else. */
  money: z.object({ amounts: amountsAnswer, cover: giverCover }).nullable(),
  /** What is asked about, with its sums; empty where the papers are the committee's own. */
  application: z.array(summarySection),
  /** What committees decided that it was changed by. */
  decisions: z.array(bodyDecision),
});
export type SignedInTaskView = z.infer<typeof signedInTaskView>;
export const signedInAnswerRequest = z.object({ answers: z.record(z.string(), z.unknown()) });
export type SignedInAnswerRequest = z.infer<typeof signedInAnswerRequest>;

/** A record of a decision that is to be corrected, with what stands in it. */
export const correctionView = signedInTaskView.pick({
  number: true,
  title: true,
  form: true,
  answers: true,
});
export type CorrectionView = z.infer<typeof correctionView>;

/** The report on a matter that is with committees, in the last of so many versions. */
export const matterReportView = correctionView.extend({ version: z.number().int() });
export type MatterReportView = z.infer<typeof matterReportView>;

/** Another version of it, after the one that the sender has read. */
export const matterReportRequest = signedInAnswerRequest.extend({ after: z.number().int() });
export type MatterReportRequest = z.infer<typeof matterReportRequest>;

/** An answer that is to be corrected; `corrects` is the record that stands, which the correction points at. */
export const answerCorrectionView = correctionView.extend({
  kind: z.enum(recordedKinds),
  corrects: z.uuid(),
});
export type AnswerCorrectionView = z.infer<typeof answerCorrectionView>;

export const answerCorrectionRequest = z.object({
  corrects: z.uuid(),
  answers: z.record(z.string(), z.unknown()),
});
export type AnswerCorrectionRequest = z.infer<typeof answerCorrectionRequest>;
/** What a settled year rests on, to be corrected; `corrects` is the answer that stands. */
export const settledCorrectionView = correctionView.extend({ corrects: z.uuid() });
export type SettledCorrectionView = z.infer<typeof settledCorrectionView>;

/** A form to begin a case with at the desk, with what its fields choose from. */
export const deskFormView = z.object({ form: formView });
export type FormView = z.infer<typeof formView>;

/** A case that an official begins; the same submission key again gives the same case. */
export const beginRequest = z.object({
  submissionKey: z.uuid(),
  answers: z.record(z.string(), z.unknown()),
});
export type BeginRequest = z.infer<typeof beginRequest>;

/** A body as the list shows it. */
export const committeeItem = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(committeeKinds),
  endedOn: date.nullable(),
  nextMeeting: date.nullable(),
});
export type CommitteeItem = z.infer<typeof committeeItem>;
export const committeesAnswer = z.object({ committees: z.array(committeeItem) });

/** What a body was called or who sat in it, as it was recorded; of members nothing but what is right. */
const recorded = z.object({ name: z.string(), day: date });
export const committeeCorrectionView = z.object({
  id: z.uuid(),
  what: z.enum([
    ...(['name', 'nameStruck', 'member', 'memberMoved', 'memberStruck'] as const),
    ...(['end', 'endTo', 'endStruck'] as const),
  ]),
  before: recorded.nullable(),
  after: recorded.nullable(),
  on: date.nullable(),
  by: z.string().nullable(),
  reason: z.string(),
  /** What had gone to another body: where each matter is since, because it moved or because it was decided there. */
  matters: z.array(
    z.object({ caseId: z.uuid(), number: z.string(), moved: z.boolean(), committee: z.string() }),
  ),
});
export type CommitteeCorrectionView = z.infer<typeof committeeCorrectionView>;

/** A body with its calendar and its members; names oldest first, meetings by day. */
export const committeeView = committeeItem.extend({
  secretary: contact,
  /** What the body is called that took over what it had. */
  successor: z.string().nullable(),
  /** What is said of its end, where it is no more. */
  ending: z.object({ id: z.uuid(), day: date, successor: z.string().nullable() }).nullable(),
  names: z.array(
    z.object({
      id: z.uuid(),
      /** Null for what it has been called from the beginning. */
      from: date.nullable(),
      name: z.string(),
      words: z.object({ sv: z.string(), en: z.string() }),
    }),
  ),
  meetings: z.array(
    z.object({ id: z.uuid(), day: date, held: z.boolean(), matters: z.number().int() }),
  ),
  members: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      party: z.string(),
      seat: z.enum(memberSeats),
      from: date,
      to: date.nullable(),
    }),
  ),
  /** Bodies that can take over. */
  others: z.array(z.object({ id: z.string(), name: z.string() })),
  /** What was wrong and has been put right, latest first. */
  corrections: z.array(committeeCorrectionView),
});
export type CommitteeView = z.infer<typeof committeeView>;

/** What changes a body or its calendar; `answers` are those of the form of that kind. */
export const committeeChangeRequest = z.object({
  kind: z.enum([...committeeChanges, ...committeeCorrections]),
  /** The record that a correction is right instead of. */
  corrects: z.uuid().optional(),
  answers: z.record(z.string(), z.unknown()),
});
export type CommitteeChangeRequest = z.infer<typeof committeeChangeRequest>;

/** Something that happened to a decision, on its day. */
export const decisionEventRequest = z.object({
  kind: z.enum(recordedEvents),
  day: date,
  note: z.string().trim().max(2000),
});
export type DecisionEventRequest = z.infer<typeof decisionEventRequest>;

/** Something that was recorded of a decision was on another day; without a day it never happened. */
export const eventCorrectionRequest = z.object({
  event: z.uuid(),
  day: date.nullable(),
  reason,
});
export type EventCorrectionRequest = z.infer<typeof eventCorrectionRequest>;

export const paperAnswerRequest = z.object({
  answers: z.record(z.string(), z.unknown()),
  arrivedOn: date,
});
export type PaperAnswerRequest = z.infer<typeof paperAnswerRequest>;

/** What to do with a letter that could not be delivered. */
export const refusedLetterRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sendAgain'), reason }),
  z.object({ kind: z.literal('correctAddress'), email: z.email().max(254), reason }),
  z.object({ kind: z.literal('post'), postal: z.string().trim().min(1).max(300), reason }),
  /** Only of one that was sent before it came back. */
  z.object({ kind: z.literal('arrived'), reason }),
]);
export type RefusedLetterRequest = z.infer<typeof refusedLetterRequest>;
/** How whoever a letter was to is reached from now on in the case. */
export const readerRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('allByPost'), postal: z.string().trim().min(1).max(300), reason }),
  z.object({ kind: z.literal('addEmail'), email: z.email().max(254), reason }),
  z.object({ kind: z.literal('mailAgain'), reason }),
  /** The letter itself has come back: it is seen to like one that was never taken. */
  z.object({ kind: z.literal('cameBack'), reason }),
]);
export type ReaderRequest = z.infer<typeof readerRequest>;
export const partySearch = z.object({ search: z.string().max(200) });

/** A party of now or before, as the list shows it. */
export const deskPartyItem = z.object({
  id: z.uuid(),
  organisationName: z.string(),
  organisationNumber: z.string().nullable(),
  accededOn: date,
  /** How it left; null while it is in the register. */
  ended: z
    .object({ on: date, how: z.enum(partyEndings), mergedInto: z.string().nullable() })
    .nullable(),
});
export type DeskPartyItem = z.infer<typeof deskPartyItem>;
export const deskPartiesAnswer = z.object({ parties: z.array(deskPartyItem) });

/** A party with those who speak for it now and its history, oldest first. */
export const deskParty = deskPartyItem.extend({
  coordinator: contact,
  isContactPublished: z.boolean(),
  signatories: z.array(contact.extend({ capacity: z.enum(capacities) })),
  signingRule: z.enum(signingRules),
  /** The cases about it that have not ended, oldest first, each with what its process is called. */
  openCases: z.array(z.object({ id: z.uuid(), number: z.string(), title: z.string() })),
  /** Nobody considers excluding it yet. */
  mayBeExcluded: z.boolean(),
  events: z.array(
    z.object({ caseId: z.uuid(), number: z.string(), event: z.enum(partyEvents), at: instant }),
  ),
});
export type DeskParty = z.infer<typeof deskParty>;

/** The same submission key again gives the same case. */
export const exclusionRequest = z.object({
  submissionKey: z.uuid(),
  answers: z.record(z.string(), z.unknown()),
});
export type ExclusionRequest = z.infer<typeof exclusionRequest>;

/** `from` and `to` are days of decision, both included. */
export const delegatedQuery = z.object({
  from: date.optional(),
  to: date.optional(),
  view: z.enum(['unreported', 'reported']).optional(),
  language: z.enum(languages).optional(),
});
/** A decision in a committee's place, as the committee is told of it. */
export const delegatedDecision = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  committee: z.string(),
  decidedOn: date,
  number: z.string(),
  /** Null where the case is secret and the reader's role may not see it. */
  organisationName: z.string().nullable(),
  /** In words: what was asked for, and what was decided. */
  decision: z.string(),
  delegate: z.string(),
  delegation: z.string(),
  reported: z.object({ on: date, by: z.string().nullable() }).nullable(),
});
export type DelegatedDecisionView = z.infer<typeof delegatedDecision>;
export const delegatedAnswer = z.object({ decisions: z.array(delegatedDecision) });
export const reportRequest = z.object({ ids: z.array(z.uuid()).min(1).max(2000), meetingOn: date });
export type ReportRequest = z.infer<typeof reportRequest>;
