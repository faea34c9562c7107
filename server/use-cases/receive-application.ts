import { randomUUID } from 'node:crypto';
import type { Tx } from '../../database/database';
import { fingerprint } from '../../database/fingerprint';
import { findAgreementInForce } from '../../database/repositories/agreement.repository';
import {
  findCurrentParty,
  lockParty,
  openCasesAbout,
  partySpokenFor,
  type Party,
} from '../../database/repositories/party.repository';
import { appendAudit } from '../../database/repositories/audit.repository';
import {
  findCaseByNumber,
  getCase,
  insertCase,
  nextRunningNumber,
  type Case,
} from '../../database/repositories/case.repository';
import { issueLink } from '../../database/repositories/link.repository';
import { addToOutbox } from '../../database/repositories/outbox.repository';
import {
  findSubmissionByKey,
  insertSubmission,
} from '../../database/repositories/submission.repository';
import type { PaperApplicationRequest, PaperReceipt } from '../../domain/api/desk';
import type { ApplicationRequest, ReceiptView } from '../../domain/api/shapes';
import { noonOf, stockholmDate } from '../../domain/calendar';
import { DomainError } from '../../domain/errors';
import { boundAnswer } from '../../domain/forms/fields';
import { paperForm, withoutFiles } from '../../domain/forms/paper';
import { formReference } from '../../domain/forms/registry';
import { parseAnswers } from '../../domain/forms/schema';
import { withLists, type FormLists } from '../../domain/forms/lists';
import type { Answers, Faults, FormDefinition } from '../../domain/forms/types';
import type { Language } from '../../domain/language';
import type { Municipality } from '../../domain/municipality';
import { openReports } from '../../domain/party';
import { beginCase } from '../../domain/processes/begin';
import type { ProcessDefinition } from '../../domain/processes/definition';
import { formatNumber, normalizeNumber } from '../../domain/numbering';
import type { Official } from '../../domain/officials';
import type { ServerContext } from '../context';
import { findFiles, handOverDraft, lockDraftToSend } from './file-uploads';
import { refuseSecondCase } from './refuse-second-case';

/** PostgreSQL's code for a key that is there already. */
const uniqueViolation = '23505';

interface Arrival {
  municipality: Municipality;
  process: ProcessDefinition;
  form: FormDefinition;
  answers: Answers;
  language: Language;
  submissionKey: string;
  /** The draft it was written in, whose files it names. */
  draftId: string | undefined;
  /** When it came: now, unless an official enters what came earlier on paper. */
  arrivedAt: Date;
  /** The subject of that official. */
  enteredBy?: string;
  /** The party it is about, where an official or the sender's own link says so; otherwise the form names it. */
  party?: Party;
  /** The sender's own case, whose link they have opened. */
  from?: Case;
  /** The case that an official begins it from. */
  begunFrom?: string | null;
  /** What the record says against it. */
  recordFaults?: (tx: Tx) => Promise<Faults>;
  /** Refuses what cannot be beside other cases; runs alone, as whoever takes a number waits for its series. */
  refuseBeside?: (tx: Tx, answers: Answers) => Promise<void>;
  now: Date;
}

/**
 * Receives an application: number, case, submission, audit and word to the relay in one
 * transaction, which is the moment of "received" and needs no Temporal. The same submission key
 * again answers with the same case. A draft it was written in ends, and its files are the case's.
 */
export async function receiveApplication(
  context: ServerContext,
  municipality: Municipality,
  language: Language,
  request: ApplicationRequest & { draftId?: string } & Partial<
      Pick<Arrival, 'from' | 'party' | 'recordFaults'>
    >,
): Promise<ReceiptView> {
  const { process, form } = beginningWith(context, municipality, request);
  if (process.begunBy !== undefined) throw new DomainError('form.unknown');
  const parsed = parseAnswers(form, request.answers);
  if (!parsed.ok) throw new DomainError('form.invalid', {}, parsed.faults);
  const arrival: Arrival = {
    municipality,
    process,
    form,
    answers: parsed.answers,
    language,
    submissionKey: request.submissionKey,
    draftId: request.draftId,
    ...(request.from && { from: request.from }),
    ...(request.party && { party: request.party }),
    ...(request.recordFaults && { recordFaults: request.recordFaults }),
    arrivedAt: context.clock(),
    now: context.clock(),
  };
  return take(context, arrival);
}

/**
 * Receives an application that an official enters from paper, as of the day it came. It goes the way
 * of all others from there. Throws `arrival.future` as well.
 */
export async function receivePaperApplication(
  context: ServerContext,
  municipality: Municipality,
  official: Official,
  request: PaperApplicationRequest,
): Promise<PaperReceipt> {
  const begun = beginningWith(context, municipality, request);
  const form = withoutFiles(paperForm(begun.form));
  const parsed = parseAnswers(form, request.answers);
  if (!parsed.ok) throw new DomainError('form.invalid', {}, parsed.faults);
  const now = context.clock();
  const isToday = request.arrivedOn === stockholmDate(now);
  if (!isToday && request.arrivedOn > stockholmDate(now)) throw new DomainError('arrival.future');
  const { caseId, number } = await take(context, {
    municipality,
    process: begun.process,
    form,
    answers: parsed.answers,
    language: municipality.defaultLanguage,
    submissionKey: request.submissionKey,
    draftId: undefined,
    arrivedAt: isToday ? now : noonOf(request.arrivedOn),
    enteredBy: official.subject,
    now,
  });
  return { caseId, number };
}

/** A case that only an official can begin, and the party it is about, if any. */
export interface OfficialBeginning {
  request: ApplicationRequest;
  party?: Party;
  /** What the form's fields choose from. */
  lists?: FormLists;
  /** What the form cannot see by itself. */
  furtherFaults?: (answers: Answers) => Faults;
  /** The case that it begins from, if any. */
  begunFrom?: (answers: Answers) => string | null;
  /** What only the record can tell, in the transaction that begins the case. */
  recordFaults?: (tx: Tx) => Promise<Faults>;
  /** Refuses what cannot be beside other cases. */
  refuseBeside?: (tx: Tx, answers: Answers) => Promise<void>;
}

/** Begins such a case; throws `form.invalid`, `party.ended`, `party.hasOpenCase` and what `refuseBeside` throws. */
export async function beginByOfficial(
  context: ServerContext,
  municipality: Municipality,
  official: Official,
  {
    party,
    request,
    lists = {},
    furtherFaults = () => ({}),
    begunFrom = () => null,
    recordFaults,
    refuseBeside,
  }: OfficialBeginning,
): Promise<PaperReceipt> {
  const { process, form } = beginningWith(context, municipality, request);
  const parsed = parseAnswers(withLists(form, lists), request.answers);
  if (!parsed.ok) throw new DomainError('form.invalid', {}, parsed.faults);
  const faults = furtherFaults(parsed.answers);
  if (Object.keys(faults).length > 0) throw new DomainError('form.invalid', {}, faults);
  const now = context.clock();
  const { caseId, number } = await take(context, {
    municipality,
    process,
    form,
    answers: parsed.answers,
    language: municipality.defaultLanguage,
    submissionKey: request.submissionKey,
    draftId: undefined,
    arrivedAt: now,
    enteredBy: official.subject,
    begunFrom: begunFrom(parsed.answers),
    ...(party && { party }),
    ...(recordFaults && { recordFaults }),
    ...(refuseBeside && { refuseBeside }),
    now,
  });
  return { caseId, number };
}

async function take(context: ServerContext, arrival: Arrival): Promise<ReceiptView> {
  const receipt = await lookAgainOnCollision(() =>
    context.database.transaction(arrival.municipality.id, (tx) => receive(tx, arrival)),
  );
  context.nudgeRelay();
  return receipt;
}

/** The process that a form begins; throws `form.outdated` for one that begins none any more. */
function beginningWith(
  { processes, forms }: ServerContext,
  municipality: Municipality,
  { formId: id, formVersion: version }: ApplicationRequest,
): { process: ProcessDefinition; form: FormDefinition } {
  const process = processes.begunBy(municipality, { id, version });
  return { process, form: forms.get(formReference({ id, version })) };
}

/**
 * Requests that arrive together may pass each other's look-ups. Whoever then meets a row that was
 * not there a moment ago looks once more: with the same key it finds its case, otherwise it is refused.
 */
async function lookAgainOnCollision<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isCollision(error)) throw error;
    return work();
  }
}

/** What the same request meets when its twin was faster. */
const passable: readonly string[] = [
  'organisation.hasOpenCase',
  'party.hasOpenCase',
  'party.tooManyReports',
  'party.ended',
  'agreement.underWay',
  'draft.sent',
];

function isCollision(error: unknown): boolean {
  if (error instanceof DomainError) return passable.includes(error.code);
  return (error as { code?: string }).code === uniqueViolation;
}

async function receive(tx: Tx, arrival: Arrival): Promise<ReceiptView> {
  const { municipality, submissionKey, now } = arrival;
  const earlier = await findSubmissionByKey(tx, municipality.id, submissionKey);
  const received = earlier
    ? await getCase(tx, municipality.id, earlier.case_id)
    : await openCase(tx, arrival);
  const statusToken = await issueLink(tx, municipality.id, {
    case_id: received.id,
    task_id: null,
    generation: 1,
    // What was received counts, not what a repeated request now says.
    recipient_email:
      boundAnswer(arrival.form, 'coordinatorEmail', earlier?.answers ?? arrival.answers) ?? '',
    document_sha256: null,
    issued_at: now,
  });
  return {
    caseId: received.id,
    number: received.number,
    receivedAt: received.opened_at.toISOString(),
    statusToken,
  };
}

async function openCase(tx: Tx, arrival: Arrival): Promise<Case> {
  const { municipality, process, form, language, submissionKey, draftId, arrivedAt, now } = arrival;
  const found = (await arrival.recordFaults?.(tx)) ?? {};
  if (Object.keys(found).length > 0) throw new DomainError('form.invalid', {}, found);
  if (draftId !== undefined) await lockDraftToSend(tx, municipality.id, draftId);
  const { answers, uploads } = await findFiles(tx, municipality.id, arrival);
  const party = process.aboutParty ? await partyFor(tx, arrival, answers) : undefined;
  const agreement = await findAgreementInForce(tx, municipality.id, stockholmDate(now));
  if (process.underAgreement && !agreement) throw new DomainError('agreement.none');
  const organisationNumber = boundAnswer(form, 'organisationNumber', answers) ?? null;
  if (process.onceByOrganisation) {
    await refuseSecondCase(tx, municipality.id, process.name, organisationNumber);
  }
  const id = randomUUID();
  const number = await nextFreeNumber(tx, municipality, process.name, now);
  await arrival.refuseBeside?.(tx, arrival.answers);
  await insertCase(tx, municipality.id, {
    id,
    process: process.name,
    number,
    number_key: normalizeNumber(number),
    state: 'received',
    language,
    organisation_name:
      party?.found.organisation_name ??
      boundAnswer(form, 'organisationName', answers) ??
      boundAnswer(form, 'title', answers) ??
      '',
    organisation_number: party?.found.organisation_number ?? organisationNumber,
    party_id: party?.found.id ?? null,
    begun_from: party?.own ? (arrival.from?.id ?? null) : (arrival.begunFrom ?? null),
    once_by_organisation: process.onceByOrganisation ?? false,
    agreement_version_id: agreement?.id ?? null,
    phase: JSON.stringify(beginCase(process, municipality)),
    opened_at: arrivedAt,
    closed_at: null,
  });
  const reference = formReference(form);
  await insertSubmission(tx, municipality.id, {
    id: randomUUID(),
    case_id: id,
    task_id: null,
    form_reference: reference,
    language,
    answers,
    sha256: fingerprint({ form: reference, answers, at: arrivedAt, caseId: id }),
    submission_key: submissionKey,
    submitted_at: arrivedAt,
  });
  await appendAudit(tx, municipality.id, id, { at: now, event: 'received', ...senderOf(arrival) });
  if (draftId !== undefined) {
    await handOverDraft(tx, municipality.id, draftId, { uploads, caseId: id, at: now });
  }
  await addToOutbox(tx, municipality.id, { caseId: id, kind: 'start', at: now });
  return getCase(tx, municipality.id, id);
}

/** A party, and whether whoever sent this speaks for it as far as their link shows. */
interface PartySubject {
  found: Party;
  own: boolean;
}

/** The party that a case is about; throws what the sender can do about it. */
async function partyFor(tx: Tx, arrival: Arrival, answers: Answers): Promise<PartySubject> {
  const { municipality, form, party: chosen, from } = arrival;
  const name = boundAnswer(form, 'organisationName', answers) ?? '';
  const number = boundAnswer(form, 'organisationNumber', answers) ?? null;
  const named = chosen ?? (await findCurrentParty(tx, municipality.id, { name, number }));
  if (!named) throw new DomainError('organisation.notParty');
  const found = await lockParty(tx, municipality.id, named.id);
  if (found.ended_on !== null) throw new DomainError('party.ended');
  const own = from && (chosen ?? (await partySpokenFor(tx, municipality.id, from)));
  const subject = { found, own: own?.id === found.id };
  await refuseBesideOthers(tx, arrival, subject);
  return subject;
}

/**
 * Anybody can report something about a party, so an unconfirmed report stands in nobody's way: the
 * municipality's own case begins beside it, and what the party itself sends is counted apart from
 * what others do.
 */
async function refuseBesideOthers(
  tx: Tx,
  { municipality, process }: Arrival,
  { found, own }: PartySubject,
): Promise<void> {
  const open = await openCasesAbout(tx, municipality.id, found.id);
  const alike = open.filter((each) => each.process === process.name);
  if (process.aboutParty === 'alone') {
    if (alike.length > 0) throw new DomainError('party.hasOpenCase');
    return;
  }
  const counted = alike.filter(({ begun_from: from }) => (from !== null) === own);
  if (counted.length >= openReports) throw new DomainError('party.tooManyReports');
}

/** Who brought it to the record. */
function senderOf({ enteredBy, arrivedAt }: Arrival) {
  if (enteredBy === undefined) return { actor: 'applicant' } as const;
  const details = { by: enteredBy, arrivedOn: stockholmDate(arrivedAt) };
  return { actor: 'official', details } as const;
}

/** The next of the product's own series that no registrar has given to a case. */
export async function nextFreeNumber(
  tx: Tx,
  { id, numbers: own, processes }: Municipality,
  process: string,
  now: Date,
): Promise<string> {
  const numbers = processes[process]?.numbers ?? own;
  const year = Number(stockholmDate(now).slice(0, 4));
  for (;;) {
    const running = await nextRunningNumber(tx, id, numbers.committee, year);
    const number = formatNumber(numbers, year, running);
    if (!(await findCaseByNumber(tx, id, number))) return number;
  }
}
