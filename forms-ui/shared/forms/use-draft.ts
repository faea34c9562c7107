import { useEffect, useRef, useState } from 'react';
import { tabKeeper } from '../storage';
import { writeDraft } from './draft';
import type { TypedAnswers } from './typed-answers';

export interface Saved {
  /** When the answers were last kept; undefined before anything has been typed. */
  at: Date | undefined;
  /** True when the browser refused to keep them. */
  refused: boolean;
}

/** Keeps what is typed in the tab, at every change. */
export function useDraft(name: string, typed: TypedAnswers): Saved {
  const untouched = useRef(typed);
  const [saved, setSaved] = useState<Saved>({ at: undefined, refused: false });
  useEffect(() => {
    if (typed === untouched.current) return;
    const kept = writeDraft(tabKeeper, name, typed);
    setSaved((before) => ({ at: kept ? new Date() : before.at, refused: !kept }));
  }, [name, typed]);
  return saved;
}
