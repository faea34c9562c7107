import { createContext, type ComponentType } from 'react';
import type { Answers } from '../../../domain/forms/types';
import type { FieldProps } from './form-field';

/** What came with a form, so that the items of its groups can stand under what they had in common. */
export interface Under {
  came: Answers;
  /** What the form is called where the tab keeps it. */
  name: string;
  // Brought along by whoever has such a form, so that no other loads it.
  Items: ComponentType<FieldProps>;
}

export const UnderContext = createContext<Under | undefined>(undefined);
