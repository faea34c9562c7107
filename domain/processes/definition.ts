import type { Dispatch } from '../committees/dispatch';
import type { Answers, FormDefinition } from '../forms/types';
import type { Language } from '../language';
import type { OptionalStep, TaskKind } from '../process';
import type { Municipality } from '../municipality';

/**
 * What the common texts call a process, inside a sentence and without a full stop. They may mention
 * `{{organisation}}` and `{{municipality}}`.
 */
export interface ProcessWords {
  /** What one sends, with the definite article: "the proposal". */
  matter: string;
  /** The same, of those who read it: "your proposal". */
  yours: string;
  /** Who sends it and is written to: "contact person". */
  sender: string;
  /** What the municipality has decided when it agrees, as a whole sentence with its full stop. */
  approved: string;
  /** The same when it does not. */
  refused: string;
  /** What happens after it has agreed, in whole sentences. */
  next: string;
}

/**
 * What the surroundings of a workflow need to know of its process: how a case begins, what is asked
 * and how it is worded. What happens, and in which order, is in the workflow alone.
 */
export interface ProcessDefinition {
  /** The name of its workflow, of its cases and of its configuration. */
  name: string;
  /** What stands for it in addresses: small letters, digits and hyphens. */
  address: string;
  /** Where a case begins, unless a step that the municipality has chosen says otherwise. */
  firstPhase: string;
  /** Steps that a municipality chooses, by configuring their task unless the step says otherwise. */
  optional?: Readonly<Partial<Record<OptionalStep, OptionalStepChoice>>>;
  /** Every version of every form that is asked; the first one's title is the process's name. */
  forms: readonly FormDefinition[];
  /** Left out by a process whose own words the language files are: the accession's. */
  texts?: Readonly<Record<Language, ProcessTexts>>;
  /** A case is about the agreement in force, so there must be one. */
  underAgreement?: true;
  /** An organisation has one open case at a time, and none when it is a party. */
  onceByOrganisation?: true;
  /**
   * A case is about a party in the register: the only open one of its process, or one of several
   * reports beside each other (`domain/party`). Cases of other processes never stand in its way.
   */
  aboutParty?: 'alone' | 'report';
  /** Only somebody at the desk can begin a case, or only another process; left out where anybody can. */
  begunBy?: 'official' | 'process';
  /** How its matter is sent to committees: the official report, and who deals with it. */
  circulates?: (answers: Answers, municipality: Municipality) => Dispatch;
  /**
   * What a body wants changed is changed before anybody else deals with it. Says whether what was asked
   * for before and after comes to the same, so that nobody who has decided needs to be asked again.
   */
  followsChanges?: (before: Answers, after: Answers) => boolean;
  /** The question whose latest answer says what the matter is as well, beside the application. */
  circulatesWith?: TaskKind;
  /** The answer that goes against the organisation, `refuse` unless said: it comes with reasons and remedies. */
  adverse?: 'approve' | 'refuse';
}

/** A step that a municipality may have. */
export interface OptionalStepChoice {
  /** Where a case begins that has it. */
  firstPhase?: string;
  /** Whether it is chosen, where that is not said by its task being configured. */
  chosen?: (municipality: Pick<Municipality, 'followUp'>) => boolean;
}

export interface ProcessTexts {
  words: ProcessWords;
  /** Texts in place of common ones, by file and key: `mail.reviewRequested.why`. */
  own?: Readonly<Record<string, string>>;
}
