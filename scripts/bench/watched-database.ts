import type { Database } from '../../database/database';

export interface WatchedDatabase extends Database {
  /** Told what each committed transaction returned, until another listener takes its place. */
  onResult(listener: (result: unknown) => void): void;
}

/** Lets the bench see what was recorded without asking the database, which would cost what it measures. */
export function watched(database: Database): WatchedDatabase {
  let heard: (result: unknown) => void = () => undefined;
  return {
    ...database,
    async transaction(municipalityId, work) {
      const result = await database.transaction(municipalityId, work);
      heard(result);
      return result;
    },
    onResult(listener) {
      heard = listener;
    },
  };
}
