import { randomUUID } from 'node:crypto';
import { issueLink, openLinkSession } from '../../../database/repositories/link.repository';
import { insertTask } from '../../../database/repositories/task.repository';
import type { LinkTarget } from '../../../domain/api/shapes';
import { anApplication } from '../../../test/support/applications';
import { plain, product } from '../municipalities';
import { servePlainRoutes } from '../plain/routes';
import { storeApplication } from '../plain/store';
import { post } from '../post';
import type { Setting } from '../setting';

/** Milliseconds from POST to answer, one request at a time, the product's beside the plain route's. */
export interface RouteTimes {
  product: number[];
  plain: number[];
}

export interface Routes {
  receipt: RouteTimes;
  answer: RouteTimes;
}

/** Sends applications and answers one after the other, each when the one before has come to rest. */
export async function measureRoutes(setting: Setting, count: number): Promise<Routes> {
  const routes = await servePlainRoutes(setting.database);
  const receipt: RouteTimes = { product: [], plain: [] };
  const answer: RouteTimes = { product: [], plain: [] };
  try {
    for (let i = 0; i < count; i++) {
      const { letters, url } = setting;
      const signatoryEmail = `signatory-${randomUUID()}@lyktan.example`;
      receipt.product.push(await sendApplication(url, signatoryEmail));
      const { token } = await letters.next(product.caseOfficer.email);
      answer.product.push(await sendAnswer(url, token ?? ''));
      // By now the product's workflow has done its part and waits.
      await letters.next(signatoryEmail);
      receipt.plain.push(await sendPlainApplication(routes.url));
      answer.plain.push(await sendPlainAnswer(setting, routes.url));
    }
  } finally {
    await routes.close();
  }
  return { receipt, answer };
}

/** Sends applications only: what a receipt needs when Temporal is gone. */
export async function measureReceipts(setting: Setting, count: number): Promise<RouteTimes> {
  const routes = await servePlainRoutes(setting.database);
  const times: RouteTimes = { product: [], plain: [] };
  try {
    for (let i = 0; i < count; i++) {
      times.product.push(await sendApplication(setting.url, 'signatory@lyktan.example'));
      times.plain.push(await sendPlainApplication(routes.url));
    }
  } finally {
    await routes.close();
  }
  return times;
}

async function sendApplication(url: string, signatoryEmail: string): Promise<number> {
  const application = anApplication({ signatoryEmail });
  return (await post(`${url}/api/${product.id}/applications`, application)).milliseconds;
}

async function sendPlainApplication(url: string): Promise<number> {
  return (await post(`${url}/applications`, anApplication())).milliseconds;
}

const approval = { answers: { outcome: 'approve' } };

async function sendAnswer(url: string, token: string): Promise<number> {
  const api = `${url}/api/${product.id}`;
  const { body, cookie } = await post(`${api}/links/exchange`, { token });
  const { id } = body as LinkTarget;
  return (await post(`${api}/tasks/${id}/answer`, approval, cookie)).milliseconds;
}

async function sendPlainAnswer(setting: Setting, url: string): Promise<number> {
  const { taskId, secret } = await openPlainTask(setting);
  const cookie = `session=${secret}`;
  return (await post(`${url}/tasks/${taskId}/answer`, approval, cookie)).milliseconds;
}

/** A task that waits for its answer, and a session to give it. */
async function openPlainTask({ database }: Setting) {
  return database.transaction(plain.id, async (tx) => {
    const now = new Date();
    const { caseId } = await storeApplication(tx, plain.id, anApplication());
    const task = await insertTask(tx, plain.id, {
      case_id: caseId,
      step_key: 'review/ask/1',
      kind: 'review',
      form_reference: plain.processes.accession.tasks.review?.form ?? '',
      state: 'open',
      assignee_role: 'caseOfficer',
      assignee_name: plain.caseOfficer.name,
      assignee_email: plain.caseOfficer.email,
      language: 'sv',
      document_sha256: null,
      opened_at: now,
      deadline: '2099-12-31',
    });
    await issueLink(tx, plain.id, {
      case_id: caseId,
      task_id: task.id,
      generation: 1,
      recipient_email: plain.caseOfficer.email,
      document_sha256: null,
      issued_at: now,
    });
    const link = await tx
      .selectFrom('link')
      .selectAll()
      .where('municipality_id', '=', plain.id)
      .where('task_id', '=', task.id)
      .executeTakeFirstOrThrow();
    const until = new Date(now.getTime() + 3_600_000);
    return { taskId: task.id, secret: await openLinkSession(tx, link, new Date(), until) };
  });
}
