import { createContext, type ComponentType } from 'react';
import type { Answers } from '../../../domain/forms/types';
import type { FieldProps } from './form-field';

/** What was answered last year, by field, and what shows it beside a field. */
export interface Previous {
  answers: Answers;
  // Brought along by whoever has such answers, so that no other form loads it.
  Beside: ComponentType<FieldProps & { previous: string }>;
}

export const PreviousContext = createContext<Previous | undefined>(undefined);
