import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { CaseListAnswer, DeskCaseView, ListView } from '../../../domain/api/desk';
import type { Problem, ReceiptView } from '../../../domain/api/shapes';
import type { ApiClient } from '../../support/api-client';
import { newOrganisationNumber } from '../../support/applications';
import { Cases } from '../../support/cases';
import { databaseKinds, openTestDatabase } from '../../support/databases';
import { eventually } from '../../support/eventually';
import { anAnnouncement, insertForum } from '../../support/forums';
import { signIn, startDeskServer } from '../../support/officials';
import type { TestServer } from '../../support/test-server';

const desk = '/api/sodertalje/desk';
const day = 24 * 3600 * 1000;

describe.each(databaseKinds())('the desk on %s', (kind) => {
  let server: TestServer;
  let cases: Cases;
  let api: ApiClient;
  let now = new Date('2026-03-02T10:00:00Z');
  const organisationNumber = newOrganisationNumber();
  const made = {} as Record<'waiting' | 'late' | 'flagged' | 'ended' | 'fresh', ReceiptView>;

  beforeAll(async () => {
    server = await startDeskServer(await openTestDatabase(kind), { clock: () => now });
    cases = new Cases(server, 'sodertalje', () => now);
    made.late = await cases.apply({ organisationName: 'Försenade föreningen' });
    await cases.openReview(made.late);
    now = new Date(now.getTime() + 20 * day);
    made.waiting = await cases.apply({
      organisationName: '100 % Åkeri_klubben',
      organisationNumber,
    });
    await cases.openReview(made.waiting);
    made.flagged = await cases.apply({ organisationName: 'Kören' });
    await flag(made.flagged, 'smtp.550');
    made.ended = await cases.apply({ organisationName: 'Orkestern' });
    await cases.accede(made.ended);
    made.fresh = await cases.apply({ organisationName: 'Cirkusen' });
    api = await signIn(server.url, 'sodertalje', 'auditor');
  });
  afterAll(() => server.close());

  const flag = ({ caseId }: ReceiptView, code: string) =>
    server.database.transaction('sodertalje', (tx) =>
      tx
        .insertInto('attention')
        .values({
          id: randomUUID(),
          municipality_id: 'sodertalje',
          case_id: caseId,
          attention_key: code,
          code,
          raised_at: now,
          resolved_at: null,
        })
        .execute(),
    );

  async function list(search: string, view: ListView = 'all', after?: string) {
    const body = { search, view, ...(after !== undefined && { after }) };
    const response = await api.post(`${desk}/cases/search`, body);
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as CaseListAnswer;
  }

  const namesOf = (answer: CaseListAnswer) => answer.cases.map((each) => each.organisationName);

  describe('list', () => {
    it('has the overdue first, then what needs attention, then by deadline, the ended last', async () => {
      const answer = await list('');
      expect(namesOf(answer)).toEqual([
        'Försenade föreningen',
        'Kören',
        '100 % Åkeri_klubben',
        'Cirkusen',
        'Orkestern',
      ]);
      expect(answer.next).toBeNull();
      expect(answer.counts).toEqual({
        attention: 2,
        open: 4,
        received: 2,
        reviewing: 2,
        awaitingCompletion: 0,
        awaitingDecision: 0,
        awaitingReplies: 0,
        awaitingSignature: 0,
        completed: 1,
        rejected: 0,
        closed: 0,
        all: 5,
      });
    });

    it.each<[ListView, string[]]>([
      ['attention', ['Försenade föreningen', 'Kören']],
      ['open', ['Försenade föreningen', 'Kören', '100 % Åkeri_klubben', 'Cirkusen']],
      ['reviewing', ['Försenade föreningen', '100 % Åkeri_klubben']],
      ['completed', ['Orkestern']],
      ['rejected', []],
    ])('shows in the view %s what belongs there', async (view, names) => {
      expect(namesOf(await list('', view))).toEqual(names);
    });

    it('says whom a case waits for, since when and until when', async () => {
      const [late] = (await list('', 'attention')).cases;
      expect(late?.waitsFor).toMatchObject({ role: 'caseOfficer', overdue: true });
      expect(late?.waitsFor?.since).toBe('2026-03-02T10:00:00.000Z');
      const waiting = (await list('Åkeri')).cases[0];
      expect(waiting?.waitsFor).toMatchObject({ overdue: false, since: now.toISOString() });
      expect((await list('Cirkusen')).cases[0]?.waitsFor).toBeNull();
    });

    it('says of what is announced that the invitation is sent, and for which day', async () => {
      const title = 'Unga och föreningslivet';
      const id = await server.database.transaction('ekero', (tx) =>
        insertForum(tx, 'ekero', anAnnouncement({ day: '2026-05-12' })),
      );
      const there = await signIn(server.url, 'ekero', 'auditor');
      const search = async (language: string) => {
        const response = await there.post(
          '/api/ekero/desk/cases/search',
          { search: title, view: 'all' },
          { 'accept-language': language },
        );
        return ((await response.json()) as CaseListAnswer).cases;
      };
      const announced = { id, takesPlaceOn: '2026-05-12' };
      expect(await search('sv')).toMatchObject([{ ...announced, standing: 'Inbjudan är skickad' }]);
      expect(await search('en')).toMatchObject([
        { ...announced, standing: 'The invitation is sent' },
      ]);
      const [waiting] = (await list('Åkeri')).cases;
      expect(waiting).toMatchObject({ standing: 'Granskas', takesPlaceOn: null });
    });

    it.each([
      ['the number as it is written', () => made.waiting.number],
      ['small letters and no space', () => made.waiting.number.toLowerCase().replace(' ', '')],
      ['leading zeros', () => made.waiting.number.replace('/', '/000')],
      ['a record’s number', () => `${made.waiting.number}-3`],
      ['a part of the name', () => 'åkeri'],
      ['the organisation number', () => organisationNumber],
      ['its digits', () => organisationNumber.replace('-', '')],
      ['its twelve digits', () => `16${organisationNumber.replace('-', '')}`],
      ['its last digits', () => organisationNumber.slice(-4)],
      ['signs that mean something elsewhere', () => '0 % Å'],
      ['an underscore', () => 'i_k'],
    ])('finds a case by %s', async (_what, search) => {
      expect(namesOf(await list(search()))).toEqual(['100 % Åkeri_klubben']);
    });

    it.each(['%', '_______', "'; drop table cases --", 'KFN 99/1', 'Finns inte', '\\'])(
      'takes %s for what it is',
      async (search) => {
        const names = namesOf(await list(search));
        expect(names.filter((name) => !name?.includes(search))).toEqual([]);
      },
    );

    it('finds nothing behind what is no position of ours', async () => {
      for (const after of ['', 'x', Buffer.from('{}').toString('base64url')]) {
        const response = await api.post(`${desk}/cases/search`, { search: '', view: 'all', after });
        expect(response.status).toBe(400);
      }
    });

    it('leads page by page through every case once, in the same order', async () => {
      await insertMany(130);
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await list('', 'all', after);
        expect(page.cases.length).toBeLessThanOrEqual(50);
        expect(page.counts === null).toBe(after !== undefined);
        seen.push(...page.cases.map(({ id }) => id));
        after = page.next ?? undefined;
      } while (after !== undefined);
      expect(seen).toHaveLength(135);
      expect(new Set(seen).size).toBe(135);
      expect(seen[0]).toBe(made.late.caseId);
    });

    /** Some that began at the very same moment, too. */
    async function insertMany(count: number): Promise<void> {
      await server.database.transaction('sodertalje', (tx) =>
        sql`insert into cases (id, municipality_id, process, number, number_key, state, language,
              organisation_name, phase, opened_at, closed_at)
            select gen_random_uuid(), 'sodertalje', 'accession', 'X ' || i, 'X' || i, 'rejected', 'sv',
              'Massan', '{}', ${now}::timestamptz - (i / 10) * interval '1 day',
              case when i % 2 = 0 then ${now}::timestamptz end
            from generate_series(1, ${count}::int) i`.execute(tx),
      );
    }
  });

  describe('case', () => {
    const read = (receipt: ReceiptView) =>
      api.read<DeskCaseView>(`${desk}/cases/${receipt.caseId}`);

    it('shows where it stands, what was asked, filed and answered, and that its chain is whole', async () => {
      const receipt = await cases.apply({ organisationName: 'Teatern' });
      await cases.file(receipt.caseId, 'application');
      const taskId = await cases.openReview(receipt);
      const browser = await cases.browserAt(taskId);
      await browser.post(`/api/sodertalje/tasks/${taskId}/answer`, {
        answers: { outcome: 'approve' },
      });
      const view = await read(receipt);
      expect(view).toMatchObject({
        number: receipt.number,
        organisationName: 'Teatern',
        state: 'reviewing',
        waitsFor: null,
        closedAt: null,
        attentions: [],
        brokenAt: null,
        tasks: [{ kind: 'review', state: 'answered', role: 'caseOfficer', overdue: false }],
        records: [{ record: 1, number: `${receipt.number}-1`, provision: null }],
      });
      const rows = view.application.flatMap((section) => section.rows);
      expect(rows.map(({ value }) => value)).toContain('Teatern');
      expect(view.events.map(({ event, actor }) => [event, actor])).toEqual([
        ['received', 'applicant'],
        ['documentFiled', 'system'],
        ['reviewRequested', 'system'],
        ['approved', 'caseOfficer'],
      ]);
      expect(view.events.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
    });

    it('sends its documents', async () => {
      const receipt = await cases.apply({ organisationName: 'Biblioteket' });
      await cases.file(receipt.caseId, 'application');
      const document = (await read(receipt)).records[0]?.open;
      const path = `${desk}/cases/${receipt.caseId}/documents/${document?.id}`;
      const bytes = Buffer.from(await (await api.get(path)).arrayBuffer());
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
      const elsewhere = path.replace(receipt.caseId, made.fresh.caseId);
      expect((await api.get(elsewhere)).status).toBe(404);
    });

    it('shows what needs attention, and its letters with what became of them', async () => {
      await server.database.transaction('sodertalje', (tx) =>
        tx
          .insertInto('letter')
          .values({
            id: randomUUID(),
            municipality_id: 'sodertalje',
            case_id: made.flagged.caseId,
            task_id: null,
            letter_key: 'received',
            template: 'applicationReceived',
            recipient_name: 'Amina Ek',
            recipient_email: 'amina@lyktan.example',
            language: 'sv',
            ordinal: 1,
            attachments: '[]',
            link: null,
            state: 'failed',
            failure_code: 'smtp.550',
            created_at: now,
            sent_at: null,
          })
          .execute(),
      );
      expect(await read(made.flagged)).toMatchObject({
        attentions: [{ code: 'smtp.550', raisedAt: now.toISOString() }],
        letters: [{ template: 'applicationReceived', state: 'failed', failureCode: 'smtp.550' }],
      });
    });

    it('is unknown alike when it does not exist and when its id is none', async () => {
      for (const id of [randomUUID(), 'x', '%00', "1' or '1'='1"]) {
        const response = await api.get(`${desk}/cases/${encodeURIComponent(id)}`);
        expect([id, response.status]).toEqual([id, 404]);
        expect(((await response.json()) as Problem).code).toBe('case.unknown');
      }
    });

    it('tells those who watch it that something happened', async () => {
      const path = `${desk}/cases/${made.fresh.caseId}/events`;
      const abort = new AbortController();
      const response = await fetch(server.url + path, {
        headers: { cookie: api.cookieHeader(path) },
        signal: abort.signal,
      });
      let heard = '';
      const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
      const listening = (async () => {
        for (;;) {
          const { value, done } = await reader.read();
          if (done) return;
          heard += value;
        }
      })().catch(() => {});
      await cases.openReview(made.fresh);
      await eventually('the watcher hears of it', async () => heard.includes('changed'));
      abort.abort();
      await listening;
    });
  });
});
