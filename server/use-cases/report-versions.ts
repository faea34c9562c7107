import { randomUUID } from 'node:crypto';
import type { Tx } from '../../database/database';
import { fingerprint } from '../../database/fingerprint';
import type { Case } from '../../database/repositories/case.repository';
import { findCommittee } from '../../database/repositories/committee.repository';
import { planLetter } from '../../database/repositories/letter.repository';
import type { Matter } from '../../database/repositories/matter.repository';
import { addToOutbox } from '../../database/repositories/outbox.repository';
import {
  applicationsOfCase,
  insertSubmission,
} from '../../database/repositories/submission.repository';
import { stockholmDate } from '../../domain/calendar';
import { nthOf } from '../../domain/document-keys';
import type { Answers } from '../../domain/forms/types';
import type { Municipality } from '../../domain/municipality';
import type { DocumentReference } from '../../domain/process';

/** Keeps another version of the report in a case; those before it stay. */
export async function keepVersion(
  tx: Tx,
  { municipality_id: municipalityId, id: caseId, language }: Case,
  form: string,
  answers: Answers,
  at: Date,
): Promise<void> {
  await insertSubmission(tx, municipalityId, {
    ...{
      id: randomUUID(),
      case_id: caseId,
      task_id: null,
      form_reference: form,
      language,
      answers,
    },
    sha256: fingerprint({ form, answers, at, caseId }),
    submission_key: null,
    submitted_at: at,
  });
}

/** The secretary of a body that has not decided gets the latest version of its report, and what comes with it. */
export async function tellOfVersion(
  tx: Tx,
  own: Case,
  matter: Pick<Matter, 'committee'>,
  {
    municipality,
    at,
    further = [],
  }: { municipality: Municipality; at: Date; further?: readonly DocumentReference[] },
): Promise<void> {
  const caseId = own.id;
  if (own.closed_at !== null || own.phase.phase !== 'decide') return;
  const version = (await applicationsOfCase(tx, municipality.id, caseId)).length;
  const body = await findCommittee(tx, municipality.id, {
    id: matter.committee,
    day: stockholmDate(at),
  });
  await planLetter(tx, municipality.id, {
    ...{ case_id: caseId, task_id: null, letter_key: `renewed/${version}`, ordinal: 1 },
    ...{ template: 'reportRenewed', language: municipality.defaultLanguage, link: 'desk' },
    recipient_name: body?.secretary_name ?? '',
    recipient_email: body?.secretary_email ?? '',
    attachments: [nthOf('officialReport', version), ...further],
    created_at: at,
  });
  await addToOutbox(tx, municipality.id, { caseId, kind: 'deliver', at });
}
