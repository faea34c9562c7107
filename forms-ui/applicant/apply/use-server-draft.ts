import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftView } from '../../../domain/api/shapes';
import { ApiError } from '../../shared/api/client';
import { getDraft, saveDraft } from '../../shared/api/endpoints';
import { hasCode } from '../../shared/api/problem-sentence';
import type { KeptDraft } from '../../shared/forms/draft';
import type { TypedAnswers } from '../../shared/forms/typed-answers';

/**
 * What is saved on the server: all of it, not yet, not for now, something else meanwhile, or
 * nothing any more, because the draft has been sent or removed.
 */
export type ServerState = 'saved' | 'saving' | 'failed' | 'changed' | 'over';

export interface ServerDraft {
  kept: KeptDraft | undefined;
  state: ServerState;
  savedAt: Date | undefined;
  /** Takes over what the server says of the draft. */
  take: (view: DraftView, answers: TypedAnswers) => void;
  /** Takes note of what became of its link, and of nothing else. */
  noteLink: (link: KeptDraft['link']) => void;
  /** Saves this version over what somebody else saved. */
  overwrite: () => Promise<void>;
}

const pauseMs = 800;
const retryMs = 5_000;

/**
 * Saves what is typed on the server, once the application is kept there: after a pause in typing,
 * one saving at a time, again and again until it succeeds.
 */
export function useServerDraft(
  municipality: string,
  initially: KeptDraft | undefined,
  typed: TypedAnswers,
): ServerDraft {
  const [kept, setKept] = useState(initially);
  const [state, setState] = useState<ServerState>('saved');
  const [savedAt, setSavedAt] = useState<Date>();
  const [attempt, setAttempt] = useState(0);
  // What the next saving works with, whatever has been rendered since the last one.
  const known = useRef({ kept: initially, saved: typed, typed });
  const savings = useRef(Promise.resolve());
  useEffect(() => {
    known.current.typed = typed;
  }, [typed]);

  const take = useCallback((view: DraftView, answers: TypedAnswers) => {
    const { id, revision, keptUntil, link } = view;
    Object.assign(known.current, { kept: { id, revision, keptUntil, link }, saved: answers });
    setKept({ id, revision, keptUntil, link });
    setSavedAt(new Date(view.savedAt));
    setState('saved');
    setAttempt(0);
  }, []);

  const noteLink = useCallback((link: KeptDraft['link']) => {
    const draft = known.current.kept;
    if (!draft || draft.link === link) return;
    known.current.kept = { ...draft, link };
    setKept(known.current.kept);
  }, []);

  const save = useCallback(async () => {
    const { kept: draft, saved, typed: answers } = known.current;
    if (!draft || answers === saved) return;
    try {
      const change = { revision: draft.revision, answers };
      take(await saveDraft(municipality, draft.id, change), answers);
    } catch (error) {
      if (hasCode(error, 'draft.changed')) return setState('changed');
      if (isOver(error)) {
        known.current.kept = undefined;
        setKept(undefined);
        return setState('over');
      }
      setState('failed');
      setAttempt((n) => n + 1);
    }
  }, [municipality, take]);

  const id = kept?.id;
  const undecided = state === 'changed';
  useEffect(() => {
    if (id === undefined || undecided || typed === known.current.saved) return;
    const timer = setTimeout(
      () => {
        setState('saving');
        savings.current = savings.current.then(save);
      },
      attempt > 0 ? retryMs : pauseMs,
    );
    return () => clearTimeout(timer);
  }, [id, undecided, typed, attempt, save]);

  const overwrite = async () => {
    const { kept: draft, typed: answers } = known.current;
    if (!draft) return;
    const { revision } = await getDraft(municipality, draft.id);
    take(await saveDraft(municipality, draft.id, { revision, answers }), answers);
  };
  return { kept, state, savedAt, take, noteLink, overwrite };
}

/** The draft is sent or gone: from now on there is only the tab. */
function isOver(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 401 || hasCode(error, 'draft.sent'));
}
