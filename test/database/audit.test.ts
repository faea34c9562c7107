import type { ReceiptView } from '../../domain/api/shapes';
import { openDatabase, type Database } from '../../database/open';
import {
  appendAudit,
  firstBrokenEntry,
  type AuditEntry,
} from '../../database/repositories/audit.repository';
import { lockCase } from '../../database/repositories/case.repository';
import { ApiClient } from '../support/api-client';
import { anApplication } from '../support/applications';
import { databaseKinds, makeTestDatabase, type TestDatabasePlace } from '../support/databases';
import { openRaw, type RawConnection } from '../support/raw-sql';
import { startTestServer } from '../support/test-server';

const municipality = 'sodertalje';
/** The application's own and twenty that came at the same moment. */
const entries = 21;

describe.each(databaseKinds())('the audit chain on %s', (kind) => {
  let place: TestDatabasePlace;
  let raw: RawConnection;
  let caseId: string;
  let otherCaseId: string;

  beforeAll(async () => {
    place = await makeTestDatabase(kind);
    const server = await startTestServer(await openDatabase(place.where));
    [caseId, otherCaseId] = [await receiveCase(server.url), await receiveCase(server.url)];
    const parallel = Array.from({ length: entries - 1 }, (_, i) => i + 1);
    await Promise.all(
      [caseId, otherCaseId].flatMap((id) => parallel.map((i) => append(server.database, id, i))),
    );
    await server.close();
    raw = await openRaw(place.where);
  });
  afterAll(async () => {
    await raw.close();
    await place.remove();
  });

  async function receiveCase(url: string): Promise<string> {
    const response = await new ApiClient(url).post(
      `/api/${municipality}/applications`,
      anApplication(),
    );
    return ((await response.json()) as ReceiptView).caseId;
  }

  function append(database: Database, id: string, i: number): Promise<void> {
    return database.transaction(municipality, async (tx) => {
      await lockCase(tx, municipality, id);
      await appendAudit(tx, municipality, id, {
        at: new Date(Date.UTC(2026, 0, i)),
        actor: 'system',
        event: 'letterSent',
        details: { letter: `letter-${i}`, ordinal: i },
      });
    });
  }

  async function chain(id: string): Promise<AuditEntry[]> {
    const { rows } = await raw.query('select * from audit where case_id = $1 order by sequence', [
      id,
    ]);
    return rows as unknown as AuditEntry[];
  }

  /** What is found after somebody with the superuser's rights was there; undone afterwards. */
  async function findAfter(sql: string) {
    await raw.query('begin');
    try {
      const { changed } = await raw.query(sql.replaceAll('$case', `'${caseId}'`));
      expect(changed).toBeGreaterThan(0);
      return {
        here: firstBrokenEntry(await chain(caseId)),
        elsewhere: firstBrokenEntry(await chain(otherCaseId)),
      };
    } finally {
      await raw.query('rollback');
    }
  }

  it('is whole, in one order without gaps, after many entries at once', async () => {
    for (const id of [caseId, otherCaseId]) {
      const audit = await chain(id);
      expect(audit.map(({ sequence }) => sequence)).toEqual(
        Array.from({ length: entries }, (_, i) => i + 1),
      );
      expect(firstBrokenEntry(audit)).toBeNull();
    }
  });

  const entry = (sequence: number) => `where case_id = $case and sequence = ${sequence}`;

  it.each([
    ['another event', `update audit set event = 'approved' ${entry(3)}`, 3],
    ['another actor', `update audit set actor = 'signatory' ${entry(1)}`, 1],
    ['another time', `update audit set at = at + interval '1 millisecond' ${entry(4)}`, 4],
    ['another detail', `update audit set details = '{"letter":"other"}' ${entry(5)}`, 5],
    ['another hash', `update audit set sha256 = repeat('0', 64) ${entry(21)}`, 21],
    ['a removed first entry', `delete from audit ${entry(1)}`, 2],
    ['a removed entry', `delete from audit ${entry(3)}`, 4],
    ['an entry put elsewhere', `update audit set sequence = 100 ${entry(3)}`, 4],
    [
      'an entry taken from another case',
      `insert into audit (municipality_id, case_id, sequence, at, actor, event, details,
         previous_sha256, sha256)
       select municipality_id, $case, 22, at, actor, event, details, previous_sha256, sha256
       from audit where case_id <> $case and sequence = 21`,
      22,
    ],
  ])('shows %s', async (_what, sql, broken) => {
    expect(await findAfter(sql)).toEqual({ here: broken, elsewhere: null });
  });
});
