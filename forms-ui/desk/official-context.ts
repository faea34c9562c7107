import { createContext, useContext } from 'react';
import type { OfficialView } from '../../domain/api/desk';

export interface SignedIn {
  official: OfficialView;
  /** Looks whether the session is still there; where it is not, the reader is asked to sign in. */
  recheck: () => void;
}

export const OfficialContext = createContext<SignedIn | undefined>(undefined);

/** Who reads the desk. */
export function useOfficial(): SignedIn {
  const signedIn = useContext(OfficialContext);
  if (!signedIn) throw new Error('used by somebody who is not signed in');
  return signedIn;
}
