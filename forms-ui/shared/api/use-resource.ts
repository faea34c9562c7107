import { useCallback, useEffect, useRef, useState } from 'react';
import { useLanguage } from '../i18n/use-language';

export interface Resource<T> {
  /** The latest answer; kept while a newer one is fetched, also when that fails. */
  data: T | undefined;
  error: unknown;
  reload: () => void;
  /** Puts an answer that came another way, such as that of a POST, in place. */
  replace: (data: T) => void;
}

interface Fetched<T> {
  identity: string;
  data?: T;
  error?: unknown;
}

/**
 * Fetches when the page appears, when the reader changes language and on `reload`.
 * `identity` names what is fetched: another identity never shows the previous one's data.
 */
export function useResource<T>(
  identity: string,
  load: (signal: AbortSignal) => Promise<T>,
): Resource<T> {
  const language = useLanguage();
  const [fetched, setFetched] = useState<Fetched<T>>({ identity });
  const [generation, setGeneration] = useState(0);
  const latestLoad = useRef(load);
  useEffect(() => {
    latestLoad.current = load;
  });
  useEffect(() => {
    const abort = new AbortController();
    const store = (change: Partial<Fetched<T>>) => {
      if (abort.signal.aborted) return;
      setFetched((before) => ({
        ...(before.identity === identity ? before : {}),
        ...change,
        identity,
      }));
    };
    latestLoad.current(abort.signal).then(
      (data) => store({ data, error: undefined }),
      (error: unknown) => store({ error }),
    );
    return () => abort.abort();
  }, [identity, language, generation]);
  const current = fetched.identity === identity ? fetched : undefined;
  return {
    data: current?.data,
    error: current?.error,
    reload: useCallback(() => setGeneration((n) => n + 1), []),
    replace: useCallback((data: T) => setFetched({ identity, data }), [identity]),
  };
}
