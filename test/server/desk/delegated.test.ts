import type { DelegatedDecisionView, DeskCaseView } from '../../../domain/api/desk';
import type { Problem } from '../../../domain/api/shapes';
import type { ApiClient } from '../../support/api-client';
import { Cases } from '../../support/cases';
import { databaseKinds, openTestDatabase } from '../../support/databases';
import { signIn, startDeskServer } from '../../support/officials';
import { pdfText } from '../../support/pdf';
import { suiteNeeding } from '../../support/suites';
import type { TestServer } from '../../support/test-server';

const desk = '/api/sodertalje/desk';

suiteNeeding('poppler')('delegated decisions', () => {
  describe.each(databaseKinds())('on %s', (kind) => {
    let server: TestServer;
    let cases: Cases;
    let officer: ApiClient;
    let now = new Date('2026-03-10T09:00:00Z');

    beforeAll(async () => {
      server = await startDeskServer(await openTestDatabase(kind), { clock: () => now });
      cases = new Cases(server, 'sodertalje', () => now);
      officer = await signIn(server.url, 'sodertalje', 'officer');
    });
    afterAll(() => server.close());

    async function decide(day: string, organisationName: string, answers: object) {
      now = new Date(`${day}T09:00:00Z`);
      const receipt = await cases.apply({ organisationName });
      const taskId = await cases.openReview(receipt);
      const api = await cases.browserAt(taskId);
      const response = await api.post(`/api/sodertalje/tasks/${taskId}/answer`, { answers });
      expect(response.status).toBe(200);
      return receipt;
    }

    const list = async (query = '') => {
      officer = await signIn(server.url, 'sodertalje', 'officer');
      const path = `${desk}/delegated?language=sv${query}`;
      return (await officer.read<{ decisions: DelegatedDecisionView[] }>(path)).decisions;
    };

    it('are listed with all that the committee is told; a return is none', async () => {
      const approved = await decide('2026-03-10', '=Lyktan', { outcome: 'approve' });
      await decide('2026-03-12', 'Fyren', { outcome: 'refuse', reasons: 'Vinst.' });
      await decide('2026-03-13', 'Bojen', {
        outcome: 'return',
        questions: [{ about: 'legalForm', question: 'Hur?' }],
      });
      const decisions = await list();
      expect(decisions).toMatchObject([
        {
          committee: 'KFN',
          decidedOn: '2026-03-10',
          number: approved.number,
          organisationName: '=Lyktan',
          decision: 'Ansökan om att ansluta sig: bifall',
          delegate: 'Handläggare samverkan',
          delegation: 'KFN delegationsordning 3.2',
          reported: null,
        },
        { organisationName: 'Fyren', decision: 'Ansökan om att ansluta sig: avslag' },
      ]);
      await cases.file(approved.caseId, 'decision');
      const view = await officer.read<DeskCaseView>(`${desk}/cases/${approved.caseId}`);
      const open = view.records.at(-1)?.open;
      const pdf = await officer.get(`${desk}/cases/${approved.caseId}/documents/${open?.id}`);
      const text = pdfText(new Uint8Array(await pdf.arrayBuffer()));
      expect(text).toMatch(/Enligt\s+KFN delegationsordning 3\.2/);
    });

    it('are found by the days they were taken, both included', async () => {
      const names = async (query: string) =>
        (await list(query)).map(({ organisationName }) => organisationName);
      expect(await names('&from=2026-03-11')).toEqual(['Fyren']);
      expect(await names('&from=2026-03-10&to=2026-03-10')).toEqual(['=Lyktan']);
      expect(await names('&to=2026-03-09')).toEqual([]);
      expect((await officer.get(`${desk}/delegated?from=snart`)).status).toBe(400);
    });

    it('are a file for a spreadsheet', async () => {
      officer = await signIn(server.url, 'sodertalje', 'officer');
      const response = await officer.get(`${desk}/delegated.csv?language=sv`);
      const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
      const [head, first] = text.split('\r\n');
      expect(head).toBe(
        '\uFEFFNämnd;Beslutsdag;Nummer;Organisation;Beslut;Delegat;Delegationspunkt;Anmält',
      );
      expect(first).toMatch(
        /^KFN;2026-03-10;KFN 26\/\d+;'=Lyktan;Ansökan om att ansluta sig: bifall;/,
      );
    });

    it('leave the list when a meeting has been told, and are found afterwards', async () => {
      const [first] = await list();
      const body = { ids: [first?.id], meetingOn: '2026-04-01' };
      expect((await officer.post(`${desk}/delegated/report`, body)).status).toBe(204);
      const again = await officer.post(`${desk}/delegated/report`, body);
      expect(((await again.json()) as Problem).code).toBe('delegated.none');
      expect((await list()).map(({ organisationName }) => organisationName)).toEqual(['Fyren']);
      const reported = await list('&view=reported');
      expect(reported).toMatchObject([
        { organisationName: '=Lyktan', reported: { on: '2026-04-01', by: 'Otto Ek' } },
      ]);
      const view = await officer.read<DeskCaseView>(`${desk}/cases/${first?.caseId}`);
      expect(view.events.at(-1)).toMatchObject({ event: 'decisionReported', by: 'Otto Ek' });
    });

    it('name no secret organisation to an auditor', async () => {
      const [decision] = await list();
      const registrar = await signIn(server.url, 'sodertalje', 'registrar');
      const mark = { record: null, provision: '21 kap. 1 § OSL', reason: 'Prövad.' };
      await registrar.post(`${desk}/cases/${decision?.caseId}/secrecy`, mark);
      const auditor = await signIn(server.url, 'sodertalje', 'auditor');
      const { decisions } = await auditor.read<{ decisions: DelegatedDecisionView[] }>(
        `${desk}/delegated`,
      );
      expect(decisions).toMatchObject([{ id: decision?.id, organisationName: null }]);
    });
  });
});
