import { createHash } from 'node:crypto';
import { request } from 'node:http';
import type { DraftView, Problem, ReceiptView } from '../../domain/api/shapes';
import type { FileAnswer } from '../../domain/forms/types';
import { application2 } from '../domain/forms/answers-for-test';
import { ApiClient } from '../support/api-client';
import { newOrganisationNumber } from '../support/applications';
import { Cases } from '../support/cases';
import { databaseKinds, openTestDatabase } from '../support/databases';
import { eventually } from '../support/eventually';
import { startTestServer, type TestServer } from '../support/test-server';
import { aPdf, flowingPdf, jpeg, png, scriptedSvg } from '../support/uploads';

const form = { formId: 'accession-application', formVersion: 2 };
const drafts = '/api/sodertalje/drafts';
const megabyte = 1024 * 1024;

describe.each(databaseKinds())('uploads on %s', (kind) => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer(await openTestDatabase(kind));
  });
  afterAll(() => server.close());

  const begin = async () => {
    const api = new ApiClient(server.url);
    const response = await api.post(drafts, { ...form, answers: {} });
    const path = `${drafts}/${((await response.json()) as DraftView).id}`;
    const upload = (name: string, content: BodyInit) => api.upload(`${path}/files`, name, content);
    return { api, path, upload };
  };
  const taken = async (response: Response) => {
    if (response.status !== 201) throw new Error(await response.text());
    return (await response.json()) as FileAnswer;
  };
  const refused = async (response: Response) => (await response.json()) as Problem;
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const inDatabase = (table: 'upload' | 'upload_chunk') =>
    server.database.transaction('sodertalje', async (tx) => {
      const rows = await tx.selectFrom(table).select('municipality_id').execute();
      return rows.length;
    });

  it.each([
    ['Protokoll åäö 2026.pdf', aPdf({ padding: 700_000 }), 'application/pdf'],
    ['bild.JPG', jpeg, 'image/jpeg'],
    ['bild.png', png, 'image/png'],
    ['skannat', png, 'image/png'],
  ])('take %s and hand it out as it was, to be saved', async (name, content, type) => {
    const { api, path, upload } = await begin();
    const file = await taken(await upload(name, new Uint8Array(content)));
    expect(file).toMatchObject({ name, size: content.length, sha256: sha256(content) });
    const back = await api.get(`${path}/files/${file.id}`);
    expect(back.headers.get('content-type')).toBe(type);
    expect(back.headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(back.headers.get('content-disposition')).toContain(encodeURIComponent(name));
    expect(back.headers.get('x-content-type-options')).toBe('nosniff');
    expect(sha256(new Uint8Array(await back.arrayBuffer()))).toBe(file.sha256);
  });

  it.each([
    ['tom.pdf', Buffer.alloc(0), 'file.empty'],
    ['bild.svg', scriptedSvg, 'file.type'],
    ['bild.png', scriptedSvg, 'file.mismatch'],
    ['protokoll.pdf', Buffer.from('MZ\u0000\u0001 this runs'), 'file.mismatch'],
    ['protokoll.pdf', png, 'file.mismatch'],
    ['program.exe', png, 'file.mismatch'],
    ['text.txt', Buffer.from('Bara text'), 'file.type'],
    ['låst.pdf', aPdf({ encrypted: true }), 'file.encrypted'],
    ['låst.pdf', aPdf({ encrypted: true, padding: 256 * 1024 - 62 }), 'file.encrypted'],
    // The same name with its first letter as a code.
    ['låst.pdf', withCodedName(aPdf({ encrypted: true })), 'file.encrypted'],
    ['stor.pdf', aPdf({ padding: 20 * megabyte }), 'file.tooLarge'],
  ])('refuse %s by its name, and spare the others', async (name, content, code) => {
    const { api, path, upload } = await begin();
    const good = await taken(await upload('bra.pdf', new Uint8Array(aPdf())));
    const before = [await inDatabase('upload'), await inDatabase('upload_chunk')];
    const problem = await refused(await upload(name, new Uint8Array(content)));
    expect(problem.code).toBe(code);
    expect(problem.detail).toContain(name);
    expect([await inDatabase('upload'), await inDatabase('upload_chunk')]).toEqual(before);
    expect((await api.get(`${path}/files/${good.id}`)).status).toBe(200);
  });

  it('find the mark of encryption wherever the pieces are cut', async () => {
    const { upload } = await begin();
    const edge = 256 * 1024;
    for (const cut of [1, 5, 12, 20]) {
      const padding = edge - aPdf().length + cut;
      const problem = await refused(
        await upload('låst.pdf', new Uint8Array(aPdf({ encrypted: true, padding }))),
      );
      expect(problem.code).toBe('file.encrypted');
    }
  });

  it('stop one that does not say how large it is where it grows too large', async () => {
    const { upload } = await begin();
    const before = await inDatabase('upload_chunk');
    const problem = await refused(await upload('stor.pdf', flowingPdf(21 * megabyte)));
    expect(problem.code).toBe('file.tooLarge');
    expect(await inDatabase('upload_chunk')).toBe(before);
  });

  it('leave nothing of one that breaks off', async () => {
    const { api, path } = await begin();
    const before = [await inDatabase('upload'), await inDatabase('upload_chunk')];
    const { port } = new URL(server.url);
    const sending = request({
      host: '127.0.0.1',
      port,
      method: 'POST',
      path: `${path}/files`,
      headers: {
        cookie: api.cookieHeader(`${path}/files`),
        'content-length': 2 * megabyte,
        'content-type': 'application/octet-stream',
        'content-disposition': "attachment; filename*=UTF-8''halv.pdf",
      },
    });
    sending.on('error', () => undefined);
    sending.write(aPdf({ padding: megabyte }));
    await eventually('some of it is there', async () => (await inDatabase('upload')) > before[0]!);
    sending.destroy();
    await eventually('nothing of it is left', async () => {
      const now = [await inDatabase('upload'), await inDatabase('upload_chunk')];
      return JSON.stringify(now) === JSON.stringify(before);
    });
  });

  it.each([
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Users\\Maja\\protokoll.pdf', 'protokoll.pdf'],
    ['a\u202efdp.pdf', 'afdp.pdf'],
    ['"citat";x=\r\ny.pdf', '"citat";x= y.pdf'],
    ['😀.pdf', '😀.pdf'],
  ])('keep of the name %j only what is one', async (name, kept) => {
    const { api, path, upload } = await begin();
    const file = await taken(await upload(name, new Uint8Array(aPdf())));
    expect(file.name).toBe(kept);
    expect((await api.get(`${path}/files/${file.id}`)).status).toBe(200);
  });

  it.each(['', ' ', '../', 'å'.repeat(201)])('refuse the name %j', async (name) => {
    const { upload } = await begin();
    expect((await refused(await upload(name, new Uint8Array(aPdf())))).code).toBe(
      'request.malformed',
    );
  });

  it('are at most twenty for a draft, and one that is removed makes room', async () => {
    const { api, path, upload } = await begin();
    const files: FileAnswer[] = [];
    for (let i = 0; i < 20; i += 1) files.push(await taken(await upload(`${i}.png`, png)));
    expect((await refused(await upload('en-till.png', png))).code).toBe('file.tooMany');
    expect((await api.delete(`${path}/files/${files[0]!.id}`)).status).toBe(204);
    await taken(await upload('en-till.png', png));
    expect((await api.get(`${path}/files/${files[0]!.id}`)).status).toBe(404);
  });

  it('are not seen by another draft', async () => {
    const [mine, other] = [await begin(), await begin()];
    const file = await taken(await mine.upload('min.png', png));
    expect((await other.api.get(`${other.path}/files/${file.id}`)).status).toBe(404);
    expect((await other.api.delete(`${other.path}/files/${file.id}`)).status).toBe(204);
    expect((await mine.api.get(`${mine.path}/files/${file.id}`)).status).toBe(200);
  });

  const application = (answers: object) => ({
    ...form,
    submissionKey: globalThis.crypto.randomUUID(),
    answers: {
      ...application2,
      organisationNumber: newOrganisationNumber(),
      minutes: [],
      ...answers,
    },
  });

  it('become records of the case with the application, described as they are', async () => {
    const { api, path, upload } = await begin();
    const file = await taken(await upload('protokoll.pdf', new Uint8Array(aPdf())));
    const forgotten = await taken(await upload('glömd.pdf', new Uint8Array(aPdf())));
    const lie = { ...file, name: 'annat.pdf', size: 1, sha256: 'ab'.repeat(32) };
    const response = await api.post(`${path}/application`, application({ minutes: [lie] }));
    const receipt = (await response.json()) as ReceiptView;
    expect(response.status).toBe(201);
    const cases = new Cases(server);
    const reader = await cases.open(receipt.statusToken);
    const files = `/api/sodertalje/cases/${receipt.caseId}/files`;
    const back = await reader.api.get(`${files}/${file.id}`);
    expect(sha256(new Uint8Array(await back.arrayBuffer()))).toBe(file.sha256);
    expect((await reader.api.get(`${files}/${forgotten.id}`)).status).toBe(404);
    expect((await reader.api.get(`${files}/nonsense`)).status).toBe(404);
    const stored = await server.database.transaction('sodertalje', (tx) =>
      tx
        .selectFrom('submission')
        .select('answers')
        .where('case_id', '=', receipt.caseId)
        .executeTakeFirstOrThrow(),
    );
    expect(stored.answers.minutes).toEqual([file]);
  });

  it('are read by whoever has a task in the case, and by nobody else', async () => {
    const { api, path, upload } = await begin();
    const file = await taken(await upload('protokoll.pdf', new Uint8Array(aPdf())));
    const sent = await api.post(`${path}/application`, application({ minutes: [file] }));
    const receipt = (await sent.json()) as ReceiptView;
    const cases = new Cases(server);
    const task = await cases.openReview(receipt);
    const officer = await cases.browserAt(task);
    const address = `/api/sodertalje/tasks/${task}/files/${file.id}`;
    expect((await officer.get(address)).status).toBe(200);
    expect((await new ApiClient(server.url).get(address)).status).toBe(401);
    expect((await api.get(`${path}/files/${file.id}`)).status).toBe(409);
  });

  it('must be there when they are named, once', async () => {
    const [mine, other] = [await begin(), await begin()];
    const file = await taken(await other.upload('annans.pdf', new Uint8Array(aPdf())));
    const send = (answers: object) =>
      mine.api.post(`${mine.path}/application`, application(answers));
    expect(await refused(await send({ minutes: [file] }))).toMatchObject({
      code: 'form.invalid',
      fields: { minutes: 'fileUnknown' },
    });
    const own = await taken(await mine.upload('egen.pdf', new Uint8Array(aPdf())));
    expect(await refused(await send({ minutes: [own], bylaws: [own] }))).toMatchObject({
      fields: { bylaws: 'fileUnknown' },
    });
    const withoutDraft = await new ApiClient(server.url).post(
      '/api/sodertalje/applications',
      application({ minutes: [own] }),
    );
    expect(await refused(withoutDraft)).toMatchObject({ fields: { minutes: 'fileUnknown' } });
    expect((await send({ minutes: [own] })).status).toBe(201);
  });

  it('cost little memory however large, up and down', async () => {
    const { api, path, upload } = await begin();
    const large = 20 * megabyte - 4096;
    // What the process takes once, for its first large file, it keeps for all that follow.
    await taken(await upload('uppvärmning.pdf', flowingPdf(large)));
    let file: FileAnswer | undefined;
    const up = await peakDuring(async () => {
      file = await taken(await upload('stor.pdf', flowingPdf(large)));
    });
    const down = await peakDuring(async () => {
      const response = await api.get(`${path}/files/${file!.id}`);
      let bytes = 0;
      for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) {
        bytes += piece.length;
      }
      expect(bytes).toBe(file!.size);
    });
    // Sender and reader are in the same process, and counted too.
    expect(up).toBeLessThan(30 * megabyte);
    expect(down).toBeLessThan(30 * megabyte);
  });
});

/** By how much the process grew at most. */
async function peakDuring(work: () => Promise<void>): Promise<number> {
  const before = process.memoryUsage.rss();
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss() - before);
  }, 5);
  try {
    await work();
  } finally {
    clearInterval(watch);
  }
  return peak;
}

function withCodedName(pdf: Buffer): Buffer {
  return Buffer.from(pdf.toString('latin1').replace('/Encrypt', '/#45ncrypt'), 'latin1');
}
