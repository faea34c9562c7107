import { useState } from 'react';
import { tabKeeper } from '../storage';

const storageKey = (name: string) => `samverkan.gone.${name}`;

/** The headings of a form that somebody has gone through, kept in the tab as the form itself is. */
export function useGoneThrough(name: string) {
  const [gone, setGone] = useState(() => readGone(name));
  const mark = (heading: string) => {
    const next = [...new Set([...gone, heading])];
    tabKeeper.write(storageKey(name), JSON.stringify(next));
    setGone(next);
  };
  return { gone, mark };
}

function readGone(name: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(tabKeeper.read(storageKey(name)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}
