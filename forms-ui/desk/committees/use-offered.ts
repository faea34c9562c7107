import { useState } from 'react';

/**
 * What there is to choose from now. Where a colleague has left nothing, what there was: the form stays with
 * what is typed in it, and the server says what has happened.
 */
export function useOffered<T>(now: readonly T[]): readonly T[] {
  const [kept, setKept] = useState(now);
  if (now.length === 0) return kept;
  if (now !== kept) setKept(now);
  return now;
}
