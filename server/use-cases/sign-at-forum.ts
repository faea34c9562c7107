import { randomUUID } from 'node:crypto';
import type { Tx } from '../../database/database';
import { fingerprint } from '../../database/fingerprint';
import { findAgreementInForce } from '../../database/repositories/agreement.repository';
import { appendAudit } from '../../database/repositories/audit.repository';
import {
  getCase,
  insertCase,
  lockCase,
  type Case,
} from '../../database/repositories/case.repository';
import { addToOutbox } from '../../database/repositories/outbox.repository';
import { insertRound, markSeen } from '../../database/repositories/round.repository';
import {
  findSubmissionByKey,
  getApplication,
  insertSubmission,
} from '../../database/repositories/submission.repository';
import { copyCaseFile, findCaseFile } from '../../database/repositories/upload.repository';
import type { BeginRequest, CorrectionView, PaperReceipt } from '../../domain/api/desk';
import { formView } from '../../domain/api/shapes';
import { stockholmDate } from '../../domain/calendar';
import { DomainError, type ErrorCode } from '../../domain/errors';
import { accessionPaperSignature } from '../../domain/forms/definitions/accession-paper-signature';
import { boundAnswer, boundSigningRule } from '../../domain/forms/fields';
import { paperForm, withoutFiles } from '../../domain/forms/paper';
import { formReference } from '../../domain/forms/registry';
import { parseAnswers } from '../../domain/forms/schema';
import { formText } from '../../domain/forms/summary';
import type { Answers, FileAnswer, FormDefinition } from '../../domain/forms/types';
import { forumOf, timesOf, type Forum } from '../../domain/forum/forum';
import { forumAccessionForm, splitForumAccession } from '../../domain/forum/forum-accession';
import type { Municipality } from '../../domain/municipality';
import { normalizeNumber } from '../../domain/numbering';
import type { Official } from '../../domain/officials';
import { accession } from '../../domain/processes/accession';
import { dialogueForum } from '../../domain/processes/dialogue-forum';
import { ruleOf, type Signatory } from '../../domain/signatories';
import type { ServerContext } from '../context';
import { storeAnswer } from './answer-task';
import { stateOf } from './read-forums';
import { nextFreeNumber } from './receive-application';
import { refuseSecondCase } from './refuse-second-case';

/**
 * The form for an organisation that signed at a forum; throws `case.unknown` for every other case, and what
 * `whyNotSigned` says.
 */
export async function readForumAccession(
  tx: Tx,
  context: ServerContext,
  municipality: Municipality,
  found: Case,
): Promise<CorrectionView> {
  await requireSignable(tx, found, context.clock());
  const { form } = forms(context, municipality);
  return {
    number: found.number,
    title: found.organisation_name,
    form: formView.parse(form),
    answers: {},
  };
}

interface AtForum {
  municipality: Municipality;
  official: Official;
  /** The forum's case. */
  found: Case;
}

/**
 * Enters an organisation that signed at a forum (002, section 1): an accession that begins with its
 * confirmation, and has the signatures with their scan in it. The same submission key again gives the
 * same case. Throws `form.invalid`, `forum.unsigned` where the signatures are not enough by the signing
 * rule, `agreement.none`, what `whyNotSigned` says, and what an application of a second time throws.
 */
export async function signAtForum(
  tx: Tx,
  context: ServerContext,
  { municipality, official, found }: AtForum,
  { submissionKey, answers: typed }: BeginRequest,
): Promise<PaperReceipt> {
  const current = await lockCase(tx, municipality.id, found.id);
  const earlier = await findSubmissionByKey(tx, municipality.id, submissionKey);
  if (earlier) {
    const { id: caseId, number } = await getCase(tx, municipality.id, earlier.case_id);
    return { caseId, number };
  }
  const now = context.clock();
  const forum = await requireSignable(tx, current, now);
  const { form, application } = forms(context, municipality);
  const parsed = parseAnswers(form, typed);
  if (!parsed.ok) throw new DomainError('form.invalid', {}, parsed.faults);
  const split = splitForumAccession(form, parsed.answers);
  const [scan] = split.scan;
  const file = scan && (await findCaseFile(tx, municipality.id, found.id, scan.id));
  if (!file) throw new DomainError('form.invalid', {}, { scan: 'fileUnknown' });
  if (!split.isEnough) throw new DomainError('forum.unsigned');
  // An organisation accedes on the day it is entered, and signed on the day of the forum.
  if (now < timesOf(forum).beginsAt) throw new DomainError('signature.future');
  const begun = await openAccession(tx, {
    ...{ municipality, official, found, submissionKey, now },
    form: application,
    answers: split.application,
  });
  const copied = await copyCaseFile(tx, file, { caseId: begun.id, at: now });
  await recordSignatures(tx, context, begun, {
    ...{ municipality, official, forum, now, form: application },
    answers: split.application,
    signed: split.signed,
    seen: split.seen,
    scan: copied,
  });
  await appendAudit(tx, municipality.id, found.id, {
    ...{ at: now, actor: 'official', event: 'forumSignature' },
    details: { by: official.subject, case: begun.id },
  });
  await addToOutbox(tx, municipality.id, { caseId: begun.id, kind: 'start', at: now });
  return { caseId: begun.id, number: begun.number };
}

/** The forum that is signed at; throws `case.unknown` for every other case. */
async function requireSignable(tx: Tx, found: Case, now: Date): Promise<Forum> {
  if (found.process !== dialogueForum.name) throw new DomainError('case.unknown');
  const forum = forumOf((await getApplication(tx, found.municipality_id, found.id)).answers);
  const why = whyNotSigned(found, forum, now);
  if (why) throw new DomainError(why);
  return forum;
}

/** Why nobody can have signed at a forum: it was called off, or is a meeting before there is an agreement. */
export function whyNotSigned(found: Case, forum: Forum, now: Date): ErrorCode | undefined {
  if (forum.within !== null) return 'forum.beforeAgreement';
  return stateOf(found, forum, now) === 'cancelled' ? 'forum.notHeld' : undefined;
}

/** What is filled in, and the application that is in it. */
function forms({ forms: registry }: ServerContext, { processes }: Municipality) {
  const reference = processes[accession.name]?.applicationForm;
  if (reference === undefined) throw new DomainError('process.unknown');
  const application = registry.get(reference);
  return {
    form: forumAccessionForm(application),
    application: withoutFiles(paperForm(application)),
  };
}

interface Opening extends AtForum {
  submissionKey: string;
  form: FormDefinition;
  answers: Answers;
  now: Date;
}

async function openAccession(
  tx: Tx,
  { municipality, official, found, submissionKey, form, answers, now }: Opening,
): Promise<Case> {
  const agreement = await findAgreementInForce(tx, municipality.id, stockholmDate(now));
  if (!agreement) throw new DomainError('agreement.none');
  const organisationNumber = boundAnswer(form, 'organisationNumber', answers) ?? null;
  await refuseSecondCase(tx, municipality.id, accession.name, organisationNumber);
  const id = randomUUID();
  const number = await nextFreeNumber(tx, municipality, accession.name, now);
  const { defaultLanguage: language } = municipality;
  await insertCase(tx, municipality.id, {
    ...{ id, process: accession.name, number, number_key: normalizeNumber(number) },
    ...{ state: 'received', language, organisation_number: organisationNumber },
    organisation_name: boundAnswer(form, 'organisationName', answers) ?? '',
    ...{ party_id: null, begun_from: found.id, once_by_organisation: true },
    ...{ agreement_version_id: agreement.id, opened_at: now, closed_at: null },
    phase: JSON.stringify({ phase: 'confirm', generation: 1 }),
  });
  const reference = formReference(form);
  await insertSubmission(tx, municipality.id, {
    ...{ id: randomUUID(), case_id: id, task_id: null, form_reference: reference, language },
    ...{ answers, submission_key: submissionKey, submitted_at: now },
    sha256: fingerprint({ form: reference, answers, at: now, caseId: id }),
  });
  await appendAudit(tx, municipality.id, id, {
    ...{ at: now, actor: 'official', event: 'received' },
    details: { by: official.subject, arrivedOn: stockholmDate(now), forum: found.id },
  });
  return getCase(tx, municipality.id, id);
}

interface Signatures {
  municipality: Municipality;
  official: Official;
  forum: Forum;
  form: FormDefinition;
  answers: Answers;
  signed: readonly Signatory[];
  seen: string;
  scan: FileAnswer;
  now: Date;
}

const signingStep = 'sign/ask/1';

/** The signatures as the question to sign would have them, answered by hand. */
async function recordSignatures(
  tx: Tx,
  context: ServerContext,
  current: Case,
  { municipality, official, forum, form, answers, signed, seen, scan, now }: Signatures,
): Promise<void> {
  const reference = municipality.processes[accession.name]?.tasks.sign?.form;
  if (reference === undefined) throw new DomainError('process.unknown');
  const tasks = await insertRound(
    tx,
    current,
    signingStep,
    { rule: ruleOf(boundSigningRule(form, answers)), in_order: false, opened_at: now },
    signed.map(({ name, email, postal, capacity }, position) => ({
      ...{ case_id: current.id, step_key: signingStep, kind: 'sign', state: 'open', position },
      ...{ assignee_role: 'signatory', assignee_name: name, assignee_email: email, capacity },
      ...{ assignee_postal: postal ?? null, language: current.language },
      ...{ form_reference: reference, document_sha256: null },
      ...{ opened_at: now, deadline: stockholmDate(now) },
    })),
  );
  for (const [i, task] of tasks.entries()) {
    const capacity = signed[i]?.capacity ?? 'authorised';
    const path = `field.${form.bindings.signatories}.capacity.option.${capacity}`;
    await storeAnswer(tx, context, task, {
      form: accessionPaperSignature,
      answers: {
        ...{ signedWay: 'forum', signedName: task.assignee_name, seen, scan: [scan] },
        signedRole: formText(form, 'sv', path),
        ...{ signedOn: forum.day, signedPlace: forum.place || forum.link },
      },
      ...{ at: now, identifiedBy: 'forum', enteredBy: official.subject },
    });
  }
  await markSeen(tx, current, [signingStep], now, { key: signingStep, outcome: 'answered' });
}
