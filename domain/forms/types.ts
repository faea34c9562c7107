import type { Language } from '../language';

/** What a field asks for. The type decides its control, its rule and how its answer is shown. */
export type FieldType =
  'text' | 'longText' | 'email' | 'phone' | 'organisationNumber' | 'choice' | 'confirmation';

/** The field is asked only while another field of the same form has one of these answers. */
export interface Condition {
  field: string;
  in: readonly string[];
}

export interface FormField {
  /** Unique in the form; the key of the answer. Letters and digits. */
  id: string;
  type: FieldType;
  required: boolean;
  /** Longest answer in characters; defaults per type in `limits`. */
  maxLength?: number;
  /** Answers to choose from; only for `choice`. */
  options?: readonly string[];
  showWhen?: Condition;
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
  | 'signatoryName'
  | 'signatoryEmail'
  | 'outcome'
  | 'reasons'
  | 'signedName'
  | 'signedRole';

/**
 * A form as data: serialisable, versioned, complete. From it come the zod schema of browser and
 * server, the Formik page, the summary, the submission's PDF and the API's JSON Schema.
 *
 * Keys of `texts[language]`: `title`, `intro`, `send`; `page.<id>`; `field.<id>` (label),
 * `field.<id>.help`, `field.<id>.option.<value>`, and `field.<id>.error.<fault>` where the
 * general sentence of that fault (`faults.<fault>` in the language files) is not good enough.
 */
export interface FormDefinition {
  id: string;
  version: number;
  pages: readonly FormPage[];
  texts: Record<Language, Readonly<Record<string, string>>>;
  bindings: Partial<Record<Binding, string>>;
  /** Years after the case is closed before a disposal decision may cover the submission. */
  retentionYears: number;
}

/** Answers by field id. A field that was not asked or not answered is absent. */
export type Answers = Record<string, string | true>;

export const faultCodes = [
  'required',
  'tooLong',
  'email',
  'phone',
  'organisationNumberLength',
  'organisationNumberChecksum',
  'organisationNumberPersonal',
  'choice',
  'confirmation',
] as const;

/** What can be wrong with an answer; each fault has its own sentence per language. */
export type Fault = (typeof faultCodes)[number];
