import { surveyQuestions, type SurveyQuestion } from '../forms/definitions/first-agreement-survey';
import type { Answers } from '../forms/types';

/** Somebody's answers to the survey before a first agreement. */
export interface SurveyAnswer {
  /** The organisation; null where nobody has said which. */
  who: string | null;
  /** It came after the last day. */
  late: boolean;
  answers: Answers;
}

/** One answer to one question. */
export interface Said {
  who: string | null;
  late: boolean;
  text: string;
}

/** The survey question by question, those who were invited apart from all others (001). */
export interface Compilation {
  /** How many organisations were invited, how many of them have answered, and after the last day. */
  asked: number;
  answered: number;
  late: number;
  /** How many others have answered. */
  open: number;
  questions: readonly { id: SurveyQuestion; invited: readonly Said[]; others: readonly Said[] }[];
}

/** Compiles what was answered; both lists in the order they are to be read. */
export function compileSurvey({
  asked,
  invited,
  others,
}: {
  asked: number;
  invited: readonly SurveyAnswer[];
  others: readonly SurveyAnswer[];
}): Compilation {
  return {
    asked,
    answered: invited.length,
    late: invited.filter(({ late }) => late).length,
    open: others.length,
    questions: surveyQuestions.map((id) => ({
      id,
      invited: saidTo(id, invited),
      others: saidTo(id, others),
    })),
  };
}

function saidTo(id: SurveyQuestion, given: readonly SurveyAnswer[]): Said[] {
  return given.flatMap(({ who, late, answers }) => {
    const text = answers[id];
    return typeof text === 'string' && text !== '' ? [{ who, late, text }] : [];
  });
}
