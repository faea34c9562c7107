import type { Span } from './calendar';
import type { Language, Localized } from './language';

/** A person or mailbox that is asked. */
export interface Contact {
  name: string;
  email: string;
}

/** How a municipality writes its diary numbers: `KS 26/114` (Södertälje), `KS26/114` (Ekerö). */
export interface NumberSeries {
  committee: string;
  /** Between committee and year: a space or nothing. */
  separator: '' | ' ';
  /** Digits the running number is padded to; 1 for none. */
  digits: number;
}

export interface TaskTimes {
  answerWithin: Span;
  /** Counted as `answerWithin` is, from when the task was opened, ascending; each sends one reminder. */
  remindAfter: readonly number[];
}

/** How one question of a process is asked. */
export interface TaskConfiguration extends TaskTimes {
  /** `formId@version` of the form that answers it; the application's own form when left out. */
  form?: string;
}

/** A process as one municipality runs it. */
export interface ProcessConfiguration {
  /** `formId@version` of the form that begins a case. */
  applicationForm: string;
  /** By the kind of task. */
  tasks: Readonly<Record<string, TaskConfiguration>>;
}

/** One municipality's own way: everything that differs between them is here, nothing in code. */
export interface Municipality {
  /** The first part of its addresses: `/sodertalje`. */
  id: string;
  name: string;
  /** What its agreement is called, in definite form as sentences use it: "the policy for …". */
  agreementName: Localized;
  /** The office on the letterhead. */
  office: Localized;
  contactPoint: Contact & { phone?: string };
  sender: Contact;
  /** Here also the delegate who decides. A shared mailbox is named for its role: no letter greets it by name. */
  caseOfficer: Contact & { shared?: true };
  /** Who may decide instead of the case officer, in this order when the officer has a conflict of interest. */
  deputies?: readonly Contact[];
  numbers: NumberSeries;
  languages: readonly Language[];
  defaultLanguage: Language;
  /** Days an application that was not sent is kept after somebody last worked on it. */
  keepDraftDays: number;
  /** By the name of the process. */
  processes: { accession: ProcessConfiguration } & Readonly<Record<string, ProcessConfiguration>>;
}
