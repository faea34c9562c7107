import { randomUUID } from 'node:crypto';
import {
  insertSubscriber,
  issueSubscriberLink,
} from '../../database/repositories/subscriber.repository';
import { configuredMunicipalities } from '../../config/municipalities';
import { loadMunicipalities } from '../../database/load';
import type {
  DocumentLink,
  DraftView,
  MunicipalityView,
  PartyView,
  TaskView,
} from '../../domain/api/shapes';
import { issueDraftKey } from '../../database/repositories/draft.repository';
import type { FileAnswer } from '../../domain/forms/types';
import { endpoints } from '../../server/routes';
import { ApiClient } from '../support/api-client';
import { applicationTo, newOrganisationNumber } from '../support/applications';
import { Cases } from '../support/cases';
import { databaseKinds, openTestDatabase } from '../support/databases';
import { startDeskServer } from '../support/officials';
import type { TestServer } from '../support/test-server';
import { png } from '../support/uploads';

type Id = 'sodertalje' | 'ekero';

/** What a stranger from the other municipality may have got hold of. */
interface Secrets {
  organisationName: string;
  organisationNumber: string;
  email: string;
  number: string;
  caseId: string;
  taskId: string;
  documentId: string;
  taskToken: string;
  statusToken: string;
  draftId: string;
  fileId: string;
  partyId: string;
  draftToken: string;
  partToken: string;
  /** Of somebody who subscribes to the newsletter. */
  confirmToken: string;
  leaveToken: string;
  submissionKey: string;
  /** Every session, as a Cookie header. */
  cookies: string;
}

type Given = Omit<Secrets, 'cookies'>;

const nobodysId = '00000000-0000-4000-8000-000000000000';
const nobodysToken = 'A'.repeat(43);

/** The same shapes, belonging to nobody. */
const nobodys: Given = {
  organisationName: '',
  organisationNumber: '',
  email: 'nobody@nowhere.example',
  number: 'KFN 99/99999',
  caseId: nobodysId,
  taskId: nobodysId,
  documentId: nobodysId,
  taskToken: nobodysToken,
  statusToken: nobodysToken,
  draftId: nobodysId,
  fileId: nobodysId,
  partyId: nobodysId,
  draftToken: nobodysToken,
  partToken: nobodysToken,
  confirmToken: nobodysToken,
  leaveToken: nobodysToken,
  submissionKey: nobodysId,
};

interface Probe {
  path: (given: Given) => string;
  bodies?: (given: Given, to: Id) => unknown[];
  /** Asks about nothing of anybody's: answers everyone. */
  open?: true;
}

/** How each route is tried; a route that is missing here fails the test below. */
const probes: Record<string, Probe> = {
  'get /health/live': { open: true, path: () => '/health/live' },
  'get /health/ready': { open: true, path: () => '/health/ready' },
  'get /api/municipalities': { open: true, path: () => '/api/municipalities' },
  'get /api/:municipality': { open: true, path: () => '' },
  'get /api/:municipality/agreement': { open: true, path: () => '/agreement' },
  'get /api/:municipality/parties': { open: true, path: () => '/parties' },
  'get /api/:municipality/parties.csv': { open: true, path: () => '/parties.csv' },
  'get /api/:municipality/plan': { open: true, path: () => '/plan' },
  'get /api/:municipality/focus-areas': { open: true, path: () => '/focus-areas' },
  'get /api/:municipality/follow-up': { open: true, path: () => '/follow-up' },
  'get /api/:municipality/follow-up/:case': { path: ({ caseId }) => `/follow-up/${caseId}` },
  ...Object.fromEntries(
    ['report.pdf', 'report.json', 'ratings.csv', 'response.csv', 'matters.csv'].map((file) => [
      `get /api/:municipality/follow-up/:case/${file}`,
      { path: ({ caseId }: Given) => `/follow-up/${caseId}/${file}` },
    ]),
  ),
  'get /api/:municipality/forums': { open: true, path: () => '/forums' },
  'get /api/:municipality/forums/:case': { path: ({ caseId }) => `/forums/${caseId}` },
  'get /api/:municipality/forums/:case/forum.ics': {
    path: ({ caseId }) => `/forums/${caseId}/forum.ics`,
  },
  'get /api/:municipality/forums/:case/notes.pdf': {
    path: ({ caseId }) => `/forums/${caseId}/notes.pdf`,
  },
  'get /api/:municipality/forums/:case/files/:file': {
    path: ({ caseId, fileId }) => `/forums/${caseId}/files/${fileId}`,
  },
  'post /api/:municipality/forums/:case/registrations': {
    path: ({ caseId }) => `/forums/${caseId}/registrations`,
    bodies: ({ email }) => [{ answers: { name: 'Ada', email } }],
  },
  'get /api/:municipality/first-agreement': { open: true, path: () => '/first-agreement' },
  ...Object.fromEntries(
    ['', '/survey.pdf', '/draft.pdf', '/draft'].map((part) => [
      `get /api/:municipality/first-agreement/:case${part}`,
      { path: ({ caseId }: Given) => `/first-agreement/${caseId}${part}` },
    ]),
  ),
  'post /api/:municipality/first-agreement/:case/answers': {
    path: ({ caseId }) => `/first-agreement/${caseId}/answers`,
    bodies: ({ submissionKey }) => [
      {
        submissionKey,
        answers: { needs: 'Ett', expectations: 'Två', cooperation: 'Tre' },
      },
    ],
  },
  'get /api/:municipality/newsletter': { open: true, path: () => '/newsletter' },
  'get /api/:municipality/newsletter/:case': { path: ({ caseId }) => `/newsletter/${caseId}` },
  'get /api/:municipality/newsletter/:case/newsletter.pdf': {
    path: ({ caseId }) => `/newsletter/${caseId}/newsletter.pdf`,
  },
  'post /api/:municipality/newsletter/subscriptions': {
    path: () => '/newsletter/subscriptions',
    bodies: ({ email }) => [{ answers: { email, language: 'sv' } }],
  },
  'post /api/:municipality/newsletter/confirmations': {
    path: () => '/newsletter/confirmations',
    bodies: ({ confirmToken: token }) => [{ token }],
  },
  // A link that is foreign looks as one that has done its work.
  'post /api/:municipality/newsletter/departures': {
    open: true,
    path: () => '/newsletter/departures',
    bodies: ({ leaveToken: token }) => [{ token }],
  },
  'post /api/:municipality/newsletter/unsubscribe/:token': {
    open: true,
    path: ({ leaveToken }) => `/newsletter/unsubscribe/${leaveToken}`,
  },
  'get /api/:municipality/newsletter/unsubscribe/:token': {
    open: true,
    path: ({ leaveToken }) => `/newsletter/unsubscribe/${leaveToken}`,
  },
  'get /api/:municipality/processes/:process': { open: true, path: () => '/processes/accession' },
  'get /api/:municipality/processes/:process/schema': {
    open: true,
    path: () => '/processes/accession/schema',
  },
  'post /api/:municipality/applications': {
    open: true,
    path: () => '/applications',
    bodies: ({ submissionKey }, to) => [applicationTo(to, {}, submissionKey)],
  },
  'post /api/:municipality/drafts': {
    open: true,
    path: () => '/drafts',
    bodies: (_given, to) => [applicationTo(to)],
  },
  'get /api/:municipality/drafts/:draft': { path: ({ draftId }) => `/drafts/${draftId}` },
  'put /api/:municipality/drafts/:draft': {
    path: ({ draftId }) => `/drafts/${draftId}`,
    bodies: () => [{ revision: 1, answers: {} }],
  },
  'post /api/:municipality/drafts/:draft/link': {
    path: ({ draftId }) => `/drafts/${draftId}/link`,
    bodies: ({ email }) => [{ email }],
  },
  'post /api/:municipality/drafts/:draft/application': {
    path: ({ draftId }) => `/drafts/${draftId}/application`,
    bodies: ({ submissionKey }, to) => [applicationTo(to, {}, submissionKey)],
  },
  'post /api/:municipality/drafts/:draft/files': {
    path: ({ draftId }) => `/drafts/${draftId}/files`,
    bodies: () => [{}],
  },
  'get /api/:municipality/drafts/:draft/files/:file': {
    path: ({ draftId, fileId }) => `/drafts/${draftId}/files/${fileId}`,
  },
  'delete /api/:municipality/drafts/:draft/files/:file': {
    path: ({ draftId, fileId }) => `/drafts/${draftId}/files/${fileId}`,
  },
  'post /api/:municipality/links/exchange': {
    path: () => '/links/exchange',
    bodies: ({ taskToken, statusToken, draftToken, partToken }) =>
      [taskToken, statusToken, draftToken, partToken].map((token) => ({ token })),
  },
  'post /api/:municipality/links/requests': {
    path: () => '/links/requests',
    bodies: ({ number, email }) => [{ number, email }],
  },
  'get /api/:municipality/tasks/:task': { path: ({ taskId }) => `/tasks/${taskId}` },
  'post /api/:municipality/tasks/:task/answer': {
    path: ({ taskId }) => `/tasks/${taskId}/answer`,
    bodies: () => [{ answers: { outcome: 'approve' } }],
  },
  'put /api/:municipality/tasks/:task/draft': {
    path: ({ taskId }) => `/tasks/${taskId}/draft`,
    bodies: () => [{ changes: {} }],
  },
  'post /api/:municipality/tasks/:task/part-links': {
    path: ({ taskId }) => `/tasks/${taskId}/part-links`,
  },
  'delete /api/:municipality/tasks/:task/part-links': {
    path: ({ taskId }) => `/tasks/${taskId}/part-links`,
  },
  'post /api/:municipality/tasks/:task/new-coordinator': {
    path: ({ taskId }) => `/tasks/${taskId}/new-coordinator`,
    bodies: () => [{ newCoordinatorName: 'Eva', newCoordinatorEmail: 'eva@lyktan.example' }],
  },
  'get /api/:municipality/parts/:task': { path: ({ taskId }) => `/parts/${taskId}` },
  'put /api/:municipality/parts/:task/draft': {
    path: ({ taskId }) => `/parts/${taskId}/draft`,
    bodies: () => [{ changes: {} }],
  },
  'post /api/:municipality/tasks/:task/code': { path: ({ taskId }) => `/tasks/${taskId}/code` },
  'post /api/:municipality/tasks/:task/conflict': {
    path: ({ taskId }) => `/tasks/${taskId}/conflict`,
    bodies: () => [{ reason: 'Jäv.' }],
  },
  'post /api/:municipality/tasks/:task/delegation': {
    path: ({ taskId }) => `/tasks/${taskId}/delegation`,
    bodies: () => [{ to: 'ersattare@sodertalje.example', reason: 'Semester.' }],
  },
  'post /api/:municipality/cases/:case/reports': {
    path: ({ caseId }) => `/cases/${caseId}/reports`,
    bodies: (_given, to) => [applicationTo(to)],
  },
  'post /api/:municipality/cases/:case/withdrawal': {
    path: ({ caseId }) => `/cases/${caseId}/withdrawal`,
    bodies: () => [{ reason: 'Vi ångrade oss.' }],
  },
  'post /api/:municipality/desk/cases/:case/interventions': {
    path: ({ caseId }) => `/desk/cases/${caseId}/interventions`,
    bodies: () => [{ kind: 'cancel', reason: 'Fel.' }],
  },
  'get /api/:municipality/tasks/:task/documents/:document': {
    path: ({ taskId, documentId }) => `/tasks/${taskId}/documents/${documentId}`,
  },
  'get /api/:municipality/tasks/:task/files/:file': {
    path: ({ taskId, fileId }) => `/tasks/${taskId}/files/${fileId}`,
  },
  'get /api/:municipality/cases/:case/files/:file': {
    path: ({ caseId, fileId }) => `/cases/${caseId}/files/${fileId}`,
  },
  'post /api/:municipality/tasks/:task/files': {
    path: ({ taskId }) => `/tasks/${taskId}/files`,
    bodies: () => [{}],
  },
  'post /api/:municipality/cases/:case/files': {
    path: ({ caseId }) => `/cases/${caseId}/files`,
    bodies: () => [{}],
  },
  'post /api/:municipality/cases/:case/questions': {
    path: ({ caseId }) => `/cases/${caseId}/questions`,
    bodies: () => [{ question: 'När kommer beslutet?', phone: '' }],
  },
  'put /api/:municipality/cases/:case/publication': {
    path: ({ caseId }) => `/cases/${caseId}/publication`,
    bodies: () => [{ published: true }],
  },
  'get /api/:municipality/cases/:case': { path: ({ caseId }) => `/cases/${caseId}` },
  'get /api/:municipality/cases/:case/documents/:document': {
    path: ({ caseId, documentId }) => `/cases/${caseId}/documents/${documentId}`,
  },
  'get /api/:municipality/cases/:case/events': { path: ({ caseId }) => `/cases/${caseId}/events` },
  // The desk with officials signed in has a suite of its own.
  'get /api/sign-in/callback': { path: () => '/api/sign-in/callback?state=x&code=x' },
  'post /api/:municipality/desk/sign-in': {
    open: true,
    path: () => '/desk/sign-in',
    bodies: ({ caseId }) => [{ returnTo: `/sodertalje/desk/cases/${caseId}` }],
  },
  'post /api/:municipality/desk/sign-out': { open: true, path: () => '/desk/sign-out' },
  'get /api/:municipality/desk/session': { path: () => '/desk/session' },
  'post /api/:municipality/desk/cases/search': {
    path: () => '/desk/cases/search',
    bodies: ({ organisationName }) => [{ search: organisationName, view: 'all' }],
  },
  'post /api/:municipality/desk/parties/search': {
    path: () => '/desk/parties/search',
    bodies: ({ organisationName }) => [{ search: organisationName }],
  },
  'get /api/:municipality/desk/parties/:party': {
    path: ({ partyId }) => `/desk/parties/${partyId}`,
  },
  'post /api/:municipality/desk/parties/:party/exclusion': {
    path: ({ partyId }) => `/desk/parties/${partyId}/exclusion`,
    bodies: ({ submissionKey }) => [{ submissionKey, answers: { grounds: 'Den finns inte.' } }],
  },
  'get /api/:municipality/desk/cases/:case': { path: ({ caseId }) => `/desk/cases/${caseId}` },
  'get /api/:municipality/desk/cases/:case/documents/:document': {
    path: ({ caseId, documentId }) => `/desk/cases/${caseId}/documents/${documentId}`,
  },
  'get /api/:municipality/desk/cases/:case/files/:file': {
    path: ({ caseId, documentId }) => `/desk/cases/${caseId}/files/${documentId}`,
  },
  'post /api/:municipality/desk/cases/:case/number': {
    path: ({ caseId }) => `/desk/cases/${caseId}/number`,
    bodies: () => [{ number: 'KFN 18/58', reason: 'Enligt diariet.' }],
  },
  'post /api/:municipality/desk/cases/:case/secrecy': {
    path: ({ caseId }) => `/desk/cases/${caseId}/secrecy`,
    bodies: () => [{ record: null, provision: '21 kap. 1 § OSL', reason: 'Prövad.' }],
  },
  'post /api/:municipality/desk/cases/:case/files': {
    path: ({ caseId }) => `/desk/cases/${caseId}/files`,
  },
  'get /api/:municipality/desk/delegated': { path: () => '/desk/delegated' },
  'get /api/:municipality/desk/delegated.csv': { path: () => '/desk/delegated.csv' },
  'post /api/:municipality/desk/delegated/report': {
    path: () => '/desk/delegated/report',
    bodies: ({ caseId }) => [{ ids: [caseId], meetingOn: '2026-04-01' }],
  },
  'get /api/:municipality/desk/ledger': { path: () => '/desk/ledger' },
  'get /api/:municipality/desk/ledger/:committee/:year': {
    path: () => '/desk/ledger/KFN/2018',
  },
  'get /api/:municipality/desk/ledger/:committee/:year/statement.csv': {
    path: () => '/desk/ledger/KFN/2018/statement.csv',
  },
  'get /api/:municipality/desk/ledger/:committee/:year/statement.si': {
    path: () => '/desk/ledger/KFN/2018/statement.si',
  },
  'get /api/:municipality/desk/ledger-files': { path: () => '/desk/ledger-files' },
  'post /api/:municipality/desk/ledger-files/:year': {
    path: () => '/desk/ledger-files/2018',
    bodies: () => [{ after: 0 }],
  },
  'get /api/:municipality/desk/ledger-files/:year/:number': {
    path: () => '/desk/ledger-files/2018/1',
  },
  'get /api/:municipality/desk/ledger/:committee/:year/documents/:document': {
    path: ({ documentId }) => `/desk/ledger/KFN/2018/documents/${documentId}`,
  },
  'post /api/:municipality/desk/ledger/:committee/:year/documents': {
    path: () => '/desk/ledger/KFN/2018/documents',
  },
  'get /api/:municipality/desk/forums': { path: () => '/desk/forums' },
  'get /api/:municipality/desk/newsletter': { path: () => '/desk/newsletter' },
  'post /api/:municipality/desk/newsletter/removals': {
    path: () => '/desk/newsletter/removals',
    bodies: ({ email }) => [{ email }],
  },
  ...Object.fromEntries(
    ['forum', 'forum/accession'].flatMap((part) => {
      const path = ({ caseId }: Given) => `/desk/cases/${caseId}/${part}`;
      const bodies = ({ submissionKey }: Given) => [{ submissionKey, answers: {} }];
      return [
        [`get /api/:municipality/desk/cases/:case/${part}`, { path }],
        [`post /api/:municipality/desk/cases/:case/${part}`, { path, bodies }],
      ];
    }),
  ),
  'get /api/:municipality/desk/year': { path: () => '/desk/year' },
  'post /api/:municipality/desk/year/:year/acts': {
    path: () => '/desk/year/2027/acts',
    bodies: () => [{ kind: 'skip', reason: 'Val i september.' }],
  },
  'get /api/:municipality/desk/appropriations': { path: () => '/desk/appropriations' },
  'post /api/:municipality/desk/ledger/budgets': {
    path: () => '/desk/ledger/budgets',
    bodies: () => [
      {
        ...{ committee: 'KFN', year: 2018, kronor: 1, after: 0 },
        ...{ decidedOn: '2017-11-27', decision: 'KF § 1' },
      },
    ],
  },
  'post /api/:municipality/desk/ledger/transactions/:transaction/reversal': {
    path: ({ caseId }) => `/desk/ledger/transactions/${caseId}/reversal`,
    bodies: () => [{ decision: 'KF § 1' }],
  },
  'post /api/:municipality/desk/ledger/transactions/:transaction/mistake': {
    path: ({ caseId }) => `/desk/ledger/transactions/${caseId}/mistake`,
    bodies: () => [{ reason: 'Fel år' }],
  },
  'get /api/:municipality/desk/cases/:case/settled/:question': {
    path: ({ caseId }) => `/desk/cases/${caseId}/settled/account`,
  },
  'post /api/:municipality/desk/cases/:case/settled/:question': {
    path: ({ caseId }) => `/desk/cases/${caseId}/settled/account`,
    bodies: ({ caseId }) => [{ corrects: caseId, answers: {} }],
  },
  'get /api/:municipality/desk/post': { path: () => '/desk/post' },
  'post /api/:municipality/desk/post/:letter': { path: ({ caseId }) => `/desk/post/${caseId}` },
  'post /api/:municipality/desk/post/:letter/undo': {
    path: ({ caseId }) => `/desk/post/${caseId}/undo`,
    bodies: () => [{ reason: 'Den låg kvar.' }],
  },
  'get /api/:municipality/desk/post/:letter/documents/:document': {
    path: ({ caseId, documentId }) => `/desk/post/${caseId}/documents/${documentId}`,
  },
  'get /api/:municipality/desk/cases/:case/tasks/:task': {
    path: ({ caseId, taskId }) => `/desk/cases/${caseId}/tasks/${taskId}`,
  },
  'post /api/:municipality/desk/cases/:case/tasks/:task/answer': {
    path: ({ caseId, taskId }) => `/desk/cases/${caseId}/tasks/${taskId}/answer`,
    bodies: () => [{ answers: {}, arrivedOn: '2026-03-05' }],
  },
  'post /api/:municipality/desk/cases/:case/letters/:letter': {
    path: ({ caseId, documentId }) => `/desk/cases/${caseId}/letters/${documentId}`,
    bodies: () => [{ kind: 'sendAgain', reason: 'Servern är lagad.' }],
  },
  'post /api/:municipality/desk/cases/:case/letters/:letter/reader': {
    path: ({ caseId, documentId }) => `/desk/cases/${caseId}/letters/${documentId}/reader`,
    bodies: () => [{ kind: 'mailAgain', reason: 'Hen ville det.' }],
  },
  'post /api/:municipality/desk/cases/:case/tasks/:task/signature': {
    path: ({ caseId, taskId }) => `/desk/cases/${caseId}/tasks/${taskId}/signature`,
    bodies: () => [{ answers: {} }],
  },
  'post /api/:municipality/desk/applications': {
    path: () => '/desk/applications',
    bodies: (_given, to) => [{ ...applicationTo(to), arrivedOn: '2026-03-05' }],
  },
  'get /api/:municipality/desk/begin/:process/form': { path: () => '/desk/begin/circulation/form' },
  'post /api/:municipality/desk/begin/:process': {
    path: () => '/desk/begin/circulation',
    bodies: ({ submissionKey }) => [{ submissionKey, answers: {} }],
  },
  'get /api/:municipality/desk/cases/:case/tasks/:task/form': {
    path: ({ caseId, taskId }) => `/desk/cases/${caseId}/tasks/${taskId}/form`,
  },
  'post /api/:municipality/desk/cases/:case/tasks/:task/signed-in-answer': {
    path: ({ caseId, taskId }) => `/desk/cases/${caseId}/tasks/${taskId}/signed-in-answer`,
    bodies: () => [{ answers: {} }],
  },
  'get /api/:municipality/desk/cases/:case/tasks/:task/correction': {
    path: ({ caseId, taskId }) => `/desk/cases/${caseId}/tasks/${taskId}/correction`,
  },
  'post /api/:municipality/desk/cases/:case/tasks/:task/correction': {
    path: ({ caseId, taskId }) => `/desk/cases/${caseId}/tasks/${taskId}/correction`,
    bodies: ({ taskId }) => [{ corrects: taskId, answers: {} }],
  },
  'post /api/:municipality/desk/cases/:case/decisions/:decision/events': {
    path: ({ caseId, taskId }) => `/desk/cases/${caseId}/decisions/${taskId}/events`,
    bodies: () => [{ kind: 'appealed', day: '2026-03-05', note: '' }],
  },
  'post /api/:municipality/desk/cases/:case/decisions/:decision/event-corrections': {
    path: ({ caseId, taskId }) => `/desk/cases/${caseId}/decisions/${taskId}/event-corrections`,
    bodies: ({ taskId }) => [{ event: taskId, day: null, reason: 'Fel ärende.' }],
  },
  'get /api/:municipality/desk/cases/:case/decisions/:decision/correction': {
    path: ({ caseId, taskId }) => `/desk/cases/${caseId}/decisions/${taskId}/correction`,
  },
  'post /api/:municipality/desk/cases/:case/decisions/:decision/correction': {
    path: ({ caseId, taskId }) => `/desk/cases/${caseId}/decisions/${taskId}/correction`,
    bodies: () => [{ answers: {} }],
  },
  'get /api/:municipality/desk/cases/:case/report': {
    path: ({ caseId }) => `/desk/cases/${caseId}/report`,
  },
  'post /api/:municipality/desk/cases/:case/report': {
    path: ({ caseId }) => `/desk/cases/${caseId}/report`,
    bodies: () => [{ answers: {}, after: 1 }],
  },
  'get /api/:municipality/desk/committees': { path: () => '/desk/committees' },
  'get /api/:municipality/desk/cover/:committee': { path: () => '/desk/cover/KS' },
  'get /api/:municipality/desk/committees/:committee': { path: () => '/desk/committees/KS' },
  'post /api/:municipality/desk/committees/:committee/changes': {
    path: () => '/desk/committees/KS/changes',
    bodies: () => [{ kind: 'addMember', answers: {} }],
  },
  'get /api/:municipality/desk/groups': { path: () => '/desk/groups' },
  'post /api/:municipality/desk/groups/:group/changes': {
    path: () => '/desk/groups/partnershipGroup/changes',
    bodies: () => [{ kind: 'addMember', answers: {} }],
  },
  'get /api/:municipality/desk/cases/:case/events': {
    path: ({ caseId }) => `/desk/cases/${caseId}/events`,
  },
};

const keyOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

it('has a probe for every route and no other', () => {
  expect(Object.keys(probes).sort()).toEqual(endpoints.map(keyOf).sort());
});

describe.each(databaseKinds())('municipalities on %s', (kind) => {
  let server: TestServer;
  const secrets = {} as Record<Id, Secrets>;

  beforeAll(async () => {
    const database = await openTestDatabase(kind);
    await giveEachAnAgreement(database);
    server = await startDeskServer(database);
    for (const id of ['sodertalje', 'ekero'] as const) secrets[id] = await makeSecrets(id);
  });
  afterAll(() => server.close());

  async function giveEachAnAgreement(database: TestServer['database']): Promise<void> {
    const agreement = configuredMunicipalities.find((each) => each.agreement)?.agreement;
    if (!agreement) throw new Error('no municipality has an agreement');
    const { sv, en } = agreement.texts;
    await loadMunicipalities(
      database,
      configuredMunicipalities.map(({ municipality }) => {
        const title = `Agreement of ${municipality.id} alone`;
        const texts = { sv: { ...sv, title }, en: { ...en, title } };
        return { municipality, agreement: { ...agreement, texts } };
      }),
    );
  }

  /** One case that waits for its officer, with a document, and one party in the register. */
  async function makeSecrets(id: Id): Promise<Secrets> {
    const cases = new Cases(server, id);
    const mine = {
      organisationName: `Organisation of ${id} alone`,
      organisationNumber: newOrganisationNumber(),
      coordinatorEmail: `coordinator@${id}-alone.example`,
    };
    const submissionKey = randomUUID();
    const response = await new ApiClient(server.url).post(
      `/api/${id}/applications`,
      applicationTo(id, mine, submissionKey),
    );
    const receipt = (await response.json()) as Awaited<ReturnType<Cases['apply']>>;
    await cases.file(receipt.caseId, 'application');
    const taskId = await cases.openReview(receipt);
    const taskToken = await cases.linkTo(taskId);
    const { api } = await cases.open(taskToken);
    const partToken = await cases.partLinkTo(taskId);
    await cases.open(partToken, api);
    await cases.open(receipt.statusToken, api);
    const { documents } = await api.read<TaskView>(`/api/${id}/tasks/${taskId}`);
    const draft = await makeDraft(id, api);
    const subscriber = await makeSubscriber(id);
    const party = await cases.apply({ organisationName: `Party of ${id} alone` });
    await cases.accede(party);
    return {
      organisationName: mine.organisationName,
      organisationNumber: mine.organisationNumber,
      email: mine.coordinatorEmail,
      number: receipt.number,
      caseId: receipt.caseId,
      taskId,
      documentId: (documents[0] as DocumentLink).id,
      taskToken,
      partToken,
      statusToken: receipt.statusToken,
      submissionKey,
      partyId: await cases.partyOf(party),
      ...draft,
      ...subscriber,
      cookies: [
        api.cookieHeader(`/api/${id}/drafts/${draft.draftId}`),
        api.cookieHeader(`/api/${id}/tasks/${taskId}`),
        api.cookieHeader(`/api/${id}/parts/${taskId}`),
        api.cookieHeader(`/api/${id}/cases/${receipt.caseId}`),
      ].join('; '),
    };
  }

  /** A draft with a file in it, that a link opens. */
  async function makeDraft(id: Id, api: ApiClient) {
    const request = applicationTo(id, { organisationName: `Draft of ${id} alone` });
    const begun = await api.post(`/api/${id}/drafts`, request);
    const { id: draftId } = (await begun.json()) as DraftView;
    const sent = await api.upload(`/api/${id}/drafts/${draftId}/files`, `${id} alone.png`, png);
    const { id: fileId } = (await sent.json()) as FileAnswer;
    const draftToken = await server.database.transaction(id, (tx) =>
      issueDraftKey(tx, id, { draftId, kind: 'link', at: new Date() }),
    );
    return { draftId, fileId, draftToken };
  }

  /** Somebody who subscribes, with a link of each kind. */
  function makeSubscriber(id: Id) {
    return server.database.transaction(id, async (tx) => {
      const asked = {
        email: `reader@${id}-alone.example`,
        language: 'sv',
        at: new Date(),
      } as const;
      const subscriber = await insertSubscriber(tx, id, asked);
      if (!subscriber) throw new Error('there is a subscriber already');
      return {
        confirmToken: await issueSubscriberLink(tx, subscriber, 'confirm'),
        leaveToken: await issueSubscriberLink(tx, subscriber, 'unsubscribe'),
      };
    });
  }

  async function call(id: Id, key: string, given: Given, body: unknown, cookies = '') {
    const [method = '', path = ''] = key.split(' ');
    const prefix = path.includes(':municipality') ? `/api/${id}` : '';
    const response = await fetch(server.url + prefix + probes[key]!.path(given), {
      method: method.toUpperCase(),
      headers: { cookie: cookies, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return {
      status: response.status,
      cookies: response.headers.getSetCookie(),
      type: response.headers.get('content-type'),
      body: await response.text(),
    };
  }

  const rowsOf = (id: Id) =>
    server.database.transaction(id, async (tx) => ({
      sessions: await tx.selectFrom('link_session').selectAll().orderBy('id').execute(),
      drafts: await tx.selectFrom('draft').selectAll().orderBy('id').execute(),
      keys: await tx.selectFrom('draft_key').selectAll().orderBy('id').execute(),
      uploads: await tx.selectFrom('upload').selectAll().orderBy('id').execute(),
      letters: await tx.selectFrom('letter').selectAll().orderBy('id').execute(),
      subscribers: await tx.selectFrom('newsletter_subscriber').selectAll().orderBy('id').execute(),
      tasks: await tx.selectFrom('task').selectAll().orderBy('id').execute(),
      submissions: await tx.selectFrom('submission').selectAll().orderBy('id').execute(),
    }));

  const directions: [Id, Id][] = [
    ['sodertalje', 'ekero'],
    ['ekero', 'sodertalje'],
  ];

  describe.each(directions)('what is %s’s', (home, away) => {
    it.each(endpoints.map(keyOf))('is nowhere at the other’s %s', async (key) => {
      const probe = probes[key]!;
      const foreign = secrets[home];
      const before = await rowsOf(home);
      const bodies = probe.bodies?.(foreign, away) ?? [undefined];
      const strangers = probe.bodies?.(nobodys, away) ?? [undefined];
      // With the sessions of both: neither opens what the other municipality has.
      const cookies = `${foreign.cookies}; ${secrets[away].cookies}`;
      for (const [index, body] of bodies.entries()) {
        const answer = await call(away, key, foreign, body, cookies);
        expect(answer.body).not.toMatch(new RegExp(`${home}[ -]alone`, 'i'));
        if (probe.open && key !== 'get /health/ready') expect(answer.status).toBeLessThan(300);
        if (probe.open) continue;
        expect(answer.cookies).toEqual([]);
        expect(answer).toEqual(await call(away, key, nobodys, strangers[index]));
        if (answer.status !== 202) expect([401, 404]).toContain(answer.status);
      }
      expect(await rowsOf(home)).toEqual(before);
    });

    it('is all there at its own address', async () => {
      const { taskId, caseId, documentId, draftId, fileId, cookies, organisationName } =
        secrets[home];
      const paths = [
        `/tasks/${taskId}`,
        `/parts/${taskId}`,
        `/cases/${caseId}`,
        `/tasks/${taskId}/documents/${documentId}`,
        `/drafts/${draftId}`,
        `/drafts/${draftId}/files/${fileId}`,
      ];
      for (const path of paths) {
        const response = await fetch(`${server.url}/api/${home}${path}`, {
          headers: { cookie: cookies },
        });
        expect(response.status).toBe(200);
        if (/documents|drafts/.test(path)) continue;
        expect(await response.text()).toContain(organisationName);
      }
    });

    it('does not answer under the other’s address with the other’s ids and its own sessions', async () => {
      const mine = secrets[home];
      const theirs = secrets[away];
      // The right cookie's name with the wrong municipality's secret.
      const forged = mine.cookies
        .replaceAll(mine.taskId, theirs.taskId)
        .replaceAll(mine.caseId, theirs.caseId);
      for (const path of [`/tasks/${theirs.taskId}`, `/cases/${theirs.caseId}`]) {
        const response = await fetch(`${server.url}/api/${away}${path}`, {
          headers: { cookie: forged },
        });
        expect(response.status).toBe(401);
      }
    });
  });

  it('keeps registers apart', async () => {
    const api = new ApiClient(server.url);
    for (const id of ['sodertalje', 'ekero'] as const) {
      const { parties } = await api.read<{ parties: PartyView[] }>(`/api/${id}/parties`);
      expect(parties.map(({ organisationName }) => organisationName)).toEqual([
        `Party of ${id} alone`,
      ]);
    }
  });

  it('shows whom to contact only where the organisation has chosen so', async () => {
    const cases = new Cases(server, 'sodertalje');
    const coordinatorEmail = 'open@lyktan.example';
    const chosen = { publishContact: 'yes', coordinatorEmail, organisationName: 'Öppna dörren' };
    await cases.accede(await cases.apply(chosen));
    const api = new ApiClient(server.url);
    const { parties } = await api.read<{ parties: PartyView[] }>('/api/sodertalje/parties');
    const contacts = parties.map(({ contact }) => contact);
    expect(contacts).toContainEqual({ name: 'Amina Ek', email: coordinatorEmail });
    expect(contacts).toContainEqual(null);
  });

  it('answers under each address with its own names and its own numbers', async () => {
    const api = new ApiClient(server.url);
    expect(await api.read<MunicipalityView>('/api/ekero')).toMatchObject({
      name: 'Ekerö kommun',
      agreementName: 'policyn för samverkan med civilsamhället',
      office: 'Nämndkontor kultur och fritid',
      contact: { email: 'samverkansorganet@ekero.example' },
    });
    expect(await api.read<MunicipalityView>('/api/sodertalje')).toMatchObject({
      name: 'Södertälje kommun',
      agreementName: 'samverkansöverenskommelsen',
      contact: { email: 'samverkan@sodertalje.example' },
    });
    expect(secrets.ekero.number).toMatch(/^KS\d\d\/1$/);
    expect(secrets.sodertalje.number).toMatch(/^KFN \d\d\/1$/);
  });

  it('serves the page under each address', async () => {
    for (const id of ['sodertalje', 'ekero']) {
      const response = await fetch(`${server.url}/${id}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    }
  });
});
