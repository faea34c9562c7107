import { setTimeout as sleep } from 'node:timers/promises';
import { MockActivityEnvironment } from '@temporalio/testing';
import { pino } from 'pino';
import { deliverLetters, type MailDependencies } from '../../../activities/mail/deliver-letters';
import { createMailer } from '../../../activities/mail/mailer';
import { askRespondents } from '../../../activities/records/ask-respondents';
import { openCase } from '../../../activities/records/open-case';
import { recordSteps } from '../../../activities/records/record-steps';
import { findAgreementInForce } from '../../../database/repositories/agreement.repository';
import { stockholmDate } from '../../../domain/calendar';
import { followUpCycle } from '../../../domain/forms/definitions/follow-up-cycle';
import type { Municipality } from '../../../domain/municipality';
import { builtInProcesses } from '../../../domain/processes';
import { followUp } from '../../../domain/processes/follow-up';
import { createProcessRegistry } from '../../../domain/processes/registry';
import { realClock } from '../../../server/clock';
import { startOutboxRelay } from '../../../server/relay/outbox-relay';
import { createWakeWorkflow, workflowId } from '../../../server/relay/wake-workflow';
import { insertParty } from '../../../test/support/follow-ups';
import { timed } from '../at-once';
import { manyParties, someParties } from '../municipalities';
import type { Setting } from '../setting';
import { eventsOf } from './history';

/** What it takes to ask everybody in the yearly follow-up. */
export interface Opening {
  /** Letters per second, round by round: by the workflow, and by the same functions without one. */
  rates: { ours: number[]; floor: number[] };
  /** Of all runs of one follow-up, when a thousand have been asked. */
  events: number;
  /** How much more memory the process had at most while a thousand were asked than a hundred, in bytes. */
  growth: number;
}

/** How many parties there are in the small municipality, and in the large one. */
export interface OpeningSizes {
  some: number;
  many: number;
}

const usual: OpeningSizes = { some: 100, many: 1000 };

/**
 * Opens follow-ups of a thousand parties, by the workflow and without it in turn, after one of a hundred.
 * Memory can be compared only in a process that has done nothing larger before.
 */
export async function measureOpening(
  setting: Setting,
  rounds: number,
  sizes = usual,
): Promise<Opening> {
  const { database, client, queues } = setting;
  const perSecond = (milliseconds: number) => (sizes.many / milliseconds) * 1000;
  await fill(setting, someParties, sizes.some);
  await fill(setting, manyParties, sizes.many);
  const relay = startOutboxRelay({
    database,
    municipalityIds: [someParties.id, manyParties.id],
    wake: createWakeWorkflow(client, queues.product),
    clock: realClock,
    log: pino({ level: 'silent' }),
  });
  try {
    const byWorkflow = async (municipality: Municipality) => {
      const caseId = await openFollowUp(setting, municipality, { started: true });
      relay.nudge();
      const wanted = municipality === manyParties ? sizes.many : sizes.some;
      await untilSent(setting, { municipality, caseId, wanted });
      return caseId;
    };
    // Whatever grows once has grown before memory is compared.
    await byWorkflow(someParties);
    const small = await peakOf(() => byWorkflow(someParties));
    const rates: Opening['rates'] = { ours: [], floor: [] };
    let caseId = '';
    let large = 0;
    for (let round = 0; round < rounds; round += 1) {
      const took = await timed(async () => {
        const peak = await peakOf(async () => (caseId = await byWorkflow(manyParties)));
        if (round === 0) large = peak;
      });
      rates.ours.push(perSecond(took));
      rates.floor.push(perSecond(await timed(() => directly(setting, manyParties))));
    }
    const events = await eventsOf(client, workflowId({ municipalityId: manyParties.id, caseId }));
    return { rates, events, growth: large - small };
  } finally {
    await relay.stop();
  }
}

async function fill({ database }: Setting, { id }: Municipality, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    const party = { name: `Förening ${i}`, email: `forening-${i}@exempel.example`, at: new Date() };
    await insertParty(database, party, id);
  }
}

/** A follow-up of the municipality; one that is not to be started has nobody told. */
export function openFollowUp(
  { database }: Setting,
  municipality: Municipality,
  { started }: { started: boolean },
): Promise<string> {
  const at = realClock();
  return database.transaction(municipality.id, async (tx) => {
    const agreement = await findAgreementInForce(tx, municipality.id, stockholmDate(at));
    if (!agreement) throw new Error('agreement.none');
    const caseId = await openCase(
      { tx, municipality, at },
      {
        ...{ process: followUp, title: 'Uppföljning', form: followUpCycle, details: {} },
        answers: { title: 'Uppföljning', year: '2026', agreementVersion: '1' },
        agreementVersionId: agreement.id,
      },
    );
    if (!started) {
      await tx
        .updateTable('outbox')
        .set({ consumed_at: at })
        .where('case_id', '=', caseId)
        .execute();
    }
    return caseId;
  });
}

/** The same functions in the same batches, called one after the other. */
async function directly(setting: Setting, municipality: Municipality): Promise<void> {
  const { database, url, letters } = setting;
  const caseId = await openFollowUp(setting, municipality, { started: false });
  const processes = createProcessRegistry(builtInProcesses);
  const mailer = createMailer({ smtpUrl: letters.smtpUrl });
  const dependencies: MailDependencies = {
    ...{ database, processes, forms: processes.forms, mailer, publicUrl: url },
    // A letter that asks has no document with it.
    pdf: { render: () => Promise.reject(new Error('nothing to render')) },
    municipality: () => municipality,
  };
  const process = { municipalityId: municipality.id, caseId, phase: 'ask', generation: 1 };
  const [key, at] = ['ask/ask/1', Date.now()];
  const step = { key, state: 'awaitingReplies', collect: 'followUp' } as const;
  await recordSteps(dependencies, { process, at, steps: [step] });
  await askRespondents(dependencies, { process, at, key, template: 'followUpAsked' });
  const environment = new MockActivityEnvironment({ currentAttemptScheduledTimestampMs: at });
  await environment.run(deliverLetters, dependencies, process);
  mailer.close();
}

async function untilSent(
  { database }: Setting,
  { municipality, caseId, wanted }: { municipality: Municipality; caseId: string; wanted: number },
): Promise<void> {
  const isSent = () =>
    database.transaction(municipality.id, async (tx) => {
      const { asked, pending } = await tx
        .selectFrom('letter')
        .select((eb) => [
          eb.fn.countAll<number | string>().as('asked'),
          eb.fn.countAll<number | string>().filterWhere('state', '=', 'pending').as('pending'),
        ])
        .where('case_id', '=', caseId)
        .executeTakeFirstOrThrow();
      return Number(asked) >= wanted && Number(pending) === 0;
    });
  while (!(await isSent())) await sleep(100);
}

/** The most memory the process had while something was done, in bytes. */
async function peakOf(work: () => Promise<unknown>): Promise<number> {
  globalThis.gc?.();
  let peak = process.memoryUsage.rss();
  const look = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  try {
    await work();
    return peak;
  } finally {
    clearInterval(look);
  }
}
