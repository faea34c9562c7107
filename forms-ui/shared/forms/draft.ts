import type { DraftView } from '../../../domain/api/shapes';
import type { Keeper } from '../storage';
import type { TypedAnswers } from './typed-answers';

/** What has been typed and not yet sent. */
export interface Draft {
  answers: unknown;
  /** Where it is kept on the server, once it is. */
  kept?: KeptDraft;
}

/** What a tab knows of its draft on the server. */
export type KeptDraft = Pick<DraftView, 'id' | 'revision' | 'keptUntil' | 'link'>;

const storageKey = (name: string) => `samverkan.draft.${name}`;

/** The draft of a form in this tab; undefined when there is none or it cannot be read. */
export function readDraft(keeper: Keeper, name: string): Draft | undefined {
  try {
    const stored: unknown = JSON.parse(keeper.read(storageKey(name)) ?? 'null');
    if (typeof stored !== 'object' || stored === null || !('answers' in stored)) return undefined;
    const kept = 'kept' in stored && isKept(stored.kept) ? { kept: stored.kept } : {};
    return { answers: stored.answers, ...kept };
  } catch {
    return undefined;
  }
}

/** Keeps what has been typed; false when the browser refused. */
export function writeDraft(
  keeper: Keeper,
  name: string,
  answers: TypedAnswers,
  kept?: KeptDraft,
): boolean {
  return keeper.write(storageKey(name), JSON.stringify({ answers, ...(kept && { kept }) }));
}

function isKept(stored: unknown): stored is KeptDraft {
  if (typeof stored !== 'object' || stored === null) return false;
  const { id, revision } = stored as Partial<Record<keyof KeptDraft, unknown>>;
  return typeof id === 'string' && typeof revision === 'number';
}

export function forgetDraft(keeper: Keeper, name: string): void {
  keeper.remove(storageKey(name));
}
