import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import { sql, type Selectable } from 'kysely';
import { tasksOfCase } from '../../database/repositories/task.repository';
import type { LetterTable } from '../../database/tables';
import type { ReceiptView } from '../../domain/api/shapes';
import { endOfDay, startOfReminder, stockholmDate } from '../../domain/calendar';
import { Conductor } from '../../scripts/rehearsal/conductor';
import { startConducted, type Conducted } from '../support/conducted';
import { eventually } from '../support/eventually';
import { OwnTemporal } from '../support/own-temporal';
import { startSystem, type Mail, type System, type SystemOptions } from '../support/system';
import { approve, officer, sign } from '../support/walks';
import { comingYears } from '../support/years';

const week = 7 * 24 * 3600 * 1000;
const [year] = comingYears;
/** A morning of the rehearsed year. */
const morning = (day: string) => new Date(`${year}-${day}T08:00:00Z`);

describe('a rehearsal', () => {
  const running: Conducted[] = [];
  let temporal: OwnTemporal;

  beforeAll(async () => {
    temporal = await OwnTemporal.start();
  });
  afterAll(async () => {
    for (const each of running) await each.close();
    await temporal.remove();
  });

  async function rehearse(options: SystemOptions = {}) {
    const conducted = await startConducted('pglite', temporal, { activityAttempts: 2, ...options });
    running.push(conducted);
    return conducted;
  }

  it('leads two accessions through one year on one calendar', async () => {
    const { system, conductor } = await rehearse();
    const early = { coordinatorEmail: 'early@lyktan.example', signatoryEmail: 'e@lyktan.example' };
    const late = { coordinatorEmail: 'late@lyktan.example', signatoryEmail: 'l@lyktan.example' };

    await conductor.advanceTo(morning('02-01'));
    const first = await system.apply(early);
    await system.until(first, 'reviewing');
    await conductor.advanceTo(morning('02-25'));
    await approve(system, first);
    await system.until(first, 'awaitingSignature');

    await conductor.advanceTo(morning('07-01'));
    const second = await system.apply(late);
    await system.until(second, 'reviewing');
    await conductor.advanceTo(morning('07-10'));
    await approve(system, second);
    await system.until(second, 'awaitingSignature');
    await conductor.advanceTo(morning('08-05'));
    await sign(system, second, late.signatoryEmail);
    await system.until(second, 'completed');

    await conductor.advanceTo(morning('11-02'));
    await sign(system, first, early.signatoryEmail);
    await system.until(first, 'completed');
    await conductor.advanceTo(new Date(`${year + 1}-02-01T08:00:00Z`));
    expect(await conductor.nextDue()).toBeUndefined();

    const records = [await recordOf(system, first), await recordOf(system, second)] as const;
    expectAnswers(records);
    for (const record of records) {
      expectLettersWhenDue(record);
      expectMailsDatedLikeTheRecord(record, await mailsOf(system, record, [early, late]));
    }
    expectOneOrder(records, conductor);
  }, 240_000);

  it('is nowhere before the date it was led to, though somebody was being told something', async () => {
    const own = await OwnTemporal.start();
    const connection = await own.connect();
    const speaking = slowToSpeak(connection.client);
    const conductor = new Conductor(speaking.client);
    const system = await startSystem('pglite', {
      temporal: connection,
      clock: conductor.clock,
      wake: (taskQueue) => conductor.wake(taskQueue),
    });
    try {
      await conductor.advanceTo(morning('03-01'));
      const receipt = await system.apply();
      await eventually('the case is being told', () => speaking.begun);
      await conductor.advanceTo(morning('04-01'));
      expect((await conductor.nextDue())!.at).toBeGreaterThan(+conductor.clock());
      const { audit } = await recordOf(system, receipt);
      expect(audit.filter(({ event }) => event === 'overdue').length).toBeGreaterThan(1);
    } finally {
      conductor.stop();
      await system.close();
      await own.remove();
    }
  }, 120_000);

  it('goes on when mail cannot be sent: attempts are counted, their pauses would be skipped', async () => {
    const { system, conductor } = await rehearse({ smtpUrl: 'smtp://127.0.0.1:9' });
    await conductor.advanceTo(morning('03-01'));
    const receipt = await system.apply();
    await system.until(receipt, 'reviewing');
    await conductor.advanceTo(morning('04-01'));
    const { tasks, audit, attention } = await recordOf(system, receipt);
    expect(tasks.map(({ state }) => state)).toEqual(['open']);
    expect(audit.filter(({ event }) => event === 'overdue').length).toBeGreaterThan(1);
    expect(attention).toEqual(['mail.waiting']);
  }, 120_000);
});

/** A client whose words to a workflow take a second to get there. */
function slowToSpeak(client: Client) {
  const spoken = { begun: false };
  const service = client.workflowService;
  const slow = Object.create(service, {
    signalWithStartWorkflowExecution: {
      value: async (request: Parameters<typeof service.signalWithStartWorkflowExecution>[0]) => {
        spoken.begun = true;
        await sleep(1000);
        return service.signalWithStartWorkflowExecution(request);
      },
    },
  }) as typeof service;
  const slowClient = Object.create(client, { workflowService: { value: slow } }) as Client;
  return {
    client: slowClient,
    get begun() {
      return spoken.begun;
    },
  };
}

type Record = Awaited<ReturnType<typeof recordOf>>;

async function recordOf(system: System, { caseId, number }: ReceiptView) {
  return system.server.database.transaction('sodertalje', async (tx) => ({
    number,
    row: await tx
      .selectFrom('cases')
      .selectAll()
      .where('id', '=', caseId)
      .executeTakeFirstOrThrow(),
    tasks: await tasksOfCase(tx, 'sodertalje', caseId),
    audit: await tx
      .selectFrom('audit')
      .select(['event', 'at', sql<Date>`recorded_at`.as('recorded_at')])
      .where('case_id', '=', caseId)
      .orderBy('sequence')
      .execute(),
    letters: await tx
      .selectFrom('letter')
      .selectAll()
      .where('case_id', '=', caseId)
      .orderBy('position')
      .execute(),
    documents: await tx
      .selectFrom('document')
      .select(['kind', 'created_at'])
      .where('case_id', '=', caseId)
      .execute(),
    accededOn: (
      await tx.selectFrom('party').select('acceded_on').where('case_id', '=', caseId).execute()
    ).map((party) => party.acceded_on),
    attention: (
      await tx.selectFrom('attention').select('code').where('case_id', '=', caseId).execute()
    ).map(({ code }) => code),
  }));
}

/** Decisions, signatures and the register bear the days on which people acted. */
function expectAnswers([first, second]: readonly [Record, Record]): void {
  const days = ({ tasks }: Record) =>
    tasks.flatMap(({ answered_at: at }) => (at ? [stockholmDate(at)] : []));
  expect(days(first)).toEqual([`${year}-02-25`, `${year}-11-02`]);
  expect(days(second)).toEqual([`${year}-07-10`, `${year}-08-05`]);
  expect(first.accededOn).toEqual([`${year}-11-02`]);
  expect(second.accededOn).toEqual([`${year}-08-05`]);
  expect(stockholmDate(first.row.opened_at)).toBe(`${year}-02-01`);
  expect(stockholmDate(second.row.opened_at)).toBe(`${year}-07-01`);
  const yy = String(year).slice(2);
  expect([first.number, second.number]).toEqual([`KFN ${yy}/1`, `KFN ${yy}/2`]);
}

/** Reminders at nine on their days, one overdue letter a week from the end of the last day. */
function expectLettersWhenDue({ tasks, letters }: Record): void {
  const [review, signing] = tasks;
  const sent = (template: string) =>
    letters.filter((letter) => letter.template === template).map(({ created_at }) => created_at);
  const times = { review: [5, 8], sign: [7, 16] };
  for (const task of [review!, signing!]) {
    const name = task.kind === 'review' ? 'review' : 'signature';
    const reminders = times[task.kind as 'review' | 'sign']
      .map((workingDays) => startOfReminder(task.opened_at, { workingDays }))
      .filter((due) => due < task.answered_at!);
    expectSoonAfter(sent(`${name}Reminder`), reminders);
    const overdue: Date[] = [];
    for (let at = endOfDay(task.deadline); at < task.answered_at!; at = new Date(+at + week)) {
      overdue.push(at);
    }
    expectSoonAfter(sent(`${name}Overdue`), overdue);
  }
  expect(letters.every(({ state }) => state === 'sent')).toBe(true);
}

/** Within half a minute: work takes its real time. */
function expectSoonAfter(happened: readonly Date[], due: readonly Date[]): void {
  expect(happened).toHaveLength(due.length);
  happened.forEach((at, i) => {
    expect(+at - +due[i]!).toBeGreaterThanOrEqual(0);
    expect(+at - +due[i]!).toBeLessThan(30_000);
  });
}

async function mailsOf(
  system: System,
  record: Record,
  addresses: readonly { coordinatorEmail: string; signatoryEmail: string }[],
): Promise<Mail[]> {
  // The contact point is told when an answer is late.
  const all = [
    sodertalje.contactPoint.email,
    ...addresses.flatMap((each) => [each.coordinatorEmail, each.signatoryEmail]),
  ];
  return eventually('every letter is in the inbox', async () => {
    const mails = await Promise.all([officer, ...all].map((address) => system.mailsTo(address)));
    const ours = mails.flat().filter(({ messageId }) => letterOf(record, messageId));
    return ours.length === record.letters.length && ours;
  });
}

function letterOf({ letters }: Record, messageId: string): Selectable<LetterTable> | undefined {
  return letters.find(({ id }) => messageId.startsWith(`<${id}@`));
}

function expectMailsDatedLikeTheRecord(record: Record, mails: readonly Mail[]): void {
  for (const mail of mails) {
    const { sent_at, created_at } = letterOf(record, mail.messageId)!;
    // A header knows seconds.
    expect(Date.parse(mail.date)).toBe(Math.floor(+sent_at! / 1000) * 1000);
    expect(+sent_at!).toBeGreaterThanOrEqual(+created_at);
  }
}

/** What was written later, in either case, bears a later date: there is one calendar. */
function expectOneOrder(records: readonly Record[], conductor: Conductor): void {
  const entries = records.flatMap(({ audit }) => audit);
  const written = [...entries].sort((a, b) => +a.recorded_at - +b.recorded_at);
  const dates = written.map(({ at }) => +at);
  const disorder = dates.filter((at, i) => i > 0 && at < dates[i - 1]!);
  expect(disorder).toEqual([]);
  expect(dates[0]).toBeGreaterThanOrEqual(+morning('02-01'));
  expect(dates.at(-1)).toBeLessThanOrEqual(+conductor.clock());
  for (const { documents, row } of records) {
    for (const { created_at } of documents) {
      expect(+created_at).toBeGreaterThanOrEqual(+row.opened_at);
      expect(+created_at).toBeLessThanOrEqual(+row.closed_at!);
    }
  }
}
