import type { Tx } from '../../database/database';
import { appendAudit } from '../../database/repositories/audit.repository';
import {
  choosePublication,
  lockCase,
  type Case,
} from '../../database/repositories/case.repository';
import { lettersOfCase, planLetter } from '../../database/repositories/letter.repository';
import { addToOutbox } from '../../database/repositories/outbox.repository';
import { partyOfCase, publishContact } from '../../database/repositories/party.repository';
import { insertQuestion, questionsOfCase } from '../../database/repositories/question.repository';
import { getApplication } from '../../database/repositories/submission.repository';
import { filesOfCase } from '../../database/repositories/upload.repository';
import type { PersonRequest } from '../../domain/api/shapes';
import { DomainError } from '../../domain/errors';
import { boundAnswer } from '../../domain/forms/fields';
import { cleanLine, cleanText } from '../../domain/forms/clean-text';
import type { Contact, Municipality } from '../../domain/municipality';
import type { LetterTemplate } from '../../domain/process';
import { uploadLimits } from '../../domain/uploads';
import type { ServerContext } from '../context';

/** Files that come within this time of a letter about earlier ones are one burst. */
const burstMs = 30 * 60 * 1000;

const questionsPerDay = 5;
const dayMs = 24 * 3600 * 1000;

/** Throws `case.closed` and `file.tooMany` where an applicant can add no record any more. */
export async function requireRoomForRecords(tx: Tx, found: Case): Promise<void> {
  if (found.closed_at) throw new DomainError('case.closed');
  const files = await filesOfCase(tx, found.municipality_id, found.id);
  if (files.length >= 3 * uploadLimits.files) throw new DomainError('file.tooMany');
}

/** Tells the officer that the organisation has added records: once for several that come together. */
export async function tellOfRecords(
  tx: Tx,
  municipality: Municipality,
  found: Case,
  now: Date,
): Promise<void> {
  await lockCase(tx, municipality.id, found.id);
  const letters = await lettersOfCase(tx, municipality.id, found.id);
  const last = letters.findLast(({ template }) => template === 'recordsAdded');
  if (last && now.getTime() - last.created_at.getTime() < burstMs) return;
  const key = `records/${now.getTime()}`;
  await planToOffice(tx, municipality, found, municipality.caseOfficer, {
    key,
    template: 'recordsAdded',
    now,
  });
}

/** Passes an applicant's question on to the contact point. Throws `request.tooMany`. */
export async function askPerson(
  tx: Tx,
  municipality: Municipality,
  found: Case,
  { question, phone }: PersonRequest,
  now: Date,
): Promise<void> {
  const { id: caseId } = await lockCase(tx, municipality.id, found.id);
  const earlier = await questionsOfCase(tx, municipality.id, caseId);
  const since = now.getTime() - dayMs;
  const today = earlier.filter(({ asked_at }) => asked_at.getTime() > since);
  if (today.length >= questionsPerDay) throw new DomainError('request.tooMany');
  const id = await insertQuestion(tx, municipality.id, {
    case_id: caseId,
    question: cleanText(question),
    phone: cleanLine(phone) || null,
    asked_at: now,
  });
  await appendAudit(tx, municipality.id, caseId, {
    at: now,
    actor: 'applicant',
    event: 'personAsked',
    details: { question: id },
  });
  const key = `question/${id}`;
  await planToOffice(tx, municipality, found, municipality.contactPoint, {
    key,
    template: 'personAsked',
    now,
  });
}

async function planToOffice(
  tx: Tx,
  { id: municipalityId, defaultLanguage: language }: Municipality,
  { id: caseId }: Case,
  to: Contact,
  { key, template, now }: { key: string; template: LetterTemplate; now: Date },
): Promise<void> {
  await planLetter(tx, municipalityId, {
    ...{ case_id: caseId, task_id: null, letter_key: key, template, language, ordinal: 1 },
    recipient_name: to.name,
    recipient_email: to.email,
    attachments: [],
    link: null,
    created_at: now,
  });
  await addToOutbox(tx, municipalityId, { caseId, kind: 'deliver', at: now });
}

/**
 * The organisation chooses anew whether the register shows its coordinator; it does so at once.
 * Throws `page.unknown` in a process that has no such choice.
 */
export async function setPublication(
  tx: Tx,
  context: ServerContext,
  found: Case,
  published: boolean,
  now: Date,
): Promise<void> {
  const { municipality_id: municipalityId, id: caseId } = found;
  const current = await lockCase(tx, municipalityId, caseId);
  const before = await isContactPublished(tx, context, current);
  if (before === null) throw new DomainError('page.unknown');
  if (before === published) return;
  await choosePublication(tx, current, published);
  await publishContact(tx, municipalityId, caseId, published);
  await appendAudit(tx, municipalityId, caseId, {
    at: now,
    actor: 'applicant',
    event: published ? 'contactShown' : 'contactHidden',
    details: {},
  });
}

/** Whether the register shows the coordinator, or will; null where the application does not ask. */
export async function isContactPublished(
  tx: Tx,
  context: ServerContext,
  found: Case,
): Promise<boolean | null> {
  const { municipality_id: municipalityId, id: caseId } = found;
  // What is about a party already has its choice in what it changes.
  if (found.party_id !== null) return null;
  const application = await getApplication(tx, municipalityId, caseId);
  const form = context.forms.get(application.form_reference);
  if (form.bindings.publishContact === undefined) return null;
  const party = await partyOfCase(tx, municipalityId, caseId);
  if (!party) {
    const chosen = found.contact_published;
    return chosen ?? boundAnswer(form, 'publishContact', application.answers) === 'yes';
  }
  // A later coordinator is not for the first one to show.
  const first = boundAnswer(form, 'coordinatorName', application.answers);
  return party.coordinator_name === first ? party.contact_published : null;
}
