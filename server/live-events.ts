import { EventEmitter } from 'node:events';
import type { Database } from '../database/database';

/** Tells watching pages that their case has changed. It says only "look", never what. */
export interface LiveEvents {
  /** Returns how to stop watching. */
  watch(municipalityId: string, caseId: string, changed: () => void): () => void;
  close(): Promise<void>;
}

/** `onWord` is called when a worker has left word for a workflow. */
export async function createLiveEvents(
  database: Database,
  onWord: () => void,
): Promise<LiveEvents> {
  const emitter = new EventEmitter().setMaxListeners(0);
  const name = (municipalityId: string, caseId: string) => `${municipalityId}:${caseId}`;
  const stop = await database.onCaseEvent((event) => {
    if (event.what === 'word') onWord();
    else emitter.emit(name(event.municipalityId, event.caseId));
  });
  return {
    watch(municipalityId, caseId, changed) {
      emitter.on(name(municipalityId, caseId), changed);
      return () => emitter.off(name(municipalityId, caseId), changed);
    },
    close: stop,
  };
}
