import type { ReceiptView } from '../../domain/api/shapes';
import { startSystem, type System } from '../support/system';
import { runsOf, walkToRegister } from '../support/walks';

describe('histories of an accession', () => {
  let system: System;
  let receipt: ReceiptView;

  beforeAll(async () => {
    system = await startSystem('pglite');
  });
  afterAll(() => system.close());

  it('stay within 120 events on the whole path, in a fresh run per phase', async () => {
    receipt = await walkToRegister(system);
    const runs = await runsOf(system, receipt);
    const events = runs.map((run) => run.events?.length ?? 0);
    expect(runs.length).toBeGreaterThan(1);
    expect(events.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(120);
  });
});
