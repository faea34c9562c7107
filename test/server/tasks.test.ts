import { randomUUID } from 'node:crypto';
import type { AnswerReceipt, Problem, ReceiptView, TaskView } from '../../domain/api/shapes';
import { firstBrokenEntry, auditOfCase } from '../../database/repositories/audit.repository';
import { ApiClient } from '../support/api-client';
import { Cases } from '../support/cases';
import { databaseKinds, openTestDatabase } from '../support/databases';
import { startTestServer, type TestServer } from '../support/test-server';

const pathOf = (taskId: string) => `/api/sodertalje/tasks/${taskId}`;
const signature = {
  outcome: 'answered',
  signedName: 'Olof Berg',
  signedRole: 'Ordförande',
  authorised: true,
};

describe.each(databaseKinds())('tasks on %s', (kind) => {
  let server: TestServer;
  let cases: Cases;

  beforeAll(async () => {
    server = await startTestServer(await openTestDatabase(kind));
    cases = new Cases(server);
  });
  afterAll(() => server.close());

  async function openedReview() {
    const receipt = await cases.apply();
    const taskId = await cases.openReview(receipt);
    return { receipt, taskId, api: await cases.browserAt(taskId) };
  }

  const answer = (api: ApiClient, taskId: string, answers: Record<string, unknown>) =>
    api.post(`${pathOf(taskId)}/answer`, { answers });

  const recordOf = ({ caseId }: ReceiptView, taskId: string) =>
    server.database.transaction('sodertalje', async (tx) => ({
      submissions: await tx
        .selectFrom('submission')
        .select(['answers'])
        .where('task_id', '=', taskId)
        .execute(),
      words: await tx
        .selectFrom('outbox')
        .select(['kind'])
        .where('task_id', '=', taskId)
        .where('case_id', '=', caseId)
        .execute(),
      audit: await auditOfCase(tx, 'sodertalje', caseId),
    }));

  it('take one of fifty different answers that come at the same moment', async () => {
    const { receipt, taskId } = await openedReview();
    const browsers = await Promise.all(Array.from({ length: 5 }, () => cases.browserAt(taskId)));
    const reasons = (i: number) => `Skäl nummer ${i}.`;
    const responses = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        answer(
          browsers[i % browsers.length]!,
          taskId,
          i % 2 === 0 ? { outcome: 'approve' } : { outcome: 'refuse', reasons: reasons(i) },
        ),
      ),
    );
    const winners = responses.flatMap(({ status }, i) => (status === 200 ? [i] : []));
    expect(winners).toHaveLength(1);
    expect(responses.filter(({ status }) => status === 409)).toHaveLength(49);
    const winner = winners[0]!;
    const decided =
      winner % 2 === 0 ? { outcome: 'approve' } : { outcome: 'refuse', reasons: reasons(winner) };

    const record = await recordOf(receipt, taskId);
    expect(record.submissions).toEqual([{ answers: decided }]);
    expect(record.words).toEqual([{ kind: 'look' }]);
    const decisions = record.audit.filter(
      ({ event }) => event === 'approved' || event === 'refused',
    );
    expect(decisions).toHaveLength(1);
    expect(firstBrokenEntry(record.audit)).toBeNull();

    const lost = responses.find(({ status }) => status === 409)!;
    expect(((await lost.json()) as Problem).code).toBe('task.alreadyAnswered');
    for (const browser of browsers) {
      const seen = await browser.read<TaskView>(pathOf(taskId));
      expect(seen.state).toBe('answered');
      const rows = seen.answer?.sections.flatMap(({ rows }) => rows) ?? [];
      expect(rows.map(({ fieldId }) => fieldId)).toEqual(Object.keys(decided));
      if (winner % 2) expect(rows.at(-1)?.value).toBe(reasons(winner));
    }
  });

  it('stay open after an answer with faults, and name every faulty field', async () => {
    const { receipt, taskId, api } = await openedReview();
    const attempts: [Record<string, unknown>, Record<string, string>][] = [
      [{}, { outcome: 'choice' }],
      [{ outcome: 'perhaps' }, { outcome: 'choice' }],
      [{ outcome: ['approve'] }, { outcome: 'choice' }],
      [{ outcome: 'refuse' }, { reasons: 'required' }],
      [{ outcome: 'refuse', reasons: ' \n\t ' }, { reasons: 'required' }],
      [{ outcome: 'refuse', reasons: 'x'.repeat(5001) }, { reasons: 'tooLong' }],
    ];
    for (const [answers, fields] of attempts) {
      const response = await answer(api, taskId, answers);
      expect([answers, response.status]).toEqual([answers, 422]);
      expect(((await response.json()) as Problem).fields).toEqual(fields);
    }
    expect(await api.read<TaskView>(pathOf(taskId))).toMatchObject({ state: 'open', answer: null });
    expect((await recordOf(receipt, taskId)).submissions).toEqual([]);
    expect((await answer(api, taskId, { outcome: 'approve' })).status).toBe(200);
  });

  it('keep nothing that the form did not ask for', async () => {
    const { receipt, taskId, api } = await openedReview();
    const typed = {
      outcome: 'approve',
      reasons: 'Står kvar från ett ångrat avslag.',
      isAdmin: true,
    };
    expect((await answer(api, taskId, typed)).status).toBe(200);
    expect((await recordOf(receipt, taskId)).submissions).toEqual([
      { answers: { outcome: 'approve' } },
    ]);
  });

  it('are answered with the receipt, which stays readable by the same link', async () => {
    const { taskId, api } = await openedReview();
    const answered = (await (
      await answer(api, taskId, { outcome: 'refuse', reasons: 'Ingen verksamhet i kommunen.' })
    ).json()) as AnswerReceipt;
    expect(answered.answer.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    const read = await api.read<TaskView>(pathOf(taskId));
    expect(read).toMatchObject({ ...answered, state: 'answered', overdue: false });
    const again = await cases.browserAt(taskId);
    expect(await again.read<TaskView>(pathOf(taskId))).toEqual(read);
  });

  it('ask the signatory about one exact version of the agreement', async () => {
    const receipt = await cases.apply();
    const taskId = await cases.openSignature(receipt);
    const api = await cases.browserAt(taskId);
    const task = await api.read<TaskView>(pathOf(taskId));
    expect(task).toMatchObject({
      kind: 'sign',
      assigneeName: 'Olof Berg',
      agreement: { version: 1 },
    });
    const shown = task.documents[0]!;
    const bytes = Buffer.from(
      await (await api.get(`${pathOf(taskId)}/documents/${shown.id}`)).arrayBuffer(),
    );
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes).toHaveLength(shown.bytes);

    const refused = await answer(api, taskId, { ...signature, authorised: false });
    expect(((await refused.json()) as Problem).fields).toEqual({ authorised: 'confirmation' });
    const signed = await answer(api, taskId, signature);
    expect(signed.status).toBe(200);
    expect((await recordOf(receipt, taskId)).audit.at(-1)).toMatchObject({
      event: 'signed',
      actor: 'signatory',
      details: { task: taskId },
    });
  });

  it('show their documents to nobody else', async () => {
    const mine = await openedReview();
    const other = await openedReview();
    for (const { receipt } of [mine, other]) await cases.file(receipt.caseId, 'application');
    const documentOf = async ({ api, taskId }: typeof mine) =>
      (await api.read<TaskView>(pathOf(taskId))).documents[0]!.id;
    const [own, foreign] = [await documentOf(mine), await documentOf(other)];
    const get = (api: ApiClient, id: string, taskId = mine.taskId) =>
      api.get(`${pathOf(taskId)}/documents/${id}`);
    expect((await get(mine.api, own)).status).toBe(200);
    expect((await get(mine.api, foreign)).status).toBe(404);
    expect((await get(mine.api, randomUUID())).status).toBe(404);
    expect((await get(mine.api, 'no-id')).status).toBe(404);
    expect((await get(mine.api, foreign, other.taskId)).status).toBe(401);
    expect((await get(new ApiClient(server.url), own)).status).toBe(401);
    const { api: applicant } = await cases.open(mine.receipt.statusToken);
    expect((await get(applicant, own)).status).toBe(401);
    const ofCase = `/api/sodertalje/cases/${mine.receipt.caseId}/documents`;
    expect((await applicant.get(`${ofCase}/${own}`)).status).toBe(200);
    expect((await applicant.get(`${ofCase}/${foreign}`)).status).toBe(404);
  });

  it('are unknown alike when they do not exist and when their id is none', async () => {
    for (const id of [randomUUID(), 'x', '%00', "1' or '1'='1"]) {
      const response = await new ApiClient(server.url).get(pathOf(encodeURIComponent(id)));
      expect([id, response.status]).toEqual([id, 401]);
    }
  });
});
