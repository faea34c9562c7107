import type { Tx } from '../../database/database';
import { endDraft, lockDraft } from '../../database/repositories/draft.repository';
import {
  deleteUploads,
  fileUploads,
  isComplete,
  uploadsOfDraft,
  type CompleteUpload,
} from '../../database/repositories/upload.repository';
import { DomainError } from '../../domain/errors';
import { allFields } from '../../domain/forms/fields';
import type { Answers, Faults, FileAnswer, FormDefinition } from '../../domain/forms/types';

/** An application with its files as they are on record, ready to become a case. */
export interface WithFiles {
  answers: Answers;
  uploads: readonly CompleteUpload[];
}

/**
 * Finds the files that answers name among those of the draft and describes them as the record does,
 * whatever the browser said. Throws `form.invalid` where one is not there, or is named twice.
 */
export async function findFiles(
  tx: Tx,
  municipalityId: string,
  application: { form: FormDefinition; answers: Answers; draftId: string | undefined },
): Promise<WithFiles> {
  const { form, answers, draftId } = application;
  const there = new Map(
    (await complete(tx, municipalityId, draftId)).map((each) => [each.id, each]),
  );
  const taken: CompleteUpload[] = [];
  const faults: Faults = {};
  const described: Answers = {};
  const take = ({ id }: FileAnswer): CompleteUpload[] => {
    const upload = there.get(id);
    there.delete(id);
    return upload ? [upload] : [];
  };
  for (const { id } of allFields(form).filter(({ type }) => type === 'file')) {
    const named = answers[id] as readonly FileAnswer[] | undefined;
    if (!named) continue;
    const found = named.flatMap(take);
    if (found.length < named.length) faults[id] = 'fileUnknown';
    taken.push(...found);
    described[id] = found.map(asAnswer);
  }
  if (Object.keys(faults).length > 0) throw new DomainError('form.invalid', {}, faults);
  return { answers: { ...answers, ...described }, uploads: taken };
}

async function complete(
  tx: Tx,
  municipalityId: string,
  draftId: string | undefined,
): Promise<CompleteUpload[]> {
  if (draftId === undefined) return [];
  return (await uploadsOfDraft(tx, municipalityId, draftId)).filter(isComplete);
}

/** How an answer names a file. */
export function asAnswer({ id, name, size, sha256 }: CompleteUpload): FileAnswer {
  return { id, name, size, sha256 };
}

/**
 * Locks a draft that is being sent; throws `draft.sent` when it has been sent already, under a key
 * that this request does not know.
 */
export async function lockDraftToSend(
  tx: Tx,
  municipalityId: string,
  draftId: string,
): Promise<void> {
  const draft = await lockDraft(tx, municipalityId, draftId);
  if (!draft) throw new DomainError('session.missing');
  if (draft.ended_at) throw new DomainError('draft.sent');
}

/** What was in the draft is the case's from now on; what nobody named is gone. */
export async function handOverDraft(
  tx: Tx,
  municipalityId: string,
  draftId: string,
  handover: { uploads: readonly CompleteUpload[]; caseId: string; at: Date },
): Promise<void> {
  const { uploads, caseId, at } = handover;
  await fileUploads(tx, municipalityId, uploads, { caseId, at });
  const left = await uploadsOfDraft(tx, municipalityId, draftId);
  await deleteUploads(
    tx,
    municipalityId,
    left.map(({ id }) => id),
  );
  await endDraft(tx, municipalityId, draftId, at);
}
