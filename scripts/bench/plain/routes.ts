import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Database, Tx } from '../../../database/database';
import { addToOutbox } from '../../../database/repositories/outbox.repository';
import { getCase } from '../../../database/repositories/case.repository';
import { documentsOfCase } from '../../../database/repositories/document.repository';
import { findLinkBySession } from '../../../database/repositories/link.repository';
import {
  getApplication,
  getSubmission,
} from '../../../database/repositories/submission.repository';
import { findTaskDraft, keepTaskDraft } from '../../../database/repositories/task-draft.repository';
import { findTask, lockTask } from '../../../database/repositories/task.repository';
import type { FieldChanges } from '../../../domain/forms/shared-draft';
import type { Answers } from '../../../domain/forms/types';
import { plain } from '../municipalities';
import { storeAnswer, storeApplication, type PlainApplication } from './store';

export interface PlainRoutes {
  url: string;
  close(): Promise<void>;
}

/** The product's routes that take what people write with the same statements, without forms, links' rules and kernel. */
export async function servePlainRoutes(database: Database): Promise<PlainRoutes> {
  const app = express();
  app.use(express.json());
  app.post('/applications', async (request, response) => {
    const application = request.body as PlainApplication;
    response
      .status(201)
      .json(await database.transaction(plain.id, (tx) => receive(tx, application)));
  });
  app.post('/tasks/:task/answer', async (request, response) => {
    const { answers } = request.body as { answers: Answers };
    const secret = String(request.get('cookie')?.split('=')[1]);
    const { task } = request.params;
    response.json(await database.transaction(plain.id, (tx) => answer(tx, task, secret, answers)));
  });
  app.put('/tasks/:task/draft', async (request, response) => {
    const { changes } = request.body as { changes: FieldChanges };
    const secret = String(request.get('cookie')?.split('=')[1]);
    const { task } = request.params;
    response.json(
      await database.transaction(plain.id, (tx) => saveDraft(tx, task, secret, changes)),
    );
  });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function receive(tx: Tx, application: PlainApplication) {
  const receipt = await storeApplication(tx, plain.id, application);
  const { caseId } = receipt;
  await addToOutbox(tx, plain.id, { caseId, kind: 'start', at: new Date() });
  return receipt;
}

async function answer(tx: Tx, taskId: string, secret: string, answers: Answers) {
  const at = new Date();
  await findLinkBySession(tx, plain.id, secret, at);
  const task = await findTask(tx, plain.id, taskId);
  if (!task) throw new Error('no such task');
  const answered = await storeAnswer(tx, task, answers);
  return {
    case: await getCase(tx, plain.id, task.case_id),
    application: await getApplication(tx, plain.id, task.case_id),
    documents: await documentsOfCase(tx, plain.id, task.case_id),
    answer: await getSubmission(tx, plain.id, answered.submission_id ?? ''),
    task: answered,
  };
}

async function saveDraft(tx: Tx, taskId: string, secret: string, changes: FieldChanges) {
  const at = new Date();
  await findLinkBySession(tx, plain.id, secret, at);
  const task = await findTask(tx, plain.id, taskId);
  if (!task) throw new Error('no such task');
  await lockTask(tx, plain.id, taskId);
  const before = await findTaskDraft(tx, plain.id, taskId);
  const now = Object.entries(changes).map(([id, change]) => [id, change.now] as const);
  const answers = { ...before?.answers, ...Object.fromEntries(now) };
  return keepTaskDraft(tx, plain.id, taskId, { answers, at });
}
