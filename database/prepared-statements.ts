import { createHash } from 'node:crypto';
import { PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import type { Pool, PoolClient } from 'pg';

/**
 * Kysely over a pool whose connections keep what the database has parsed: the same few statements
 * come again and again, and parsing them costs more than carrying them out.
 */
export function preparingDialect(pool: Pool): PostgresDialect {
  const preparing: PostgresPool = {
    connect: async () => preparingClient(await pool.connect()),
    end: () => pool.end(),
  };
  return new PostgresDialect({ pool: preparing });
}

/** A connection where such an error came up forgets its statements by being replaced. */
const outdated = new Set([
  // A table has changed under a statement: another release has migrated it.
  '0A000',
  // A pooler between us and the database has given the connection another session.
  '26000',
]);

function preparingClient(client: PoolClient): PostgresPoolClient {
  let spoilt = false;
  /** The beginning of a transaction goes with its first statement: a round trip less. */
  let held = '';
  const takeHeld = () => {
    const text = held;
    held = '';
    return text;
  };
  const query = async (text: string, values: readonly unknown[]) => {
    try {
      if (text === 'begin') {
        held = 'begin;';
        return { rows: [] };
      }
      // One without values goes in one message, which costs least, and takes along what was held.
      if (values.length === 0) return await client.query(takeHeld() + text);
      if (held) await client.query(takeHeld());
      return await client.query({ name: statementName(text), text, values: [...values] });
    } catch (error) {
      spoilt ||= outdated.has((error as { code?: string }).code ?? '');
      throw error;
    }
  };
  // The overload for cursors is not served: nothing streams.
  return {
    query: query as unknown as PostgresPoolClient['query'],
    release: () => client.release(spoilt),
  };
}

const names = new Map<string, string>();

/** The program's statements are as many as its queries, so the names of all of them are kept. */
function statementName(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash('sha256').update(text).digest('base64url');
    names.set(text, name);
  }
  return name;
}
