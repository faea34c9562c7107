import { sql, type Kysely, type Transaction } from 'kysely';
import type { Tables } from './tables';

/** A transaction that sees one municipality only. */
export type Tx = Transaction<Tables>;

/** Something happened in a case: it has changed, or the relay has word to carry to its workflow. */
export interface CaseEvent {
  what: 'changed' | 'word';
  municipalityId: string;
  caseId: string;
}

export type CaseListener = (event: CaseEvent) => void;

/**
 * The only way to the data: every statement runs in a transaction that has taken the application's
 * role and one municipality, so row-level security holds even where a condition was forgotten.
 */
export interface Database {
  readonly kind: 'pglite' | 'postgres';
  transaction<T>(municipalityId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Calls the listener for everything announced of a case, once committed, from any process. Returns how to stop. */
  onCaseEvent(listener: CaseListener): Promise<() => Promise<void>>;
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

/** Selected by a statement that makes it so, announces it when the transaction commits. */
export function announced({ what, municipalityId, caseId }: CaseEvent) {
  return sql`pg_notify(${caseChannel}, ${`${what}:${municipalityId}:${caseId}`})`.as('announced');
}

export function parseCaseEvent(payload: string): CaseEvent {
  const [what, municipalityId = '', caseId = ''] = payload.split(':');
  return { what: what === 'word' ? 'word' : 'changed', municipalityId, caseId };
}
