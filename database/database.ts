import { sql, type Kysely, type Transaction } from 'kysely';
import type { Tables } from './tables';

/** A transaction that sees one municipality only. */
export type Tx = Transaction<Tables>;

/** Told that something happened in a case. */
export type CaseListener = (event: { municipalityId: string; caseId: string }) => void;

/**
 * The only way to the data: every statement runs in a transaction that has taken the application's
 * role and one municipality, so row-level security holds even where a condition was forgotten.
 */
export interface Database {
  readonly kind: 'pglite' | 'postgres';
  transaction<T>(municipalityId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Calls the listener for every committed change of a case, from any process. Returns how to stop. */
  onCaseChanged(listener: CaseListener): Promise<() => Promise<void>>;
  /** Resolves when the database answers; rejects otherwise. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export const caseChannel = 'samverkan_case';

/** Runs `work` as the application's role, bound to one municipality until commit. */
export function municipalityTransaction<T>(
  db: Kysely<Tables>,
  municipalityId: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (tx) => {
    // set_config('role', …, true) is SET LOCAL ROLE, in the same round trip as the municipality; the
    // id as a literal, because a statement without parameters costs half.
    await sql`select set_config('role', 'samverkan_app', true), set_config('samverkan.municipality', ${sql.lit(municipalityId)}, true)`.execute(
      tx,
    );
    return work(tx);
  });
}

/** Selected by a statement that changes a case, announces the change when the transaction commits. */
export function caseChangeAnnounced(municipalityId: string, caseId: string) {
  return sql`pg_notify(${caseChannel}, ${`${municipalityId}:${caseId}`})`.as('announced');
}

export function parseCaseEvent(payload: string): { municipalityId: string; caseId: string } {
  const [municipalityId = '', caseId = ''] = payload.split(':');
  return { municipalityId, caseId };
}
