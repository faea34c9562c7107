import { setTimeout as sleep } from 'node:timers/promises';
import type { temporal } from '@temporalio/proto';
import type { ReceiptView } from '../../domain/api/shapes';
import { eventually } from './eventually';
import type { System } from './system';
import { forward } from './temporal';
import { asksForReview, asksForSignature } from './subjects';

/** The mailbox of Södertälje's case officer. */
export const officer = 'handlaggare@sodertalje.example';

/** What the signatory answers. */
export const signature = {
  outcome: 'answered',
  signedName: 'Olof Berg',
  signedRole: 'Ordförande',
  authorised: true,
};

/** The officer approves, by the link in the mail. */
export async function approve(system: System, receipt: ReceiptView): Promise<void> {
  const asked = await system.mail(officer, asksForReview(receipt.number));
  await system.answer(asked, { outcome: 'approve' });
}

/** The officer refuses, with reasons. */
export async function refuse(system: System, receipt: ReceiptView): Promise<void> {
  const asked = await system.mail(officer, asksForReview(receipt.number));
  await system.answer(asked, { outcome: 'refuse', reasons: 'Organisationen finns inte än.' });
}

/** The signatory signs, by the link in the mail. */
export async function sign(
  system: System,
  receipt: ReceiptView,
  signatoryEmail: string,
): Promise<void> {
  const asked = await system.mail(signatoryEmail, asksForSignature(receipt.number));
  await system.answer(asked, signature);
}

/** Virtual time passes until the first reminder of whoever is asked has come. */
export async function passFirstReminder(system: System, receipt: ReceiptView): Promise<void> {
  const [task] = await system.server.database.transaction('sodertalje', (tx) =>
    tx
      .selectFrom('task')
      .select('remind_at')
      .where('case_id', '=', receipt.caseId)
      .where('state', '=', 'open')
      .execute(),
  );
  const wait = task!.remind_at[0]! - Date.now() + 60_000;
  await forward(system.temporal.client, system.workflowId(receipt), wait);
}

/** One case from the form to the register, with addresses of its own. */
export async function walkToRegister(
  system: System,
  answers: Record<string, string> = {},
): Promise<ReceiptView> {
  const signatoryEmail = `signatory-${Math.random().toString(36).slice(2)}@lyktan.example`;
  const receipt = await system.apply({ signatoryEmail, ...answers });
  await approve(system, receipt);
  await sign(system, receipt, answers.signatoryEmail ?? signatoryEmail);
  await system.until(receipt, 'completed');
  await eventually('the workflow has ended', async () => {
    const { status } = await system.temporal.client.workflow
      .getHandle(system.workflowId(receipt))
      .describe();
    return status.name === 'COMPLETED';
  });
  return receipt;
}

/** The histories of all runs of a case's workflow, oldest first. */
export async function runsOf(
  system: System,
  receipt: Pick<ReceiptView, 'caseId'>,
): Promise<temporal.api.history.v1.IHistory[]> {
  const { client } = system.temporal;
  const workflowId = system.workflowId(receipt);
  const histories: temporal.api.history.v1.IHistory[] = [];
  let runId: string | undefined = (await client.workflow.getHandle(workflowId).describe()).runId;
  while (runId) {
    const history: temporal.api.history.v1.IHistory = await client.workflow
      .getHandle(workflowId, runId)
      .fetchHistory();
    histories.unshift(history);
    const started = history.events?.[0]?.workflowExecutionStartedEventAttributes;
    runId = started?.continuedExecutionRunId || undefined;
  }
  return histories;
}

/**
 * Begins again all that Temporal has forgotten, while no worker runs; returns how many workflows run then.
 * The server compares by itself too, every minute: it may have been first, or have met a Temporal that was
 * not there yet. Temporal's list lags: it is read when it has what is expected, and once more a little later.
 */
export async function beginAgain({ server, temporal }: System, expected = 0): Promise<number> {
  await eventually('all that has not ended runs', async () => (await server.reconcile()) === 0);
  const running = async () => {
    const { count } = await temporal.client.workflow.count("ExecutionStatus = 'Running'");
    return count;
  };
  await eventually('the list has caught up', async () => (await running()) >= expected, {
    intervalMs: 250,
  });
  await sleep(1_000);
  return running();
}
