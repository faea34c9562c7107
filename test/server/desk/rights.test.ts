import { randomUUID } from 'node:crypto';
import { configuredMunicipalities } from '../../../config/municipalities';
import { loadMunicipalities } from '../../../database/load';
import {
  decisionOfTask,
  recordDecision,
} from '../../../database/repositories/delegation.repository';
import type { Tx } from '../../../database/database';
import {
  adoptBudget,
  budgetVersions,
  plannedKey,
  plannedYears,
  recordPlan,
} from '../../../database/repositories/budget.repository';
import {
  fileDocument,
  findDocumentByKey,
} from '../../../database/repositories/document.repository';
import { ledgerFiles, makeLedgerFile } from '../../../database/repositories/ledger-file.repository';
import {
  postTransaction,
  reverseTransaction,
} from '../../../database/repositories/ledger.repository';
import {
  lettersOfCase,
  markPosted,
  planLetter,
  settleLetter,
} from '../../../database/repositories/letter.repository';
import {
  addDecisionEvent,
  decisionsOfCases,
} from '../../../database/repositories/decision.repository';
import {
  applicationsOfCase,
  insertSubmission,
} from '../../../database/repositories/submission.repository';
import { findSecrecyMark, liftSecrecy } from '../../../database/repositories/secrecy.repository';
import { beginWheel, changeTurn, planTurns } from '../../../database/repositories/wheel.repository';
import { fileUploads } from '../../../database/repositories/upload.repository';
import type { Problem } from '../../../domain/api/shapes';
import { stockholmDate } from '../../../domain/calendar';
import type { TaskKind } from '../../../domain/process';
import { officialRoles, type OfficialRole } from '../../../domain/officials';
import { endpoints } from '../../../server/routes';
import { ApiClient } from '../../support/api-client';
import { anApplication } from '../../support/applications';
import { Cases } from '../../support/cases';
import { meetOn, place, record, report } from '../../support/committees';
import { databaseKinds, openTestDatabase } from '../../support/databases';
import { anAnnouncement, insertForum } from '../../support/forums';
import { signIn, startDeskServer } from '../../support/officials';
import { aCorrection, settleAYear } from '../../support/settled-years';
import { aTransfer } from '../../support/ledger';
import { dumpRows } from '../../support/rows';
import type { TestServer } from '../../support/test-server';

type Id = 'sodertalje' | 'ekero';

interface Given {
  caseId: string;
  documentId: string;
  /** Of a file that came with the application. */
  fileId: string;
  /** A letter on paper that waits to be posted. */
  letterId: string;
  /** A question whose answer may come on paper. */
  taskId: string;
  /** In the register. */
  partyId: string;
  /** Taken in the committee's place, and not reported yet. */
  decisionId: string;
  /** One that only its municipality has. */
  committee: string;
  /** A group that only its municipality has. */
  group: string;
  /** A statement that has been filed. */
  statementId: string;
  /** A transfer that can be taken back. */
  transactionId: string;
  /** A year that only its ledger has, and how many files of it there are. */
  fileYear: number;
  filesMade: number;
  /** The year that its wheel has. */
  wheelYear: number;
  /** The settlement of a year that is settled, and how its account can be corrected. */
  settlement: { caseId: string; correction: unknown };
  /** A dialogue forum that goes on all day today, and a file of its case. */
  forum: { caseId: string; fileId: string };
  /** Its case about a matter, which it has decided, with the question about its minutes. */
  matter: Matter;
}

interface Matter {
  /** The case it was sent out from. */
  sentFrom: string;
  /** How many versions its report has. */
  versions?: number;
  caseId: string;
  taskId: string;
  decisionId: string;
  /** What was answered last after signing in. */
  answerId: string;
  /** The latest record of the decision. */
  /** Something that was recorded of the decision and can be said to be wrong. */
  eventId: string;
  correctableId: string;
}

interface Probe {
  path: (given: Given) => string;
  body?: (given: Given) => unknown;
  /** Sent as it is. */
  file?: Buffer;
  /** What must be so again before each call. */
  prepare?: (tx: Tx, given: Given) => Promise<unknown>;
  /** Who may; the others are refused. */
  roles: readonly OfficialRole[];
}

const all = officialRoles;
const keepers: OfficialRole[] = ['administrator', 'registrar'];

const bookkeepers: OfficialRole[] = ['administrator', 'controller'];
const workers: OfficialRole[] = ['administrator', 'registrar', 'officer'];
const secretaries: OfficialRole[] = ['administrator', 'secretary'];
const senders: OfficialRole[] = [...workers, 'secretary'];

/** The question is open once more. */
const askAgain = (tx: Tx, given: Given) => askFor('complete', tx, given);

async function askFor(kind: TaskKind, tx: Tx, { taskId }: Pick<Given, 'taskId'>): Promise<void> {
  await tx
    .updateTable('task')
    .set({ kind, state: 'open', submission_id: null, answered_at: null, outcome: null })
    .where('id', '=', taskId)
    .execute();
}

/** A question has been answered by somebody who had signed in, with something that can be corrected. */
async function answerReport(tx: Tx, { matter }: Given): Promise<void> {
  const { caseId: case_id, taskId: task_id } = matter;
  matter.answerId = randomUUID();
  await insertSubmission(tx, 'sodertalje', {
    ...{ id: matter.answerId, case_id, task_id, form_reference: 'committee-minutes@1' },
    answers: { adjustedOn: '2026-01-07', announcedOn: '2026-01-07' },
    ...{ language: 'sv', sha256: '', submission_key: null, submitted_at: new Date() },
  });
  await tx
    .updateTable('task')
    .set({ kind: 'report', state: 'answered', submission_id: matter.answerId })
    .where('id', '=', task_id)
    .execute();
}

/** Each correction makes a record that only the next one can correct. */
async function findCorrectable(tx: Tx, { matter }: Given): Promise<void> {
  const [latest] = await decisionsOfCases(tx, 'sodertalje', [matter.caseId]);
  matter.correctableId = latest?.id ?? '';
}

let last = 0;
let lastYear = 2030;
const nextYear = () => ++lastYear;
const nextNumber = () => ++last;
const today = () => stockholmDate(new Date());

/** A transfer of one krona, from a budget that is made when it is needed. */
async function transferIn(tx: Tx, id: string, caseId: string, year = 2018): Promise<string> {
  const { municipality } = configuredMunicipalities.find((each) => each.municipality.id === id)!;
  const book = municipality.ledger!;
  const pot = { committee: 'KS', year };
  const decided = { ore: 100_000, after: 0, decidedOn: '2017-11-27', decision: 'KF § 1' };
  if ((await budgetVersions(tx, id, pot.committee, pot.year)).length === 0) {
    await adoptBudget(tx, id, { ...pot, ...decided, recordedBy: 'controller' }, book);
  }
  const posted = await postTransaction(tx, id, aTransfer(caseId, randomUUID(), 1, { year }), book);
  return posted.id;
}

/** A planned year that was posted and taken back; the reversal. */
async function reversedIn(tx: Tx, id: string, caseId: string): Promise<string> {
  const { municipality } = configuredMunicipalities.find((each) => each.municipality.id === id)!;
  const book = municipality.ledger!;
  const lines = [{ name: 'Konferens', ore: 100 }];
  const planned = { giver: 'KS', receiver: 'KFN', year: 2018, ore: 100, lines };
  await recordPlan(tx, id, caseId, 'KF § 1', [planned]);
  const [stand] = await plannedYears(tx, id, { caseId });
  await transferIn(tx, id, caseId);
  const { step } = plannedKey(caseId, 2018, stand!.postings + 1);
  const posted = await postTransaction(tx, id, aTransfer(caseId, step, 1), book);
  const reversal = {
    ...{ id: posted.id, key: { caseId, phase: 'reverse', step: posted.id } },
    ...{ postedOn: '2018-10-29', decision: 'KF § 2', recordedBy: 'controller' },
  };
  return (await reverseTransaction(tx, id, reversal, book)).id;
}

/** As whoever makes it would have left it. */
async function statementIn(tx: Tx, id: string, committee: string): Promise<string> {
  const key = `ledger/${committee}/2018/1/sv`;
  const document = { document_key: key, kind: 'ledgerStatement', language: 'sv' as const };
  await fileDocument(tx, id, {
    ...document,
    ...{ case_id: null, title: 'Kontoutdrag', bytes: Buffer.from('%PDF'), created_at: new Date() },
  });
  return (await findDocumentByKey(tx, id, key))?.id ?? '';
}

/** Every route of the desk and whom it answers; a route that is missing here fails the test below. */
const probes: Record<string, Probe> = {
  'get /session': { path: () => '/session', roles: all },
  'post /cases/search': {
    path: () => '/cases/search',
    body: () => ({ search: '', view: 'all' }),
    roles: all,
  },
  'post /parties/search': {
    path: () => '/parties/search',
    body: () => ({ search: '' }),
    roles: all,
  },
  'get /parties/:party': { path: ({ partyId }) => `/parties/${partyId}`, roles: all },
  'post /parties/:party/exclusion': {
    path: ({ partyId }) => `/parties/${partyId}/exclusion`,
    body: () => ({ submissionKey: randomUUID(), answers: { grounds: 'Den finns inte.' } }),
    prepare: (tx, { partyId }) =>
      tx
        .updateTable('cases')
        .set({ closed_at: new Date() })
        .where('party_id', '=', partyId)
        .execute(),
    roles: workers,
  },
  'get /cases/:case': { path: ({ caseId }) => `/cases/${caseId}`, roles: all },
  'get /cases/:case/documents/:document': {
    path: ({ caseId, documentId }) => `/cases/${caseId}/documents/${documentId}`,
    roles: all,
  },
  'get /cases/:case/files/:file': {
    path: ({ caseId, fileId }) => `/cases/${caseId}/files/${fileId}`,
    roles: all,
  },
  'post /cases/:case/number': {
    path: ({ caseId }) => `/cases/${caseId}/number`,
    body: () => ({ number: `KFN 18/${nextNumber()}`, reason: 'Enligt diariet.' }),
    roles: keepers,
  },
  'post /cases/:case/secrecy': {
    path: ({ caseId }) => `/cases/${caseId}/secrecy`,
    body: () => ({ record: 1, provision: '21 kap. 1 § OSL', reason: 'Prövad.' }),
    prepare: async (tx, { caseId }) => {
      const mark = await findSecrecyMark(tx, 'sodertalje', { caseId, record: 1 });
      if (mark) await liftSecrecy(tx, 'sodertalje', mark.id, new Date());
    },
    roles: keepers,
  },
  'post /cases/:case/files': {
    path: ({ caseId }) => `/cases/${caseId}/files`,
    file: Buffer.from('%PDF-1.7\n%%EOF\n'),
    roles: keepers,
  },
  'get /post': { path: () => '/post', roles: workers },
  'post /post/:letter': {
    path: ({ letterId }) => `/post/${letterId}`,
    prepare: (tx, { letterId }) => markPosted(tx, 'sodertalje', letterId, null),
    roles: workers,
  },
  'post /post/:letter/undo': {
    path: ({ letterId }) => `/post/${letterId}/undo`,
    body: () => ({ reason: 'Den låg kvar.' }),
    prepare: (tx, { letterId }) =>
      markPosted(tx, 'sodertalje', letterId, { at: new Date(), by: 'x' }),
    roles: workers,
  },
  'get /post/:letter/documents/:document': {
    path: ({ letterId, documentId }) => `/post/${letterId}/documents/${documentId}`,
    roles: workers,
  },
  'get /cases/:case/tasks/:task': {
    path: ({ caseId, taskId }) => `/cases/${caseId}/tasks/${taskId}`,
    prepare: askAgain,
    roles: keepers,
  },
  'post /cases/:case/tasks/:task/answer': {
    path: ({ caseId, taskId }) => `/cases/${caseId}/tasks/${taskId}/answer`,
    body: () => ({ answers: anApplication().answers, arrivedOn: '2026-03-05' }),
    prepare: askAgain,
    roles: keepers,
  },
  'post /cases/:case/letters/:letter': {
    path: ({ caseId, letterId }) => `/cases/${caseId}/letters/${letterId}`,
    body: () => ({ kind: 'sendAgain', reason: 'Servern är lagad.' }),
    prepare: (tx, { letterId }) =>
      tx.updateTable('letter').set({ state: 'failed' }).where('id', '=', letterId).execute(),
    roles: workers,
  },
  'post /cases/:case/letters/:letter/reader': {
    path: ({ caseId, letterId }) => `/cases/${caseId}/letters/${letterId}/reader`,
    body: () => ({ kind: 'allByPost', postal: 'Storgatan 1', reason: 'Ingen e-post.' }),
    roles: workers,
  },
  'post /cases/:case/tasks/:task/signature': {
    path: ({ caseId, taskId }) => `/cases/${caseId}/tasks/${taskId}/signature`,
    body: ({ fileId: id }) => ({
      answers: {
        ...{ signedWay: 'paper', signedName: 'Olof Berg', signedRole: 'Ordförande' },
        ...{ signedOn: '2026-03-05', signedPlace: 'Stadshuset', seen: 'paper' },
        scan: [{ id, name: 'stadgar.pdf', size: 4, sha256: '0'.repeat(64) }],
      },
    }),
    prepare: (tx, given) => askFor('sign', tx, given),
    roles: keepers,
  },
  'get /delegated': { path: () => '/delegated', roles: all },
  'get /delegated.csv': { path: () => '/delegated.csv', roles: all },
  'post /delegated/report': {
    path: () => '/delegated/report',
    body: ({ decisionId }) => ({ ids: [decisionId], meetingOn: '2026-04-01' }),
    prepare: (tx, { decisionId }) =>
      tx
        .updateTable('delegated_decision')
        .set({ reported_on: null, reported_by: null })
        .where('id', '=', decisionId)
        .execute(),
    roles: workers,
  },
  'get /appropriations': { path: () => '/appropriations', roles: all },
  'get /cover/:committee': { path: ({ committee }) => `/cover/${committee}`, roles: all },
  'get /ledger': { path: () => '/ledger', roles: all },
  'get /ledger/:committee/:year': {
    path: ({ committee }) => `/ledger/${committee}/2018`,
    roles: all,
  },
  'get /ledger/:committee/:year/statement.csv': {
    path: ({ committee }) => `/ledger/${committee}/2018/statement.csv`,
    roles: all,
  },
  'get /ledger/:committee/:year/statement.si': {
    path: ({ committee }) => `/ledger/${committee}/2018/statement.si`,
    roles: all,
  },
  'get /ledger-files': { path: () => '/ledger-files', roles: all },
  'post /ledger-files/:year': {
    path: ({ fileYear }) => `/ledger-files/${fileYear}`,
    body: ({ filesMade }) => ({ after: filesMade }),
    prepare: async (tx, given) => {
      await transferIn(tx, 'sodertalje', given.caseId, given.fileYear);
      given.filesMade = (await ledgerFiles(tx, 'sodertalje', given.fileYear)).length;
    },
    roles: bookkeepers,
  },
  'get /ledger-files/:year/:number': {
    path: ({ fileYear }) => `/ledger-files/${fileYear}/1`,
    roles: all,
  },
  'get /ledger/:committee/:year/documents/:document': {
    path: ({ committee, statementId }) => `/ledger/${committee}/2018/documents/${statementId}`,
    roles: all,
  },
  'post /ledger/:committee/:year/documents': {
    path: ({ committee }) => `/ledger/${committee}/2018/documents`,
    roles: all,
  },
  'post /ledger/budgets': {
    path: () => '/ledger/budgets',
    body: () => ({
      ...{ committee: 'KS', year: nextYear(), kronor: 1000, after: 0 },
      ...{ decidedOn: '2017-11-27', decision: 'KF § 1' },
    }),
    roles: bookkeepers,
  },
  'post /ledger/transactions/:transaction/reversal': {
    path: ({ transactionId }) => `/ledger/transactions/${transactionId}/reversal`,
    body: () => ({ decision: 'KF 2018-10-29 § 190' }),
    prepare: async (tx, given) => {
      given.transactionId = await transferIn(tx, 'sodertalje', given.caseId);
    },
    roles: bookkeepers,
  },
  'post /ledger/transactions/:transaction/mistake': {
    path: ({ transactionId }) => `/ledger/transactions/${transactionId}/mistake`,
    body: () => ({ reason: 'Fel år' }),
    prepare: async (tx, given) => {
      given.transactionId = await reversedIn(tx, 'sodertalje', given.caseId);
    },
    roles: bookkeepers,
  },
  'get /cases/:case/settled/:question': {
    path: ({ settlement }) => `/cases/${settlement.caseId}/settled/account`,
    roles: bookkeepers,
  },
  'post /cases/:case/settled/:question': {
    path: ({ settlement }) => `/cases/${settlement.caseId}/settled/account`,
    body: ({ settlement }) => settlement.correction,
    prepare: async (tx, { settlement }) => {
      settlement.correction = await aCorrection(tx, 'sodertalje', settlement.caseId);
    },
    roles: bookkeepers,
  },
  'get /year': { path: () => '/year', roles: all },
  'post /year/:year/acts': {
    path: ({ wheelYear }) => `/year/${wheelYear}/acts`,
    body: () => ({ kind: 'skip', reason: 'Val i september.' }),
    prepare: (tx, { wheelYear }) =>
      changeTurn(tx, 'sodertalje', {
        ...{ year: wheelYear, opensOn: `${wheelYear}-09-15`, state: 'planned', caseId: null },
      }),
    roles: ['administrator'],
  },
  'post /applications': {
    path: () => '/applications',
    body: () => ({ ...anApplication(), arrivedOn: '2026-03-05' }),
    roles: keepers,
  },
  'get /begin/:process/form': { path: () => '/begin/circulation/form', roles: senders },
  'post /begin/:process': {
    path: () => '/begin/circulation',
    body: () => ({
      submissionKey: randomUUID(),
      answers: { ...report, order: 'atOnce', bodies: [place('KFN')] },
    }),
    roles: senders,
  },
  'get /cases/:case/tasks/:task/form': {
    path: ({ matter }) => `/cases/${matter.caseId}/tasks/${matter.taskId}/form`,
    roles: secretaries,
  },
  'post /cases/:case/tasks/:task/signed-in-answer': {
    path: ({ matter }) => `/cases/${matter.caseId}/tasks/${matter.taskId}/signed-in-answer`,
    body: () => ({ answers: { adjustedOn: today(), announcedOn: today() } }),
    prepare: (tx, { matter }) => askFor('minutes', tx, matter),
    roles: secretaries,
  },
  'get /cases/:case/tasks/:task/correction': {
    path: ({ matter }) => `/cases/${matter.caseId}/tasks/${matter.taskId}/correction`,
    prepare: answerReport,
    roles: secretaries,
  },
  'post /cases/:case/tasks/:task/correction': {
    path: ({ matter }) => `/cases/${matter.caseId}/tasks/${matter.taskId}/correction`,
    body: ({ matter }) => ({
      corrects: matter.answerId,
      answers: { adjustedOn: today(), announcedOn: today(), whyWrong: 'Fel dag.' },
    }),
    prepare: answerReport,
    roles: secretaries,
  },
  'post /cases/:case/decisions/:decision/events': {
    path: ({ matter }) => `/cases/${matter.caseId}/decisions/${matter.decisionId}/events`,
    body: () => ({ kind: 'upheld', day: today(), note: '' }),
    prepare: (tx, { matter }) =>
      addDecisionEvent(tx, 'sodertalje', {
        ...{ decision_id: matter.decisionId, kind: 'appealed', day: today() },
        ...{ note: null, recorded_by: null, at: new Date() },
      }),
    roles: [...secretaries, 'registrar'],
  },
  'post /cases/:case/decisions/:decision/event-corrections': {
    path: ({ matter }) =>
      `/cases/${matter.caseId}/decisions/${matter.decisionId}/event-corrections`,
    body: ({ matter }) => ({ event: matter.eventId, day: null, reason: 'Fel ärende.' }),
    prepare: async (tx, { matter }) => {
      matter.eventId = await addDecisionEvent(tx, 'sodertalje', {
        ...{ decision_id: matter.decisionId, kind: 'appealed', day: today() },
        ...{ note: null, recorded_by: null, at: new Date() },
      });
    },
    roles: [...secretaries, 'registrar'],
  },
  'get /cases/:case/decisions/:decision/correction': {
    path: ({ matter }) => `/cases/${matter.caseId}/decisions/${matter.correctableId}/correction`,
    prepare: findCorrectable,
    roles: secretaries,
  },
  'post /cases/:case/decisions/:decision/correction': {
    path: ({ matter }) => `/cases/${matter.caseId}/decisions/${matter.correctableId}/correction`,
    body: () => ({ answers: { ...record(), meeting: today() } }),
    prepare: findCorrectable,
    roles: secretaries,
  },
  'get /cases/:case/report': {
    path: ({ matter }) => `/cases/${matter.sentFrom}/report`,
    roles: senders,
  },
  'post /cases/:case/report': {
    path: ({ matter }) => `/cases/${matter.sentFrom}/report`,
    body: ({ matter }) => ({
      answers: { ...report, reason: 'Kostnaden var fel.' },
      after: matter.versions ?? 1,
    }),
    prepare: async (tx, { matter }) => {
      const versions = await applicationsOfCase(tx, 'sodertalje', matter.sentFrom);
      matter.versions = versions.length;
    },
    roles: senders,
  },
  'get /forums': { path: () => '/forums', roles: all },
  'get /newsletter': { path: () => '/newsletter', roles: all },
  'post /newsletter/removals': {
    path: () => '/newsletter/removals',
    body: () => ({ email: 'ada@besok.example' }),
    roles: workers,
  },
  'get /cases/:case/forum': {
    path: ({ forum }) => `/cases/${forum.caseId}/forum`,
    roles: senders,
  },
  'post /cases/:case/forum': {
    path: ({ forum }) => `/cases/${forum.caseId}/forum`,
    body: () => ({ answers: anAnnouncement({ day: today(), begins: '00:00', ends: '23:59' }) }),
    roles: senders,
  },
  'get /cases/:case/forum/accession': {
    path: ({ forum }) => `/cases/${forum.caseId}/forum/accession`,
    roles: senders,
  },
  'post /cases/:case/forum/accession': {
    path: ({ forum }) => `/cases/${forum.caseId}/forum/accession`,
    body: ({ forum: { fileId: id } }) => ({
      submissionKey: randomUUID(),
      answers: {
        ...anApplication().answers,
        signatories: [
          { name: 'Olof', email: 'olof@l.example', capacity: 'chair', signedThere: 'yes' },
        ],
        ...{ signingRule: 'oneAlone', seen: 'signing' },
        scan: [{ id, name: 'stadgar.pdf', size: 4, sha256: '0'.repeat(64) }],
      },
    }),
    roles: senders,
  },
  'get /committees': { path: () => '/committees', roles: all },
  'get /committees/:committee': { path: ({ committee }) => `/committees/${committee}`, roles: all },
  'post /committees/:committee/changes': {
    path: ({ committee }) => `/committees/${committee}/changes`,
    body: () => ({
      kind: 'addMember',
      answers: { name: 'Ada Ask', seat: 'member', from: '2027-01-01' },
    }),
    roles: secretaries,
  },
  'get /groups': { path: () => '/groups', roles: all },
  'post /groups/:group/changes': {
    path: ({ group }) => `/groups/${group}/changes`,
    body: () => ({
      kind: 'addMember',
      answers: {
        ...{ name: 'Ada Ask', email: `${randomUUID()}@x.example`, side: 'sector', role: 'member' },
        ...{ from: '2027-01-01', reason: 'Årsmötet har valt.' },
      },
    }),
    roles: ['administrator', 'officer'],
  },
  'get /cases/:case/events': { path: ({ caseId }) => `/cases/${caseId}/events`, roles: all },
  'post /cases/:case/interventions': {
    path: ({ caseId }) => `/cases/${caseId}/interventions`,
    body: () => ({ kind: 'retry', reason: 'Felet är lagat.' }),
    roles: ['administrator', 'registrar', 'officer'],
  },
};

/** They are for whoever is not signed in yet or no longer. */
const open = ['post /sign-in', 'post /sign-out'];

const prefix = '/api/:municipality/desk';
const deskRoutes = endpoints
  .filter(({ path }) => path.startsWith(prefix))
  .map(({ method, path }) => `${method} ${path.slice(prefix.length)}`);

it('has a probe for every route of the desk and no other', () => {
  expect([...Object.keys(probes), ...open].sort()).toEqual(deskRoutes.sort());
});

describe.each(databaseKinds())('the desk’s routes on %s', (kind) => {
  let server: TestServer;
  const people = {} as Record<OfficialRole, ApiClient>;
  let own: Given;
  let foreign: Given;

  beforeAll(async () => {
    server = await startDeskServer(await openTestDatabase(kind));
    for (const role of officialRoles) people[role] = await signIn(server.url, 'sodertalje', role);
    await adoptEverywhere();
    own = await makeCase('sodertalje');
    foreign = await makeCase('ekero');
  });
  afterAll(() => server.close());

  /** Ekerö has no agreement of its own to accede to yet. */
  async function adoptEverywhere(): Promise<void> {
    const { agreement } = configuredMunicipalities.find((each) => each.agreement) ?? {};
    if (!agreement) throw new Error('no municipality has an agreement');
    const adopted = configuredMunicipalities.map((each) => ({ ...each, agreement }));
    await loadMunicipalities(server.database, adopted);
  }

  async function makeCase(id: Id): Promise<Given> {
    const cases = new Cases(server, id);
    const { caseId } = await cases.apply({ organisationName: `${id} alone` });
    await cases.file(caseId, 'application');
    const party = await cases.apply({ organisationName: `${id} before` });
    await cases.accede(party);
    const documentId = await documentOf(id, caseId);
    const taskId = await cases.openCompletion({ caseId });
    return {
      caseId,
      documentId,
      fileId: await fileIn(id, caseId),
      letterId: await letterOf(id, caseId, documentId),
      taskId,
      decisionId: await decisionIn(id, caseId, taskId),
      partyId: await cases.partyOf(party),
      ...(await ledgerOf(id, caseId)),
      group: id === 'sodertalje' ? 'partnershipGroup' : 'cooperationBody',
      wheelYear: await wheelOf(id),
      forum: await forumOf(id),
      settlement: await settlementOf(id, cases),
      matter: await decidedMatter(id, cases),
    };
  }

  const forumOf = async (id: Id) => {
    const caseId = await server.database.transaction(id, (tx) =>
      insertForum(tx, id, anAnnouncement({ day: today(), begins: '00:00', ends: '23:59' })),
    );
    return { caseId, fileId: await fileIn(id, caseId) };
  };

  const settlementOf = async (id: Id, cases: Cases) => {
    const transfer = await cases.apply({ organisationName: `${id} gives` });
    const settlement = await cases.apply({ organisationName: `${id} settles` });
    const taskId = await cases.openCompletion(settlement);
    const checkId = await cases.openCompletion(transfer);
    const { municipality } = configuredMunicipalities.find((each) => each.municipality.id === id)!;
    const ids = { checkId, taskId };
    const of = { transferId: transfer.caseId, settlementId: settlement.caseId, ...ids };
    return server.database.transaction(id, async (tx) => {
      await settleAYear(tx, id, municipality.ledger!, { ...of, year: 2015 });
      const { caseId } = settlement;
      return { caseId, correction: await aCorrection(tx, id, caseId) };
    });
  };

  const ownYear = { sodertalje: 2098, ekero: 2099 };

  const wheelOf = (id: Id) =>
    server.database.transaction(id, async (tx) => {
      const year = ownYear[id];
      await beginWheel(tx, id, `${year}-01-01`);
      await planTurns(tx, id, [{ year, opensOn: `${year}-09-15`, state: 'planned' }]);
      return year;
    });

  const ownBody = { sodertalje: 'JÄ', ekero: 'BUN' };

  const filesIn = async (tx: Tx, id: Id, caseId: string) => {
    const fileYear = { sodertalje: 2017, ekero: 2016 }[id];
    await transferIn(tx, id, caseId, fileYear);
    const made = { year: fileYear, after: 0, madeAt: new Date(), madeBy: 'controller' };
    const { number: filesMade } = await makeLedgerFile(tx, id, made);
    return { fileYear, filesMade };
  };

  const ledgerOf = (id: Id, caseId: string) =>
    server.database.transaction(id, async (tx) => {
      const committee = ownBody[id];
      return {
        committee,
        statementId: await statementIn(tx, id, committee),
        transactionId: await transferIn(tx, id, caseId),
        ...(await filesIn(tx, id, caseId)),
      };
    });

  /** A body met today and its secretary has recorded what it decided. */
  async function decidedMatter(id: Id, cases: Cases): Promise<Matter> {
    const day = today();
    await meetOn({ server }, ownBody[id], day, id);
    const officer = await signIn(server.url, id, 'officer');
    const { caseId, taskId, sentFrom } = await cases.openMatter(officer, ownBody[id]);
    const secretary = await signIn(server.url, id, 'secretary');
    const decided = await secretary.post(
      `/api/${id}/desk/cases/${caseId}/tasks/${taskId}/signed-in-answer`,
      { answers: { ...record(), meeting: day } },
    );
    if (!decided.ok) throw new Error(await decided.text());
    const [decision] = await server.database.transaction(id, (tx) =>
      decisionsOfCases(tx, id, [caseId]),
    );
    const { id: decisionId } = decision!;
    const minutes = await cases.openMinutes({ caseId });
    const first = { eventId: randomUUID(), answerId: randomUUID(), correctableId: decisionId };
    return { sentFrom, caseId, taskId: minutes, decisionId, ...first };
  }

  const documentOf = async (id: string, caseId: string) =>
    server.database.transaction(id, async (tx) => {
      const row = await tx
        .selectFrom('document')
        .select('id')
        .where('case_id', '=', caseId)
        .executeTakeFirstOrThrow();
      return row.id;
    });

  const decisionIn = (id: string, caseId: string, taskId: string) =>
    server.database.transaction(id, async (tx) => {
      await recordDecision(tx, id, {
        ...{ case_id: caseId, task_id: taskId, committee: 'KFN', decision: 'approve' },
        ...{ delegation: `${id} alone 3.2`, decided_at: new Date() },
      });
      const decision = await decisionOfTask(tx, id, taskId);
      return decision?.id ?? '';
    });

  /** As its printing would have left it. */
  const letterOf = (id: string, caseId: string, documentId: string) =>
    server.database.transaction(id, async (tx) => {
      await planLetter(tx, id, {
        ...{ case_id: caseId, task_id: null, letter_key: 'received', ordinal: 1, link: null },
        ...{ template: 'applicationReceived', language: 'sv', attachments: [] },
        recipient_name: 'Amina Ek',
        recipient_email: '',
        recipient_postal: 'Gatan 1',
        created_at: new Date(),
      });
      const [letter] = await lettersOfCase(tx, id, caseId);
      if (!letter) throw new Error('no letter');
      await settleLetter(tx, id, letter.id, { state: 'toPost', documentId });
      return letter.id;
    });

  /** As an upload would have left it. */
  const fileIn = (id: string, caseId: string) =>
    server.database.transaction(id, async (tx) => {
      const file = {
        id: randomUUID(),
        municipality_id: id,
        name: 'stadgar.pdf',
        media_type: 'application/pdf',
        size: 4,
        sha256: '0'.repeat(64),
      };
      await tx
        .insertInto('upload')
        .values({ ...file, draft_id: null, begun_at: new Date() })
        .execute();
      await tx
        .insertInto('upload_chunk')
        .values({
          municipality_id: id,
          upload_id: file.id,
          position: 0,
          bytes: Buffer.from('%PDF'),
        })
        .execute();
      const complete = { ...file, draft_id: null, begun_at: new Date() };
      await fileUploads(tx, id, [complete], { caseId, at: new Date() });
      return file.id;
    });

  async function call(api: ApiClient, key: string, given: Given, id = 'sodertalje') {
    const { path, body, file } = probes[key]!;
    const address = `/api/${id}/desk${path(given)}`;
    if (file) return api.upload(address, 'skanning.pdf', new Uint8Array(file));
    if (key.startsWith('post')) return api.post(address, body?.(given));
    // A stream would never end; who may open it is decided before.
    return key.endsWith('/events') ? api.head(address) : api.get(address);
  }

  const codeOf = async (response: Response) => ((await response.json()) as Problem).code;

  describe.each(Object.keys(probes))('%s', (key) => {
    it('answers nobody who is not signed in', async () => {
      const response = await call(new ApiClient(server.url), key, own);
      expect(response.status).toBe(401);
    });

    it.each(officialRoles)('knows what the role of %s may', async (role) => {
      const may = probes[key]!.roles.includes(role);
      const { prepare } = probes[key]!;
      if (prepare) await server.database.transaction('sodertalje', (tx) => prepare(tx, own));
      const before = may ? undefined : await dumpRows(server.database, 'sodertalje');
      const response = await call(people[role], key, own);
      if (may) {
        expect(response.status).toBeLessThan(300);
        return;
      }
      expect([response.status, await codeOf(response)]).toEqual([403, 'official.notAllowed']);
      expect(await dumpRows(server.database, 'sodertalje')).toEqual(before);
    });

    it('has nothing of another municipality, neither here nor there', async () => {
      const before = await dumpRows(server.database, 'ekero');
      const here = await call(people.administrator, key, foreign);
      // What a process is called is everybody's.
      const named = key.replace(':process', '');
      if (named.includes(':')) expect(here.status).toBe(404);
      else expect(await here.text()).not.toContain('ekero');
      // The right cookie's name at the other's address, with a session of this one.
      const [, secret = ''] =
        /samverkan_desk=([\w-]+)/.exec(
          people.administrator.cookieHeader('/api/sodertalje/desk/session'),
        ) ?? [];
      const thief = new ApiClient(server.url);
      thief.keep(`samverkan_desk=${secret}; Path=/api/ekero/desk`);
      const stolen = await call(thief, key, foreign, 'ekero');
      expect(stolen.status).toBe(401);
      expect(await dumpRows(server.database, 'ekero')).toEqual(before);
    });
  });
});
