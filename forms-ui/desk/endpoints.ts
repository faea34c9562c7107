import type {
  AnswerCorrectionRequest,
  AnswerCorrectionView,
  SettledCorrectionView,
  BeginReceipt,
  BeginRequest,
  CommitteeChangeRequest,
  CommitteeItem,
  CommitteeView,
  DecisionEventRequest,
  EventCorrectionRequest,
  FormView,
  CorrectionView,
  MatterReportRequest,
  MatterReportView,
  SignedInAnswerRequest,
  SignedInTaskView,
  PaperAnswerRequest,
  PaperApplicationRequest,
  PaperLettersAnswer,
  PaperTaskView,
  ReaderRequest,
  RefusedLetterRequest,
  ReportRequest,
  PaperReceipt,
  PaperSignatureRequest,
  CaseListAnswer,
  CaseListRequest,
  DeskParty,
  DeskPartyItem,
  ExclusionRequest,
  DelegatedDecisionView,
  DeskCaseView,
  DeskRecord,
  NumberRequest,
  OfficialView,
  SecrecyRequest,
} from '../../domain/api/desk';
import type { InterventionRequest } from '../../domain/api/shapes';
import { call } from '../shared/api/client';
import type { FileAnswer } from '../../domain/forms/types';
import { api } from '../shared/api/endpoints';
import { upload } from '../shared/api/upload';

const desk = (id: string, ...parts: string[]) => api(id, 'desk', ...parts);

export function getOfficial(id: string, signal: AbortSignal): Promise<OfficialView> {
  return call('GET', desk(id, 'session'), { signal });
}

/** The address of the provider, to go to; it sends the reader back to `returnTo`. */
export async function beginSignIn(id: string, returnTo: string): Promise<string> {
  const path = desk(id, 'sign-in');
  return (await call<{ address: string }>('POST', path, { body: { returnTo } })).address;
}

export async function signOut(id: string): Promise<void> {
  await call('POST', desk(id, 'sign-out'));
}

/** A page of the cases that a search finds. */
export function listCases(
  id: string,
  { search, view, after }: Omit<CaseListRequest, 'after'> & { after?: string },
  signal?: AbortSignal,
): Promise<CaseListAnswer> {
  return call('POST', desk(id, 'cases', 'search'), {
    body: { search, view, ...(after === undefined ? {} : { after }) },
    ...(signal ? { signal } : {}),
  });
}

export function getDeskCase(
  id: string,
  caseId: string,
  signal: AbortSignal,
): Promise<DeskCaseView> {
  return call('GET', desk(id, 'cases', caseId), { signal });
}

export async function postIntervention(
  id: string,
  caseId: string,
  body: InterventionRequest,
): Promise<void> {
  await call('POST', desk(id, 'cases', caseId, 'interventions'), { body });
}

/** Address of the stream that tells when a case has changed. */
export function deskCaseEventsPath(id: string, caseId: string): string {
  return desk(id, 'cases', caseId, 'events');
}

/** Address of a record: a document of ours, or a file as it came in. */
export function deskRecordPath(
  id: string,
  caseId: string,
  { kind, id: recordId }: NonNullable<DeskRecord['open']>,
): string {
  return desk(id, 'cases', caseId, kind, recordId);
}

export async function giveNumber(id: string, caseId: string, body: NumberRequest): Promise<void> {
  await call('POST', desk(id, 'cases', caseId, 'number'), { body });
}

export async function setSecrecy(id: string, caseId: string, body: SecrecyRequest): Promise<void> {
  await call('POST', desk(id, 'cases', caseId, 'secrecy'), { body });
}

export function enterPaper(id: string, body: PaperApplicationRequest): Promise<PaperReceipt> {
  return call('POST', desk(id, 'applications'), { body });
}

/** Files a scanned record in a case. */
export function addRecord(id: string, caseId: string, file: File): Promise<FileAnswer> {
  return upload(desk(id, 'cases', caseId, 'files'), file, () => undefined);
}

/** Records a signature that was made by hand. */
export async function recordSignature(
  id: string,
  caseId: string,
  taskId: string,
  body: PaperSignatureRequest,
): Promise<void> {
  await call('POST', desk(id, 'cases', caseId, 'tasks', taskId, 'signature'), { body });
}

/** Letters on paper: those to post, and those posted lately. */
export function listPaperLetters(id: string, signal: AbortSignal): Promise<PaperLettersAnswer> {
  return call('GET', desk(id, 'post'), { signal });
}

export async function markPosted(id: string, letterId: string): Promise<void> {
  await call('POST', desk(id, 'post', letterId));
}

export async function undoPosting(id: string, letterId: string, reason: string): Promise<void> {
  await call('POST', desk(id, 'post', letterId, 'undo'), { body: { reason } });
}

/** Address of a letter on paper or one of its enclosures, to print. */
export function printPath(id: string, letterId: string, documentId: string): string {
  return desk(id, 'post', letterId, 'documents', documentId);
}

export function getPaperTask(
  id: string,
  { caseId, taskId }: { caseId: string; taskId: string },
  signal: AbortSignal,
): Promise<PaperTaskView> {
  return call('GET', desk(id, 'cases', caseId, 'tasks', taskId), { signal });
}

/** Enters an answer that came on paper. */
export async function enterPaperAnswer(
  id: string,
  { caseId, taskId }: { caseId: string; taskId: string },
  body: PaperAnswerRequest,
): Promise<void> {
  await call('POST', desk(id, 'cases', caseId, 'tasks', taskId, 'answer'), { body });
}

export async function mendLetter(
  id: string,
  { caseId, letterId }: { caseId: string; letterId: string },
  body: RefusedLetterRequest,
): Promise<void> {
  await call('POST', desk(id, 'cases', caseId, 'letters', letterId), { body });
}

export async function reachReader(
  id: string,
  { caseId, letterId }: { caseId: string; letterId: string },
  body: ReaderRequest,
): Promise<void> {
  await call('POST', desk(id, 'cases', caseId, 'letters', letterId, 'reader'), { body });
}

/** Who is and who was in the register. */
export async function listParties(
  id: string,
  search: string,
  signal: AbortSignal,
): Promise<DeskPartyItem[]> {
  const path = desk(id, 'parties', 'search');
  const answer = await call<{ parties: DeskPartyItem[] }>('POST', path, {
    body: { search },
    signal,
  });
  return answer.parties;
}

export function getParty(id: string, partyId: string, signal: AbortSignal): Promise<DeskParty> {
  return call('GET', desk(id, 'parties', partyId), { signal });
}

/** Begins a case about excluding a party. */
export function beginExclusion(
  id: string,
  partyId: string,
  body: ExclusionRequest,
): Promise<PaperReceipt> {
  return call('POST', desk(id, 'parties', partyId, 'exclusion'), { body });
}

/** The form that begins a case of a process at the desk. */
export function getBeginningForm(
  id: string,
  process: string,
  signal: AbortSignal,
): Promise<{ form: FormView }> {
  return call('GET', desk(id, 'begin', process, 'form'), { signal });
}

export function beginAtDesk(
  id: string,
  process: string,
  body: BeginRequest,
): Promise<BeginReceipt> {
  return call('POST', desk(id, 'begin', process), { body });
}

/** What a secretary is asked about a case. */
export function getSignedInTask(
  id: string,
  { caseId, taskId }: { caseId: string; taskId: string },
  signal: AbortSignal,
): Promise<SignedInTaskView> {
  return call('GET', desk(id, 'cases', caseId, 'tasks', taskId, 'form'), { signal });
}

export async function answerSignedIn(
  id: string,
  { caseId, taskId }: { caseId: string; taskId: string },
  body: SignedInAnswerRequest,
): Promise<void> {
  await call('POST', desk(id, 'cases', caseId, 'tasks', taskId, 'signed-in-answer'), { body });
}

/** An answer of an official, to be corrected. */
export function getAnswerCorrection(
  id: string,
  { caseId, taskId }: { caseId: string; taskId: string },
  signal: AbortSignal,
): Promise<AnswerCorrectionView> {
  return call('GET', desk(id, 'cases', caseId, 'tasks', taskId, 'correction'), { signal });
}

export async function correctAnswer(
  id: string,
  { caseId, taskId }: { caseId: string; taskId: string },
  body: AnswerCorrectionRequest,
): Promise<void> {
  await call('POST', desk(id, 'cases', caseId, 'tasks', taskId, 'correction'), { body });
}

/** Records something that happened to a committee's decision. */
export async function recordDecisionEvent(
  id: string,
  { caseId, decisionId }: { caseId: string; decisionId: string },
  body: DecisionEventRequest,
): Promise<void> {
  await call('POST', desk(id, 'cases', caseId, 'decisions', decisionId, 'events'), { body });
}

export async function correctDecisionEvent(
  id: string,
  { caseId, decisionId }: { caseId: string; decisionId: string },
  body: EventCorrectionRequest,
): Promise<void> {
  const path = desk(id, 'cases', caseId, 'decisions', decisionId, 'event-corrections');
  await call('POST', path, { body });
}

/** The record of a committee's decision, to be corrected. */
export function getCorrection(
  id: string,
  { caseId, decisionId }: { caseId: string; decisionId: string },
  signal: AbortSignal,
): Promise<CorrectionView> {
  return call('GET', desk(id, 'cases', caseId, 'decisions', decisionId, 'correction'), { signal });
}

export async function correctDecision(
  id: string,
  { caseId, decisionId }: { caseId: string; decisionId: string },
  body: SignedInAnswerRequest,
): Promise<void> {
  await call('POST', desk(id, 'cases', caseId, 'decisions', decisionId, 'correction'), { body });
}

/** What a settled year rests on, to be corrected. */
export function getSettledCorrection(
  id: string,
  { caseId, question }: { caseId: string; question: string },
  signal: AbortSignal,
): Promise<SettledCorrectionView> {
  return call('GET', desk(id, 'cases', caseId, 'settled', question), { signal });
}

export async function correctSettled(
  id: string,
  { caseId, question }: { caseId: string; question: string },
  body: AnswerCorrectionRequest,
): Promise<void> {
  await call('POST', desk(id, 'cases', caseId, 'settled', question), { body });
}

/** The official report on a matter that is with committees, to be changed. */
export function getReport(
  id: string,
  caseId: string,
  signal: AbortSignal,
): Promise<MatterReportView> {
  return call('GET', desk(id, 'cases', caseId, 'report'), { signal });
}

export async function renewReport(
  id: string,
  caseId: string,
  body: MatterReportRequest,
): Promise<void> {
  await call('POST', desk(id, 'cases', caseId, 'report'), { body });
}

/** Every body there is or was. */
export async function listCommittees(id: string, signal: AbortSignal): Promise<CommitteeItem[]> {
  const path = desk(id, 'committees');
  return (await call<{ committees: CommitteeItem[] }>('GET', path, { signal })).committees;
}

export function getCommittee(
  id: string,
  committee: string,
  signal: AbortSignal,
): Promise<CommitteeView> {
  return call('GET', desk(id, 'committees', committee), { signal });
}

export async function changeCommittee(
  id: string,
  committee: string,
  body: CommitteeChangeRequest,
): Promise<void> {
  await call('POST', desk(id, 'committees', committee, 'changes'), { body });
}

/** Which delegated decisions to show. */
export interface DelegatedPeriod {
  from: string;
  to: string;
  view: 'unreported' | 'reported';
}

function periodQuery({ from, to, view }: DelegatedPeriod, language: string): string {
  const query = new URLSearchParams({ view, language });
  if (from !== '') query.set('from', from);
  if (to !== '') query.set('to', to);
  return query.toString();
}

export async function listDelegated(
  id: string,
  period: DelegatedPeriod,
  language: string,
  signal: AbortSignal,
): Promise<DelegatedDecisionView[]> {
  const path = `${desk(id, 'delegated')}?${periodQuery(period, language)}`;
  const answer = await call<{ decisions: DelegatedDecisionView[] }>('GET', path, { signal });
  return answer.decisions;
}

/** Address of the same list for a spreadsheet. */
export function delegatedCsvPath(id: string, period: DelegatedPeriod, language: string): string {
  return `${desk(id, 'delegated.csv')}?${periodQuery(period, language)}`;
}

export async function reportDelegated(id: string, body: ReportRequest): Promise<void> {
  await call('POST', desk(id, 'delegated', 'report'), { body });
}
