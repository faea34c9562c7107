import { createContext, type ComponentType } from 'react';
import type { Answer, Answers } from '../../../domain/forms/types';
import type { FieldProps } from './form-field';

export interface BesideProps extends FieldProps {
  /** What was answered the last time to this field. */
  previous: Answer;
  /** The follow-up in which it was. */
  year: number;
  /** And to every field. */
  all: Answers;
}

/** What was answered the last time, which may be years ago, by field, and what shows it beside a field. */
export interface Previous {
  year: number;
  answers: Answers;
  // Brought along by whoever has such answers, so that no other form loads it.
  Beside: ComponentType<BesideProps>;
}

export const PreviousContext = createContext<Previous | undefined>(undefined);
