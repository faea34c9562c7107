import { randomUUID } from 'node:crypto';
import { findLinkByToken } from '../../../database/repositories/link.repository';
import { findTask } from '../../../database/repositories/task.repository';
import type { LinkTarget } from '../../../domain/api/shapes';
import type { Answers } from '../../../domain/forms/types';
import { workflowId } from '../../../server/relay/wake-workflow';
import { anApplication } from '../../../test/support/applications';
import { atOnce } from '../at-once';
import type { ArrivedLetter } from '../letter-sink';
import { plain, product } from '../municipalities';
import { storeAnswer, storeApplication } from '../plain/store';
import { post } from '../post';
import type { Setting } from '../setting';
import { untilIdle } from '../until-idle';
import { answeredSignal } from '../workflows/plain-peers';

export type AccessionVariant = 'accession' | 'plainAccession';

const approval = { outcome: 'approve' };
const signature = {
  outcome: 'answered',
  signedName: 'Olof Berg',
  signedRole: 'Ordförande',
  authorised: true,
} as const;

/** Begins a case; how does not matter to who walks it. */
type Apply = (signatoryEmail: string) => Promise<void>;
/** Answers the task behind a letter's link. */
type Answer = (letter: ArrivedLetter, answers: Answers) => Promise<void>;

/** Runs so many accessions from application to register, 20 at once, until the last has ended. */
export async function runAccessions(
  setting: Setting,
  variant: AccessionVariant,
  count: number,
): Promise<void> {
  const { apply, answer } = variant === 'accession' ? overHttp(setting) : directly(setting);
  const taskQueue = variant === 'accession' ? setting.queues.product : setting.queues.plain;
  const since = new Date();
  await atOnce(20, count, () => walk(setting, apply, answer));
  await untilIdle(setting.client, { workflowType: variant, taskQueue, since });
}

/** Officers' letters are as good as each other: every lane answers one for each case it begins. */
async function walk({ letters }: Setting, apply: Apply, answer: Answer): Promise<void> {
  const signatoryEmail = `signatory-${randomUUID()}@lyktan.example`;
  await apply(signatoryEmail);
  await answer(await letters.next(product.caseOfficer.email), approval);
  await answer(await letters.next(signatoryEmail), signature);
  await letters.next(signatoryEmail);
}

/** As people do it: the product's API, the product's links. */
function overHttp({ url }: Setting): { apply: Apply; answer: Answer } {
  const api = `${url}/api/${product.id}`;
  return {
    async apply(signatoryEmail) {
      await post(`${api}/applications`, anApplication({ signatoryEmail }));
    },
    async answer({ token }, answers) {
      const { body, cookie } = await post(`${api}/links/exchange`, { token });
      const { id } = body as LinkTarget;
      await post(`${api}/tasks/${id}/answer`, { answers }, cookie);
    },
  };
}

/** The same rows without the API, and a signal instead of outbox and relay. */
function directly({ database, client, queues }: Setting): { apply: Apply; answer: Answer } {
  return {
    async apply(signatoryEmail) {
      const application = anApplication({ signatoryEmail });
      const { caseId } = await database.transaction(plain.id, (tx) =>
        storeApplication(tx, plain.id, application),
      );
      const found = { municipalityId: plain.id, caseId };
      await client.workflow.start('plainAccession', {
        workflowId: workflowId(found),
        taskQueue: queues.plain,
        args: [found],
      });
    },
    async answer({ token }, answers) {
      const caseId = await database.transaction(plain.id, async (tx) => {
        const link = await findLinkByToken(tx, plain.id, token ?? '');
        const task = link?.task_id && (await findTask(tx, plain.id, link.task_id));
        if (!task) throw new Error('the letter has no link to a task');
        await storeAnswer(tx, task, answers);
        return task.case_id;
      });
      const id = workflowId({ municipalityId: plain.id, caseId });
      await client.workflow.getHandle(id).signal(answeredSignal);
    },
  };
}
