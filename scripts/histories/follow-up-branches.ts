import { findWheel } from '../../database/repositories/wheel.repository';
import type { Answers } from '../../domain/forms/types';
import { contactPoint, FollowUps, groupMembers } from '../../test/support/follow-ups';
import { eventually } from '../../test/support/eventually';
import type { System } from '../../test/support/system';
import { wakeSignal } from '../../workflows/messages';
import type { Conductor } from '../rehearsal/conductor';
import type { OtherBranch } from './other-branches';

const at = (day: string) => new Date(`${day}T09:00:00Z`);

/** The yearly follow-up, as the calendar of a rehearsal brings it. */
export function followUpBranches(conductor: Conductor): Record<string, OtherBranch> {
  return {
    async 'follow-up-published'(system) {
      return published(system, conductor, 2041);
    },

    /** The same since all are told of the report, also whoever was not asked. */
    async 'follow-up-told-to-all'(system) {
      return published(system, conductor, 2040);
    },

    /** The same since its final report is made as a PDF for everybody. */
    async 'follow-up-report-made'(system) {
      return published(system, conductor, 2039);
    },

    /** What was raised in the follow-up is asked on once, and ends by silence. */
    async 'dialogue-lapsed'(system) {
      const raised = await raise(system, conductor, '2042-09-16');
      await raised.reply('Ni får en nyckel.');
      await raised.react({ outcome: 'return', question: 'När?' });
      await conductor.advanceTo(at('2042-10-10'));
      await raised.reply('I morgon.');
      await raised.until('awaitingReplies');
      await conductor.advanceTo(at('2042-12-01'));
      await raised.until('completed');
      return raised.caseId;
    },

    /** The same, closed by whoever asked. */
    async 'dialogue-settled'(system) {
      const raised = await raise(system, conductor, '2043-09-16');
      await raised.reply('Ni får en nyckel.');
      await raised.react({ outcome: 'close' });
      await raised.until('completed');
      return raised.caseId;
    },

    /** What follows the report: the plan is evaluated, sent back once, and holds. */
    async 'development-plan-adopted'(system) {
      const years = new FollowUps(system, conductor.clock);
      await conductor.advanceTo(at('2044-09-01'));
      await years.beginWheel();
      const party = await years.addParty('Planerande');
      await conductor.advanceTo(at('2044-09-16'));
      const followUp = await years.caseOf(2044);
      await years.answer(await years.asked(party, followUp), [4]);
      await conductor.advanceTo(at('2044-10-20'));
      await years.until(followUp, 'reviewing');
      await years.comment(followUp, 'Dialogen fungerar.');
      for (const member of groupMembers) {
        await years.review(followUp, member, { outcome: 'approve' });
      }
      await years.until(followUp, 'awaitingDecision');
      await conductor.advanceTo(at('2044-11-20'));
      await years.note(followUp);
      await years.until(followUp, 'completed');
      const caseId = await planAfter(system);
      const decide = async (answers: Answers) => {
        const asked = await years.latest(contactPoint, /^Utvärdera/, caseId);
        await system.answer(asked, (await years.read(asked)).completion?.answers as Answers);
        for (const member of groupMembers) {
          await system.answer(await years.latest(member, /^Besluta om/, caseId), answers);
          // Else the last word may find the case ended, and begin a run that has nothing to do.
          await heard(system, caseId);
        }
      };
      await decide({ outcome: 'return', comment: 'Skriv mer.' });
      await decide({ outcome: 'approve' });
      await years.until(caseId, 'completed');
      return caseId;
    },
  };
}

/** The group sends the report back once; somebody is silent and somebody late. */
async function published(system: System, conductor: Conductor, year: number): Promise<string> {
  await conductor.advanceTo(at(`${year}-09-01`));
  const years = new FollowUps(system, conductor.clock);
  await years.beginWheel();
  const party = await years.addParty(`Lyktan ${year}`);
  const late = await years.addParty(`Sena ${year}`);
  await years.addParty(`Tysta ${year}`);
  await conductor.advanceTo(at(`${year}-09-16`));
  const caseId = await years.caseOf(year);
  await years.answer(await years.asked(party, caseId), [4]);
  await conductor.advanceTo(at(`${year}-10-16`));
  await years.until(caseId, 'reviewing');
  await years.answer(await years.asked(late, caseId), [2]);
  await years.comment(caseId, 'Dialogen fungerar.');
  for (const member of groupMembers) {
    await years.review(caseId, member, { outcome: 'return', comment: 'Skriv mer.' });
  }
  await years.comment(caseId, 'Dialogen fungerar. Två forum ska hållas.');
  for (const member of groupMembers) await years.review(caseId, member, { outcome: 'approve' });
  await years.until(caseId, 'awaitingDecision');
  await conductor.advanceTo(at(`${year}-11-20`));
  await years.note(caseId);
  await years.until(caseId, 'completed');
  return caseId;
}

/** Nothing that was said to a case waits for its process. */
export async function heard(system: System, caseId: string): Promise<void> {
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

async function planAfter(system: System): Promise<string> {
  return eventually('the plan is to be evaluated', () =>
    system.server.database.transaction('sodertalje', async (tx) => {
      const found = await tx
        .selectFrom('cases')
        .select('id')
        .where('process', '=', 'developmentPlan')
        .executeTakeFirst();
      return found?.id;
    }),
  );
}

/** A party complains in the follow-up that opens by a day. */
async function raise(system: System, conductor: Conductor, day: string) {
  const years = new FollowUps(system, conductor.clock);
  const year = Number(day.slice(0, 'YYYY'.length));
  await conductor.advanceTo(at(`${year}-09-01`));
  await years.beginWheel();
  const party = await years.addParty(`Frågande ${year}`);
  await conductor.advanceTo(at(day));
  await years.answer(await years.asked(party, await years.caseOf(year)), [3], {
    matters: [{ theme: 'premises', text: 'Lokalen är låst.' }],
  });
  const { case_id: caseId } = await system.server.database.transaction('sodertalje', (tx) =>
    tx
      .selectFrom('dialogue')
      .innerJoin('cases', 'cases.id', 'dialogue.case_id')
      .select('dialogue.case_id')
      .orderBy('cases.opened_at', 'desc')
      .executeTakeFirstOrThrow(),
  );
  const open = (email: string, subject: RegExp) => years.latest(email, subject, caseId);
  return {
    caseId,
    reply: async (answer: string) => {
      const asked = await open(contactPoint, /^Svara senast/);
      await system.answer(asked, { answer, answeredBy: 'Samordnaren' });
    },
    react: async (answers: Answers) => {
      await system.answer(await open(party, /^Kommunen har svarat/), answers);
    },
    until: (state: string) => years.until(caseId, state),
  };
}

/** The wheel never ends: what it has done so far. */
export async function wheelOf(system: System): Promise<string> {
  const wheel = await system.server.database.transaction('sodertalje', (tx) =>
    findWheel(tx, 'sodertalje'),
  );
  if (!wheel) throw new Error('there is no wheel');
  return wheel.id;
}

/**
 * The wheel is looked at so often that it goes on in a new run, and turns there; each time it has seen that
 * before it is woken again.
 */
export async function wheelInNewRun(system: System): Promise<string> {
  const caseId = await wheelOf(system);
  const { client } = system.temporal;
  const workflowId = system.workflowId({ caseId });
  const { runId: first } = await client.workflow.getHandle(workflowId).describe();
  const atRest = async () => {
    const { raw, runId } = await client.workflow.getHandle(workflowId).describe();
    return !raw.pendingWorkflowTask && runId;
  };
  for (let runId: string = first; runId === first;) {
    await client.workflow.getHandle(workflowId).signal(wakeSignal, 'look');
    runId = await eventually('the wheel waits', atRest);
  }
  await client.workflow.getHandle(workflowId).signal(wakeSignal, 'look');
  await eventually('the wheel waits in its new run', atRest);
  return caseId;
}
