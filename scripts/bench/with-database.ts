import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../test/support/postgres-cluster';
import type { BenchDatabase, DatabaseKind } from './measure';

/** A database of its own, for as long as something is done with it; it keeps what it is told on disk. */
export async function withDatabase<T>(
  kind: DatabaseKind,
  use: (database: BenchDatabase) => Promise<T>,
): Promise<T> {
  if (kind === 'postgres') {
    const cluster = await startPostgres({ durable: true });
    try {
      return await use({ kind, where: { url: cluster.url } });
    } finally {
      await cluster.remove();
    }
  }
  const directory = await mkdtemp(join(tmpdir(), 'samverkan-bench-pglite-'));
  try {
    return await use({ kind, where: { directory } });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
