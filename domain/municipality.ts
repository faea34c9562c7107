import type { CaseState } from './api/shapes';
import type { Rule } from './asking/rule';
import type { Span } from './calendar';
import type { CommitteeConfiguration } from './committees/committee';
import type { FocusAreasConfiguration } from './focus/focus-areas';
import type { FollowUpQuestions } from './follow-up/questions';
import type { GroupSide } from './groups/member';
import type { Language, Localized } from './language';
import type { LedgerConfiguration } from './ledger/coding';
import type { PlannedPoint } from './plan/development-plan';

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

/** A mailbox that is asked. One that several people read is named for its role: no letter greets it by name. */
export type Mailbox = Contact & { shared?: true };

/** An office of the municipality: committees give it tasks and send it what they decide. */
export interface Office {
  id: string;
  /**
   * A company that the municipality owns is asked in the follow-up as offices are, in its own words, and is
   * sent decisions. No committee gives it tasks: its owner does, at its general meeting.
   */
  kind?: 'company';
  /** As it stands among the recipients of a decision. */
  name: Localized;
  mailbox: Mailbox;
}

/** Those of them that committees can give tasks to. */
export function ownOffices(offices: readonly Office[]): readonly Office[] {
  return offices.filter(({ kind }) => kind !== 'company');
}

/** Somebody who sat in a group when the installation first met it. */
export type SeatedMailbox = Mailbox & {
  /** The municipality's unless said. */
  side?: GroupSide;
  /** The organisation or office that they sit for. */
  represents?: string;
  chair?: true;
  /** Days of the term, `YYYY-MM-DD`, both included; without them it has no known beginning or end. */
  from?: string;
  to?: string;
};

/**
 * A body whose members are asked together, such as the partnership group. Who sits there is in the record
 * from the day on which the installation first meets it; what stands here afterwards is its name.
 */
export interface Group {
  name: Localized;
  members: readonly SeatedMailbox[];
  /** Who is asked instead of a member with a conflict of interest (KL 6:28), in this order. */
  substitutes?: readonly (SeatedMailbox & {
    /** The address of the only member whom they stand in for. */
    for?: string;
  })[];
}

/** Who is asked: a role, a person, or the members of a group by a rule that says whose answers are enough. */
export type Asks =
  | { role: 'caseOfficer' | 'contactPoint' }
  | { person: Mailbox; standIns?: readonly Mailbox[] }
  | { group: string; rule: Rule; inOrder?: true };

/** How one question of a process is asked. */
export interface TaskConfiguration extends TaskTimes {
  /** The point of the delegation order by which its answer decides in the committee's place. */
  delegation?: string;
  /** Who is asked, where that is not the one whom the process names. */
  asks?: Asks;
  /** Whoever answers shows with a mailed code that the mailbox is theirs. */
  code?: true;
  /** `formId@version` of the form that answers it; the application's own form when left out. */
  form?: string;
}

/** A process as one municipality runs it. Steps that may be left out are those whose task is not configured. */
export interface ProcessConfiguration {
  /** `formId@version` of the form that begins a case. */
  applicationForm: string;
  /** The series its cases are numbered in, where that is not the municipality's own. */
  numbers?: NumberSeries;
  /** Bodies that its matter goes to after those it is about, in their order; the last one decides. */
  bodies?: readonly string[];
  /** By the kind of task. */
  tasks: Readonly<Record<string, TaskConfiguration>>;
  /** Days in which a case has usually left each state; nothing is said of a state without them. */
  usuallyWithinDays?: Readonly<Partial<Record<CaseState, number>>>;
}

/** How a municipality follows its agreement up. */
export interface FollowUpConfiguration {
  /** `MM-DD`: the day of each year on which everybody is asked, unless it is moved. */
  opensOn: string;
  /** Every edition of the questions there has been, the one that is asked last; else the standard ones. */
  questions?: readonly FollowUpQuestions[];
  /**
   * How often the development plan is evaluated after a follow-up, and what it says is to be done before
   * anybody has decided on one; without it there is none.
   */
  plan?: { everyYears: number; points?: readonly PlannedPoint[] };
  /** How the focus areas are chosen after each follow-up; without it none are. */
  focusAreas?: FocusAreasConfiguration;
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
  /** Where letters to it go, line by line: for whoever answers on paper. */
  postalAddress: readonly string[];
  sender: Contact;
  /** The delegate who decides as well, unless configuration names another. */
  caseOfficer: Mailbox;
  /** Who checks requests for money; the case officer where there is none. */
  controller?: Mailbox;
  /** Who may decide instead of the case officer, in this order when the officer has a conflict of interest. */
  deputies?: readonly Mailbox[];
  /** By the name that configuration calls them. */
  groups?: Readonly<Record<string, Group>>;
  numbers: NumberSeries;
  /** Bodies that matters are sent to, as they were when the installation first met them. */
  committees?: readonly CommitteeConfiguration[];
  /** How it keeps what committees have in each budget year; without it no money is moved. */
  ledger?: LedgerConfiguration;
  /** Offices that committees give tasks to and send their decisions. */
  offices?: readonly Office[];
  /** When the agreement is followed up each year; without it, it is not. */
  followUp?: FollowUpConfiguration;
  languages: readonly Language[];
  defaultLanguage: Language;
  /** Days an application that was not sent is kept after somebody last worked on it. */
  keepDraftDays: number;
  /** By the name of the process. */
  processes: { accession: ProcessConfiguration } & Readonly<Record<string, ProcessConfiguration>>;
}

/** Whether several people read the mailbox of an address, so that nobody is greeted by name; groups are not looked at. */
export function isShared(municipality: Municipality, email: string): boolean {
  return mailboxesOf(municipality).some((mailbox) => mailbox.shared && mailbox.email === email);
}

function mailboxesOf({ caseOfficer, deputies, offices, processes }: Municipality): Mailbox[] {
  const asked = Object.values(processes).flatMap(({ tasks }) =>
    Object.values(tasks).flatMap(({ asks }) =>
      asks && 'person' in asks ? [asks.person, ...(asks.standIns ?? [])] : [],
    ),
  );
  const ofOffices = (offices ?? []).map(({ mailbox }) => mailbox);
  return [caseOfficer, ...(deputies ?? []), ...ofOffices, ...asked];
}
