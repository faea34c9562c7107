import type {
  BeginRequest,
  CorrectionView,
  PaperReceipt,
  SignedInAnswerRequest,
} from '../../../domain/api/desk';
import type { DeskForumsAnswer } from '../../../domain/api/forum';
import { call } from '../../shared/api/client';
import { api } from '../../shared/api/endpoints';

export function getForums(id: string, signal: AbortSignal): Promise<DeskForumsAnswer> {
  return call('GET', api(id, 'desk', 'forums'), { signal });
}

export function getAnnouncement(
  id: string,
  caseId: string,
  signal: AbortSignal,
): Promise<CorrectionView> {
  return call('GET', api(id, 'desk', 'cases', caseId, 'forum'), { signal });
}

/** Announces a forum anew. */
export async function postAnnouncement(
  id: string,
  caseId: string,
  body: SignedInAnswerRequest,
): Promise<void> {
  await call('POST', api(id, 'desk', 'cases', caseId, 'forum'), { body });
}

/** The form for an organisation that signed at a forum. */
export function getForumAccession(
  id: string,
  caseId: string,
  signal: AbortSignal,
): Promise<CorrectionView> {
  return call('GET', api(id, 'desk', 'cases', caseId, 'forum', 'accession'), { signal });
}

export function postForumAccession(
  id: string,
  caseId: string,
  body: BeginRequest,
): Promise<PaperReceipt> {
  return call('POST', api(id, 'desk', 'cases', caseId, 'forum', 'accession'), { body });
}
