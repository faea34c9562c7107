import type { ReportAnswer, ReportsAnswer } from '../../domain/api/reports';
import { fingerprint, sha256 } from '../../database/fingerprint';
import { compileReport } from '../../domain/follow-up/report';
import { aFullYear } from '../domain/follow-up/respondents';
import { ApiClient } from '../support/api-client';
import { databaseKinds, openTestDatabase } from '../support/databases';
import { keepFinalReport } from '../support/published-report';
import { startTestServer, type TestServer } from '../support/test-server';

const path = '/api/sodertalje/follow-up';
const report = compileReport(aFullYear());
const pdf = Buffer.from('%PDF-1.7 as it is archived');

describe.each(databaseKinds())('published reports on %s', (kind) => {
  let server: TestServer;
  let api: ApiClient;
  let caseId: string;
  let secretId: string;
  let alteredId: string;
  let firstId: string;

  beforeAll(async () => {
    server = await startTestServer(await openTestDatabase(kind));
    api = new ApiClient(server.url);
    const kept = { report, pdf, published: true };
    caseId = await keepFinalReport(server.database, kept);
    const next = { ...kept, report: { ...report, year: 2028 }, published: false };
    secretId = await keepFinalReport(server.database, next);
    const earlier = { ...kept, report: { ...report, year: 2026 }, hash: 'ab'.repeat(32) };
    alteredId = await keepFinalReport(server.database, earlier);
    const first = { ...report, year: 2025 };
    const hash = fingerprint({ commentary: { summary: 'Det går åt rätt håll.' }, report: first });
    firstId = await keepFinalReport(server.database, { ...kept, report: first, hash });
  });
  afterAll(() => server.close());

  it('are listed for everybody, those that are not published are not', async () => {
    expect(await api.read<ReportsAnswer>(path)).toEqual({
      reports: [
        { caseId, year: 2027 },
        { caseId: alteredId, year: 2026 },
        { caseId: firstId, year: 2025 },
      ],
    });
  });

  it('are read in the language asked for, with what the municipality says about them', async () => {
    const answer = await api.read<ReportAnswer>(`${path}/${caseId}`);
    const file = await (await api.get(`${path}/${caseId}/report.json`)).text();
    expect(answer).toMatchObject({ year: 2027, fingerprint: sha256(file) });
    expect(JSON.stringify(answer)).toContain('Det går åt rätt håll.');
    const english = await fetch(`${server.url}${path}/${caseId}`, {
      headers: { 'accept-language': 'en' },
    });
    expect(((await english.json()) as ReportAnswer).title).toMatch(/^Follow-up 2027/);
  });

  it('are there as the archived PDF, as JSON and as tables', async () => {
    const file = await api.get(`${path}/${caseId}/report.pdf`);
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect(Buffer.from(await file.arrayBuffer()).equals(pdf)).toBe(true);
    expect(await api.read(`${path}/${caseId}/report.json`)).toEqual(
      JSON.parse(JSON.stringify({ ...report, commentary: { summary: 'Det går åt rätt håll.' } })),
    );
    const ratings = await api.get(`${path}/${caseId}/ratings.csv?language=sv`);
    expect(ratings.headers.get('content-disposition')).toContain('ratings-sodertalje-2027.csv');
    expect(await ratings.text()).toContain('Långsiktighet;Kommunen;Den idéburna sektorn;ja;1,8;');
    const response = await api.get(`${path}/${caseId}/response.csv?language=en`);
    expect(await response.text()).toContain('\r\nAll;36;31;4;86;\r\n');
  });

  it('are shown that were kept with a hash of their content as the record has it', async () => {
    expect(await api.read<ReportAnswer>(`${path}/${firstId}`)).toMatchObject({ year: 2025 });
  });

  it.each(['', '/report.pdf', '/report.json', '/ratings.csv'])(
    'that are not what was frozen are not shown: %s',
    async (file) => {
      const refused = await api.get(`${path}/${alteredId}${file}`);
      expect(refused.status).toBe(500);
      expect(await refused.json()).toMatchObject({
        code: 'report.altered',
        detail: expect.stringContaining('stämmer inte med det fingeravtryck') as string,
      });
    },
  );

  it.each(['', '/report.pdf', '/report.json', '/ratings.csv', '/response.csv', '/matters.csv'])(
    'that are not published look like those that do not exist: %s',
    async (file) => {
      const [hidden, nowhere] = await Promise.all(
        [secretId, '00000000-0000-4000-8000-000000000000', 'nonsense'].map((id) =>
          api.get(`${path}/${id}${file}`),
        ),
      );
      expect(hidden!.status).toBe(404);
      expect(await hidden!.text()).toBe(await nowhere!.text());
    },
  );
});
