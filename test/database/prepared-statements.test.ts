import { openDatabase } from '../../database/open';
import { getCase } from '../../database/repositories/case.repository';
import { databaseKinds, makeTestDatabase, openTestDatabase } from '../support/databases';
import { openRaw } from '../support/raw-sql';
import { suiteNeeding } from '../support/suites';

const unknownCase = '00000000-0000-4000-8000-000000000000';

describe.each(databaseKinds())('statements on %s', (kind) => {
  it('are prepared once, however often they come', async () => {
    const database = await openTestDatabase(kind);
    try {
      const prepared = await database.transaction('sodertalje', async (tx) => {
        for (let i = 0; i < 3; i += 1) {
          await expect(getCase(tx, 'sodertalje', unknownCase)).rejects.toThrow('case.unknown');
        }
        return tx
          .selectFrom('pg_prepared_statements' as never)
          .selectAll()
          .execute();
      });
      expect(prepared).toHaveLength(1);
    } finally {
      await database.close();
    }
  });

  it('of a failed transaction leave nothing behind, and the next one works', async () => {
    const database = await openTestDatabase(kind);
    try {
      const failing = database.transaction('sodertalje', async (tx) => {
        await tx.insertInto('municipality').values({ id: 'another', name: 'A' }).execute();
      });
      await expect(failing).rejects.toThrow();
      await expect(
        database.transaction('sodertalje', (tx) => getCase(tx, 'sodertalje', unknownCase)),
      ).rejects.toThrow('case.unknown');
    } finally {
      await database.close();
    }
  });
});

suiteNeeding('postgres')('when another release changes a table', () => {
  it('a connection whose statements no longer fit it is replaced', async () => {
    const { where, remove } = await makeTestDatabase('postgres');
    const database = await openDatabase(where);
    const raw = await openRaw(where);
    try {
      const look = () =>
        database.transaction('sodertalje', (tx) => getCase(tx, 'sodertalje', unknownCase));
      await expect(look()).rejects.toThrow('case.unknown');
      await raw.query('alter table cases add column added_later text');
      await expect(look()).rejects.toThrow(/cached plan|case\.unknown/);
      await expect(look()).rejects.toThrow('case.unknown');
    } finally {
      await raw.close();
      await database.close();
      await remove();
    }
  });
});
