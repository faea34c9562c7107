import type { Keeper } from '../storage';
import type { TypedAnswers } from './typed-answers';

/** What has been typed and not yet sent. */
export interface Draft {
  answers: unknown;
}

const storageKey = (name: string) => `samverkan.draft.${name}`;

/** The draft of a form in this tab; undefined when there is none or it cannot be read. */
export function readDraft(keeper: Keeper, name: string): Draft | undefined {
  try {
    const stored: unknown = JSON.parse(keeper.read(storageKey(name)) ?? 'null');
    return typeof stored === 'object' && stored !== null && 'answers' in stored
      ? { answers: stored.answers }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what has been typed; false when the browser refused. */
export function writeDraft(keeper: Keeper, name: string, answers: TypedAnswers): boolean {
  return keeper.write(storageKey(name), JSON.stringify({ answers }));
}

export function forgetDraft(keeper: Keeper, name: string): void {
  keeper.remove(storageKey(name));
}
