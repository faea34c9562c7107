import { sql } from 'kysely';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import type { Problem, ReceiptView, TaskView } from '../../domain/api/shapes';
import type { ApiClient } from '../support/api-client';
import { eventually } from '../support/eventually';
import { withCodes } from '../support/full-shape';
import { pdfText } from '../support/pdf';
import { asksForSignature } from '../support/subjects';
import { suiteNeeding } from '../support/suites';
import { startSystem, type Mail, type System } from '../support/system';
import { approve, runsOf, signature } from '../support/walks';

suiteNeeding('poppler')('a one-time code', () => {
  let system: System;
  let count = 0;
  let now: () => Date = () => new Date();

  beforeAll(async () => {
    system = await startSystem('pglite', { municipalities: withCodes, clock: () => now() });
  });
  afterEach(() => {
    now = () => new Date();
  });
  afterAll(() => system.close());

  interface Signing {
    receipt: ReceiptView;
    address: string;
    api: ApiClient;
    path: string;
  }

  async function begin(): Promise<Signing> {
    count += 1;
    const address = `kod${count}@lyktan.example`;
    const receipt = await system.apply({ signatoryEmail: address });
    await approve(system, receipt);
    const asked = await system.mail(address, asksForSignature(receipt.number));
    const { api, target } = await system.follow(asked);
    return { receipt, address, api, path: `/api/sodertalje/tasks/${target.id}` };
  }

  /** Asks for a code, and reads the mail that brings it. */
  async function codeFor({ address, api, path }: Signing): Promise<{ code: string; mail: Mail }> {
    const codes = async () =>
      (await system.mailsTo(address)).filter(({ subject }) => subject.startsWith('Din kod'));
    const before = (await codes()).length;
    expect((await api.post(`${path}/code`, {})).status).toBe(202);
    const mail = await eventually('the code is mailed', async () => (await codes())[before]);
    return { code: /Din kod är (\d{6})\./.exec(mail.text)?.[1] ?? '', mail };
  }

  async function answer({ api, path }: Signing, code?: string) {
    return api.post(`${path}/answer`, { answers: signature, ...(code !== undefined && { code }) });
  }
  const refusal = async (response: Response) => ((await response.json()) as Problem).code;
  const otherThan = (code: string) => (code === '000000' ? '111111' : '000000');

  /** Everything that is kept where the code has passed. */
  async function rowsOf({ caseId }: ReceiptView): Promise<string> {
    const { database } = system.server;
    return database.transaction('sodertalje', async (tx) => {
      const found = [];
      for (const table of ['letter', 'audit', 'outbox', 'submission', 'step', 'task'] as const) {
        const { rows } = await sql<{ row: string }>`
          select t::text as row from ${sql.table(table)} t where case_id = ${caseId}`.execute(tx);
        found.push(...rows.map(({ row }) => row));
      }
      const { rows } = await sql<{ row: string }>`select t::text as row from task_code t`.execute(
        tx,
      );
      return [...found, ...rows.map(({ row }) => row)].join('\n');
    });
  }

  it('is needed, comes without a link, works once, and the evidence says so', async () => {
    const signing = await begin();
    const task = await signing.api.read<TaskView>(signing.path);
    expect(task.code).toEqual({ to: 'k…@lyktan.example' });
    expect(await refusal(await answer(signing))).toBe('code.missing');
    expect(await refusal(await answer(signing, '123456'))).toBe('code.none');
    const { code, mail } = await codeFor(signing);
    expect(mail.text).not.toMatch(/https?:/);
    expect(mail.subject).not.toContain(code);
    expect(await refusal(await answer(signing, otherThan(code)))).toBe('code.wrong');
    const pasted = ` ${code.slice(0, 3)} ${code.slice(3)} `;
    const answered = await answer(signing, pasted);
    expect(answered.status).toBe(200);
    expect((await signing.api.read<TaskView>(signing.path)).code).toBeNull();
    expect(await refusal(await answer(signing, code))).toBe('task.alreadyAnswered');
    const { receipt } = signing;
    await system.until(receipt, 'completed');
    const signed = await eventually('the signed agreement is filed', async () => {
      const { documents } = await system.status(receipt);
      return documents.find(({ title }) => title === 'Underskriven överenskommelse');
    });
    const { api } = await system.open(receipt.statusToken);
    const pdf = await api.get(`/api/sodertalje/cases/${receipt.caseId}/documents/${signed.id}`);
    const text = pdfText(Buffer.from(await pdf.arrayBuffer())).replaceAll(/\s+/g, ' ');
    expect(text).toContain('en engångskod som mejlades');
    // Neither the record nor the history has ever seen it.
    // As digits of its own: fingerprints and fractions of seconds have all kinds.
    const alone = new RegExp(`(?<![\\da-f.])${code}(?![\\da-f])`);
    expect(await rowsOf(receipt)).not.toMatch(alone);
    const histories = (await runsOf(system, receipt)).map((run) => historyToJSON(run));
    expect(histories.join('')).not.toMatch(alone);
  });

  it('is not tried for an answer that has faults', async () => {
    const signing = await begin();
    const { code } = await codeFor(signing);
    const faulty = { answers: { outcome: 'answered' }, code };
    const response = await signing.api.post(`${signing.path}/answer`, faulty);
    expect(await refusal(response)).toBe('form.invalid');
    expect((await answer(signing, code)).status).toBe(200);
  });

  it('is dead after five wrong attempts, and a new one takes its place', async () => {
    const signing = await begin();
    const { code: first } = await codeFor(signing);
    for (let i = 0; i < 5; i += 1) {
      expect(await refusal(await answer(signing, otherThan(first)))).toBe('code.wrong');
    }
    expect(await refusal(await answer(signing, first))).toBe('code.spent');
    const { code: second } = await codeFor(signing);
    // One in a million: then the first would be right.
    if (second !== first) expect(await refusal(await answer(signing, first))).toBe('code.wrong');
    expect((await answer(signing, second)).status).toBe(200);
  });

  it('expires after ten minutes', async () => {
    const signing = await begin();
    const { code } = await codeFor(signing);
    now = () => new Date(Date.now() + 10 * 60_000);
    expect(await refusal(await answer(signing, code))).toBe('code.expired');
  });

  it('is mailed five times in an hour and no more', async () => {
    const signing = await begin();
    for (let i = 0; i < 5; i += 1) {
      expect((await signing.api.post(`${signing.path}/code`, {})).status).toBe(202);
    }
    const sixth = await signing.api.post(`${signing.path}/code`, {});
    expect([sixth.status, await refusal(sixth)]).toEqual([429, 'code.tooMany']);
  });

  it('lets one of many that have the same code answer', async () => {
    const signing = await begin();
    const { code } = await codeFor(signing);
    const answers = await Promise.all(Array.from({ length: 8 }, () => answer(signing, code)));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array.from({ length: 7 }, () => 409)]);
  });

  it('is not for a question that asks for none', async () => {
    const receipt = await system.apply();
    const asked = await system.mail('handlaggare@sodertalje.example', new RegExp(receipt.number));
    const { api, target } = await system.follow(asked);
    const response = await api.post(`/api/sodertalje/tasks/${target.id}/code`, {});
    expect(await refusal(response)).toBe('code.notAsked');
  });
});
