import { useEffect, useRef, useState } from 'react';
import { tabKeeper } from '../storage';
import { writeDraft, type KeptDraft } from './draft';
import type { TypedAnswers } from './typed-answers';

export interface Saved {
  /** When the answers were last kept; undefined before anything has been typed. */
  at: Date | undefined;
  /** True when the browser refused to keep them. */
  refused: boolean;
}

/** Keeps what is typed in the tab, at every change, and where else it is kept. */
export function useDraft(name: string, typed: TypedAnswers, kept?: KeptDraft): Saved {
  const untouched = useRef(typed);
  const [saved, setSaved] = useState<Saved>({ at: undefined, refused: false });
  useEffect(() => {
    if (typed === untouched.current && !kept) return;
    const written = writeDraft(tabKeeper, name, typed, kept);
    setSaved((before) => ({ at: written ? new Date() : before.at, refused: !written }));
  }, [name, typed, kept]);
  return saved;
}
