import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import type { ReceiptView, TaskView } from '../domain/api/shapes';
import { ekero } from '../config/municipalities/ekero/municipality';
import { sodertalje } from '../config/municipalities/sodertalje/municipality';
import { intervene, type Wish } from '../server/use-cases/intervene';
import { wakeSignal } from '../workflows/messages';
import globalSetup from '../test/support/run/global-setup';
import globalTeardown from '../test/support/run/global-teardown';
import { ApiClient } from '../test/support/api-client';
import { anApplication } from '../test/support/applications';
import { eventually } from '../test/support/eventually';
import { withFullShape } from '../test/support/full-shape';
import { OwnTemporal } from '../test/support/own-temporal';
import { refuseRows } from '../test/support/refuse-rows';
import { asksForReview, asksForSignature } from '../test/support/subjects';
import { startSystem, type Mail, type System, type SystemOptions } from '../test/support/system';
import { forward } from '../test/support/temporal';
import type { FollowUpConfiguration } from '../domain/municipality';
import { byCommittee } from '../test/support/plan-by-committee';
import { byNarrowerRule } from '../test/support/treasury';
import { approve, officer, refuse, runsOf, sign, signature } from '../test/support/walks';
import { committeeBranches } from './histories/committee-branches';
import {
  focusBranches,
  focusByGroup,
  focusGroupBranches,
  planByCommitteeBranches,
} from './histories/focus-branches';
import { mendingBranches } from './histories/mending-branches';
import { followUpBranches, wheelInNewRun, wheelOf } from './histories/follow-up-branches';
import { firstAgreementBranches } from './histories/first-agreement-branches';
import { forumBranches } from './histories/forum-branches';
import { fullShapeBranches } from './histories/full-shape-branches';
import { newsletterBranches } from './histories/newsletter-branches';
import { otherBranches, type OtherBranch } from './histories/other-branches';
import { settlementBranches } from './histories/settlement-branches';
import { transferBranches } from './histories/transfer-branches';
import { projectRoot } from './project';
import { Conductor } from './rehearsal/conductor';

/*
 * Records the histories of all branches, from a real run, for test/workflows/replay.test.ts.
 * Run it after a change that starts a new way through the process: histories that are there already
 * belong to cases under way, and must go on to replay with the new code.
 *
 *   node --import tsx scripts/record-histories.ts [branch …]
 */
const directory = join(projectRoot, 'test', 'histories');

/** Walks a case along its branch, to its end. */
type Branch = (system: System, receipt: ReceiptView, signatory: string) => Promise<void>;

const branches: Record<string, Branch> = {
  async 'approved-and-signed'(system, receipt, signatory) {
    await approve(system, receipt);
    await sign(system, receipt, signatory);
  },

  /** The same since the confirmation is recorded with the signature. */
  async 'confirmed-with-signature'(system, receipt, signatory) {
    await approve(system, receipt);
    await sign(system, receipt, signatory);
  },

  async refused(system, receipt) {
    await refuse(system, receipt);
  },

  async 'reminded-and-overdue'(system, receipt, signatory) {
    await asked(system, receipt);
    await pass(system, receipt, '30 days');
    await approve(system, receipt);
    await system.until(receipt, 'awaitingSignature');
    await settled(system, receipt);
    await pass(system, receipt, '50 days');
    await sign(system, receipt, signatory);
  },

  async 'link-asked-for-again'(system, receipt, signatory) {
    await asked(system, receipt);
    await system.answer(await newLink(system, receipt, officer), { outcome: 'approve' });
    await system.mail(signatory, asksForSignature(receipt.number));
    await system.answer(await newLink(system, receipt, signatory), signature);
  },

  async 'started-again'(system, receipt, signatory) {
    await asked(system, receipt);
    await settled(system, receipt);
    await startAgain(system, receipt);
    await approve(system, receipt);
    await sign(system, receipt, signatory);
  },

  async 'step-mended'(system, receipt, signatory) {
    await asked(system, receipt);
    const takeThem = await refuseRows(system.server.database, 'letter', 'true');
    await approve(system, receipt);
    await attention(system, receipt);
    await takeThem();
    await retry(system, receipt);
    await sign(system, receipt, signatory);
  },

  async 'delivery-mended'(system, receipt, signatory) {
    await asked(system, receipt);
    await approve(system, receipt);
    await system.until(receipt, 'awaitingSignature');
    await settled(system, receipt);
    const takeThem = await refuseRows(system.server.database, 'link', 'true');
    await forward(system.temporal.client, system.workflowId(receipt), '20 days');
    await attention(system, receipt);
    await takeThem();
    await retry(system, receipt);
    await sign(system, receipt, signatory);
  },

  async 'returned-and-completed'(system, receipt, signatory) {
    await complete(system, await askedToComplete(system, receipt));
    await eventually('it is read again', async () => {
      const { timeline } = await system.status(receipt);
      return timeline.filter(({ event }) => event === 'reviewRequested').length === 2;
    });
    const again = await eventually('the officer is asked again', async () => {
      const mails = await system.mailsTo(officer);
      return mails.filter(({ subject }) => asksForReview(receipt.number).test(subject))[1];
    });
    await system.answer(again, { outcome: 'approve' });
    await sign(system, receipt, signatory);
  },

  async 'completed-late'(system, receipt) {
    const asked = await askedToComplete(system, receipt);
    await settled(system, receipt);
    await pass(system, receipt, '35 days');
    await complete(system, asked);
    await system.until(receipt, 'reviewing');
    await withdraw(system, receipt);
  },

  async lapsed(system, receipt) {
    await askedToComplete(system, receipt);
    await settled(system, receipt);
    await pass(system, receipt, '35 days');
    const draft = await system.mail(officer, new RegExp(`har inte svarat, ${receipt.number}`));
    await system.answer(draft, { outcome: 'close', reasons: 'Inget svar.' });
  },

  async withdrawn(system, receipt) {
    await asked(system, receipt);
    await withdraw(system, receipt);
  },

  async declined(system, receipt, signatory) {
    await approve(system, receipt);
    const toSign = await system.mail(signatory, asksForSignature(receipt.number));
    await system.answer(toSign, { outcome: 'decline', reasons: 'Styrelsen sade nej.' });
  },

  async 'paused-and-cancelled'(system, receipt) {
    await asked(system, receipt);
    await wish(system, receipt, { kind: 'pause' });
    await settled(system, receipt);
    await wish(system, receipt, { kind: 'resume' });
    await settled(system, receipt);
    await wish(system, receipt, { kind: 'cancel' });
  },
};

async function askedToComplete(system: System, receipt: ReceiptView): Promise<Mail> {
  const review = await system.mail(officer, asksForReview(receipt.number));
  const questions = [{ about: 'whole', question: 'Berätta mer.' }];
  await system.answer(review, { outcome: 'return', questions });
  const { coordinatorEmail } = anApplication().answers as { coordinatorEmail: string };
  return system.mail(coordinatorEmail, new RegExp(`^Svara på frågor .*${receipt.number}$`));
}

async function complete(system: System, mail: Mail): Promise<void> {
  const { api, target } = await system.follow(mail);
  const task = await api.read<TaskView>(`/api/sodertalje/tasks/${target.id}`);
  await system.answer(mail, task.completion?.answers ?? {});
}

async function withdraw(system: System, { caseId, statusToken }: ReceiptView): Promise<void> {
  const { api } = await system.open(statusToken);
  await api.post(`/api/sodertalje/cases/${caseId}/withdrawal`, { reason: 'Vi ångrade oss.' });
}

/** As the desk does it. */
async function wish(system: System, { caseId }: ReceiptView, wished: Wish): Promise<void> {
  const intervention = { caseId, wish: wished, reason: 'Så blev det.', actor: 'official' } as const;
  await system.server.database.transaction('sodertalje', (tx) =>
    intervene(tx, sodertalje, intervention, new Date()),
  );
  await eventually('the process has heard of it', async () => {
    const words = await system.server.database.transaction('sodertalje', (tx) =>
      tx
        .selectFrom('outbox')
        .select('id')
        .where('case_id', '=', caseId)
        .where('consumed_at', 'is', null)
        .execute(),
    );
    return words.length === 0;
  });
}

async function asked(system: System, receipt: ReceiptView): Promise<void> {
  await system.mail(officer, asksForReview(receipt.number));
}

/** Virtual time passes, and what it brought has been done. */
async function pass(
  system: System,
  receipt: ReceiptView,
  duration: '30 days' | '35 days' | '50 days',
) {
  await forward(system.temporal.client, system.workflowId(receipt), duration);
  await settled(system, receipt);
}

async function settled(system: System, receipt: ReceiptView): Promise<void> {
  const handle = system.temporal.client.workflow.getHandle(system.workflowId(receipt));
  await eventually('the workflow waits', async () => {
    const { raw } = await handle.describe();
    return !raw.pendingWorkflowTask && !raw.pendingActivities?.length;
  });
}

async function newLink(system: System, { number }: ReceiptView, email: string): Promise<Mail> {
  const before = (await system.mailsTo(email)).length;
  await new ApiClient(system.url).post('/api/sodertalje/links/requests', { number, email });
  return eventually('the new link is mailed', async () => (await system.mailsTo(email))[before]);
}

async function startAgain(system: System, receipt: ReceiptView): Promise<void> {
  await system.temporal.client.workflow.getHandle(system.workflowId(receipt)).terminate();
  await eventually('it is started again', () => system.server.reconcile());
  await settled(system, receipt);
}

async function attention(system: System, { caseId }: ReceiptView): Promise<void> {
  await eventually('it needs attention', () =>
    system.server.database.transaction('sodertalje', (tx) =>
      tx.selectFrom('attention').select('id').where('case_id', '=', caseId).executeTakeFirst(),
    ),
  );
}

async function retry(system: System, receipt: ReceiptView): Promise<void> {
  const handle = system.temporal.client.workflow.getHandle(system.workflowId(receipt));
  await handle.signal(wakeSignal, 'retry');
}

async function walkAccession(system: System, name: string, walk: Branch): Promise<ReceiptView> {
  const signatory = `${name}@lyktan.example`;
  const receipt = await system.apply({ signatoryEmail: signatory });
  await system.until(receipt, 'reviewing');
  await walk(system, receipt, signatory);
  return receipt;
}

async function record(
  system: System,
  name: string,
  receipt: Pick<ReceiptView, 'caseId'>,
): Promise<void> {
  if (!wheels.includes(name)) await untilEnded(system, name, receipt);
  const runs = (await runsOf(system, receipt)).map((run) => neutral(historyToJSON(run)));
  await writeFile(join(directory, `${name}.json`), `[\n${runs.join(',\n')}\n]\n`);
  process.stdout.write(`${name}: ${runs.length} runs\n`);
}

async function untilEnded(
  system: System,
  name: string,
  receipt: Pick<ReceiptView, 'caseId'>,
): Promise<void> {
  await eventually(`${name} has ended`, async () => {
    const handle = system.temporal.client.workflow.getHandle(system.workflowId(receipt));
    return (await handle.describe()).status.name === 'COMPLETED';
  });
}

/** On one line, and without what tells machines apart. */
function neutral(history: string): string {
  const tidy = (key: string, value: unknown) =>
    key === 'identity' && typeof value === 'string' ? partOf(value) : value;
  return JSON.stringify(JSON.parse(history, tidy));
}

function partOf(identity: string): string {
  return /^samverkan-[a-z]+/.exec(identity)?.[0] ?? 'recorder';
}

/** Records those of the chosen branches that this configuration has. */
async function recordAll(
  chosen: readonly string[],
  walks: Record<string, (system: System, name: string) => Promise<Pick<ReceiptView, 'caseId'>>>,
  options: SystemOptions = {},
): Promise<void> {
  const here = chosen.flatMap((name) => {
    const walk = walks[name];
    return walk ? [{ name, walk }] : [];
  });
  if (here.length === 0) return;
  // Attempts are few, so that a fault is soon final.
  const system = await startSystem('pglite', { activityAttempts: 2, ...options });
  try {
    for (const { name, walk } of here) {
      await rm(join(directory, `${name}.json`), { force: true });
      await record(system, name, await walk(system, name));
    }
  } finally {
    await system.close();
  }
}

const accessions = (walks: Record<string, Branch>) =>
  mapped(walks, (walk) => (system: System, name: string) => walkAccession(system, name, walk));

function mapped<A, B>(entries: Record<string, A>, change: (each: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(entries).map(([name, each]) => [name, change(each)]));
}

const others = (walks: Record<string, OtherBranch>) =>
  mapped(walks, (walk) => async (system: System, name: string) => ({
    caseId: await walk(system, name),
  }));

/** What never ends is recorded as far as it has come. */
const [wheel, continuedWheel] = ['agreement-wheel', 'agreement-wheel-continued'];
const wheels: readonly string[] = [wheel, continuedWheel];

type Walks = Record<string, OtherBranch>;

/** Years pass in a Temporal server of their own, for all of these cases at once. */
async function recordRehearsed(
  chosen: readonly string[],
  walksOf: (conductor: Conductor) => Walks,
  followUp: FollowUpConfiguration,
): Promise<void> {
  const temporal = await OwnTemporal.start();
  try {
    const connection = await temporal.connect();
    const conductor = new Conductor(connection.client);
    await recordAll(chosen, others(walksOf(conductor)), {
      temporal: connection,
      clock: conductor.clock,
      wake: (taskQueue) => conductor.wake(taskQueue),
      municipalities: [
        {
          ...byNarrowerRule,
          followUp,
        },
        // It has no agreement yet.
        ekero,
      ],
    });
    conductor.stop();
  } finally {
    await temporal.remove();
  }
}

const rehearsedWalks = (conductor: Conductor): Walks => ({
  ...settlementBranches(conductor),
  ...followUpBranches(conductor),
  ...forumBranches(conductor),
  ...firstAgreementBranches(conductor),
  ...mendingBranches(conductor),
  ...newsletterBranches(conductor),
  [wheel]: (system: System) => wheelOf(system),
  [continuedWheel]: (system: System) => wheelInNewRun(system),
});

/** The plan follows the first follow-up, so that no other year has to pass. */
const yearly: FollowUpConfiguration = { opensOn: '09-15', plan: { everyYears: 1 } };

/** Apart from the others, as a choice that nobody makes would wait through all their years. */
const choosing: FollowUpConfiguration = {
  opensOn: '09-15',
  focusAreas: { chosenBy: 'parties', most: 3 },
};

const usual = {
  ...accessions(branches),
  ...others({ ...otherBranches, ...committeeBranches, ...transferBranches }),
};
const full = accessions(fullShapeBranches);
const byGroup = others(focusGroupBranches);
const byBody = others(planByCommitteeBranches);

globalSetup();
try {
  await mkdir(directory, { recursive: true });
  const rehearsed = [
    ...['transfer-settled', 'year-carried-over', 'transfer-broken-off'],
    ...['follow-up-told-to-all', 'follow-up-published', 'follow-up-report-made'],
    ...['dialogue-lapsed', 'dialogue-settled'],
    ...['focus-areas-voted', 'focus-areas-tied'],
    ...['first-agreement-handed-over', 'first-agreement-ended'],
    ...['development-plan-adopted', 'forum-held', 'forum-cancelled', 'letters-mended', ...wheels],
    ...['subscription-confirmed', 'subscription-not-confirmed'],
    ...['newsletter-sent', 'newsletter-dropped', 'newsletter-lapsed'],
  ];
  const all = [...Object.keys({ ...usual, ...full, ...byGroup, ...byBody }), ...rehearsed];
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !all.includes(name));
  if (unknown !== undefined) throw new Error(`No branch is called ${unknown}.`);
  const chosen = wanted.length > 0 ? wanted : all;
  await recordAll(chosen, usual);
  await recordAll(chosen, full, { municipalities: withFullShape });
  await recordAll(chosen, byGroup, { municipalities: [focusByGroup] });
  await recordAll(chosen, byBody, { municipalities: [byCommittee] });
  const apart = ['focus-areas-voted', 'focus-areas-tied'];
  if (chosen.some((name) => rehearsed.includes(name) && !apart.includes(name))) {
    await recordRehearsed(chosen, rehearsedWalks, yearly);
  }
  if (chosen.some((name) => apart.includes(name))) {
    await recordRehearsed(chosen, focusBranches, choosing);
  }
} finally {
  await globalTeardown();
}
process.exit(0);
