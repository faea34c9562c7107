import type { CaseEvent } from '../../database/database';
import type { Database } from '../../database/open';
import { announceWord } from '../../database/repositories/outbox.repository';
import type { ReceiptView } from '../../domain/api/shapes';
import { ApiClient } from '../support/api-client';
import { anApplication } from '../support/applications';
import { databaseKinds, openTestDatabase } from '../support/databases';
import { eventually } from '../support/eventually';
import { startTestServer, type TestServer } from '../support/test-server';

const municipality = 'sodertalje';

describe.each(databaseKinds())('what is announced on %s', (kind) => {
  let server: TestServer;
  let database: Database;
  let caseId: string;
  const heard: CaseEvent[] = [];

  beforeAll(async () => {
    server = await startTestServer(await openTestDatabase(kind));
    database = server.database;
    const api = new ApiClient(server.url);
    const response = await api.post(`/api/${municipality}/applications`, anApplication());
    ({ caseId } = (await response.json()) as ReceiptView);
    await database.onCaseEvent((event) => heard.push(event));
  });
  afterAll(() => server.close());

  const leaveWord = (then: () => void = () => undefined) =>
    database.transaction(municipality, async (tx) => {
      await announceWord(tx, municipality, { caseId, kind: 'look', at: new Date() });
      then();
    });

  it('is heard when a worker has left word, and not when it could not', async () => {
    const failing = leaveWord(() => {
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    await leaveWord();
    await eventually('the word is heard', async () => heard.length > 0);
    expect(heard).toEqual([{ what: 'word', municipalityId: municipality, caseId }]);
  });
});
