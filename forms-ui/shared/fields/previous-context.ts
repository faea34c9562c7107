import { createContext, type ComponentType } from 'react';
import type { Answer, Answers } from '../../../domain/forms/types';
import type { FieldProps } from './form-field';

export interface BesideProps extends FieldProps {
  /** What was answered last year to this field. */
  previous: Answer;
  /** And to every field. */
  all: Answers;
}

/** What was answered last year, by field, and what shows it beside a field. */
export interface Previous {
  answers: Answers;
  // Brought along by whoever has such answers, so that no other form loads it.
  Beside: ComponentType<BesideProps>;
}

export const PreviousContext = createContext<Previous | undefined>(undefined);
