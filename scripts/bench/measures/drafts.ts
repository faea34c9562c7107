import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sodertaljeAgreement } from '../../../config/municipalities/sodertalje/agreement';
import {
  findLinkByToken,
  issueLink,
  openLinkSession,
} from '../../../database/repositories/link.repository';
import { insertTask } from '../../../database/repositories/task.repository';
import type { LinkTarget } from '../../../domain/api/shapes';
import { followUpForm, followUpReference } from '../../../domain/follow-up/form';
import { standardQuestions } from '../../../domain/follow-up/questions';
import type { FieldChanges } from '../../../domain/forms/shared-draft';
import { insertParty } from '../../../test/support/follow-ups';
import { plain, product } from '../municipalities';
import { servePlainRoutes } from '../plain/routes';
import { storeCase } from '../plain/store';
import { post, put } from '../post';
import type { Setting } from '../setting';
import { openFollowUp } from './opening';
import type { RouteTimes } from './routes';

/** An address at which a draft is saved, and the session that may. */
interface Seat {
  url: string;
  cookie: string | undefined;
}

const asked = { kind: 'organisation', edition: standardQuestions.edition } as const;

/**
 * Two people fill in the follow-up's form for one party, in turn, each field as a page saves it: what was
 * there and what is there now. Beside it the same saves by the plain route.
 */
export async function measureDrafts(setting: Setting, count: number): Promise<RouteTimes> {
  const routes = await servePlainRoutes(setting.database);
  const times: RouteTimes = { product: [], plain: [] };
  try {
    const ours = await takeSeats(setting);
    const theirs = await openPlainDraft(setting, routes.url);
    for (const [i, changes] of changesOf(count).entries()) {
      times.product.push(await save(i % 2 === 0 ? ours.coordinator : ours.helper, changes));
      times.plain.push(await save(theirs, changes));
    }
  } finally {
    await routes.close();
  }
  return times;
}

async function save({ url, cookie }: Seat, changes: FieldChanges): Promise<number> {
  return (await put(url, { changes }, cookie)).milliseconds;
}

/** The party's coordinator by the letter's link, and whoever was let in to fill in a part. */
async function takeSeats(setting: Setting): Promise<{ coordinator: Seat; helper: Seat }> {
  const { database, letters, url } = setting;
  const api = `${url}/api/${product.id}`;
  const email = `coordinator-${randomUUID()}@lyktan.example`;
  const now = new Date();
  await insertParty(database, { name: 'Lyktan', email, at: now }, product.id);
  await openFollowUp(setting, product, { started: true });
  const { token } = await letters.next(email);
  await untilAllIsSent(setting);
  const sit = async (given: string | undefined) => {
    const { body, cookie } = await post(`${api}/links/exchange`, { token: given });
    const { kind, id } = body as LinkTarget;
    return { url: `${api}/${kind}s/${id}`, cookie };
  };
  const coordinator = await sit(token);
  const { body } = await post(`${coordinator.url}/part-links`, {}, coordinator.cookie);
  const helper = await sit((body as { url: string }).url.split('#')[1]);
  const draftAt = (seat: Seat): Seat => ({ ...seat, url: `${seat.url}/draft` });
  return { coordinator: draftAt(coordinator), helper: draftAt(helper) };
}

/** Nobody else's letter is to be written meanwhile. */
async function untilAllIsSent({ database }: Setting): Promise<void> {
  const pending = () =>
    database.transaction(product.id, (tx) =>
      tx.selectFrom('letter').select('id').where('state', '=', 'pending').limit(1).execute(),
    );
  while ((await pending()).length > 0) await sleep(100);
}

/** A task of the same kind that no workflow waits for, and a session to write in its form. */
async function openPlainDraft({ database }: Setting, url: string): Promise<Seat> {
  return database.transaction(plain.id, async (tx) => {
    const now = new Date();
    const caseId = await storeCase(tx, plain.id, {
      ...{ process: 'followUp', phase: 'ask', number: `KFN ${randomUUID()}` },
      ...{ organisationName: '', organisationNumber: null, agreementVersionId: null },
    });
    const task = await insertTask(tx, plain.id, {
      ...{ case_id: caseId, step_key: 'ask/ask/1/lyktan', kind: 'followUp' },
      form_reference: followUpReference({ ...asked, agreementVersion: 1 }),
      ...{ state: 'open', assignee_role: 'coordinator', assignee_name: 'Lyktan' },
      ...{ assignee_email: 'coordinator@lyktan.example', language: 'sv', document_sha256: null },
      ...{ opened_at: now, deadline: '2099-12-31' },
    });
    const token = await issueLink(tx, plain.id, {
      ...{ case_id: caseId, task_id: task.id, generation: 1, document_sha256: null },
      ...{ recipient_email: task.assignee_email, issued_at: now },
    });
    const link = await findLinkByToken(tx, plain.id, token);
    if (!link) throw new Error('no link was issued');
    const until = new Date(now.getTime() + 3_600_000);
    const secret = await openLinkSession(tx, link, now, until);
    return { url: `${url}/tasks/${task.id}/draft`, cookie: `session=${secret}` };
  });
}

/** Field after field of the form as somebody goes through it: a rating, a comment, and round again. */
function changesOf(count: number): FieldChanges[] {
  const fields = followUpForm(asked.kind, sodertaljeAgreement, standardQuestions)
    .pages.flatMap((page) => page.fields)
    .filter(({ type, showWhen }) => !showWhen && (type === 'rating' || type === 'longText'));
  const answer = (type: string, round: number) => {
    if (round < 0) return null;
    const comment = `${round}: ${'Vi träffas varje månad och det märks. '.repeat(8)}`;
    return type === 'rating' ? String(1 + (round % 5)) : comment;
  };
  const rounds = Array.from({ length: Math.ceil(count / fields.length) }, (_, round) =>
    fields.map(({ id, type }) => ({
      [id]: { was: answer(type, round - 1), now: answer(type, round) },
    })),
  );
  return rounds.flat().slice(0, count);
}
