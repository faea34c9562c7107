import { lookAtWheel } from '../../activities/records/look-at-wheel';
import { ekero } from '../../config/municipalities/ekero/municipality';
import { sodertaljeAgreement } from '../../config/municipalities/sodertalje/agreement';
import { beginWheels } from '../../database/begin-wheels';
import { fingerprint } from '../../database/fingerprint';
import type { Database } from '../../database/open';
import { addAgreementVersion } from '../../database/repositories/agreement.repository';
import { turnsOf, wheelActs } from '../../database/repositories/wheel.repository';
import type { Municipality } from '../../domain/municipality';
import { builtInProcesses } from '../../domain/processes';
import { createProcessRegistry } from '../../domain/processes/registry';
import { databaseKinds, openTestDatabase } from '../support/databases';

const municipality: Municipality = { ...ekero, followUp: { opensOn: '09-15' } };
const { id } = municipality;
const at = (day: string) => new Date(`${day}T09:00:00Z`);

describe.each(databaseKinds())('a wheel that has turned for a group alone, on %s', (kind) => {
  let database: Database;

  beforeAll(async () => {
    database = await openTestDatabase(kind);
  });
  afterAll(() => database.close());

  const look = (day: string) => {
    const processes = createProcessRegistry(builtInProcesses);
    const dependencies = { database, processes, forms: processes.forms };
    return lookAtWheel(
      { ...dependencies, municipality: () => municipality },
      { municipalityId: id, at: at(day).getTime() },
    );
  };
  const seen = () =>
    database.transaction(id, async (tx) => ({
      turns: (await turnsOf(tx, id)).map(({ year, state, caseId }) => ({ year, state, caseId })),
      acts: await wheelActs(tx, id),
    }));

  it('waits for an agreement, and opens no follow-up of the years before it', async () => {
    await database.transaction(id, (tx) =>
      tx.insertInto('municipality').values({ id, name: 'Ekerö kommun' }).execute(),
    );
    await beginWheels(database, [municipality], at('2026-02-02'));
    await look('2026-09-15');
    expect(await seen()).toEqual({ turns: [], acts: [] });
    const { sv, en } = sodertaljeAgreement.texts;
    const day = '2028-03-01';
    const version = { version: 1, adopted_on: day, effective_from: day, texts: { sv, en } };
    await database.transaction(id, (tx) =>
      addAgreementVersion(tx, id, { ...version, fingerprint: fingerprint(sv) }),
    );
    await look(day);
    const planned = [2028, 2029].map((year) => ({ year, state: 'planned', caseId: null }));
    expect(await seen()).toEqual({ turns: planned, acts: [] });
    // Nor the next time, when years are known.
    await look('2028-03-02');
    expect(await seen()).toEqual({ turns: planned, acts: [] });
  });
});
