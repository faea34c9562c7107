import type { ReceiptView } from '../../domain/api/shapes';
import { eventually } from '../support/eventually';
import { startSystem, type System } from '../support/system';
import { forward } from '../support/temporal';
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

  it('stay short while nobody answers for more than a year, and nothing is said twice', async () => {
    const unanswered = await system.apply();
    await system.until(unanswered, 'reviewing');
    await forward(system.temporal.client, system.workflowId(unanswered), '420 days');
    const runs = await runsOf(system, unanswered);
    expect(runs.length).toBeGreaterThan(1);
    expect(Math.max(...runs.map(({ events }) => events?.length ?? 0))).toBeLessThan(600);
    const overdue = await eventually('every week is in the timeline', async () => {
      const { timeline } = await system.status(unanswered);
      const entries = timeline.filter(({ event }) => event === 'overdue');
      return entries.length >= 57 && entries;
    });
    // From the end of the tenth working day, which is the thirteenth day at the earliest, one a week.
    expect(overdue.length).toBeLessThanOrEqual(59);
  }, 180_000);
});
