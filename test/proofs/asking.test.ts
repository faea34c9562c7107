import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import { caseStand, readRounds } from '../../database/repositories/round.repository';
import { getCase } from '../../database/repositories/case.repository';
import type { Problem, ReceiptView } from '../../domain/api/shapes';
import { DomainError } from '../../domain/errors';
import { intervene, type Wish } from '../../server/use-cases/intervene';
import { answerTask, type AnsweringContext } from '../../server/use-cases/answer-task';
import { builtInProcesses } from '../../domain/processes';
import { createProcessRegistry } from '../../domain/processes/registry';
import { Model, type ModelAction } from '../domain/asking/model';
import { eventually } from '../support/eventually';
import { startSystem, type System } from '../support/system';
import { forward } from '../support/temporal';

const sequences = 200;
/** More than can be worked on: some wait for time to pass or for the worker. */
const atOnce = 16;
/**
 * The worker is away again and again, on a busy machine for longer. Whoever asks often takes the one
 * database's time from the cases themselves.
 */
const patience = { timeoutMs: 120_000, intervalMs: 200 };
/** Whoever is asked first, and the two who may stand in. */
const people = 3;

/** By sequences, not by time: a slow machine would spend most of it starting workers. */
const betweenCrashes = 10;

type Move = ModelAction['kind'] | 'lateAnswer';

const moves = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom<Move>('delegate', 'reissue', 'extend') },
    { weight: 2, arbitrary: fc.constantFrom<Move>('pause', 'resume', 'resume') },
    { weight: 1, arbitrary: fc.constantFrom<Move>('answer', 'lateAnswer', 'cancel', 'conflict') },
  ),
  { minLength: 3, maxLength: 9 },
);

/** The model of `test/domain/asking`, against cases of the running system. */
describe('what people do to cases of the real system', () => {
  let system: System;

  beforeAll(async () => {
    system = await startSystem('pglite');
  });
  afterAll(() => system.close());

  it(`ends as the model says, ${sequences} times, while the worker comes and goes`, async () => {
    const plans = fc.sample(moves, sequences);
    const counts = { decided: 0, ended: 0, open: 0 };
    let next = 0;
    let ended = 0;
    let crashes = 0;
    const walkers = Array.from({ length: atOnce }, async () => {
      for (let i = next++; i < plans.length; i = next++) {
        counts[await walk(plans[i]!)] += 1;
        ended += 1;
      }
    });
    const walked = new AbortController();
    const crashing = (async () => {
      for (let due = 0; !walked.signal.aborted; await sleep(100)) {
        if (ended < due) continue;
        due = ended + betweenCrashes;
        await system.worker.stop();
        await system.worker.start();
        crashes += 1;
      }
    })();
    await Promise.all(walkers).finally(() => walked.abort());
    await crashing;
    // Otherwise it would prove little.
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(10);
    expect(crashes).toBeGreaterThan(10);
  }, 900_000);

  async function walk(plan: readonly Move[]): Promise<'decided' | 'ended' | 'open'> {
    const receipt = await system.apply();
    await begun(receipt);
    const model = new Model({ kind: 'first' }, 1, false);
    let asked = 1;
    for (const move of plan) {
      const noneLeft = asked >= people;
      // Nobody is left to ask, so passing on is refused before the rules of asking are.
      if (noneLeft && (move === 'delegate' || move === 'conflict')) continue;
      const { refused, to } = await act(receipt, move, asked);
      expect([plan, move, refused]).toEqual([plan, move, model.apply(asModel(move, to !== null))]);
      if (to !== null && refused === undefined) asked += 1;
      await heard(receipt);
      model.apply({ kind: 'look' });
      if (model.describe().over) break;
    }
    await eventually(
      'the rows are as the model says',
      async () => {
        const found = await describeCase(receipt);
        return JSON.stringify(found) === JSON.stringify(model.describe());
      },
      patience,
    );
    const { ended, over } = model.describe();
    return ended ? 'ended' : over ? 'decided' : 'open';
  }

  async function begun({ caseId }: ReceiptView): Promise<void> {
    await eventually(
      'the review has begun',
      () =>
        system.server.database.transaction('sodertalje', async (tx) => {
          return (await getCase(tx, 'sodertalje', caseId)).state === 'reviewing';
        }),
      patience,
    );
  }

  /** A conflict with somebody left to ask is, for the model, passing on. */
  function asModel(move: Move, hasSuccessor: boolean): ModelAction {
    if (move === 'answer' || move === 'lateAnswer') {
      return { kind: 'answer', seat: 0, outcome: 'approve' };
    }
    if (move === 'conflict' && hasSuccessor) return { kind: 'delegate', seat: 0 };
    if (move === 'delegate' || move === 'conflict' || move === 'reissue' || move === 'extend') {
      return { kind: move, seat: 0 };
    }
    return { kind: move };
  }

  async function act(receipt: ReceiptView, move: Move, asked: number) {
    const successor = { ...sodertalje.deputies![asked - 1]!, language: 'sv' as const };
    const to = move === 'delegate' || move === 'conflict' ? successor : null;
    if (move === 'lateAnswer') {
      await forward(system.temporal.client, system.workflowId(receipt), '24 days');
    }
    const refused = await attempt(receipt, move, to);
    system.server.nudgeRelay();
    return { refused, to };
  }

  async function attempt(receipt: ReceiptView, move: Move, to: Successor | null) {
    const { caseId } = receipt;
    try {
      await system.server.database.transaction('sodertalje', async (tx) => {
        const tasks = await tx
          .selectFrom('task')
          .selectAll()
          .where('case_id', '=', caseId)
          .where('kind', '=', 'review')
          .orderBy('opened_at', 'desc')
          .execute();
        const task = tasks.find(({ state }) => state !== 'passedOn') ?? tasks[0]!;
        if (move === 'answer' || move === 'lateAnswer') {
          await answerTask(tx, context, task, { outcome: 'approve' });
          return;
        }
        const intervention = { caseId, reason: 'Så blev det.', actor: 'official' } as const;
        const wish = wishOf(move, task.id, to);
        await intervene(tx, sodertalje, { ...intervention, wish }, new Date());
      });
      return undefined;
    } catch (error) {
      if (error instanceof DomainError) return error.code as Problem['code'];
      throw error;
    }
  }

  async function heard({ caseId }: ReceiptView): Promise<void> {
    await eventually(
      'the process has heard of it',
      async () => {
        const words = await system.server.database.transaction('sodertalje', (tx) =>
          tx
            .selectFrom('outbox')
            .select('id')
            .where('case_id', '=', caseId)
            .where('kind', '=', 'look')
            .where('consumed_at', 'is', null)
            .execute(),
        );
        return words.length === 0;
      },
      patience,
    );
  }

  /** The review as the rows have it, in the model's words. */
  function describeCase({ caseId }: ReceiptView) {
    return system.server.database.transaction('sodertalje', async (tx) => {
      const found = await getCase(tx, 'sodertalje', caseId);
      const [review] = caseStand(found, await readRounds(tx, found)).rounds;
      const seats = review?.tasks.map(({ state }) => state) ?? [];
      const last = seats.findLast((state) => state !== 'passedOn') ?? 'passedOn';
      return {
        paused: found.paused_at !== null,
        ended: found.ending !== null,
        outcome: review?.outcome ?? null,
        over: review?.state !== 'open',
        seats: [last],
      };
    });
  }
});

type Successor = { name: string; email: string; language: 'sv' };

const processes = createProcessRegistry(builtInProcesses);
const context: AnsweringContext = {
  forms: processes.forms,
  processes,
  municipalities: new Map([[sodertalje.id, sodertalje]]),
  clock: () => new Date(),
};

function wishOf(
  move: Exclude<Move, 'answer' | 'lateAnswer'>,
  task: string,
  to: Successor | null,
): Wish {
  switch (move) {
    case 'delegate':
      return { kind: 'delegate', task, to: to! };
    case 'conflict':
      return { kind: 'conflict', task, to };
    case 'extend':
      return { kind: 'extend', task, deadline: '2099-01-12' };
    case 'reissue':
      return { kind: 'resend', task };
    case 'pause':
    case 'resume':
    case 'cancel':
      return { kind: move };
    default:
      throw new Error(`nobody does ${move}`);
  }
}
