import type { Tx } from '../../database/database';
import { appendAudit } from '../../database/repositories/audit.repository';
import { lockCase, type Case } from '../../database/repositories/case.repository';
import { deleteDraft, insertDraft, type Draft } from '../../database/repositories/draft.repository';
import { findMatter } from '../../database/repositories/matter.repository';
import { getApplication } from '../../database/repositories/submission.repository';
import {
  fileUploads,
  isComplete,
  uploadsOfDraft,
} from '../../database/repositories/upload.repository';
import { DomainError } from '../../domain/errors';
import type { FileAnswer } from '../../domain/forms/types';
import { keepsDiary, keepsForums, recordsDecisions, type Official } from '../../domain/officials';
import { dialogueForum } from '../../domain/processes/dialogue-forum';
import { firstAgreement } from '../../domain/processes/first-agreement';
import type { ServerContext } from '../context';
import { receiveUpload, type Incoming } from '../uploads/receive-upload';

/** Who files something in a case: an official, or the applicant at the status page. */
export type Filer = { official: Official } | { applicant: true; note?: string };

/**
 * Files what somebody sends as the next record of a case. It is taken like a file of an
 * application, into a draft of its own that is gone afterwards. Throws as `receiveUpload` does.
 */
export async function addRecord(
  context: ServerContext,
  filer: Filer,
  found: Case,
  incoming: Incoming,
): Promise<FileAnswer> {
  const { database } = context;
  const { municipality_id: municipalityId } = found;
  const vessel = await database.transaction(municipalityId, (tx) => openVessel(tx, context, found));
  try {
    const taken = await receiveUpload(context, vessel, incoming);
    await database.transaction(municipalityId, (tx) =>
      file(tx, { found, vessel, filer, at: context.clock() }),
    );
    return taken;
  } catch (error) {
    await database.transaction(municipalityId, (tx) => deleteDraft(tx, municipalityId, vessel.id));
    throw error;
  }
}

/**
 * A secretary files what belongs to a committee's case, such as its signed minutes, and who keeps forums
 * what belongs to a forum's or to the way to a first agreement; no other.
 */
export async function requireFiler(tx: Tx, official: Official, found: Case): Promise<Case> {
  const { municipality_id: municipalityId, id } = found;
  const keepsFiles = [dialogueForum.name, firstAgreement.name].includes(found.process);
  const isOfForum = keepsFiles && keepsForums(official);
  const isOfMatter =
    recordsDecisions(official) && (await findMatter(tx, municipalityId, id)) !== undefined;
  const may = keepsDiary(official) || isOfForum || isOfMatter;
  if (!may) throw new DomainError('official.notAllowed');
  return found;
}

async function openVessel(tx: Tx, context: ServerContext, found: Case): Promise<Draft> {
  const application = await getApplication(tx, found.municipality_id, found.id);
  return insertDraft(tx, found.municipality_id, {
    form_reference: application.form_reference,
    language: application.language,
    answers: {},
    touched_at: context.clock(),
  });
}

interface Filing {
  found: Case;
  vessel: Draft;
  filer: Filer;
  at: Date;
}

async function file(tx: Tx, { found, vessel, filer, at }: Filing): Promise<void> {
  const { municipality_id: municipalityId, id: caseId } = found;
  await lockCase(tx, municipalityId, caseId);
  const uploads = (await uploadsOfDraft(tx, municipalityId, vessel.id)).filter(isComplete);
  const note = 'applicant' in filer && filer.note ? filer.note : null;
  await fileUploads(tx, municipalityId, uploads, { caseId, at, note });
  await deleteDraft(tx, municipalityId, vessel.id);
  await appendAudit(tx, municipalityId, caseId, {
    at,
    actor: 'official' in filer ? 'official' : 'applicant',
    event: 'recordAdded',
    details: 'official' in filer ? { by: filer.official.subject } : {},
  });
}
