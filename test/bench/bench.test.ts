import { sql } from 'kysely';
import { measureDrafts } from '../../scripts/bench/measures/drafts';
import { countEvents } from '../../scripts/bench/measures/history';
import { aLetterOfTwoPages } from '../../scripts/bench/measures/letter';
import { measureOpening } from '../../scripts/bench/measures/opening';
import { peersVariants, runPeers } from '../../scripts/bench/measures/peers';
import { measureReport } from '../../scripts/bench/measures/report';
import { measureReceipts, measureRoutes } from '../../scripts/bench/measures/routes';
import { runAccessions } from '../../scripts/bench/measures/whole-cases';
import { manyParties, peers, plain, product } from '../../scripts/bench/municipalities';
import { openingRows, reportRow } from '../../scripts/bench/rows';
import { startSetting, type Setting } from '../../scripts/bench/setting';
import { renderPdf } from '../../activities/documents/render/render-pdf';
import type { Database } from '../../database/database';
import { databaseKinds, openTestDatabase } from '../support/databases';
import { openTemporal, type TestTemporal } from '../support/temporal';

/** What the cases of a municipality have left in the record. */
interface Rows {
  cases: number;
  closed: number;
  steps: number;
  answers: number;
  sent: number;
  documents: number;
  parties: number;
  audit: number;
}

describe.each(databaseKinds())('the parts of the bench on %s', (kind) => {
  let temporal: TestTemporal;
  let database: Database;
  let setting: Setting;

  beforeAll(async () => {
    temporal = await openTemporal();
    database = await openTestDatabase(kind);
    setting = await startSetting(database, temporal.address);
  });
  afterAll(async () => {
    await setting.close();
    await database.close();
    await temporal.close();
  });

  const rowsOf = async (municipalityId: string): Promise<Rows> => {
    const { rows } = await database.transaction(municipalityId, (tx) =>
      sql<Rows>`select
        (select count(*)::int from cases) as cases,
        (select count(*)::int from cases where closed_at is not null) as closed,
        (select count(*)::int from step) as steps,
        (select count(*)::int from submission where form_reference <> 'accession-application@2'
          or task_id is not null) as answers,
        (select count(*)::int from letter where state = 'sent') as sent,
        (select count(*)::int from document) as documents,
        (select count(*)::int from party) as parties,
        (select count(*)::int from audit) as audit`.execute(tx),
    );
    return rows[0]!;
  };

  const draftOf = async (municipalityId: string) => {
    const { answers, revision } = await database.transaction(municipalityId, (tx) =>
      tx.selectFrom('task_draft').select(['answers', 'revision']).executeTakeFirstOrThrow(),
    );
    return { ...answers, revision };
  };

  it('leave the same rows for an accession with and without the kernel', async () => {
    await runAccessions(setting, 'accession', 3);
    await runAccessions(setting, 'plainAccession', 3);
    const ours = await rowsOf(product.id);
    // Every case has three recorded steps and six letters.
    expect(ours).toMatchObject({ cases: 3, closed: 3, steps: 9, sent: 18, parties: 3 });
    expect(await rowsOf(plain.id)).toEqual(ours);
    expect(await countEvents(setting, 'accession', 1)).toBeGreaterThan(20);
  });

  it("record eight steps and two answers for each of the peers' cases", async () => {
    const before = await rowsOf(plain.id);
    for (const variant of peersVariants) await runPeers(setting, variant, 2);
    const kernel = await rowsOf(peers.id);
    const after = await rowsOf(plain.id);
    expect(kernel).toMatchObject({ cases: 2, closed: 2, steps: 16, answers: 4 });
    expect(after.cases - before.cases).toBe(4);
    expect(after.steps - before.steps).toBe(32);
  });

  it('send applications and answers to both routes', async () => {
    const before = await rowsOf(plain.id);
    const { receipt, answer } = await measureRoutes(setting, 2);
    expect([receipt, answer].flatMap(({ product, plain }) => [product, plain])).toEqual(
      Array(4).fill([expect.any(Number), expect.any(Number)]),
    );
    await measureReceipts(setting, 1);
    const after = await rowsOf(plain.id);
    // Two applications, two cases for the answers, one application.
    expect(after.cases - before.cases).toBe(5);
  });

  it('ask each party once in an opening, within its events', async () => {
    const opening = await measureOpening(setting, 1, { some: 3, many: 100 });
    expect(openingRows(kind, opening)).toHaveLength(3);
    expect(opening.rates).toEqual({ ours: [expect.any(Number)], floor: [expect.any(Number)] });
    expect(opening.events).toBeLessThan(200);
    const sent = await database.transaction(manyParties.id, (tx) =>
      tx
        .selectFrom('letter')
        .select(({ fn }) => ['case_id', 'recipient_email', fn.countAll<string>().as('letters')])
        .where('recipient_email', 'like', 'forening-%')
        .where('state', '=', 'sent')
        .groupBy(['case_id', 'recipient_email'])
        .execute(),
    );
    // By the workflow, and without it.
    expect(sent).toHaveLength(200);
    expect(sent.filter(({ letters }) => Number(letters) !== 1)).toEqual([]);
  });

  it('save the same draft by both routes, in turn for two people', async () => {
    const { product: ours, plain: theirs } = await measureDrafts(setting, 40);
    expect([ours.length, theirs.length]).toEqual([40, 40]);
    const [kept, plainly] = await Promise.all([product.id, plain.id].map((id) => draftOf(id)));
    expect(kept).toMatchObject({ revision: 40, longTermOwn: '2' });
    expect(plainly).toEqual(kept);
  });
});

it('the report that is timed gives a row', async () => {
  const times = await measureReport(2);
  expect([times.hundred.length, times.thousand.length]).toEqual([2, 2]);
  expect(reportRow(times).result).toMatch(/\d/);
});

it('the letter that is timed has two pages', async () => {
  const pdf = await renderPdf(aLetterOfTwoPages());
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2);
});
