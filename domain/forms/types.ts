import type { Language } from '../language';
import { amountFaults } from '../money';

/** What a field asks for. The type decides its control, its rule and how its answer is shown. */
export const fieldTypes = [
  'text',
  'longText',
  'email',
  'phone',
  'date',
  'time',
  'webAddress',
  'organisationNumber',
  'choice',
  'choices',
  'confirmation',
  'group',
  'file',
  'amounts',
  'coding',
  'amount',
  'number',
  'rating',
] as const;

/** What is different in every municipality, or every time: bodies, their meetings, what they can decide. */
export const listNames = [
  'committees',
  'offices',
  'accountHolders',
  'meetings',
  'outcomes',
  'reports',
  'events',
  'members',
  'budgetLines',
  'firstAgreements',
] as const;
export type ListName = (typeof listNames)[number];

export type FieldType = (typeof fieldTypes)[number];

/**
 * The field is asked only while another field has one of these answers: a field of the form, and
 * inside a group one of the same item.
 */
export interface Condition {
  field: string;
  in: readonly string[];
}

export interface FormField {
  /** Unique in the form, or in its group; the key of the answer. Letters and digits. */
  id: string;
  type: FieldType;
  required: boolean;
  /** Longest answer in characters; defaults per type in `limits`. */
  maxLength?: number;
  /** Answers to choose from; only for `choice` and `choices`. */
  options?: readonly string[];
  /** Where the answers to choose from come from when the form is asked, in place of `options`. */
  optionsFrom?: ListName;
  /** What is asked of each item; only for `group`. */
  fields?: readonly FormField[];
  /** The items of a `group` that came with it stand under what they have in this field of theirs, a text. */
  under?: string;
  /** Fewest items of a `group`; 1 where it is required, else 0. Fewest answers of `choices`. */
  min?: number;
  /** Most items of a `group`, answers of `choices`, files of a `file` field (1 unless said), lines of `amounts`. */
  max?: number;
  /** How many years `amounts` begins with; the sender adds and removes. */
  years?: number;
  /** `amounts` asks for the sum that the sender's own papers state, and compares. */
  control?: true;
  /** `amounts` has the lines and years that are in it when it is asked: only its amounts are written, 0 among them. */
  fixed?: true;
  showWhen?: Condition;
  /** Must be answered where the field it names, beside it, has no answer. */
  insteadOf?: string;
  /** Has another answer than the field it names, asked before it. */
  differsFrom?: string;
  /** HTML autocomplete token (WCAG 2.1, 1.3.5) where the field is about the person filling it in. */
  autocomplete?: string;
}

export interface FormPage {
  id: string;
  fields: readonly FormField[];
}

/**
 * What the process needs to know of a submission, whatever the form calls it. A process reads
 * answers through these names only, so a municipality may word and order its form freely.
 */
export type Binding =
  | 'organisationName'
  | 'organisationNumber'
  | 'legalForm'
  | 'coordinatorName'
  | 'coordinatorEmail'
  | 'coordinatorPostal'
  | 'signatoryName'
  | 'signatoryEmail'
  | 'signatoryPostal'
  | 'signatories'
  | 'signingRule'
  | 'publishContact'
  | 'outcome'
  | 'reasons'
  | 'comment'
  | 'questions'
  | 'signedName'
  | 'signedRole'
  | 'signedWay'
  | 'signedOn'
  | 'signedPlace'
  | 'seen'
  | 'scan'
  /** What an organisation in the register reports: one of `partyChanges`. */
  | 'partyChange'
  | 'newCoordinatorName'
  | 'newCoordinatorEmail'
  | 'mergedInto'
  /** Money: who gives, who receives, how much on each line in each year, and what for. */
  | 'givingCommittee'
  | 'receivingCommittee'
  | 'amounts'
  | 'purpose'
  /** How the accounts of both are named, where not as usual. */
  | 'giverCoding'
  | 'receiverCoding'
  /** What somebody writes in a dialogue, and what it is about. */
  | 'message'
  | 'theme'
  /** Whom to turn to about the way to a first agreement. */
  | 'contactName'
  | 'contactEmail'
  /** What a matter that committees deal with is called. */
  | 'title'
  /** What a secretary records of a meeting. */
  | 'meetingDay'
  | 'paragraph'
  | 'reportVersion'
  | 'wording'
  | 'decidedOn'
  | 'adjustedOn'
  | 'announcedOn';

/**
 * A form as data: serialisable, versioned, complete. From it come the zod schema of browser and
 * server, the Formik page, the summary, the submission's PDF and the API's JSON Schema.
 *
 * Keys of `texts[language]`: `title`, `intro`, `send`; `page.<id>`; `field.<id>` (label),
 * `field.<id>.help`, `field.<id>.option.<value>` and its `.help`, and `field.<id>.error.<fault>` where the
 * general sentence of that fault (`faults.<fault>` in the language files) is not good enough.
 * A group has `field.<id>.item` (what one is called), `.add` and `.remove` (the buttons); its
 * fields are `field.<group>.<id>`. `amounts` has `field.<id>.line` (what a line is called by), `.add`
 * and `.remove`. A form with a rating has `scale.lowest`, `scale.highest` and `scale.cannotSay`. A page may
 * have `page.<id>.help`, which stands below its heading.
 */
export interface FormDefinition {
  id: string;
  version: number;
  pages: readonly FormPage[];
  texts: Record<Language, Readonly<Record<string, string>>>;
  bindings: Partial<Record<Binding, string>>;
  /** As an official fills it in from paper, see `paper.ts`. */
  paper?: true;
  /** Years after the case is closed before a disposal decision may cover the submission. */
  retentionYears: number;
}

/** A file as an answer names it. Which it is, its hash says: SHA-256 of the content, lower-case hex. */
export interface FileAnswer {
  id: string;
  name: string;
  /** Bytes. */
  size: number;
  sha256: string;
}

/** One line of `amounts`: whole kronor, in the order of the years. */
export interface AmountLine {
  name: string;
  amounts: readonly number[];
}

/** Lines by years of whole kronor. It has no sums: whoever needs them adds. */
export interface AmountsAnswer {
  /** Calendar years, ascending. */
  years: readonly number[];
  lines: readonly AmountLine[];
}

export type Answer =
  string | true | readonly string[] | readonly FileAnswer[] | readonly Answers[] | AmountsAnswer;

/** Answers by field id. A field that was not asked or not answered is absent. */
export interface Answers {
  [fieldId: string]: Answer;
}

export const faultCodes = [
  'required',
  'tooLong',
  'email',
  'phone',
  'date',
  'time',
  'webAddress',
  'organisationNumberLength',
  'organisationNumberChecksum',
  'organisationNumberPersonal',
  'choice',
  'choices',
  'confirmation',
  'file',
  'fileUnknown',
  'tooFew',
  'tooMany',
  'emailRepeated',
  'signatoriesTooFew',
  'signatoriesWithoutChair',
  'unreachable',
  'same',
  ...amountFaults,
  'coding',
  'amountMissing',
  'amountLine',
  'amountYears',
  'amountNothing',
  'amountAbove',
  'accountSame',
  'amountNotCovered',
  'amountYearUndecided',
  'amountSum',
  'number',
  'rating',
  'thirdTooFew',
  'servesToo',
  'servesTwice',
  'servesNot',
  'hasConflict',
  'wordingSame',
  'votesTooMany',
  'askedAnew',
  'beforeMeeting',
  'beforeAdjustment',
  'budgetYear',
  'dayAhead',
  'dayBehind',
  'committeeInRound',
  'partBegun',
  'committeeTwice',
  'meetingPast',
  'meetingAhead',
  'meetingHoliday',
  'meetingTaken',
  'meetingHeld',
  'endsAhead',
  'namedThatDay',
  'nothingCorrected',
  'lastBeforeFirst',
  'endsBeforeItBegins',
] as const;

/** What can be wrong with an answer; each fault has its own sentence per language. */
export type Fault = (typeof faultCodes)[number];

/** Faults by the path of the answer: a field's id, inside a group such as `signatories.1.email`. */
export type Faults = Record<string, Fault>;
