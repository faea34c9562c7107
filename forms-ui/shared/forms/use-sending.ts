import { useRef, useState } from 'react';
import { ApiError } from '../api/client';
import type { AnswersForm } from './use-answers-form';

export interface Sending {
  busy: boolean;
  /** What the last attempt failed with. Field faults are not here, they land at the fields. */
  error: unknown;
  /** Runs the call unless one is under way. */
  send: (call: () => Promise<void>, reject?: AnswersForm['reject']) => Promise<void>;
}

/** Sends at most once at a time; a refusal with field faults goes to the fields. */
export function useSending(): Sending {
  const underWay = useRef(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const send: Sending['send'] = async (call, reject) => {
    if (underWay.current) return;
    underWay.current = true;
    setBusy(true);
    setError(undefined);
    try {
      await call();
    } catch (failure) {
      const fields = failure instanceof ApiError ? failure.problem?.fields : undefined;
      if (reject && fields && Object.keys(fields).length > 0) reject(fields);
      else setError(failure);
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  };
  return { busy, error, send };
}
