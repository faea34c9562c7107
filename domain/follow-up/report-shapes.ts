import type { DialogueTimes, YearsDialogue } from '../dialogue/dialogue-figures';
import type { Answers } from '../forms/types';
import type { Localized } from '../language';
import type { FollowUpQuestions } from './questions';
import type { RespondentKind, Side } from './respondent';
import type { BothSides, CountedSubjects } from './small-groups';
import type { Verdict } from './verdicts';

/** One of those who were asked in a cycle. */
export interface Respondent {
  id: string;
  name: string;
  side: Side;
  kind: RespondentKind;
  /** ISO instant; absent while nothing has been sent. What is only saved does not count. */
  answeredAt?: string;
  /** The answer came after the last day; it counts like any other. */
  late: boolean;
  /** The party has left, or is now part of another: asked no longer, but an answer it gave stays. */
  left?: boolean;
  answers?: Answers;
}

/** A principle as the report names it. */
export interface ReportPrinciple {
  id: string;
  title: Localized;
  commitments: readonly { id: string; text: Localized }[];
}

/** How far a point of the development plan has come. */
export const planStates = ['notBegun', 'underWay', 'done', 'closed'] as const;
export type PlanState = (typeof planStates)[number];

export interface PlanPoint {
  id: string;
  /** The development area it belongs to. */
  area: Localized;
  text: Localized;
  /** As the plan's latest evaluation left it; absent until there has been one. */
  state?: PlanState;
}

/** The focus areas that held until a follow-up, by name. */
export interface FocusAreasSince {
  /** The follow-up after which they were chosen. */
  year: number;
  areas: readonly string[];
}

export interface ReportInput {
  /** The cycle's year. */
  cycle: number;
  agreementVersion: number;
  /** In the agreement's order; those that only an earlier version has come last. */
  principles: readonly ReportPrinciple[];
  questions: Pick<FollowUpQuestions, 'themes' | 'numbers'>;
  respondents: readonly Respondent[];
  /** The report of the year before. */
  previous?: PreviousFigures;
  plan?: readonly PlanPoint[];
  /** The follow-up after which the plan was evaluated; absent where it has not been. */
  planEvaluatedIn?: number;
  /** What was worked on together since the last follow-up. */
  focusAreas?: FocusAreasSince;
  /** The dialogues that the year's answers began. */
  dialogues?: readonly YearsDialogue[];
}

export type PreviousFigures = Pick<FollowUpReport, 'year' | 'response' | 'ratings'>;

/** Who is counted in a row of the response rate. */
export type ResponseGroup = 'all' | Side | Exclude<RespondentKind, 'organisation'>;

export interface ResponseRow {
  group: ResponseGroup;
  asked: number;
  answered: number;
  /** Of those who answered. */
  late: number;
  /** Percent; null where nobody was asked. */
  rate: number | null;
  /** Percentage points since last year; null where that is not known. */
  change: number | null;
}

/** What a group has answered about one principle and one side. */
export interface RatingFigures {
  /** How many chose a step. */
  n: number;
  cannotSay: number;
  /** With one decimal. */
  mean: number;
  /** How many chose 1, 2, 3, 4 and 5. */
  distribution: readonly number[];
}

export interface PrincipleRatings {
  principleId: string;
  /** By the side that is rated. */
  about: Record<Side, RatingsOfSide>;
}

export interface RatingsOfSide extends BothSides<RatingFigures> {
  /** Since last year, where both years are shown; with one decimal. */
  change: Record<Side | 'together', number | null>;
}

/** How many chose each verdict. */
export type VerdictFigures = Record<Verdict, number>;

export interface CommitmentVerdicts extends BothSides<VerdictFigures> {
  commitmentId: string;
}

export interface ReportComment {
  text: string;
  /** The side it comes from; null where a side is so small that it would be told apart. */
  side: Side | null;
  /** It came after the last day. */
  late?: true;
  /** Where it is about a single commitment. */
  commitmentId?: string;
}

export interface ReportProposal {
  area: string;
  why?: string;
  side: Side | null;
}

/** What was counted by theme: null where it is too little to be shown. */
export interface ThemeFigures {
  total: number | null;
  themes: readonly CountedSubjects[] | null;
}

/** The same of the year's dialogues, with how many have ended and how soon they were answered. */
export interface DialogueFigures extends ThemeFigures {
  times: DialogueTimes | null;
}

export interface NumberFigures {
  n: number;
  sum: number;
}

/** What a chart shows first of all. */
export type Finding =
  | { code: 'nobodyAsked' | 'nobodyAnswered' }
  | { code: 'answered'; answered: number; asked: number; rate: number }
  | { code: 'noRatings' | 'tooFewRatings'; about: Side }
  | { code: 'alike'; about: Side; mean: number }
  | {
      code: 'lowest';
      about: Side;
      by: Side | 'together';
      principleIds: readonly string[];
      mean: number;
    }
  | { code: 'notComparable' | 'unchanged'; since: number | null }
  | {
      code: 'rose' | 'fell';
      since: number;
      about: Side;
      by: Side | 'together';
      principleId: string;
      change: number;
    };

/** Everything the report says, in figures and in the words of those who answered. */
export interface FollowUpReport {
  /** Raised when the shape changes. */
  format: 1;
  year: number;
  /** The year that changes are since; null where nothing is compared. */
  previousYear: number | null;
  agreementVersion: number;
  principles: readonly ReportPrinciple[];
  response: readonly ResponseRow[];
  ratings: readonly PrincipleRatings[];
  findings: { response: Finding; about: Record<Side, Finding>; change: Finding };
  commitments: readonly CommitmentVerdicts[];
  comments: readonly { principleId: string; comments: readonly ReportComment[] }[];
  themes: readonly { id: string; name: Localized }[];
  /** Complaints and unclear matters in the answers. */
  matters: ThemeFigures;
  /** Null where the year's dialogue cases are not part of the report. */
  dialogues: DialogueFigures | null;
  proposals: readonly ReportProposal[];
  numbers: readonly (BothSides<NumberFigures> & { id: string; label: Localized })[];
  plan: readonly PlanPoint[] | null;
  /** The follow-up after which the plan was evaluated; absent where it has not been, and in older reports. */
  planEvaluatedIn?: number;
  /** Absent where none were chosen before. */
  focusAreas?: FocusAreasSince;
}
