import type {
  AgreementView,
  AnswerReceipt,
  ApplicationRequest,
  CaseView,
  DraftChange,
  DraftRequest,
  DraftView,
  LinkRequest,
  LinkTarget,
  MunicipalityView,
  PartyView,
  ProcessView,
  PersonRequest,
  ReceiptView,
  TaskView,
} from '../../../domain/api/shapes';
import type { Language } from '../../../domain/language';
import { call } from './client';

/** An address of the API. */
export const api = (...parts: string[]) => ['/api', ...parts.map(encodeURIComponent)].join('/');

export async function listMunicipalities(signal: AbortSignal): Promise<MunicipalityView[]> {
  const answer = await call<{ municipalities: MunicipalityView[] }>('GET', api('municipalities'), {
    signal,
  });
  return answer.municipalities;
}

export function getMunicipality(id: string, signal: AbortSignal): Promise<MunicipalityView> {
  return call('GET', api(id), { signal });
}

/** The agreement in force, or null where none has been adopted. */
export async function getAgreement(id: string, signal: AbortSignal): Promise<AgreementView | null> {
  const path = api(id, 'agreement');
  return (await call<{ agreement: AgreementView | null }>('GET', path, { signal })).agreement;
}

export async function listParties(id: string, signal: AbortSignal): Promise<PartyView[]> {
  return (await call<{ parties: PartyView[] }>('GET', api(id, 'parties'), { signal })).parties;
}

/** What one can begin at an address, such as the accession. */
export function getProcess(id: string, address: string, signal: AbortSignal): Promise<ProcessView> {
  return call('GET', api(id, 'processes', address), { signal });
}

/** Sends an application, with the files of its draft where it has one. */
export function sendApplication(
  id: string,
  body: ApplicationRequest,
  draftId?: string,
): Promise<ReceiptView> {
  const path =
    draftId === undefined ? api(id, 'applications') : api(id, 'drafts', draftId, 'application');
  return call('POST', path, { body });
}

/** Reports a change by the link to a case of one's own. */
export function sendReport(
  id: string,
  caseId: string,
  body: ApplicationRequest,
): Promise<ReceiptView> {
  return call('POST', api(id, 'cases', caseId, 'reports'), { body });
}

/** Keeps an application that is not sent yet; a cookie opens it in this browser. */
export function beginDraft(id: string, body: DraftRequest): Promise<DraftView> {
  return call('POST', api(id, 'drafts'), { body });
}

export function getDraft(id: string, draftId: string): Promise<DraftView> {
  return call('GET', api(id, 'drafts', draftId));
}

export function saveDraft(id: string, draftId: string, body: DraftChange): Promise<DraftView> {
  return call('PUT', api(id, 'drafts', draftId), { body });
}

export function mailDraftLink(id: string, draftId: string, email: string): Promise<DraftView> {
  return call('POST', api(id, 'drafts', draftId, 'link'), { body: { email } });
}

export async function removeDraftFile(id: string, draftId: string, fileId: string): Promise<void> {
  await call('DELETE', api(id, 'drafts', draftId, 'files', fileId));
}

/** Whose files they are: a draft's until it is sent, then the case's, also for who has a task in it. */
export interface FileOwner {
  kind: 'draft' | 'case' | 'task';
  id: string;
}

/** Where files of a draft go, and with an id where one of a draft, a case or a task is. */
export function filesPath(id: string, owner: FileOwner, ...fileId: [] | [string]): string {
  return api(id, `${owner.kind}s`, owner.id, 'files', ...fileId);
}

/** Trades the token of a link for a session cookie and says what the link opens. */
export function exchangeLink(id: string, token: string): Promise<LinkTarget> {
  return call('POST', api(id, 'links', 'exchange'), { body: { token } });
}

export async function requestLink(id: string, body: LinkRequest): Promise<void> {
  await call('POST', api(id, 'links', 'requests'), { body });
}

export function getTask(id: string, taskId: string, language?: Language): Promise<TaskView> {
  return call('GET', api(id, 'tasks', taskId), language ? { language } : {});
}

/** `code` is the mailed one, where the task asks for it. */
export function answerTask(
  id: string,
  taskId: string,
  body: { answers: object; code?: string; draftRevision?: number },
): Promise<AnswerReceipt> {
  return call('POST', api(id, 'tasks', taskId, 'answer'), { body });
}

/** Has a code mailed to whoever has the task. */
export async function askForCode(id: string, taskId: string): Promise<void> {
  await call('POST', api(id, 'tasks', taskId, 'code'));
}

/** The question goes to a colleague of whoever is asked. */
export async function passOn(
  id: string,
  taskId: string,
  body: { to: string; reason: string },
): Promise<void> {
  await call('POST', api(id, 'tasks', taskId, 'delegation'), { body });
}

export async function declareConflict(
  id: string,
  taskId: string,
  body: { reason: string },
): Promise<void> {
  await call('POST', api(id, 'tasks', taskId, 'conflict'), { body });
}

export async function withdrawApplication(
  id: string,
  caseId: string,
  body: { reason: string },
): Promise<void> {
  await call('POST', api(id, 'cases', caseId, 'withdrawal'), { body });
}

export function getCase(id: string, caseId: string): Promise<CaseView> {
  return call('GET', api(id, 'cases', caseId));
}

/** Address of the stream that tells when a case has changed. */
export function caseEventsPath(id: string, caseId: string): string {
  return api(id, 'cases', caseId, 'events');
}

/** Address of a document's PDF, as the case or the task it belongs to lets the reader see it. */
export function documentPath(
  id: string,
  owner: { kind: 'case' | 'task'; id: string },
  documentId: string,
): string {
  return api(id, owner.kind === 'case' ? 'cases' : 'tasks', owner.id, 'documents', documentId);
}

export async function askPerson(id: string, caseId: string, body: PersonRequest): Promise<void> {
  await call('POST', api(id, 'cases', caseId, 'questions'), { body });
}

/** Whether the register shows the coordinator; it does so at once. */
export async function setPublication(
  id: string,
  caseId: string,
  published: boolean,
): Promise<void> {
  await call('PUT', api(id, 'cases', caseId, 'publication'), { body: { published } });
}
