import { createContext, type ComponentType } from 'react';
import type { DraftAnswers } from '../../../domain/forms/shared-draft';
import type { FieldProps } from './form-field';

/** Fields in which somebody else has written something else meanwhile, and what shows that at a field. */
export interface Clashes {
  theirs: DraftAnswers;
  // Brought along by forms that several people fill in, so that no other form loads it.
  Notice: ComponentType<FieldProps & { theirs: unknown }>;
}

export const ClashContext = createContext<Clashes | undefined>(undefined);
