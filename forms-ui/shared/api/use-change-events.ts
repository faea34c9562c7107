import { useEffect, useRef } from 'react';

const reconnectAfter = 5_000;

/**
 * Calls `onChange` whenever what a stream of events tells of may have changed: at each event, after
 * a lost connection is back, and when the reader returns to the page.
 *
 * @param path the address of the stream
 */
export function useChangeEvents(path: string, onChange: () => void): void {
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    const notify = () => latest.current();
    const onReturn = () => {
      if (document.visibilityState === 'visible') notify();
    };
    const stop = listen(path, notify);
    document.addEventListener('visibilitychange', onReturn);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', onReturn);
    };
  }, [path]);
}

/** Listens until stopped. A refused stream, unlike a broken one, is not retried by the browser itself. */
function listen(path: string, notify: () => void): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let interrupted = false;
  const open = () => {
    source = new EventSource(path);
    source.onmessage = notify;
    source.onopen = () => {
      if (interrupted) notify();
      interrupted = false;
    };
    source.onerror = () => {
      interrupted = true;
      if (source.readyState !== EventSource.CLOSED) return;
      // Fetching renews a session that has run out, which the stream cannot do.
      notify();
      timer = setTimeout(open, reconnectAfter);
    };
  };
  open();
  return () => {
    source.close();
    clearTimeout(timer);
  };
}
