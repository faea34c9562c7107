import type { SharedDraft } from '../../../domain/api/shapes';
import { changesBetween, type DraftAnswers } from '../../../domain/forms/shared-draft';
import type { FormDefinition } from '../../../domain/forms/types';
import { answered, startingAnswers, type TypedAnswers } from '../../shared/forms/typed-answers';
import type { Keeper } from '../../shared/storage';

/** What is in the fields of a tab, and what the server held in them as far as the tab had seen. */
export interface Beginning {
  typed: TypedAnswers;
  held: DraftAnswers;
}

const storageKey = (name: string) => `samverkan.draft.${name}`;

/** What a page begins with: the server's draft, and in it what this tab could not save the last time. */
export function beginFrom(
  form: FormDefinition,
  draft: SharedDraft,
  keeper: Keeper,
  name: string,
): Beginning {
  const kept = readUnsaved(keeper, name);
  const unsaved = kept
    ? changesBetween(kept.held, answered(startingAnswers(form, kept.answers)))
    : {};
  const held = new Map(Object.entries(draft.answers));
  const typed = new Map(held);
  for (const [id, { was, now }] of Object.entries(unsaved)) {
    if (was === null) held.delete(id);
    else held.set(id, was);
    typed.set(id, now);
  }
  return {
    held: Object.fromEntries(held),
    typed: startingAnswers(form, Object.fromEntries(typed)),
  };
}

/** Keeps in the tab what the server does not have yet; false when the browser refused. */
export function keepUnsaved(keeper: Keeper, name: string, { typed, held }: Beginning): boolean {
  return keeper.write(storageKey(name), JSON.stringify({ answers: typed, held }));
}

function readUnsaved(keeper: Keeper, name: string) {
  try {
    const kept: unknown = JSON.parse(keeper.read(storageKey(name)) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('answers' in kept)) return undefined;
    const held = 'held' in kept && typeof kept.held === 'object' && kept.held ? kept.held : {};
    return { answers: kept.answers, held: held as DraftAnswers };
  } catch {
    return undefined;
  }
}
