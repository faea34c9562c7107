import { useCallback, useEffect, useRef, useState } from 'react';
import type { SavedSharedDraft, SharedDraft } from '../../../domain/api/shapes';
import {
  changesBetween,
  fitForm,
  isSameAnswer,
  type DraftAnswers,
  type FieldChanges,
} from '../../../domain/forms/shared-draft';
import { forgetDraft } from '../../shared/forms/draft';
import { answered, startingAnswers, type TypedAnswers } from '../../shared/forms/typed-answers';
import type { AnswersForm } from '../../shared/forms/use-answers-form';
import { tabKeeper } from '../../shared/storage';
import { takeOver } from './take-over';
import { keepUnsaved, type Beginning } from './unsaved';

/** Whether what is typed is on the server: all of it, on its way, or not for now. */
export type SharedState = 'untouched' | 'saving' | 'saved' | 'failed';

export interface SharedAnswers {
  state: SharedState;
  savedAt: Date | undefined;
  /** Fields in which somebody else has written something else, with what they have written. */
  clashes: DraftAnswers;
  /** Says which answer of a field that two have written stays. */
  choose: (id: string, which: 'mine' | 'theirs') => void;
  /** Saves what is not saved and fetches what others have written: the fields that this has changed. */
  exchange: () => Promise<{ news: readonly string[]; clashing: boolean }>;
  /** The draft as this page has read it. */
  revision: () => number;
}

interface Options {
  /** Its name in this tab. */
  name: string;
  draft: SharedDraft;
  beginning: Beginning;
  answers: AnswersForm;
  save: (changes: FieldChanges) => Promise<SavedSharedDraft>;
  /** What it could not be saved for, where trying again may not help. */
  onRefused: (error: unknown) => void;
}

/** What an exchange works with. */
interface Known {
  /** What the server holds, as far as this page has seen. */
  held: DraftAnswers;
  revision: number;
  typed: TypedAnswers;
  clashes: DraftAnswers;
  /** Sent without an answer. */
  doubtful: DraftAnswers;
}

const pauseMs = 1_000;
const retryMs = 5_000;
const lookMs = 15_000;

/**
 * Keeps the answers of several people together: after a pause in typing what was changed is saved field by
 * field, and what others have written is filled in, for as long as the page is open.
 */
export function useSharedDraft(options: Options): SharedAnswers {
  const { name, draft, beginning, answers } = options;
  const { form, formik } = answers;
  const { values: typed, setFieldValue } = formik;
  const [state, setState] = useState<SharedState>('untouched');
  // What the server holds, for what is rendered.
  const [held, setHeld] = useState(beginning.held);
  const [savedAt, setSavedAt] = useState<Date>();
  const [attempt, setAttempt] = useState(0);
  const [clashes, setClashes] = useState<DraftAnswers>({});
  // What the next exchange works with, whatever has been rendered since the last one.
  const known = useRef<Known>({
    ...{ held: beginning.held, revision: draft.revision, typed },
    ...{ clashes: {}, doubtful: {} },
  });
  const exchanges = useRef<Promise<unknown>>(Promise.resolve());
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
    known.current.typed = typed;
  });

  const put = useCallback(
    (id: string, answer: unknown) => {
      const value = startingAnswers(form, { [id]: answer })[id] ?? '';
      known.current.typed = { ...known.current.typed, [id]: value };
      void setFieldValue(id, value, false);
    },
    [form, setFieldValue],
  );

  const unsaved = useCallback(
    (now: TypedAnswers): FieldChanges => {
      const { held, clashes: open } = known.current;
      const changed = Object.entries(changesBetween(held, answered(now)));
      // What no field can hold, and what is yet to be chosen, waits.
      return Object.fromEntries(
        changed.filter(([id, change]) => !(id in open) && fitForm(form, { [id]: change })),
      );
    },
    [form],
  );

  const settle = useCallback((open: DraftAnswers) => {
    const { typed: now } = known.current;
    const typedNow = answered(now);
    const left = Object.entries(open).filter(
      ([id, theirs]) => !isSameAnswer(typedNow[id] ?? null, theirs),
    );
    known.current.clashes = Object.fromEntries(left);
    setClashes(known.current.clashes);
  }, []);

  const take = useCallback(
    (saved: SavedSharedDraft, sent: DraftAnswers): readonly string[] => {
      const { held: before, doubtful, clashes: open } = known.current;
      const now = answered(known.current.typed);
      const { answers: after, revision } = saved;
      const { fill, clashes: found } = takeOver({ before, after, sent, now, doubtful });
      Object.assign(known.current, { held: after, revision, doubtful: {} });
      setHeld(after);
      for (const [id, theirs] of Object.entries(fill)) put(id, theirs);
      const still = Object.keys(open).map((id) => [id, after[id] ?? null] as const);
      settle({ ...Object.fromEntries(still), ...found });
      return [...Object.keys(fill), ...Object.keys(found)];
    },
    [put, settle],
  );

  const exchangeOnce = useCallback(async () => {
    const sent = answered(known.current.typed);
    const changes = unsaved(known.current.typed);
    const writes = Object.keys(changes).length > 0;
    try {
      const news = take(await latest.current.save(changes), sent);
      if (writes) {
        setSavedAt(new Date());
        setState('saved');
      }
      setAttempt(0);
      return { news, clashing: Object.keys(known.current.clashes).length > 0 };
    } catch (error) {
      const doubtful = Object.entries(changes).map(([id, { now }]) => [id, now] as const);
      Object.assign(known.current.doubtful, Object.fromEntries(doubtful));
      if (writes) setState('failed');
      setAttempt((n) => n + 1);
      throw error;
    }
  }, [take, unsaved]);

  const exchange = useCallback(() => {
    const next = exchanges.current.then(exchangeOnce);
    // One at a time; whoever waits for this one hears of its fault.
    exchanges.current = next.catch(() => undefined);
    return next;
  }, [exchangeOnce]);

  const look = useCallback(() => {
    exchange().catch((error: unknown) => latest.current.onRefused(error));
  }, [exchange]);

  useEffect(() => {
    const isSaved = Object.keys(changesBetween(known.current.held, answered(typed))).length === 0;
    if (isSaved) forgetDraft(tabKeeper, name);
    else keepUnsaved(tabKeeper, name, { typed, held: known.current.held });
  }, [name, typed, state, clashes]);

  useEffect(() => {
    if (Object.keys(unsaved(typed)).length === 0) return;
    const timer = setTimeout(look, attempt > 0 ? retryMs : pauseMs);
    return () => clearTimeout(timer);
  }, [typed, clashes, attempt, unsaved, look]);

  useEffect(() => {
    const lookIfSeen = () => {
      if (document.visibilityState === 'visible') look();
    };
    const timer = setInterval(lookIfSeen, lookMs);
    document.addEventListener('visibilitychange', lookIfSeen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', lookIfSeen);
    };
  }, [look]);

  const choose = (id: string, which: 'mine' | 'theirs') => {
    const { [id]: theirs, ...others } = known.current.clashes;
    if (which === 'theirs') put(id, theirs);
    known.current.clashes = others;
    setClashes(others);
  };
  const revision = () => known.current.revision;
  const isSaved = Object.keys(changesBetween(held, answered(typed))).every((id) => id in clashes);
  const shown = stateShown(state, isSaved);
  return { state: shown, savedAt, clashes, choose, exchange, revision };
}

/** What is being typed is on its way until it is saved. */
function stateShown(state: SharedState, isSaved: boolean): SharedState {
  if (isSaved) return state === 'untouched' ? 'untouched' : 'saved';
  return state === 'failed' ? 'failed' : 'saving';
}
