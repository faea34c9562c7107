import type { Task } from '../../../database/repositories/task.repository';
import type { Tx } from '../../../database/database';
import { addToOutbox } from '../../../database/repositories/outbox.repository';
import { findTask } from '../../../database/repositories/task.repository';
import type { StepResult } from '../../../domain/process';
import { builtInProcesses } from '../../../domain/processes';
import { createProcessRegistry } from '../../../domain/processes/registry';
import { realClock } from '../../../server/clock';
import { answerTask, type AnsweringContext } from '../../../server/use-cases/answer-task';
import { workflowId } from '../../../server/relay/wake-workflow';
import { atOnce } from '../at-once';
import type { RecordedStep } from '../plain/activities';
import { storeCase, storeSubmission, type CaseReference } from '../plain/store';
import { Queues } from '../queues';
import { peers, plain } from '../municipalities';
import type { Setting } from '../setting';
import { untilIdle } from '../until-idle';
import { answeredSignal } from '../workflows/plain-peers';

export const peersVariants = [
  'peersCase',
  'peersWithLocalActivities',
  'peersWithOrdinaryActivities',
] as const;
export type PeersVariant = (typeof peersVariants)[number];

const answers = { outcome: 'approve' };
const application = { coordinatorName: 'Amina Ek', coordinatorEmail: 'amina@lyktan.example' };
let cases = 0;

/** Runs so many of the peers' cases in one way, 20 at once, until the last workflow has ended. */
export async function runPeers(
  setting: Setting,
  variant: PeersVariant,
  count: number,
): Promise<void> {
  const walk = variant === 'peersCase' ? throughKernel(setting) : plainly(setting, variant);
  const taskQueue = variant === 'peersCase' ? setting.queues.product : setting.queues.plain;
  const since = new Date();
  await atOnce(20, count, walk);
  await untilIdle(setting.client, { workflowType: variant, taskQueue, since });
}

/** Starting and answering as the product does: rows, outbox, relay. */
function throughKernel({ database, relay }: Setting): () => Promise<void> {
  const events = new Queues<string>();
  // A step that opens a task returns it; the last two steps open none.
  database.onResult((result) => {
    const results = stepResults(result);
    if (!results) return;
    const task = results.at(-1)?.tasks?.[0];
    events.put(task ? 'opened' : 'finished', task?.id ?? '');
  });
  const processes = createProcessRegistry(builtInProcesses);
  const context: AnsweringContext = {
    forms: processes.forms,
    processes,
    municipalities: new Map([[peers.id, peers]]),
    clock: realClock,
  };
  const answer = async (taskId: string) => {
    await database.transaction(peers.id, async (tx) => {
      const task = (await findTask(tx, peers.id, taskId)) as Task;
      await answerTask(tx, context, task, answers);
    });
    relay.nudge();
  };
  return async () => {
    await database.transaction(peers.id, async (tx) => {
      const { caseId } = await begin(tx, peers.id, aCase('peersCase', 'prepare'));
      await addToOutbox(tx, peers.id, { caseId, kind: 'start', at: new Date() });
    });
    relay.nudge();
    await answer(await events.take('opened'));
    await answer(await events.take('opened'));
    await events.take('finished');
  };
}

/** What a transaction recorded: the first steps by themselves, the others with an answer. */
function stepResults(result: unknown): readonly StepResult[] | undefined {
  if (isTakenAnswer(result)) return result.recorded;
  return Array.isArray(result) && result.some(opensTask) ? (result as StepResult[]) : undefined;
}

function isTakenAnswer(result: unknown): result is { recorded: readonly StepResult[] } {
  return typeof result === 'object' && result !== null && 'recorded' in result;
}

function opensTask(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'tasks' in result;
}

/** A row and a start, a row and a signal. */
function plainly(
  { database, client, queues }: Setting,
  variant: PeersVariant,
): () => Promise<void> {
  const events = new Queues<CaseReference>();
  database.onResult((result) => {
    if (!isRecordedStep(result)) return;
    const { step, ...found } = result;
    if (step === 3 || step === 6) events.put('waiting', found);
    if (step === 8) events.put('finished', found);
  });
  const answer = async (found: CaseReference) => {
    await database.transaction(plain.id, async (tx) => {
      await storeSubmission(tx, found, { answers });
    });
    await client.workflow.getHandle(workflowId(found)).signal(answeredSignal);
  };
  return async () => {
    const found = await database.transaction(plain.id, (tx) =>
      begin(tx, plain.id, aCase(variant, 'none')),
    );
    await client.workflow.start(variant, {
      workflowId: workflowId(found),
      taskQueue: queues.plain,
      args: [found],
    });
    await answer(await events.take('waiting'));
    await answer(await events.take('waiting'));
    await events.take('finished');
  };
}

/** A case has an application, whoever leads it: our kernel looks whom it names before it asks. */
async function begin(
  tx: Tx,
  municipalityId: string,
  row: ReturnType<typeof aCase>,
): Promise<CaseReference> {
  const found = { municipalityId, caseId: await storeCase(tx, municipalityId, row) };
  await storeSubmission(tx, found, { answers: application });
  return found;
}

function isRecordedStep(result: unknown): result is RecordedStep {
  return typeof result === 'object' && result !== null && 'step' in result;
}

function aCase(process: string, phase: string) {
  cases += 1;
  return {
    process,
    phase,
    number: `P ${cases}`,
    organisationName: 'Föreningen Lyktan',
    organisationNumber: null,
    agreementVersionId: null,
  };
}
