import type { PartyView } from '../../domain/api/shapes';
import { ApiClient } from '../support/api-client';
import { newOrganisationNumber } from '../support/applications';
import { Cases } from '../support/cases';
import { databaseKinds, openTestDatabase } from '../support/databases';
import { startTestServer, type TestServer } from '../support/test-server';

const path = '/api/sodertalje/parties';

describe.each(databaseKinds())('the register on %s', (kind) => {
  let server: TestServer;
  let api: ApiClient;
  const organisationNumber = newOrganisationNumber();

  beforeAll(async () => {
    server = await startTestServer(await openTestDatabase(kind));
    api = new ApiClient(server.url);
    const cases = new Cases(server);
    const accede = async (answers: Record<string, string>) =>
      cases.accede(await cases.apply(answers));
    await accede({ organisationName: 'Åsens byalag', organisationNumber });
    await accede({
      organisationName: '=cmd|"/c calc"!A1; Öst',
      publishContact: 'yes',
      coordinatorName: '@Amina "Ek"',
      coordinatorEmail: 'amina@ost.example',
    });
    await accede({ organisationName: 'Lyktan', publishContact: 'no' });
  });
  afterAll(() => server.close());

  const namesOf = async (search: string) => {
    const query = new URLSearchParams({ search });
    const { parties } = await api.read<{ parties: PartyView[] }>(`${path}?${query}`);
    return parties.map(({ organisationName }) => organisationName);
  };

  it('is sorted as Swedish sorts', async () => {
    expect(await namesOf('')).toEqual(['=cmd|"/c calc"!A1; Öst', 'Lyktan', 'Åsens byalag']);
  });

  it('is searched by a part of the name', async () => {
    expect(await namesOf('BYA')).toEqual(['Åsens byalag']);
    expect(await namesOf('nobody')).toEqual([]);
  });

  it('is searched by the number in any style', async () => {
    const digits = organisationNumber.replace('-', '');
    for (const typed of [organisationNumber, digits, `16${digits}`, `16 ${organisationNumber}`]) {
      expect(await namesOf(typed)).toEqual(['Åsens byalag']);
    }
  });

  it('refuses what is no search', async () => {
    expect((await api.get(`${path}?search=${'x'.repeat(201)}`)).status).toBe(400);
    expect((await api.get(`${path}?search=a&search=b`)).status).toBe(400);
  });

  it('is a file for a spreadsheet, in which nothing is a formula', async () => {
    const response = await api.get(`${path}.csv?language=sv`);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename=register-sodertalje.csv',
    );
    // `text()` would take the mark away.
    const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
    const [head, first, second, third, end] = text.split('\r\n');
    expect(head).toBe(
      '\uFEFFOrganisation;Organisationsnummer;Anslöt sig;Version;Kontaktperson;E-post',
    );
    expect(first).toMatch(
      /^"'=cmd\|""\/c calc""!A1; Öst";[\d-]*;\d{4}-\d\d-\d\d;1;"'@Amina ""Ek""";amina@ost\.example$/,
    );
    expect(second).toMatch(/^Lyktan;[\d-]*;\d{4}-\d\d-\d\d;1;;$/);
    expect(third).toMatch(new RegExp(`^Åsens byalag;${organisationNumber};`));
    expect(end).toBe('');
  });

  it('has the same rows for the same search, with headings in the language asked for', async () => {
    const text = await (await api.get(`${path}.csv?search=lyktan&language=en`)).text();
    expect(text.trimEnd().split('\r\n')).toHaveLength(2);
    expect(text).toContain('Organisation number;Joined');
  });
});
