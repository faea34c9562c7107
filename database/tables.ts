import type { NewsletterContent } from '../domain/newsletter/newsletter';
import type { DepartureWay } from '../domain/newsletter/subscription';
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { AgreementText } from '../domain/agreement';
import type { Rule, TaskState } from '../domain/asking/rule';
import type { Ending, PassedOn, RoundStand } from '../domain/asking/stand';
import type { CaseState } from '../domain/api/shapes';
import type { CommitteeKind, CommitteeOutcome, Order, Part } from '../domain/committees/committee';
import type { DecisionEventKind } from '../domain/committees/decision-events';
import type { MemberSeat } from '../domain/committees/member';
import type { RespondentKind, Side } from '../domain/follow-up/respondent';
import type { TurnState, WheelActKind } from '../domain/follow-up/wheel';
import type { Answers, FileAnswer } from '../domain/forms/types';
import type { GroupChange, GroupRole, GroupSide } from '../domain/groups/member';
import type { DiaryKind } from '../domain/diary';
import type { Language, Localized } from '../domain/language';
import type { AccountCoding } from '../domain/ledger/coding';
import type { PlannedYear } from '../domain/ledger/plan';
import type { TransactionKind } from '../domain/ledger/posting';
import type { ResettlingCause } from '../domain/ledger/resettling';
import type { MovedLine, SettledLine } from '../domain/ledger/settlement';
import type { LetterActKind, LetterState } from '../domain/letters';
import type { OfficialRole } from '../domain/officials';
import type { NumberSeries } from '../domain/municipality';
import type { FocusListContent, FocusResult } from '../domain/focus/focus-areas';
import type { DevelopmentPlan, PlanDecider } from '../domain/plan/development-plan';
import type { PartyEnding, PartyEvent } from '../domain/party';
import type { Capacity, Signatory, SigningRule } from '../domain/signatories';
import type {
  CollectedKind,
  Identification,
  InterventionKind,
  ProcessState,
  Role,
  TaskOutcome,
} from '../domain/process';

/** JSON goes in as text and comes out parsed, the same on PostgreSQL and PGlite. */
type Json<T> = ColumnType<T, string, string>;
/** `YYYY-MM-DD`, never a Date: a day has no time zone. */
type Day = string;
/** `YYYY-MM-DD`, or `YYYY` where no more is known. Compares as text with either. */
type DayOrYear = string;

interface Owned {
  municipality_id: string;
}

export interface MunicipalityTable {
  id: string;
  name: string;
}

export interface AgreementVersionTable extends Owned {
  id: string;
  version: number;
  adopted_on: DayOrYear;
  effective_from: DayOrYear;
  texts: Json<Record<Language, AgreementText>>;
  /** SHA-256 of the Swedish text's canonical JSON. */
  fingerprint: string;
}

export interface NumberSeriesTable extends Owned {
  committee: string;
  year: number;
  last: number;
}

export interface CaseTable extends Owned {
  id: string;
  process: string;
  number: string;
  /** The number as searches compare it, whatever style it is written in. */
  number_key: string;
  state: CaseState;
  language: Language;
  organisation_name: string;
  organisation_number: string | null;
  agreement_version_id: string | null;
  /** The process's serialisable state at its current phase: enough to start it again. */
  phase: Json<Omit<ProcessState, 'municipalityId' | 'caseId'>>;
  opened_at: Date;
  closed_at: Date | null;
  /** While it is set, answers are kept and nothing else happens. */
  paused_at: Generated<Date | null>;
  /** Its organisation may have no other open one of its process. */
  once_by_organisation: Generated<boolean>;
  /** The party in the register that it is about. */
  party_id: Generated<string | null>;
  /** The case of the party itself whose link it was sent with; null where anybody sent it. */
  begun_from: Generated<string | null>;
  /** What the organisation has chosen since it applied; null while the application says it. */
  contact_published: Generated<boolean | null>;
  /** A person has ended it; the process says so to those it concerns, and closes it. */
  ending: Generated<Ending | null>;
}

export interface SubmissionTable extends Owned {
  id: string;
  case_id: string;
  task_id: string | null;
  form_reference: string;
  language: Language;
  answers: Json<Answers>;
  /** SHA-256 of form, answers, time and task: the fingerprint shown on receipts. */
  sha256: string;
  submission_key: string | null;
  submitted_at: Date;
}

/** The code that was mailed last to whoever has a task. */
export interface TaskCodeTable extends Owned {
  task_id: string;
  salt: string;
  /** Of the code with the salt, by scrypt. */
  code_hash: string;
  expires_at: Date;
  tries: number;
  used_at: Date | null;
}

/** What one person or several are asked at one step. */
export interface RoundTable extends Owned {
  case_id: string;
  step_key: string;
  rule: Json<Rule>;
  in_order: boolean;
  state: RoundStand['state'];
  outcome: TaskOutcome | null;
  opened_at: Date;
  ended_at: Date | null;
}

/** What one person is asked: a seat in a round. */
export interface TaskTable extends Owned {
  id: string;
  case_id: string;
  /** Of its round. */
  step_key: string;
  kind: string;
  form_reference: string;
  assignee_role: Role;
  assignee_name: string;
  /** Empty for whoever has none: they are written to by post. */
  assignee_email: string;
  /** Lines of the postal address of somebody without e-mail. */
  assignee_postal: Generated<string | null>;
  language: Language;
  /** SHA-256 of the document the assignee is shown, e.g. the agreement to sign. */
  document_sha256: string | null;
  state: TaskState;
  opened_at: Date;
  deadline: Day;
  link_generation: Generated<number>;
  submission_id: string | null;
  /** From 0: the order in the round. Whoever is asked instead of somebody has the same. */
  position: Generated<number>;
  capacity: Generated<Capacity | null>;
  /** Milliseconds since 1970, ascending. */
  remind_at: Json<number[]>;
  outcome: Generated<TaskOutcome | null>;
  /** How it is known who answered; null until somebody has, and of answers before codes were there. */
  identified_by: Generated<Identification | null>;
  passed_on: Generated<PassedOn | null>;
  answered_at: Date | null;
  consumed_at: Date | null;
  closed_at: Date | null;
}

export interface LinkTable extends Owned {
  id: string;
  case_id: string;
  /** Null for a link to the case's status page. */
  task_id: string | null;
  generation: number;
  recipient_email: string;
  document_sha256: string | null;
  token_sha256: string;
  issued_at: Date;
  expires_at: Date;
  /** Fills in the form of its task together with others, and opens nothing else. */
  part: Generated<boolean>;
}

/** What has been written in the form of an open task, by whoever has a link to it. */
export interface TaskDraftTable extends Owned {
  task_id: string;
  /** As typed, by field; a field with nothing in it is absent. */
  answers: Json<Record<string, unknown>>;
  /** Grows with every change. */
  revision: number;
  changed_at: Date;
}

export interface LinkSessionTable extends Owned {
  id: string;
  link_id: string;
  secret_sha256: string;
  expires_at: Date;
}

export interface LetterTable extends Owned {
  id: string;
  case_id: string;
  task_id: string | null;
  letter_key: string;
  template: string;
  recipient_name: string;
  recipient_email: string;
  /** Set for a letter that goes on paper: where to. */
  recipient_postal: Generated<string | null>;
  language: Language;
  ordinal: number;
  /** Kinds of documents to attach. */
  attachments: Json<string[]>;
  link: 'task' | 'case' | 'desk' | null;
  /** On paper it is printed, `toPost`, until an official has posted it. */
  state: Generated<LetterState>;
  failure_code: string | null;
  created_at: Date;
  sent_at: Date | null;
  /** Of the printed letter. */
  document_id: Generated<string | null>;
  posted_at: Generated<Date | null>;
  /** The subject of the official who said so. */
  posted_by: Generated<string | null>;
  /** Of a newsletter: whoever it is for, whose address stands nowhere else. */
  subscriber_id: Generated<string | null>;
  /** What came about it that only a person can read, until somebody has. */
  bounce_text: Generated<string | null>;
  position: GeneratedAlways<number>;
}

export interface DocumentTable extends Owned {
  id: string;
  /** Null for documents of the municipality, such as an agreement version. */
  case_id: string | null;
  document_key: string;
  kind: string;
  language: Language;
  title: string;
  bytes: Buffer;
  size: number;
  sha256: string;
  created_at: Date;
  position: GeneratedAlways<number>;
}

export interface StepTable extends Owned {
  case_id: string;
  step_key: string;
  /** What the step returned, so that recording it again answers the same. */
  result: Json<unknown>;
  recorded_at: Generated<Date>;
}

export interface AuditTable extends Owned {
  case_id: string;
  sequence: number;
  at: Date;
  actor: string;
  event: string;
  details: Json<Record<string, string | number>>;
  previous_sha256: string;
  sha256: string;
}

export interface OutboxTable extends Owned {
  id: GeneratedAlways<number>;
  /** What it is word of: a case, or a draft that is no case yet. */
  case_id: string | null;
  draft_id: string | null;
  /** Or a statement that somebody wants as a document. */
  statement_id: string | null;
  /** Or the year's wheel of the agreement. */
  wheel_id: string | null;
  /** Or letters of a case that did not arrive. */
  mending_id: string | null;
  /** Or a subscription to the newsletter. */
  subscriber_id: string | null;
  task_id: string | null;
  kind: 'start' | 'look' | 'deliver' | 'retry';
  created_at: Date;
  sent_at: Date | null;
  consumed_at: Date | null;
}

export interface PartyTable extends Owned {
  id: string;
  case_id: string;
  organisation_name: string;
  organisation_number: string | null;
  legal_form: string | null;
  coordinator_name: string;
  coordinator_email: string;
  /** Where letters go to one who has no e-mail. */
  coordinator_postal: Generated<string | null>;
  /** Whether the register shows the coordinator to everybody. */
  contact_published: boolean;
  agreement_version_id: string;
  acceded_on: Day;
  ended_on: Day | null;
  ended_how: Generated<PartyEnding | null>;
  /** The organisation that it has become a part of. */
  merged_into: Generated<string | null>;
  /** Who signs for it now; null for a party whose application says so. */
  signatories: ColumnType<readonly Signatory[] | null, string | null | undefined, string | null>;
  signing_rule: Generated<SigningRule | null>;
}

/** Something that happened to a party, by a case. */
export interface PartyEventTable extends Owned {
  id: string;
  party_id: string;
  case_id: string;
  event: PartyEvent;
  at: Date;
}

/** An application that has not been sent: what was typed, and for whom it is kept. */
export interface DraftTable extends Owned {
  id: string;
  form_reference: string;
  language: Language;
  /** As typed: nothing says that it is right. Empty once it has been sent. */
  answers: Json<Record<string, unknown>>;
  /** Grows with every change: whoever saves names the one they changed. */
  revision: number;
  /** Where its link goes; null until one was asked for, and once it has been sent. */
  email: string | null;
  /** How many links were asked for, and the last one of them that went or cannot go. */
  links_asked: number;
  links_sent: number;
  /** Why the last link could not go; null when it could. */
  link_failure: string | null;
  touched_at: Date;
  ended_at: Date | null;
}

/** What opens a draft: links that were mailed, and the sessions of browsers. */
export interface DraftKeyTable extends Owned {
  id: string;
  draft_id: string;
  kind: 'link' | 'session';
  secret_sha256: string;
  expires_at: Date;
}

export interface UploadTable extends Owned {
  id: string;
  /** Null once it is a record of a case. */
  draft_id: string | null;
  name: string;
  /** As its content shows; null until all of it has arrived, like the hash. */
  media_type: string | null;
  size: number;
  sha256: string | null;
  begun_at: Date;
}

export interface UploadChunkTable extends Owned {
  upload_id: string;
  position: number;
  bytes: Buffer;
}

/** A file that came with an application: a record of its case. */
export interface CaseFileTable extends Owned {
  id: string;
  case_id: string;
  upload_id: string;
  name: string;
  media_type: string;
  size: number;
  sha256: string;
  filed_at: Date;
  /** In the words of the applicant who added it afterwards. */
  note: Generated<string | null>;
}

export interface AttentionTable extends Owned {
  id: string;
  case_id: string;
  attention_key: string;
  code: string;
  raised_at: Date;
  resolved_at: Date | null;
}

/** Who has signed in at the desk; the audit chain names them by their subject. */
export interface OfficialTable extends Owned {
  subject: string;
  name: string;
  email: string;
  last_seen_at: Date;
}

export interface OfficialSessionTable extends Owned {
  id: string;
  subject: string;
  /** As the provider's claims said when the person signed in. */
  roles: Json<OfficialRole[]>;
  secret_sha256: string;
  opened_at: Date;
  expires_at: Date;
}

/** What a person did to a case beside answering, and why. The reason stays here: it may name people. */
export interface InterventionTable extends Owned {
  id: string;
  case_id: string;
  task_id: string | null;
  kind: InterventionKind | DiaryKind | LetterActKind | 'renewReport' | 'correctSettled';
  actor: string;
  /** The subject of whoever was signed in. */
  by: string | null;
  reason: string;
  at: Date;
}

/** A number that a case had before its registrar gave it another. */
export interface CaseNumberTable extends Owned {
  case_id: string;
  number: string;
  number_key: string;
  replaced_at: Date;
}

/** Numbers what is filed in a case: a document of ours or a file that came in. */
export interface RecordTable extends Owned {
  case_id: string;
  /** From 1, in the order things were filed. */
  number: number;
  document_id: string | null;
  case_file_id: string | null;
}

export interface SecrecyMarkTable extends Owned {
  id: string;
  case_id: string;
  /** Null for the whole case. */
  record_number: number | null;
  /** The provision it is secret by (OSL 5:5), such as `21 kap. 1 § OSL`. */
  provision: string;
  marked_at: Date;
  lifted_at: Date | null;
}

/** Where letters go instead of an address that an application has wrong. */
export interface CorrectedAddressTable extends Owned {
  id: string;
  case_id: string;
  wrong_email: string;
  email: string;
  corrected_at: Date;
  position: GeneratedAlways<number>;
}

/** How a person in a case is reached from now on; both null: as before. */
export interface ReachedOtherwiseTable extends Owned {
  id: string;
  case_id: string;
  name: string;
  email: string;
  new_email: string | null;
  postal: string | null;
  decided_at: Date;
  position: GeneratedAlways<number>;
}

/** What an applicant asks a person of the municipality. */
export interface CaseQuestionTable extends Owned {
  id: string;
  case_id: string;
  question: string;
  phone: string | null;
  asked_at: Date;
}

/** A decision that somebody took in a committee's place. */
export interface DelegatedDecisionTable extends Owned {
  id: string;
  case_id: string;
  task_id: string;
  committee: string;
  /** The point of the delegation order, as configuration named it when it was decided. */
  delegation: string;
  decision: TaskOutcome;
  decided_at: Date;
  /** The day of the meeting that was told. */
  reported_on: Day | null;
  /** The subject of the official who said so. */
  reported_by: string | null;
}

/** A body of the municipality, such as a committee. */
export interface CommitteeTable extends Owned {
  /** What stands in its diary numbers: `KFN`. */
  id: string;
  kind: CommitteeKind;
  number_style: Json<Pick<NumberSeries, 'separator' | 'digits'>>;
  secretary_name: string;
  secretary_email: string;
  /** Several people read that mailbox. */
  secretary_shared: boolean;
  /** The first day it is no more. */
  ended_on: Day | null;
  /** The body that takes over what it had. */
  successor: string | null;
}

/** What a body is called from a day on. */
export interface CommitteeNameTable extends Owned {
  id: string;
  committee: string;
  from_day: Day;
  name: Json<Localized>;
  /** The subject of the official who said so; null for configuration. */
  recorded_by: string | null;
  /** When it was said; null for configuration, and for what was recorded before it was kept. */
  at: Date | null;
  /** The name that this one is right instead of. */
  corrects: string | null;
  /** What it corrects never was its name. */
  struck: boolean;
  /** How what it corrects became wrong. */
  reason: string | null;
}

/** Somebody's seat in a body; where it ends or was wrong, a later row points at it. */
export interface CommitteeMemberTable extends Owned {
  id: string;
  committee: string;
  name: string;
  /** Of the political party, as it is written in minutes; empty for none. */
  party: string;
  seat: MemberSeat;
  from_day: Day;
  /** The last day; null while nobody knows. */
  to_day: Day | null;
  /** The row that this one stands instead of. */
  corrects: string | null;
  /** Why it does: the term has ended, it was wrong, or nobody should have been entered. Null for a first row. */
  how: 'ended' | 'corrected' | 'struck' | null;
  reason: string | null;
  recorded_by: string | null;
  at: Date | null;
}

/** A body ends, somebody is to have what it had, or that was wrong: the last row says how it is. */
export interface CommitteeEndingTable extends Owned {
  id: string;
  committee: string;
  how: 'ended' | 'handedOver' | 'corrected' | 'struck';
  /** The first day it is no more; of what is struck, the day that was said. */
  ended_on: Day;
  successor: string | null;
  /** The row before, which this one stands instead of. */
  corrects: string | null;
  reason: string | null;
  recorded_by: string | null;
  /** Null for what was recorded before it was kept. */
  at: Date | null;
  position: GeneratedAlways<number>;
}

/** A matter that a body's end has given to another one. */
export interface HandedOverTable extends Owned {
  id: string;
  ending_id: string;
  parent_case_id: string;
  round_key: string;
  matter_position: number;
  /** The body that got it. */
  received_by: string;
  at: Date;
}

export interface MeetingTable extends Owned {
  id: string;
  committee: string;
  day: Day;
  cancelled_at: Date | null;
}

/** A matter that is sent to several bodies, at once or in order. */
export interface CirculationTable extends Owned {
  case_id: string;
  /** The step of the case's process that sent it. */
  round_key: string;
  turns: Order;
  /** Which version of what was asked for it is about, from 1. */
  version: Generated<number>;
  opened_at: Date;
  ended_at: Date | null;
}

/** The development plan as it was decided; a version each time. */
export interface PlanVersionTable extends Owned {
  version: number;
  /** Of the follow-up after which it was evaluated. */
  year: number;
  case_id: string;
  content: Json<DevelopmentPlan>;
  /** SHA-256 of the content's canonical JSON. */
  sha256: string;
  decided_at: Date;
  /** Null of a version from before this was kept. */
  decided_by: ColumnType<PlanDecider | null, string, never>;
}

/** What there was to choose between as focus areas: what the parties voted on, or what the votes did not tell apart. */
export interface FocusListTable extends Owned {
  /** Of the follow-up. */
  year: number;
  version: number;
  case_id: string;
  kind: 'vote' | 'tie';
  content: Json<FocusListContent>;
  made_at: Date;
}

/** What was chosen after the follow-up of a year. */
export interface FocusResultTable extends Owned {
  year: number;
  case_id: string;
  content: Json<FocusResult>;
  /** SHA-256 of the content's canonical JSON. */
  sha256: string;
  decided_at: Date;
}

/** What somebody has complained about or wants made clear, and who: a party, or an office or company. */
export interface DialogueTable extends Owned {
  case_id: string;
  /** The follow-up in whose answer it was raised. */
  follow_up_case_id: string;
  /** The question of the follow-up whose answer raised it. */
  task_id: string;
  party_id: string | null;
  office_id: string | null;
  theme: string;
  /** Fingerprint of what was raised, by which it is known again. */
  wording_sha256: string;
}

/** A task that a committee has given to an office. */
export interface CommissionTable extends Owned {
  case_id: string;
  /** The committee's own case. */
  matter_case_id: string;
  /** The question whose answer gave it; corrections of that answer share it. */
  task_id: string;
  committee: string;
  office: string;
  /** Fingerprint of what is to be done, by which it is known again. */
  wording_sha256: string;
  /** `YYYY-MM-DD`; null where the committee has set no day. */
  due_on: string | null;
  reported_on: string | null;
}

/** One body's part in a circulation. */
export interface MatterTable extends Owned {
  parent_case_id: string;
  round_key: string;
  /** Ids of the decisions of other bodies that its papers bring along. */
  follows: ColumnType<string[], string | undefined, string>;
  /** From 0. */
  position: number;
  committee: string;
  part: Part;
  /** What this body is proposed to decide. */
  proposal: string;
  /** What it was sent with, where another body's words are proposed instead of that; null where none are. */
  sent_proposal: ColumnType<string | null, undefined, string | null>;
  /** Its own case in that body's diary; null until its turn has come. */
  case_id: string | null;
  meeting_id: string | null;
  /** When it was no place any more: the body that had added it had not meant to. */
  withdrawn_at: ColumnType<Date | null, undefined, Date>;
}

/** What a body decided, as its secretary recorded it in a submission. */
export interface CommitteeDecisionTable extends Owned {
  id: string;
  case_id: string;
  /** Of the question it answers; a record that corrects another one has that one's. */
  task_id: string;
  submission_id: string;
  committee: string;
  meeting_day: Day;
  paragraph: string;
  outcome: CommitteeOutcome;
  /** Which version of the official report was decided on, from 1. */
  report_version: number;
  /** The wrong record that this one stands for. */
  corrects: string | null;
  /** The subject of the official. */
  recorded_by: string;
  at: Date;
}

export interface DecisionEventTable extends Owned {
  id: string;
  decision_id: string;
  /** `struck`: what it corrects never happened. */
  kind: DecisionEventKind | 'struck';
  day: Day;
  note: string | null;
  recorded_by: string | null;
  at: Date;
  position: GeneratedAlways<number>;
  /** The record that this one is right instead of. */
  corrects: string | null;
}

/** What is right instead of what an official had answered. */
export interface CorrectedAnswerTable extends Owned {
  submission_id: string;
  case_id: string;
  task_id: string;
  /** The submission that this one is right instead of. */
  corrects: string;
  /** The subject of the official. */
  recorded_by: string;
  reason: string;
  at: Date;
  recorded_at: Generated<Date>;
}

/** Öre. Beyond 2^53 there is no money, so it is read as a number where it is used. */
type Ore = ColumnType<string, number, never>;

/** What a committee has been decided to have in a year; the last version is the one that holds. */
export interface BudgetTable extends Owned {
  committee: string;
  year: number;
  version: number;
  ore: Ore;
  decided_on: Day;
  decision: string;
  case_id: string | null;
  recorded_by: string;
}

/** What a decided transfer moves in one year, posted or not. */
export interface PlannedTransferTable extends Owned {
  case_id: string;
  year: number;
  giver: string;
  receiver: string;
  ore: Ore;
  lines: Json<PlannedYear['lines']>;
  decision: string;
}

/** A planned year that is not to be carried out any more. */
export interface DroppedYearTable extends Owned {
  case_id: string;
  year: number;
  dropped_at: Date;
}

/** A reversal that was a mistake; what it had taken back is posted anew. */
export interface MistakenReversalTable extends Owned {
  reversal_id: string;
  reason: string;
  recorded_by: string;
  recorded_at: Generated<Date>;
}

/** A statement that somebody at the desk wants as a document, as it stands at that entry. */
export interface StatementRequestTable extends Owned {
  id: string;
  committee: string;
  year: number;
  language: Language;
  entries: number;
  /** How many versions of the budget there were; null for one that was asked for before that was kept. */
  budgets: number | null;
  requested_by: string;
  requested_at: Date;
}

/** The case in which a year of a transfer is settled. */
export interface YearSettlementTable extends Owned {
  transfer_id: string;
  year: number;
  case_id: string;
  moved: Json<readonly MovedLine[]>;
  opened_at: Date;
}

/** What became of every line of that year. */
export interface SettledYearTable extends Owned {
  transfer_id: string;
  year: number;
  lines: Json<readonly SettledLine[]>;
  decision: string;
  settled_at: Date;
}

/** The same when the settlement of a year had to be changed: `version` counts from 2. */
export interface SettledAgainTable extends SettledYearTable {
  version: number;
  /** What did not hold, or was corrected. */
  cause: Generated<ResettlingCause>;
  /** What is accounted for from this version on; null where that did not change. */
  accounted: Json<MovedLine[]> | null;
  /** What may go along from this version on; null where that did not change. */
  decided: Json<MovedLine[]> | null;
}

/** A file in which the accounting system gets entries of a budget year; `number` counts within the year. */
export interface LedgerFileTable extends Owned {
  year: number;
  number: number;
  /** How many entries of the year it has. */
  entries: number;
  made_at: Date;
  /** The subject of an official. */
  made_by: string;
}

/** In which file of a year a transaction is. */
export interface LedgerFileTransactionTable extends Owned {
  year: number;
  transaction_id: string;
  number: number;
}

/** What a committee's money of a year is called in the accounts; the source of budgets has no limit. */
export interface LedgerAccountTable extends Owned {
  id: string;
  committee: string;
  year: number;
  kind: 'committee' | 'source';
  coding_key: string;
  coding: Json<AccountCoding>;
}

export interface LedgerTransactionTable extends Owned {
  id: string;
  case_id: string | null;
  phase: string;
  step: string;
  kind: TransactionKind;
  posted_on: Day;
  decision: string;
  reverses: string | null;
  /** How many entries it has: no fewer and never more. */
  entries: number;
  /** SHA-256 of what was posted: the same key with other content is an error. */
  fingerprint: string;
  recorded_by: string;
}

/** What is in a pot after its last entry; kept by the database. */
export interface LedgerBalanceTable extends Owned {
  committee: string;
  year: number;
  limited: boolean;
  ore: Ore;
  entries: number;
}

export interface LedgerEntryTable extends Owned {
  committee: string;
  year: number;
  /** Its place in its pot, from 1, and what was in the pot after it; given by the database. */
  sequence: GeneratedAlways<number>;
  balance: GeneratedAlways<string>;
  transaction_id: string;
  account_id: string;
  ore: Ore;
  line: string;
  counterpart: string;
}

/** What opens the yearly follow-up of a municipality's agreement, for ever. */
export interface WheelTable extends Owned {
  id: string;
  begun_on: Day;
}

/** What is asked while letters of a case did not arrive: one task for all of them. */
export interface MendingTable extends Owned {
  id: string;
  case_id: string;
  opened_at: Date;
  /** Null until it is asked. */
  deadline: Day | null;
  /** Milliseconds since 1970, ascending. */
  remind_at: Json<number[]> | null;
  /** Addresses that the contact point has been told of. */
  told: Json<string[]>;
  /** The last reminder. */
  last_moment: string | null;
  closed_at: Date | null;
}

/** One year of the wheel. */
export interface WheelTurnTable extends Owned {
  year: number;
  opens_on: Day;
  state: TurnState;
  /** The follow-up that it has opened. */
  case_id: string | null;
}

/** What an administrator did to a year of the wheel, and why. */
export interface WheelActTable extends Owned {
  id: string;
  year: number;
  kind: WheelActKind;
  from_day: Day;
  to_day: Day;
  reason: string;
  /** The subject of the official. */
  by: string;
  at: Date;
}

/** A group that the installation has met: who sits in it is the record's from then on. */
export interface MemberGroupTable extends Owned {
  id: string;
}

/** A term of somebody in a group. */
export interface GroupMemberTable extends Owned {
  id: string;
  group_id: string;
  side: GroupSide;
  /** The organisation or office that they sit for; empty for none. */
  represents: string;
  name: string;
  email: string;
  /** Several people read that mailbox. */
  shared: boolean;
  role: GroupRole;
  from_day: Day;
  /** The last day; null while nobody knows. */
  to_day: Day | null;
  /** From 0: the order of seats, and of substitutes. */
  position: number;
  /** The member, or an earlier holder of the seat, whose substitute this is; null for everybody's. */
  substitute_for: string | null;
  /** Who had the seat before. */
  replaces: string | null;
  /** The seat was not to be filled again. */
  seat_closed: boolean;
  /** The last day that the contact point has been told of. */
  end_told: Day | null;
}

/** What was done to a group, and why. */
export interface GroupActTable extends Owned {
  id: string;
  group_id: string;
  member_id: string;
  kind: GroupChange;
  /** From when it holds, or the last day, by the kind of act. */
  day: Day | null;
  reason: string;
  /** The subject of the official. */
  by: string;
  at: Date;
}

/** A question that is put to many at once: each has a round of their own, and answers wake nobody. */
export interface CollectionTable extends Owned {
  case_id: string;
  step_key: string;
  kind: CollectedKind;
  deadline: Day;
  /** Milliseconds since 1970, ascending. */
  remind_at: Json<number[]>;
  opened_at: Date;
  /** Answers after it are late: kept, and marked. */
  closed_at: Date | null;
}

/** One of the many who are asked. */
export interface RespondentTable extends Owned {
  id: string;
  case_id: string;
  step_key: string;
  /** From 1: the order in which they are asked. */
  position: number;
  side: Side;
  kind: RespondentKind;
  /** As it was called when the collection was opened. */
  name: string;
  party_id: string | null;
  office_id: string | null;
  /** An organisation that is invited to the way to a first agreement. */
  invited_id: string | null;
  /** Null until they have been asked. */
  task_id: string | null;
}

/** An organisation that is invited to the way to a first agreement. */
export interface InvitedOrganisationTable extends Owned {
  id: string;
  case_id: string;
  /** From 1. */
  position: number;
  name: string;
  /** Empty where they have none and `postal` says where letters go. */
  email: string;
  postal: string | null;
  language: Language;
  invited_at: Date;
}

/** What somebody has answered who was not asked, on a page that is open to all. */
export interface OpenAnswerTable extends Owned {
  id: string;
  case_id: string;
  form_reference: string;
  answers: Json<Answers>;
  sha256: string;
  /** The same again is the same answer. */
  submission_key: string;
  answered_at: Date;
}

/** A draft of a first agreement as it was handed over: its text, or the file that has it. */
export interface AgreementDraftTable extends Owned {
  case_id: string;
  title: string;
  summary: string;
  /** How what was said has been met. */
  met: string;
  text: string | null;
  file: ColumnType<FileAnswer | null, string | null, string | null>;
  /** SHA-256 of the text, or of the file. */
  sha256: string;
  handed_over_at: Date;
}

export interface ForumRegistrationTable extends Owned {
  id: string;
  case_id: string;
  name: string;
  email: string;
  /** The address in small letters: one person registers once. */
  email_key: string;
  organisation: string | null;
  language: Language;
  /** What they need to be able to take part; forgotten when the forum has been. */
  needs: string | null;
  /** The language or the interpretation that they need; forgotten likewise. */
  interpretation: string | null;
  registered_at: Date;
}

/** An address that wants the newsletter, or has not confirmed it yet. */
export interface NewsletterSubscriberTable extends Owned {
  id: string;
  /** The order in which they are written to. */
  place: GeneratedAlways<number>;
  email: string;
  /** As addresses are compared: one address subscribes once. */
  email_key: string;
  /** In which they read the newsletter. */
  language: Language;
  /** What was asked for last; it holds once it is confirmed. */
  asked_language: Language;
  /** When the letters that ask to confirm were asked for last, and how many lately. */
  asked_at: Date;
  asked: number;
  /** The last of them that went or can never go. */
  mailed: Generated<number>;
  /** Null until somebody has confirmed it from that mailbox. */
  confirmed_at: Date | null;
  /** How many times in a row its server has refused the newsletter for good. */
  refusals: Generated<number>;
}

/** What was mailed to a subscriber: a link to confirm, or to want it no more. */
export interface NewsletterLinkTable extends Owned {
  secret_sha256: string;
  subscriber_id: string;
  kind: 'confirm' | 'unsubscribe';
  /** Null of one that never ends, as long as there is a subscription. */
  expires_at: Date | null;
}

/** That a subscription has ended, by no more than an id that nothing else tells of. */
export interface NewsletterDepartureTable extends Owned {
  subscriber_id: string;
  way: DepartureWay;
  confirmed_at: Date | null;
  left_at: Date;
}

/** A newsletter as it was sent. */
export interface NewsletterTable extends Owned {
  case_id: string;
  content: Json<NewsletterContent>;
  sha256: string;
  /** The follow-up whose report it tells of. */
  about_case_id: string | null;
  published_at: Date;
}

/** What was compiled of the answers; the version that is frozen is the final one. */
export interface FollowUpReportTable extends Owned {
  case_id: string;
  version: number;
  content: Json<unknown>;
  sha256: string;
  made_at: Date;
  frozen_at: Date | null;
  published_at: Date | null;
}

export interface Tables {
  municipality: MunicipalityTable;
  agreement_version: AgreementVersionTable;
  number_series: NumberSeriesTable;
  cases: CaseTable;
  submission: SubmissionTable;
  round: RoundTable;
  task: TaskTable;
  task_code: TaskCodeTable;
  link: LinkTable;
  link_session: LinkSessionTable;
  task_draft: TaskDraftTable;
  letter: LetterTable;
  document: DocumentTable;
  step: StepTable;
  audit: AuditTable;
  outbox: OutboxTable;
  party: PartyTable;
  party_event: PartyEventTable;
  attention: AttentionTable;
  official: OfficialTable;
  official_session: OfficialSessionTable;
  case_number: CaseNumberTable;
  record: RecordTable;
  secrecy_mark: SecrecyMarkTable;
  intervention: InterventionTable;
  draft: DraftTable;
  draft_key: DraftKeyTable;
  upload: UploadTable;
  upload_chunk: UploadChunkTable;
  case_file: CaseFileTable;
  corrected_address: CorrectedAddressTable;
  reached_otherwise: ReachedOtherwiseTable;
  case_question: CaseQuestionTable;
  delegated_decision: DelegatedDecisionTable;
  committee: CommitteeTable;
  committee_name: CommitteeNameTable;
  committee_member: CommitteeMemberTable;
  committee_ending: CommitteeEndingTable;
  handed_over: HandedOverTable;
  meeting: MeetingTable;
  circulation: CirculationTable;
  commission: CommissionTable;
  dialogue: DialogueTable;
  plan_version: PlanVersionTable;
  focus_list: FocusListTable;
  focus_result: FocusResultTable;
  matter: MatterTable;
  committee_decision: CommitteeDecisionTable;
  corrected_answer: CorrectedAnswerTable;
  decision_event: DecisionEventTable;
  budget: BudgetTable;
  planned_transfer: PlannedTransferTable;
  dropped_year: DroppedYearTable;
  mistaken_reversal: MistakenReversalTable;
  statement_request: StatementRequestTable;
  year_settlement: YearSettlementTable;
  settled_year: SettledYearTable;
  settled_again: SettledAgainTable;
  ledger_file: LedgerFileTable;
  ledger_file_transaction: LedgerFileTransactionTable;
  ledger_account: LedgerAccountTable;
  ledger_transaction: LedgerTransactionTable;
  ledger_balance: LedgerBalanceTable;
  ledger_entry: LedgerEntryTable;
  mending: MendingTable;
  wheel: WheelTable;
  wheel_turn: WheelTurnTable;
  wheel_act: WheelActTable;
  member_group: MemberGroupTable;
  group_member: GroupMemberTable;
  group_act: GroupActTable;
  collection: CollectionTable;
  respondent: RespondentTable;
  follow_up_report: FollowUpReportTable;
  forum_registration: ForumRegistrationTable;
  invited_organisation: InvitedOrganisationTable;
  open_answer: OpenAnswerTable;
  agreement_draft: AgreementDraftTable;
  newsletter_subscriber: NewsletterSubscriberTable;
  newsletter_link: NewsletterLinkTable;
  newsletter_departure: NewsletterDepartureTable;
  newsletter: NewsletterTable;
}
